//! All kinds of questions.

use super::*;

const KINDS: &str = r#"{"format": "adil", "formatVersion": 1, "kind": "check", "id": "c",
    "title": "C", "match": "all", "scale": ["0", "1", "2", "3", "4"],
    "questions": [
        {"id": "help", "type": "some", "text": "Who helps?", "options": [
            {"id": "phone", "text": "A line", "said": "there is a line"},
            {"id": "office", "text": "An office", "said": "there is an office"}]},
        {"id": "size", "type": "one", "text": "How large?", "options": [
            {"id": "small", "text": "Small", "said": "it is small"}, {"id": "large", "text": "Large"}]},
        {"id": "told", "text": "Told?"},
        {"id": "since", "type": "date", "text": "Since?", "optional": true},
        {"id": "remark", "type": "text", "text": "Remark?", "optional": true},
        {"id": "a", "type": "scale", "weight": 3, "text": "A?"},
        {"id": "b", "type": "scale", "text": "B?"}],
    "facts": [
        {"id": "points", "amount": "sum(a, b) + help"},
        {"id": "level", "amount": "points", "levels": [
            {"from": 0, "word": "low"}, {"from": 4, "word": "middle"}, {"from": 8, "word": "high"}]},
        {"id": "open_door", "if": "help_office and told != 'no'"}],
    "rules": [{"if": "level = 'high'", "result": "x"}, {"if": "open_door", "result": "y"},
        {"if": "percent < 50", "result": "z"}],
    "results": [{"id": "x", "title": "X", "text": "x"}, {"id": "y", "title": "Y", "text": "y"},
        {"id": "z", "title": "Z", "text": "z"}]}"#;

#[test]
fn all_kinds_of_questions_reach_flags_counts_sums_and_levels() {
    #[track_caller]
    fn case(given: &[(&str, Answer)], results: &[&str], could: &[&str]) {
        let check = read(KINDS);
        let verdict = check.verdict(&answers(&check, given));
        assert_eq!(ids(&check, &verdict.results), results);
        assert_eq!(ids(&check, &verdict.could), could);
    }
    let points = |a: u8, b: u8| [("a", Answer::Scale(a)), ("b", Answer::Scale(b))];
    let help = |all: &[usize]| ("help", Answer::Some(all.to_vec()));
    let with = |more: &[(&'static str, Answer)], a, b| [more, &points(a, b)].concat();
    // 4 + 3 + 1 of the two helpers is high; 12 + 3 of 16 is more than half.
    case(&with(&[help(&[0]), ("told", Answer::No)], 4, 3), &["x"], &[]);
    case(&with(&[help(&[1]), ("told", Answer::Yes)], 4, 3), &["x", "y"], &[]);
    case(&with(&[help(&[1]), ("told", Answer::Unsure)], 0, 4), &["z"], &["y"]);
    case(&with(&[help(&[]), ("told", Answer::No)], 0, 0), &["z"], &[]);
    case(&[help(&[0, 1]), ("told", Answer::No)], &["z"], &[]);
}

#[test]
fn a_question_takes_only_answers_of_its_kind() {
    #[track_caller]
    fn case(name: &str, answer: &Answer, fits: bool) {
        let check = read(KINDS);
        let n = check.questions.iter().position(|one| one.fields.id.as_str() == name).unwrap();
        let answers = answers(&check, &[(name, answer.clone())]);
        assert_eq!(answers.get(n), fits.then_some(answer));
        let again = Answers::restore(&check, &answers.save(&check));
        assert_eq!(again.get(n), answers.get(n));
    }
    case("help", &Answer::Some(vec![0, 1]), true);
    case("help", &Answer::Some(vec![1, 0]), false);
    case("help", &Answer::Some(vec![2]), false);
    case("size", &Answer::One(1), true);
    case("size", &Answer::One(2), false);
    case("size", &Answer::Yes, false);
    case("told", &Answer::Unsure, true);
    case("since", &Answer::Day(adil::content::Day::parse("2026-02-28").unwrap()), true);
    case("remark", &Answer::Text("ж".repeat(LONGEST_TEXT)), true);
    case("remark", &Answer::Text("ж".repeat(LONGEST_TEXT + 1)), false);
    case("a", &Answer::Scale(4), true);
    case("a", &Answer::Scale(5), false);
    case("a", &Answer::Not("none here".into()), true);
}

#[test]
fn what_is_missing_is_what_was_asked_and_has_no_full_answer() {
    let check = read(KINDS);
    assert_eq!(check.missing(&Answers::default()), [0, 1, 2, 5, 6]);
    let given = [("a", Answer::Not("  ".into())), ("b", Answer::Not("we have none".into()))];
    assert_eq!(
        check.missing(&answers(&check, &given)),
        [0, 1, 2, 5],
        "a reason has to say something"
    );
}
