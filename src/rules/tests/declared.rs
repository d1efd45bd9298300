//! Declarations, and what authors are told about them.

use super::{declare, variables};
use crate::rules::{Name, Range, Value, Variable, Variables};

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(declare(text).unwrap_err().to_string(), expected, "{text}");
}

#[test]
fn each_kind_is_known_by_its_first_value() {
    let variables = variables();
    let ranges: Vec<&Range> = variables.all().iter().map(Variable::range).collect();
    assert_eq!(ranges[0], &Range::Numbers(0, 12));
    assert_eq!(ranges[2], &Range::Flags);
    assert_eq!(ranges[6], &Range::Words(vec!["red".into(), "blue".into()]));
    let first = variables.first();
    let values = ["debt", "seen", "other", "x"].map(|name| variables.value(&first, name));
    let expected = [Value::Number(-2), Value::Flag(true), Value::Word("coach")].map(Some);
    assert_eq!(values, [expected[0], expected[1], expected[2], None]);
    let labelled = declare(r#"{"a": {"start": true, "label": {"en": "Aye"}}}"#).unwrap();
    assert_eq!(labelled.all()[0].label().map(|label| label.get("en")), Some("Aye"));
}

#[test]
fn numbers_that_do_not_fit() {
    check(
        "[]",
        "the top of the file: expected an object with a field for each variable, \
                 found a list of 0",
    );
    check(r#"{"a": 5}"#, "a: expected fields in { }, found 5");
    check(r#"{"a": {}}"#, "a.start: expected a value, found nothing");
    check(r#"{"a": {"start": 1, "max": 2}}"#, "a.min: expected a value, found nothing");
    let whole = "expected a whole number from -1000000 to 1000000, found";
    check(r#"{"a": {"start": 1, "min": 0, "max": "12"}}"#, &["a.max: ", whole, " \"12\""].concat());
    check(r#"{"a": {"start": 1, "min": 0.5, "max": 2}}"#, &["a.min: ", whole, " 0.5"].concat());
    check(
        r#"{"a": {"start": 1, "min": 0, "max": 1e9}}"#,
        &["a.max: ", whole, " 1000000000"].concat(),
    );
    check(
        r#"{"a": {"start": [], "min": 0, "max": 2}}"#,
        &["a.start: ", whole, " a list of 0"].concat(),
    );
    check(
        r#"{"a": {"start": 1, "min": 3, "max": 2}}"#,
        "a.max: expected a whole number from 3 (min) on, found 2",
    );
    check(
        r#"{"a": {"start": 15, "min": 0, "max": 12}}"#,
        "a.start: expected a whole number from 0 to 12, found 15",
    );
}

#[test]
fn words_that_do_not_fit() {
    check(
        r#"{"a": {"start": "x"}}"#,
        "a.words: expected a list of 1 to 40 words, found a list of 0",
    );
    check(
        r#"{"a": {"start": "x", "words": ["y"]}}"#,
        "a.start: expected one of the words in the list, found \"x\"",
    );
    check(
        r#"{"a": {"start": "x", "words": ["x", "y", "x"]}}"#,
        "a.words[2]: expected a word that is not yet in the list, found \"x\"",
    );
    let word = "expected a word of 1 to 60 characters without quotation marks, found";
    check(
        r#"{"a": {"start": "x", "words": ["x", "don't"]}}"#,
        &["a.words[1]: ", word, " \"don't\""].concat(),
    );
    check(
        r#"{"a": {"start": "x", "words": ["x", ""]}}"#,
        &["a.words[1]: ", word, " \"\""].concat(),
    );
    check(r#"{"a": {"start": "x", "words": ["x", 1]}}"#, &["a.words[1]: ", word, " 1"].concat());
}

#[test]
fn names_that_do_not_fit() {
    let name = "expected a name of up to 40 letters a to z, digits and _, first a letter, found";
    check(r#"{"my-trust": {"start": true}}"#, &["my-trust: ", name, " \"my-trust\""].concat());
    check(r#"{"2b": {"start": true}}"#, &["2b: ", name, " \"2b\""].concat());
    check(r#"{"сенім": {"start": true}}"#, &["сенім: ", name, " \"сенім\""].concat());
    check(
        r#"{"count": {"start": true}}"#,
        "count: expected a name that is no word of the rules themselves, found \"count\"",
    );
    check(
        r#"{"not": {"start": true}}"#,
        "not: expected a name that is no word of the rules themselves, found \"not\"",
    );
    check(
        r#"{"a": {"start": true}, "a": {"start": false}}"#,
        "a: expected a name that no other variable has, found \"a\" again",
    );
    let many: Vec<String> = (0..65).map(|n| format!("\"v{n}\": {{\"start\": true}}")).collect();
    check(
        &["{", &many.join(","), "}"].concat(),
        "v64: expected at most 64 variables, found one more",
    );
}

/// Widgets declare variables, too: whatever they give is a variable or nothing.
#[test]
fn variables_of_widgets_are_whole() {
    let name = |text| Name::parse(text).unwrap();
    let number = Variable::number(name("score"), 5, -5, 99);
    assert_eq!(number.range(), &Range::Numbers(5, 5));
    let huge = Variable::number(name("score"), i32::MIN, i32::MAX, 0);
    assert_eq!(huge.range(), &Range::Numbers(-1_000_000, 1_000_000));
    assert_eq!(Variable::words(name("answer"), &[], 0), None);
    assert_eq!(Variable::words(name("answer"), &["yes", "yes"], 0), None);
    assert_eq!(Variable::words(name("answer"), &["'"], 0), None);
    let answer = Variable::words(name("answer"), &["yes", "no"], 7).unwrap();
    assert_eq!(Variables::new(vec![answer.clone(), answer.clone()]), None);
    let variables = Variables::new(vec![answer, huge]).unwrap();
    assert_eq!(variables.value(&variables.first(), "answer"), Some(Value::Word("no")));
    assert_eq!(Name::parse("min"), None);
    assert_eq!(Name::parse("Or"), None);
    assert_eq!(Name::parse(""), None);
}

#[test]
fn a_variable_takes_values_of_its_kind_alone() {
    #[track_caller]
    fn set(name: &str, value: Value, expected: Option<Value>) {
        let variables = variables();
        let mut values = variables.first();
        let before = variables.value(&values, name);
        let was_set = variables.set(&mut values, name, value);
        assert_eq!(was_set, expected.is_some());
        assert_eq!(variables.value(&values, name), expected.or(before));
    }
    set("trust", Value::Number(7), Some(Value::Number(7)));
    set("trust", Value::Number(99), Some(Value::Number(12)));
    set("debt", Value::Number(i32::MIN), Some(Value::Number(-5)));
    set("told", Value::Flag(true), Some(Value::Flag(true)));
    set("role", Value::Word("not sure"), Some(Value::Word("not sure")));
    set("role", Value::Word("referee"), None);
    set("role", Value::Flag(true), None);
    set("trust", Value::Word("7"), None);
    set("nobody", Value::Number(1), None);
}
