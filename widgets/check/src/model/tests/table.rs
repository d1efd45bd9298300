//! What ships is proven, and what is wrong with a file is named.

use adil::content::open;

use super::*;

#[test]
fn what_ships_is_proven_whole() {
    let mut count = 0;
    for file in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/examples")).unwrap() {
        let path = file.unwrap().path();
        let check = read(&std::fs::read_to_string(&path).unwrap());
        for limit in [5_000, 300_000] {
            assert_eq!(check.findings(limit), [], "{} within {limit}", path.display());
        }
        count += 1;
    }
    assert!(count >= 1);
}

pub(super) const SMALL: &str = r#"{"format": "adil", "formatVersion": 1, "kind": "check", "id": "c",
    "title": "C", "questions": [{"id": "a", "text": "A?"}, {"id": "b", "text": "B?"}],
    "facts": [{"id": "both", "if": "a = 'yes' and b = 'yes'"}],
    "rules": [{"if": "both", "result": "x"}, {"if": "not both", "result": "y"}],
    "results": [{"id": "x", "title": "X", "text": "x"}, {"id": "y", "title": "Y", "text": "y"}]}"#;

#[test]
fn the_checker_finds_holes_doubles_and_what_never_holds() {
    #[track_caller]
    fn case(change: (&str, &str), expected: &[&str]) {
        assert!(SMALL.contains(change.0), "the change has no place");
        let check = read(&SMALL.replacen(change.0, change.1, 1));
        let found: Vec<String> = check.findings(10_000).iter().map(Finding::sentence).collect();
        assert_eq!(found, expected);
    }
    case(("\"C\"", "\"D\""), &[]);
    case(
        (
            r#"{"if": "not both", "result": "y"}"#,
            r#"{"if": "a = 'no' and not both", "result": "y"}"#,
        ),
        &[
            "rules: expected a result for each set of answers, found none for not both, a = 'yes'",
            "rules: expected a result for each set of answers, found none for not both, a = 'unsure'",
        ],
    );
    case(
        (
            r#"{"if": "not both", "result": "y"}"#,
            r#"{"result": "y"}, {"if": "a = 'yes'", "result": "y"}"#,
        ),
        &[
            "rules: expected one result, found that rules[0] and rules[2] both hold for both, a = 'yes'",
        ],
    );
    case(
        (r#""if": "both""#, r#""if": "both and a = 'no'""#),
        &[
            "rules: expected a result for each set of answers, found none for a = 'yes', both",
            "rules[0]: expected a rule that can hold, found one that never does",
        ],
    );
    case(
        (r#"{"if": "both", "result": "x"}, "#, r#"{"if": "both", "result": "y"}, "#),
        &["results: expected a rule for each, found none for \"x\""],
    );
}

#[test]
fn mistakes_are_named_with_their_place() {
    #[track_caller]
    fn case(change: (&str, &str), expected: &str) {
        assert!(SMALL.contains(change.0), "the change has no place");
        let error = open::<Check>("c.json", &SMALL.replacen(change.0, change.1, 1), parse);
        assert_eq!(error.map(|_| ()).unwrap_err(), expected);
    }
    case(
        ("a = 'yes' and", "c = 'yes' and"),
        "c.json: facts[0].if: column 1: expected one of the names a, b, found c",
    );
    case(
        ("a = 'yes' and", "a = 'yess' and"),
        "c.json: facts[0].if: column 5: expected one of 'none', 'no', 'yes', 'unsure', found 'yess'",
    );
    case(
        (r#""result": "x""#, r#""result": "z""#),
        "c.json: rules[0].result: expected the id of a result of this file, found \"z\"",
    );
    case(
        (r#"{"id": "b""#, r#"{"id": "a""#),
        "c.json: facts[0]: expected names of their own, and at most 64 of them, found more, or one twice",
    );
    case(
        (r#"{"id": "b", "text": "B?"}"#, r#"{"id": "b", "text": "B?", "if": "both"}"#),
        "c.json: questions[1].if: column 1: expected the name a, found both",
    );
    case(
        (r#"{"id": "b", "text": "B?"}"#, r#"{"id": "b", "type": "one", "text": "B?"}"#),
        "c.json: questions[1].options: expected options, found none",
    );
}
