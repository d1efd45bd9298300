//! What answers are worth, in tables and as properties.

use proptest::prelude::*;

use crate::model::{Folding, Item, Response, Verdict, answer_of, mark};
use adil::json::{Cursor, FromJson, Json, Warnings};

/// What the browser does for a bundle, as far as these tests need it.
fn fold(text: &str, folding: Folding) -> String {
    let text: String = text.chars().map(adil::typed::sign).collect();
    let text = if folding.case { text.to_lowercase() } else { text };
    if folding.accents { text.replace('é', "e").replace('ё', "е") } else { text }
}

fn item(fields: &str) -> Item {
    let json: Json =
        serde_json::from_str(&format!(r#"{{"id": "a", "stem": "?", {fields}}}"#)).unwrap();
    Item::read(&Cursor::top(&json, &Warnings::default())).unwrap()
}

#[track_caller]
fn check(item: &Item, response: &Response, share: f64, verdict: Verdict) {
    let mark = mark(item, response, "en", fold);
    assert!((mark.share - share).abs() < 1e-9, "{} instead of {share}", mark.share);
    assert_eq!(mark.verdict, verdict);
}

fn chosen(list: &[usize]) -> Response {
    Response::Chosen(list.to_vec())
}

#[test]
fn one_choice_is_worth_its_score() {
    let item = item(
        r#""type": "single", "options": [{"text": "a", "score": 1}, {"text": "b", "score": 0.5},
        {"text": "c"}, {"text": "d", "score": -1}]"#,
    );
    check(&item, &chosen(&[0]), 1.0, Verdict::Right);
    check(&item, &chosen(&[1]), 0.5, Verdict::Partly);
    check(&item, &chosen(&[2]), 0.0, Verdict::Wrong);
    check(&item, &chosen(&[3]), 0.0, Verdict::Wrong);
    check(&item, &Response::Unsure, 0.0, Verdict::Unsure);
    check(&item, &Response::Typed(vec!["a".into()]), 0.0, Verdict::Wrong);
}

#[test]
fn of_many_choices_a_wrong_one_takes_away_what_a_right_one_gives() {
    let item = item(
        r#""type": "multiple", "options": [{"text": "a", "score": 1}, {"text": "b", "score": 1},
        {"text": "c"}, {"text": "d", "score": 0}]"#,
    );
    check(&item, &chosen(&[0, 1]), 1.0, Verdict::Right);
    check(&item, &chosen(&[0]), 0.5, Verdict::Partly);
    check(&item, &chosen(&[0, 1, 2]), 0.5, Verdict::Partly);
    check(&item, &chosen(&[0, 2]), 0.0, Verdict::Wrong);
    check(&item, &chosen(&[2]), 0.0, Verdict::Wrong);
    check(&item, &chosen(&[0, 1, 3]), 1.0, Verdict::Right);
}

