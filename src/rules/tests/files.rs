//! Rules where they stand in a content file.

use super::json;
use crate::json::{Cursor, FromJson, Warnings, schema};
use crate::rules::{Amount, Changes, Condition, Value, Variables};

crate::record! {
    /// A choice of a story.
    pub struct Choice {
        /// When it is offered.
        "if" condition: Option<Condition>,
        /// What it changes.
        "set" changes: Changes,
        /// How much it weighs.
        "weight" weight: Option<Amount>,
    }
}

crate::record! {
    /// A story.
    pub struct Story {
        /// What the rules are about.
        "variables" variables: Variables,
        /// The choices.
        "choices" choices: Vec<Choice>,
    }
}

fn read(choice: &str) -> Result<Story, String> {
    let variables = r#"{"trust": {"start": 3, "min": 0, "max": 12}, "told": {"start": false}}"#;
    let text = format!("{{\"variables\": {variables}, \"choices\": [{{}}, {choice}]}}");
    Story::read(&Cursor::top(&json(&text), &Warnings::default())).map_err(|e| e.to_string())
}

#[test]
fn fields_of_records_are_rules() {
    let text = r#"{"if": "trust >= 3", "set": ["trust + 1", "told = trust = 4"], "weight": 2}"#;
    let story = read(text).unwrap();
    let choice = &story.choices[1];
    let mut values = story.variables.first();
    assert_eq!(choice.condition.as_ref().map(|c| c.holds(&values)), Some(true));
    assert_eq!(choice.weight.as_ref().map(|w| w.get(&values)), Some(2));
    choice.changes.apply(&mut values);
    assert_eq!(story.variables.value(&values, "told"), Some(Value::Flag(true)));
    assert!(story.choices[0].changes.all().is_empty());
    assert_eq!(
        read(r#"{"if": true, "set": "told = true"}"#).unwrap().choices[1].changes.all().len(),
        1
    );
}

#[test]
fn mistakes_name_the_place_in_the_file_and_in_the_rule() {
    #[track_caller]
    fn check(choice: &str, expected: &str) {
        assert_eq!(read(choice), Err(expected.to_owned()), "{choice}");
    }
    check(
        r#"{"if": "trust > told"}"#,
        "choices[1].if: column 9: expected a number, found the flag told",
    );
    check(r#"{"if": 5}"#, "choices[1].if: expected a condition such as \"trust >= 5\", found 5");
    check(
        r#"{"set": ["trust + 1", "told"]}"#,
        "choices[1].set[1]: column 5: expected =, found the end",
    );
    check(
        r#"{"set": "x + 1"}"#,
        "choices[1].set: column 1: expected one of the names trust, told, found x",
    );
    check(
        r#"{"set": 5}"#,
        "choices[1].set: expected a change such as \"trust + 1\", or a list of changes, found 5",
    );
    check(
        r#"{"set": [true]}"#,
        "choices[1].set[0]: expected a change such as \"trust + 1\" or \"told = true\", found true",
    );
    check(
        r#"{"weight": 1.5}"#,
        "choices[1].weight: expected a whole number, or an amount such as \"trust + 1\", found 1.5",
    );
    check(
        r#"{"weight": "told"}"#,
        "choices[1].weight: column 1: expected a number, found the flag told",
    );
}

#[test]
fn a_mistake_in_the_variables_has_its_own_place() {
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let json = json(text);
        let warnings = Warnings::default();
        let cursor = Cursor::top(&json, &warnings);
        let read = cursor.each_field("an object", |_, cursor| Condition::read(cursor));
        assert_eq!(read.unwrap_err().to_string(), expected);
    }
    check(
        r#"{"if": "trust > 1", "variables": {"trust": {"start": 3, "min": 0, "max": "12"}}}"#,
        "variables.trust.max: expected a whole number from -1000000 to 1000000, found \"12\"",
    );
    check(
        r#"{"if": "trust > 1"}"#,
        "if: column 1: expected no name, since the file declares no variables, found trust",
    );
}

#[test]
fn the_schema_describes_declarations_and_rules() {
    let schema = schema::document::<Story>("Story");
    let definitions = &schema["$defs"];
    for name in ["Condition", "Amount", "Changes", "NumberVariable", "FlagVariable", "WordVariable"]
    {
        assert!(definitions[name].is_object(), "{name}");
        assert!(definitions[name]["description"].is_string() || name == "Changes", "{name}");
    }
}
