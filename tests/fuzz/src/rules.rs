//! Rules as text, and declarations of variables that are nearly right.

use std::sync::LazyLock;

use adil::Json;
use adil::json::{self, Cursor, FromJson, Warnings};
use adil::rules::{Amount, Change, Condition, LONGEST, Range, Value, Values, Variables, parse};

use crate::edits::{Choices, edited};
use crate::files::tree;
use crate::texts::text_of;

const DECLARED: &str = r#"{
    "trust": {"start": 3, "min": 0, "max": 12, "label": {"en": "Trust", "kk": "Сенім"}},
    "debt": {"start": -2, "min": -1000000, "max": 0},
    "told": {"start": false},
    "role": {"start": "player", "words": ["player", "coach", "not sure"]},
    "other": {"start": "coach", "words": ["player", "coach", "not sure"]}
}"#;

/// Rules to begin with.
pub const SEEDS: [&str; 6] = [
    "trust >= 5 and not told or role in ('coach', 'not sure')",
    "count(trust > 2, told, role != other) = 2 and (told = true)",
    "max(trust, -debt, 3) * 2 - min(1, sum(trust, debt))",
    "trust + 1",
    "told = all(trust = 12, any(not told, debt < 0))",
    "role = other",
];

/// What rules are made of, for tests that put it together anyhow.
#[cfg(test)]
pub const PIECES: [&str; 32] = [
    "trust",
    "debt",
    "told",
    "role",
    "other",
    "and",
    "or",
    "not",
    "in",
    "true",
    "false",
    "count(",
    "sum(",
    "any(",
    "all(",
    "min(",
    "max(",
    "(",
    ")",
    ",",
    "+",
    "-",
    "*",
    "=",
    "!=",
    "<",
    ">=",
    "1",
    "1000000",
    "'coach'",
    "('player')",
    "role = 'coach'",
];

fn declared(json: &Json) -> Option<Variables> {
    match Variables::read(&Cursor::top(json, &Warnings::default())) {
        Ok(variables) => Some(variables),
        Err(problem) => {
            let sentence = problem.sentence();
            assert!(
                sentence.contains(": expected ") && sentence.contains(", found "),
                "{sentence}"
            );
            None
        }
    }
}

/// No variable is anything else than it may be, and what is kept comes back.
fn check(variables: &Variables, values: &Values) {
    for variable in variables.all() {
        let value = variables.value(values, variable.name());
        let fits = match (value, variable.range()) {
            (Some(Value::Number(n)), Range::Numbers(least, most)) => (*least..=*most).contains(&n),
            (Some(Value::Flag(_)), Range::Flags) => true,
            (Some(Value::Word(word)), Range::Words(words)) => words.iter().any(|w| w == word),
            _ => false,
        };
        assert!(fits, "{} is {value:?}", variable.name());
    }
    let kept = json::write(&variables.save(values));
    assert_eq!(&variables.restore(&tree(&kept)), values, "what is kept comes back");
}

/// A rule as every kind of rule: a mistake names a column, the rest comes to a result.
fn take(rule: &str, variables: &Variables) {
    const LIMIT: u64 = 64;
    let read = parse(rule);
    if let Ok(tree) = &read {
        let again = tree.text();
        // Marks and zeros that nobody needs are dropped, blanks are added.
        if again.chars().count() <= LONGEST {
            assert_eq!(parse(&again).as_ref(), Ok(tree), "{rule:?} is written as {again:?}");
        }
    }
    let condition = Condition::parse(rule, variables);
    if let Ok(condition) = &condition {
        _ = (condition.holds(&variables.first()), condition.verdict(variables, LIMIT));
    }
    let amount = Amount::parse(rule, variables);
    if let Ok(amount) = &amount {
        let first = amount.get(&variables.first());
        if let Ok((least, most)) = amount.bounds(variables, LIMIT) {
            assert!((least..=most).contains(&first), "{rule:?} is {first} at first");
        }
    }
    let change = Change::parse(rule, variables);
    if let Ok(change) = &change {
        let mut values = variables.first();
        for _ in 0..3 {
            change.apply(&mut values);
            check(variables, &values);
        }
    }
    let refused = [read.err(), condition.err(), amount.err(), change.err()];
    for problem in refused.into_iter().flatten() {
        let sentence = problem.sentence();
        let column = sentence.strip_prefix("column ").and_then(|rest| rest.split_once(':'));
        let column = column.and_then(|(column, _)| column.parse().ok()).unwrap_or(0);
        let inside = (1..=rule.chars().count() + 1).contains(&column);
        assert!(inside, "{rule:?}: {sentence}");
    }
}

/// Rules as text.
pub fn text(bytes: &[u8]) {
    static VARIABLES: LazyLock<Option<Variables>> = LazyLock::new(|| declared(&tree(DECLARED)));
    let Some(variables) = &*VARIABLES else { panic!("the variables cannot be read") };
    take(&text_of(bytes), variables);
}

/// Declarations that are nearly right, and rules over what is left of them.
pub fn variables(bytes: &[u8]) {
    static SEED: LazyLock<Json> = LazyLock::new(|| tree(DECLARED));
    let json = edited(&SEED, &mut Choices(bytes));
    if let Some(variables) = declared(&json) {
        check(&variables, &variables.first());
        SEEDS.iter().for_each(|rule| take(rule, &variables));
        if let Ok(every) = variables.every(200) {
            every.for_each(|values| check(&variables, &values));
        }
    }
}