#[test]
fn a_poll_has_no_right_answer() {
    let item = item(r#""type": "poll", "options": [{"text": "a"}, {"text": "b"}]"#);
    check(&item, &chosen(&[1]), 0.0, Verdict::Open);
    assert!(item.points().abs() < f64::EPSILON);
}

#[test]
fn not_knowing_may_be_worth_something_where_the_author_says_so() {
    let item = item(r#""type": "truth", "answer": false, "unsureScore": 0.5"#);
    check(&item, &chosen(&[1]), 1.0, Verdict::Right);
    check(&item, &chosen(&[0]), 0.0, Verdict::Wrong);
    check(&item, &chosen(&[2]), 0.5, Verdict::Partly);
}

/// The crosses of an answer, one sign for each part.
fn crosses(item: &Item, response: &Response) -> String {
    let sign = |verdict: &Verdict| if *verdict == Verdict::Right { '+' } else { '-' };
    mark(item, response, "en", fold).parts.iter().map(sign).collect()
}

// B, C, D, A had four crosses and was two thirds right: places were crossed, neighbours counted.
#[test]
fn an_order_counts_neighbours_and_crosses_where_they_break() {
    let item = item(r#""type": "order", "entries": ["1", "2", "3", "4"]"#);
    let check = |given: &[usize], share, verdict, signs: &str| {
        check(&item, &chosen(given), share, verdict);
        assert_eq!(crosses(&item, &chosen(given)), signs, "{given:?}");
    };
    check(&[0, 1, 2, 3], 1.0, Verdict::Right, "++++");
    check(&[1, 2, 3, 0], 2.0 / 3.0, Verdict::Partly, "+++-");
    check(&[3, 0, 1, 2], 2.0 / 3.0, Verdict::Partly, "-+++");
    check(&[0, 1, 3, 2], 1.0 / 3.0, Verdict::Partly, "++--");
    check(&[0, 3, 1, 2], 1.0 / 3.0, Verdict::Partly, "--++");
    check(&[2, 3, 0, 1], 2.0 / 3.0, Verdict::Partly, "++-+");
    check(&[1, 0, 3, 2], 0.0, Verdict::Wrong, "----");
    check(&[0, 1], 1.0 / 3.0, Verdict::Partly, "++");
    check(&[3, 2, 1, 0], 0.0, Verdict::Wrong, "----");
    check(&[], 0.0, Verdict::Wrong, "");
}

// LEVEL was spelled with the first free card each time, and was wrong: the second E stood first.
#[test]
fn entries_that_look_the_same_are_interchangeable() {
    let item = item(r#""type": "order", "entries": ["L", "E", "V", "E", "L"]"#);
    for given in [[0, 1, 2, 3, 4], [4, 1, 2, 3, 0], [0, 3, 2, 1, 4], [4, 3, 2, 1, 0]] {
        check(&item, &chosen(&given), 1.0, Verdict::Right);
        assert_eq!(crosses(&item, &chosen(&given)), "+++++");
    }
    // V, L, E, E, L
    check(&item, &chosen(&[2, 0, 3, 1, 4]), 0.5, Verdict::Partly);
    assert_eq!(crosses(&item, &chosen(&[2, 0, 3, 1, 4])), "-++-+");
    // The same neighbours in another order are not the same word.
    let item = self::item(r#""type": "order", "entries": ["A", "B", "A", "C", "A"]"#);
    check(&item, &chosen(&[0, 3, 2, 1, 4]), 0.5, Verdict::Partly);
}

// Cow and horse are herbivores: of two equal cards one was right and the other was not.
#[test]
fn cards_that_look_the_same_are_interchangeable() {
    let pairs = item(
        r#""type": "match", "pairs": [{"left": "Cow", "right": "herbivore"},
        {"left": "Lion", "right": "carnivore"}, {"left": "Horse", "right": " herbivore"}],
        "extra": ["carnivore", "tree"]"#,
    );
    let placed = |places: &[usize]| Response::Placed(places.iter().copied().map(Some).collect());
    check(&pairs, &placed(&[0, 1, 2]), 1.0, Verdict::Right);
    check(&pairs, &placed(&[2, 3, 0]), 1.0, Verdict::Right);
    check(&pairs, &placed(&[2, 0, 1]), 1.0 / 3.0, Verdict::Partly);
    assert_eq!(crosses(&pairs, &placed(&[2, 0, 4])), "+--");
    // The same word belongs to two groups, and each takes one of them.
    let sort = item(
        r#""type": "sort", "groups": [{"id": "x", "text": "X"}, {"id": "y", "text": "Y"}],
        "cards": [{"text": "bank", "group": "x"}, {"text": "bank", "group": "y"},
        {"text": "tree", "group": "y"}]"#,
    );
    check(&sort, &placed(&[0, 1, 1]), 1.0, Verdict::Right);
    check(&sort, &placed(&[1, 0, 1]), 1.0, Verdict::Right);
    check(&sort, &placed(&[1, 1, 1]), 2.0 / 3.0, Verdict::Partly);
    assert_eq!(crosses(&sort, &placed(&[1, 1, 1])), "+-+");
}

#[test]
fn options_that_look_the_same_are_interchangeable() {
    let one = item(
        r#""type": "single", "options": [{"text": "a"}, {"text": "b"}, {"text": "a", "score": 1}]"#,
    );
    check(&one, &chosen(&[0]), 1.0, Verdict::Right);
    check(&one, &chosen(&[2]), 1.0, Verdict::Right);
    check(&one, &chosen(&[1]), 0.0, Verdict::Wrong);
    let many = item(
        r#""type": "multiple", "options": [{"text": "a"}, {"text": "a", "score": 1},
        {"text": "b", "score": 1}]"#,
    );
    check(&many, &chosen(&[0, 2]), 1.0, Verdict::Right);
    check(&many, &chosen(&[0, 1, 2]), 0.5, Verdict::Partly);
    assert_eq!(crosses(&many, &chosen(&[0, 1])), "+-");
    let pictured = item(
        r#""type": "single", "options": [{"text": "a", "picture": {"src": "1.svg", "alt": ""}},
        {"text": "a", "score": 1, "picture": {"src": "2.svg", "alt": ""}}]"#,
    );
    check(&pictured, &chosen(&[0]), 0.0, Verdict::Wrong);
}

// In English both rights are "right", in Russian they are two words.
#[test]
fn what_looks_the_same_is_judged_in_the_language_shown() {
    let item = item(
        r#""type": "match", "pairs": [{"left": "1", "right": {"en": "right", "ru": "право"}},
        {"left": "2", "right": {"en": "right", "ru": "верно"}}]"#,
    );
    let swapped = Response::Placed(vec![Some(1), Some(0)]);
    check(&item, &swapped, 1.0, Verdict::Right);
    assert_eq!(mark(&item, &swapped, "ru", fold).verdict, Verdict::Wrong);
}

#[track_caller]
fn check_warnings(fields: &str, expected: &[&str]) {
    let text = format!(r#"{{"id": "a", "stem": "?", {fields}}}"#);
    let json: Json = serde_json::from_str(&text).unwrap();
    let warnings = Warnings::default();
    Item::read(&Cursor::top(&json, &warnings)).unwrap();
    assert_eq!(warnings.into_vec(), expected);
}

#[test]
fn an_author_is_told_what_looks_the_same() {
    check_warnings(
        r#""type": "match", "pairs": [{"left": "Cow", "right": "plants"},
        {"left": "Lion", "right": "meat"}, {"left": "Horse", "right": "plants"}]"#,
        &["pairs (right, then extra): 1 and 3 look the same; either counts for the other"],
    );
    check_warnings(
        r#""type": "single", "options": [{"text": "a", "score": 1}, {"text": "a"}]"#,
        &["options: 1 and 2 look the same; either counts for the other"],
    );
    check_warnings(
        r#""type": "sort", "groups": [{"id": "x", "text": "X"}, {"id": "y", "text": "X"}],
        "cards": [{"text": "1", "group": "x"}, {"text": "1", "group": "y"}]"#,
        &[
            "groups: 1 and 2 look the same; either counts for the other",
            "cards: 1 and 2 look the same; either counts for the other",
        ],
    );
    check_warnings(
        r#""type": "blanks", "text": "{1}", "blanks": [{"options": ["a", "b", "b"]}]"#,
        &["blanks[0].options: 2 and 3 look the same; either counts for the other"],
    );
    // Spelling needs equal letters.
    check_warnings(r#""type": "order", "entries": ["L", "E", "V", "E", "L"]"#, &[]);
}

#[test]
fn cards_count_in_their_place() {
    let item = item(
        r#""type": "sort", "groups": [{"id": "x", "text": "X"}, {"id": "y", "text": "Y"}],
        "cards": [{"text": "1", "group": "x"}, {"text": "2", "group": "y"}]"#,
    );
    check(&item, &Response::Placed(vec![Some(0), Some(1)]), 1.0, Verdict::Right);
    check(&item, &Response::Placed(vec![Some(0), Some(0)]), 0.5, Verdict::Partly);
    check(&item, &Response::Placed(vec![None, None]), 0.0, Verdict::Wrong);
}

#[test]
fn typed_words_fit_patterns() {
    let item =
        item(r#""type": "text", "accepted": ["caf* house", {"text": "shop", "score": 0.5}]"#);
    let typed = |text: &str| Response::Typed(vec![text.into()]);
    check(&item, &typed(" Café  House "), 1.0, Verdict::Right);
    check(&item, &typed("cafeteria house"), 1.0, Verdict::Right);
    check(&item, &typed("SHOP"), 0.5, Verdict::Partly);
    check(&item, &typed("house"), 0.0, Verdict::Wrong);
}

#[test]
fn a_number_has_its_tolerance_and_unit() {
    let item = item(r#""type": "number", "answer": 0.3, "tolerance": 0.05, "unit": "kg""#);
    let typed = |text: &str| Response::Typed(vec![text.into()]);
    check(&item, &typed("0.3"), 1.0, Verdict::Right);
    check(&item, &typed("0,35 kg"), 1.0, Verdict::Right);
    check(&item, &typed("٠٫٣"), 1.0, Verdict::Right);
    check(&item, &typed("0.36"), 0.0, Verdict::Wrong);
    check(&item, &typed("many"), 0.0, Verdict::Wrong);
}

/// A teacher of programming accepts 2*3: any characters could stand for the star, and the answer
/// was shown as 23.
#[test]
fn a_star_can_be_meant_as_it_is() {
    let star = item(r#""type": "text", "accepted": ["2\\*3"]"#);
    let typed = |text: &str| Response::Typed(vec![text.into()]);
    check(&star, &typed("2*3"), 1.0, Verdict::Right);
    check(&star, &typed("2+2+3"), 0.0, Verdict::Wrong);
    check(&star, &typed(r"2\*3"), 0.0, Verdict::Wrong);
    check(
        &item(r#""type": "text", "accepted": ["C:\\\\*"]"#),
        &typed(r"C:\dir"),
        1.0,
        Verdict::Right,
    );
    check(&item(r#""type": "text", "accepted": ["x\\^2"]"#), &typed("x^2"), 1.0, Verdict::Right);
    check(&item(r#""type": "text", "accepted": ["a\\n"]"#), &typed(r"a\n"), 1.0, Verdict::Right);
}

#[test]
fn an_accepted_answer_is_shown_as_one_can_type_it() {
    let check = |pattern: &str, expected: &str| assert_eq!(answer_of(pattern), expected);
    check(r"2\*3", "2*3");
    check(r"C:\\", r"C:\");
    check("2*3", "2…3");
    check("jovi*", "jovi");
    check("*red*", "red");
    check("big**one", "big…one");
    check("*", "…");
}

#[test]
fn a_unit_is_left_out_as_it_is_shown() {
    let area = item(r#""type": "number", "answer": 5, "unit": "m^2^""#);
    check(&area, &Response::Typed(vec!["5 m²".into()]), 1.0, Verdict::Right);
}

/// Any item with options, with any scores that an author may write.
fn any_choices() -> impl Strategy<Value = Item> {
    let scores = prop::collection::vec(-100_i32..=100, 1..6);
    (scores, any::<bool>()).prop_map(|(scores, many)| {
        let option =
            |score: &i32| format!(r#"{{"text": "o", "score": {}}}"#, f64::from(*score) / 100.0);
        let options: Vec<String> = scores.iter().map(option).collect();
        let kind = if many { "multiple" } else { "single" };
        let options = format!(r#"{{"text": "best", "score": 1}}, {}"#, options.join(","));
        item(&format!(r#""type": "{kind}", "options": [{options}]"#))
    })
}

/// Any item that is answered by a list of picks.
fn any_item() -> impl Strategy<Value = Item> {
    let order = (2_usize..7).prop_map(|count| {
        let entries: Vec<String> = (0..count).map(|n| format!("\"{n}\"")).collect();
        item(&format!(r#""type": "order", "entries": [{}]"#, entries.join(",")))
    });
    prop_oneof![any_choices(), order]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn a_share_is_never_below_zero_or_above_one(
        item in any_item(), picks in prop::collection::vec(0_usize..7, 0..7),
    ) {
        let share = mark(&item, &Response::Chosen(picks), "en", fold).share;
        prop_assert!((0.0..=1.0).contains(&share));
    }

    #[test]
    fn the_order_of_choosing_makes_no_difference(
        item in any_choices(), picks in prop::collection::vec(0_usize..6, 0..6), seed: u32,
    ) {
        let mixed = adil::random::Random::new(seed).order(picks.len());
        let mixed = mixed.into_iter().map(|n| picks[n]).collect();
        let share = |picks| mark(&item, &Response::Chosen(picks), "en", fold).share;
        prop_assert!((share(picks) - share(mixed)).abs() < 1e-9);
    }

    #[test]
    fn an_entry_is_crossed_exactly_if_it_costs_points(
        letters in "[abc]{2,7}", seed: u32, given in 0_usize..=7,
    ) {
        let entries: Vec<String> = letters.chars().map(|c| format!("\"{c}\"")).collect();
        let item = item(&format!(r#""type": "order", "entries": [{}]"#, entries.join(",")));
        let mut order = adil::random::Random::new(seed).order(entries.len());
        order.truncate(given);
        let marked = mark(&item, &Response::Chosen(order.clone()), "en", fold);
        let crosses = marked.parts.iter().filter(|part| **part == Verdict::Wrong).count();
        let missing = entries.len() - order.len();
        let cost = (crosses + missing) as f64 / (entries.len() - 1) as f64;
        let share = if crosses == order.len() { 0.0 } else { 1.0 - cost };
        prop_assert!((marked.share - share).abs() < 1e-9, "{} {}", marked.share, share);
        let spelled: String = order.iter().map(|n| letters.as_bytes()[*n] as char).collect();
        prop_assert_eq!(marked.verdict == Verdict::Right, spelled == letters);
    }
}
