//! What becomes of an answer when the author edits its item, or the learner changes the language.

use adil::content::{Document, open};
use adil::json::Json;

use crate::model::{ItemKind, Quiz, Response};

fn parse(text: &str) -> Json {
    serde_json::from_str(text).unwrap()
}

fn kind(item: &str) -> ItemKind {
    let text = format!(
        r#"{{"format": "adil", "formatVersion": 1, "kind": "quiz", "id": "q", "title": "Q",
            "items": [{{"id": "i", "stem": "?", {item}}}]}}"#
    );
    let parse = |text: &str| serde_json::from_str(text).map_err(|e| e.to_string());
    let (document, _): (Document<Quiz>, _) = open("q.json", &text, parse).unwrap();
    document.body.items[0].kind.clone()
}

/// An answer to an item as it is kept comes back for the edited item; `all` of it or not.
#[track_caller]
fn check(before: &str, given: &Response, after: &str, expected: Response, all: bool) {
    let kept = parse(&adil::json::write(&kind(before).keep(given)));
    assert_eq!(kind(after).restore(&kept), (expected, all));
}

fn chosen(list: &[usize]) -> Response {
    Response::Chosen(list.to_vec())
}

fn typed(list: &[&str]) -> Response {
    Response::Typed(list.iter().map(|text| (*text).to_owned()).collect())
}

