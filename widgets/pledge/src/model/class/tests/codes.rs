use super::*;
use adil::content::Day;
use adil::tally::{Added, NoCode, Tally};
use proptest::prelude::*;

fn code_of(count: u32, group: u32) -> String {
    code("my-pledge", count, &Day::parse("2026-11-23").unwrap(), group).unwrap()
}

#[test]
fn a_code_holds_number_and_day() {
    let tally = Tally::parse(&code_of(24, 7)).unwrap();
    assert_eq!((tally.count, tally.group), (24, 7));
    assert_eq!(day_of(tally).as_str(), "2026-11-23");
    let day = |day: &str, count| code("my-pledge", count, &Day::parse(day).unwrap(), 0);
    assert_eq!(day("2026-11-23", 0), None);
    assert_eq!(day("2026-11-23", adil::tally::MOST + 1), None);
    assert_eq!(day("2024-12-31", 5), None, "before the first day of codes");
    assert!(day("2025-01-01", 5).is_some());
    assert_eq!(day("1969-12-31", 5), None);
}

#[test]
fn codes_are_added_up_and_refused_with_a_reason() {
    let (a, b) = (code_of(24, 1), code_of(9, 2));
    let foreign = code("other", 5, &Day::parse("2026-11-23").unwrap(), 0).unwrap();
    let mut wrong = a.clone();
    wrong.replace_range(0..1, if a.starts_with('A') { "B" } else { "A" });
    let text = format!("{a}\n{wrong}, {b} {a}\r\n{foreign}\nABC");
    let count = add_up(&text, "my-pledge");
    let reasons: Vec<&Added> = count.codes.iter().map(|(_, added)| added).collect();
    let counted = |code: &str| Added::Counted(Tally::parse(code).unwrap());
    assert_eq!(
        reasons,
        [
            &counted(&a),
            &Added::Wrong(NoCode::Check),
            &counted(&b),
            &Added::Twice,
            &Added::Foreign,
            &Added::Wrong(NoCode::Shape),
        ]
    );
    assert_eq!((count.sum.total(), count.sum.tallies.len()), (33, 2));
    assert_eq!(add_up(" \n,; ", "my-pledge"), Count::default());
}

// Half a million words made half a million rows, and the page stood still for minutes.
#[test]
fn a_text_that_is_too_long_for_a_list_is_one_wrong_code() {
    let longest = format!("{}\n", code_of(7, 1)).repeat(LONGEST_LIST);
    let fits = &longest[..LONGEST_LIST];
    assert_eq!(add_up(fits, "my-pledge").sum.total(), 7);
    let count = add_up(&longest[..=LONGEST_LIST], "my-pledge");
    assert_eq!(count.sum.total(), 0);
    let [(code, Added::Wrong(NoCode::Shape))] = count.codes.as_slice() else {
        panic!("not one wrong code: {:?}", count.codes);
    };
    assert!(code.ends_with('…'));
}

#[track_caller]
fn check_codes(text: &str, expected: &[&str]) {
    let found = add_up(text, "my-pledge").codes;
    assert_eq!(found.iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>(), expected);
}

#[test]
fn blanks_part_codes_and_their_halves() {
    check_codes("A2B3C-D4E5F G2H3J-K4M5N", &["A2B3C-D4E5F", "G2H3J-K4M5N"]);
    check_codes("A2B3C D4E5F G2H3J K4M5N", &["A2B3C D4E5F", "G2H3J K4M5N"]);
    check_codes("A2B3C - D4E5F", &["A2B3C - D4E5F"]);
    check_codes("A2B3C-D4E5 G2H3J-K4M5N", &["A2B3C-D4E5", "G2H3J-K4M5N"]);
    check_codes("A2B3C\nD4E5F", &["A2B3C", "D4E5F"]);
    check_codes("A2B3CD4E5F,G2H3JK4M5N;x", &["A2B3CD4E5F", "G2H3JK4M5N", "x"]);
    check_codes("أ٢ب", &["أ٢ب"]);
    check_codes("\u{200e}A2B3C—D4E5F. ТСЕ23 НК4ХМ.", &["\u{200e}A2B3C—D4E5F.", "ТСЕ23 НК4ХМ."]);
}

proptest! {
    #[test]
    fn a_sum_is_what_its_codes_hold(counts in prop::collection::vec(1..2000_u32, 0..20)) {
        let codes: Vec<String> =
            counts.iter().zip(0..).map(|(count, group)| code_of(*count, group)).collect();
        let sum = add_up(&codes.join("\n"), "my-pledge").sum;
        prop_assert_eq!(sum.total(), counts.iter().sum::<u32>());
        let twice = [&*codes.join(" "), "\n", &codes.join(",")].concat();
        prop_assert_eq!(add_up(&twice, "my-pledge").sum, sum);
    }

    #[test]
    fn any_text_can_be_added_up(text in "[A-Z0-9 \\n,;-]{0,300}") {
        add_up(&text, "my-pledge");
    }
}
