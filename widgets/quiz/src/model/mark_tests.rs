//! What answers are worth, in tables and as properties.

use proptest::prelude::*;

use super::super::{Item, Response};
use super::*;
use adil::json::{FromJson, Json, Place, Warnings};

/// What the browser does for a bundle, as far as these tests need it.
fn fold(text: &str, folding: Folding) -> String {
    let text = if folding.case { text.to_lowercase() } else { text.to_owned() };
    if folding.accents { text.replace('é', "e").replace('ё', "е") } else { text }
}

fn item(fields: &str) -> Item {
    let json: Json =
        serde_json::from_str(&format!(r#"{{"id": "a", "stem": "?", {fields}}}"#)).unwrap();
    Item::read(&Place::top(&json, &Warnings::default())).unwrap()
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

#[test]
fn an_order_counts_neighbours() {
    let item = item(r#""type": "order", "entries": ["1", "2", "3", "4"]"#);
    check(&item, &chosen(&[0, 1, 2, 3]), 1.0, Verdict::Right);
    // The last came first; the other three still follow each other.
    check(&item, &chosen(&[3, 0, 1, 2]), 2.0 / 3.0, Verdict::Partly);
    check(&item, &chosen(&[3, 2, 1, 0]), 0.0, Verdict::Wrong);
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

#[track_caller]
fn check_number(text: &str, lang: &str, expected: Option<f64>) {
    assert_eq!(read_number(text, "", lang), expected, "{text:?} in {lang}");
}

#[test]
fn numbers_are_read_as_people_write_them() {
    check_number("1,000", "en", Some(1000.0));
    check_number("1,000", "ru", Some(1.0));
    check_number("1 000,5", "ru", Some(1000.5));
    check_number("1\u{a0}000", "kk", Some(1000.0));
    check_number("1.000,5", "ru", Some(1000.5));
    check_number("1,000.5", "en", Some(1000.5));
    check_number("1,5", "en", Some(1.5));
    check_number("−3", "en", Some(-3.0));
    check_number("1'000", "en", Some(1000.0));
    check_number("۱۲", "fa", Some(12.0));
    check_number("", "en", None);
    check_number("12 apples", "en", None);
}

#[test]
fn a_pattern_of_stars_takes_no_time() {
    let many = "a*".repeat(50);
    assert!(!matches(&many, &"a".repeat(40)));
    assert!(matches("*b*", "abc"));
    assert!(matches("a*", "a"));
    assert!(!matches("a", "ab"));
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
    fn any_text_is_read_as_a_number_or_not(text in "\\PC{0,20}", lang in "(en|ru|kk|ar)") {
        read_number(&text, "kg", &lang);
    }
}