fn with_options(kind: &str, list: &str) -> String {
    format!(r#""type": "{kind}", "options": [{list}]"#)
}

// A learner chose "Astana"; the teacher put "Aktau" before it, and "Aktau" was shown as chosen.
#[test]
fn a_choice_stays_with_its_option() {
    let a = |text: &str| format!(r#"{{"text": {text}, "score": 1}}"#);
    let cities = |list: &[&str]| {
        with_options("single", &list.iter().map(|text| a(text)).collect::<Vec<_>>().join(","))
    };
    let before = cities(&[r#""Astana""#, r#""Almaty""#]);
    let one = |after: &[&str], expected: &[usize], all| {
        check(&before, &chosen(&[0]), &cities(after), chosen(expected), all);
    };
    one(&[r#""Aktau""#, r#""Astana""#, r#""Almaty""#], &[1], true);
    one(&[r#""Almaty""#, r#""Astana""#], &[1], true);
    one(&[r#""Almaty""#, r#""Aktau""#], &[], false);
    // A translation was added, before or after the text.
    one(&[r#""Almaty""#, r#"{"en": "Astana", "kk": "Астана"}"#], &[1], true);
    one(&[r#""Almaty""#, r#"{"kk": "Астана", "en": "Astana"}"#], &[1], true);
}

#[test]
fn an_id_counts_before_the_text() {
    let before = r#"{"id": "a", "text": "Astanna", "score": 1}, {"id": "b", "text": "Almaty"}"#;
    let one = |after: &str, expected: &[usize], all| {
        let (before, after) = (with_options("single", before), with_options("single", after));
        check(&before, &chosen(&[0]), &after, chosen(expected), all);
    };
    one(r#"{"id": "b", "text": "Almaty"}, {"id": "a", "text": "Astana", "score": 1}"#, &[1], true);
    // Its author gave it another id, or none any more.
    one(r#"{"id": "b", "text": "Almaty"}, {"text": "Astanna", "score": 1}"#, &[1], true);
    one(r#"{"id": "b", "text": "Almaty"}, {"id": "c", "text": "Aktau", "score": 1}"#, &[], false);
}

#[test]
fn one_language_may_be_mended_and_what_is_alike_in_one_leads_nowhere() {
    let he = r#"{"text": {"en": "He", "ru": "Он", "kk": "Ол"}, "score": 1}"#;
    let she = r#"{"text": {"en": "She", "ru": "Она", "kk": "Ол"}, "score": 1}"#;
    let they = r#"{"text": "They"}"#;
    let list = |parts: &[&str]| with_options("single", &parts.join(","));
    let before = list(&[he, she, they]);
    let mended = she.replace("She", "she");
    check(&before, &chosen(&[1]), &list(&[they, &mended, he]), chosen(&[1]), true);
    // In Kazakh both read the same, but whoever chose "he" did not choose "she".
    check(&before, &chosen(&[0]), &list(&[she, they]), chosen(&[]), false);
}

#[test]
fn pictures_tell_options_apart() {
    let image = |src: &str, score: u8| {
        format!(r#"{{"text": "", "score": {score}, "picture": {{"src": "{src}", "alt": ""}}}}"#)
    };
    let list = |parts: &[&str]| {
        let parts: Vec<_> = parts.iter().map(|src| image(src, 1)).collect();
        with_options("multiple", &parts.join(","))
    };
    let before = list(&["a.svg", "b.svg", "c.svg"]);
    check(&before, &chosen(&[0, 2]), &list(&["c.svg", "b.svg", "a.svg"]), chosen(&[2, 0]), true);
    check(&before, &chosen(&[0, 2]), &list(&["c.svg", "b.svg"]), chosen(&[0]), false);
}

#[test]
fn entries_in_order_stay_and_the_same_word_twice_is_two() {
    let order = |list: &str| format!(r#""type": "order", "entries": [{list}]"#);
    let before = order(r#""the", "cat", "the", "dog""#);
    check(&before, &chosen(&[2, 0, 3]), &before, chosen(&[2, 0, 3]), true);
    let after = order(r#""a", "the", "cat", "the", "dog""#);
    check(&before, &chosen(&[2, 0, 3]), &after, chosen(&[3, 1, 4]), true);
    check(&before, &chosen(&[1, 3]), &order(r#""the", "dog""#), chosen(&[1]), false);
}

#[test]
fn cards_stay_in_their_places() {
    let placed = |list: &[Option<usize>]| Response::Placed(list.to_vec());
    let pairs = |list: &[(&str, &str)]| {
        let pair = |(l, r): &(&str, &str)| format!(r#"{{"left": "{l}", "right": "{r}"}}"#);
        let list: Vec<_> = list.iter().map(pair).collect();
        format!(r#""type": "match", "pairs": [{}]"#, list.join(","))
    };
    let before = pairs(&[("1", "one"), ("2", "two"), ("3", "three")]);
    let given = placed(&[Some(2), None, Some(0)]);
    let after = pairs(&[("0", "zero"), ("3", "three"), ("1", "one"), ("2", "two")]);
    check(&before, &given, &after, placed(&[None, Some(2), Some(1), None]), true);
    let without = pairs(&[("1", "one"), ("2", "two")]);
    check(&before, &given, &without, placed(&[None, None]), false);
    let sort = |groups: &str| {
        format!(r#""type": "sort", "groups": [{groups}], "cards": [{{"text": "x", "group": "a"}}]"#)
    };
    let before = sort(r#"{"id": "a", "text": "A"}, {"id": "b", "text": "B"}"#);
    let after = sort(r#"{"id": "b", "text": "beta"}, {"id": "a", "text": "alpha"}"#);
    check(&before, &placed(&[Some(1)]), &after, placed(&[Some(0)]), true);
}

// In two languages a word that was chosen was kept as it was shown, and lost in the other one.
#[test]
fn words_stay_in_their_blanks() {
    let blanks = |list: &[&str]| {
        let text: Vec<_> = (1..=list.len()).map(|n| format!("{{{n}}}")).collect();
        format!(r#""type": "blanks", "text": "{}", "blanks": [{}]"#, text.join(" "), list.join(","))
    };
    let snow = r#"{"options": [{"en": "white", "ru": "белый"}, {"en": "black", "ru": "чёрный"}]}"#;
    let swapped = r#"{"options": [{"en": "red"}, {"en": "black", "ru": "чёрный"}, "white"]}"#;
    let capital = r#"{"accepted": ["Astana", "Nur-Sultan"]}"#;
    let year = r#"{"answer": 1998}"#;
    let before = blanks(&[snow, capital, year]);
    let given = typed(&["0", "Astana", "1998"]);
    check(&before, &given, &before, given.clone(), true);
    // A blank was added before the others, and the words to choose from were mended.
    let after = blanks(&[year, swapped, capital, r#"{"accepted": ["x"]}"#]);
    check(&before, &given, &after, typed(&["1998", "2", "Astana", ""]), true);
    // The right answer was mended: the blank is the one with its number.
    let mended = blanks(&[snow, capital, r#"{"answer": 1997}"#]);
    check(&before, &given, &mended, given.clone(), true);
    check(&before, &given, &blanks(&[snow, year]), typed(&["0", "1998"]), false);
    check(
        r#""type": "number", "answer": 4"#,
        &typed(&["5"]),
        r#""type": "number", "answer": 5"#,
        typed(&["5"]),
        true,
    );
}

#[test]
fn a_step_of_a_scale_is_its_number() {
    let scale = |from: i32| format!(r#""type": "scale", "from": {from}, "to": 5"#);
    check(&scale(1), &chosen(&[2]), &scale(0), chosen(&[3]), true);
    check(&scale(1), &chosen(&[0]), &scale(2), chosen(&[]), false);
}

#[test]
fn an_item_of_another_type_takes_what_fits_it() {
    let list = r#"{"id": "a", "text": "A", "score": 1}, {"text": "B", "score": 1}"#;
    let (many, one) = (with_options("multiple", list), with_options("single", list));
    check(&many, &chosen(&[1]), &one, chosen(&[1]), true);
    check(&many, &chosen(&[0, 1]), &one, chosen(&[]), false);
    check(&many, &chosen(&[0]), r#""type": "text", "accepted": ["A"]"#, typed(&[""]), false);
    check(&many, &Response::Unsure, &one, Response::Unsure, true);
}

// What an earlier version kept: places in the file, and words as they were shown.
#[test]
fn what_an_earlier_version_kept_is_read_where_it_fits() {
    #[track_caller]
    fn old(kept: &str, item: &str, expected: Response, all: bool) {
        assert_eq!(kind(item).restore(&parse(kept)), (expected, all));
    }
    let item = with_options("single", r#"{"text": "A", "score": 1}, {"text": "B"}"#);
    old(r#"{"c": [1]}"#, &item, chosen(&[1]), true);
    old(r#"{"c": [9]}"#, &item, chosen(&[]), false);
    old(r#"{"p": [9]}"#, &item, chosen(&[]), false);
    let sort = r#""type": "sort", "groups": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}],
        "cards": [{"text": "x", "group": "a"}, {"text": "y", "group": "a"}]"#;
    old(r#"{"p": [1, null]}"#, sort, Response::Placed(vec![Some(1), None]), true);
    old(r#"{"p": [1, null, 0]}"#, sort, Response::Placed(vec![None, None]), false);
    let blanks = r#""type": "blanks", "text": "{1} {2}", "blanks": [{"accepted": ["x"]},
        {"options": [{"en": "white", "ru": "белый"}, {"en": "black", "ru": "чёрный"}]}]"#;
    old(r#"{"t": ["x", "чёрный"]}"#, blanks, typed(&["x", "1"]), true);
    old(r#"{"t": ["", ""]}"#, blanks, typed(&["", ""]), true);
    old(r#"{"t": ["x", "blue"]}"#, blanks, typed(&["x", ""]), false);
}
