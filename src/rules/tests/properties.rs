//! What holds for every rule and every text.

use proptest::prelude::*;

use super::grown::{Choices, Grow, anything, flag, number};
use super::naive::{Naive, naive};
use super::variables;
use crate::rules::{
    Amount, Change, Condition, Range, Tree, Value, Values, Variables, Verdict, parse,
};

/// Trees by one of the ways above; some are too long to be read.
fn grown(grow: Grow, depth: usize) -> impl Strategy<Value = Tree> {
    let bytes = prop::collection::vec(any::<u8>(), 0..120);
    bytes.prop_map(move |bytes| grow(&mut Choices(bytes.into_iter()), depth))
}

/// The text of a tree that is short enough to be read.
fn short(tree: &Tree) -> Result<String, TestCaseError> {
    let text = tree.text();
    prop_assume!(text.chars().count() <= crate::rules::LONGEST);
    Ok(text)
}

fn every(variables: &Variables) -> impl Iterator<Item = Values> {
    // The step shares no factor with the counts of values, so that all variables change.
    variables.every(10_000).unwrap().step_by(97)
}

fn in_range(variables: &Variables, values: &Values) -> bool {
    variables.all().iter().all(|variable| {
        match (variables.value(values, variable.name()), variable.range()) {
            (Some(Value::Number(n)), Range::Numbers(least, most)) => (*least..=*most).contains(&n),
            (Some(Value::Flag(_)), Range::Flags) => true,
            (Some(Value::Word(word)), Range::Words(words)) => words.iter().any(|w| w == word),
            _ => false,
        }
    }) && variables.restore(&variables.save(values)) == *values
}

proptest! {
    #[test]
    fn what_is_written_reads_back(tree in grown(anything, 4)) {
        let text = short(&tree)?;
        prop_assert_eq!(parse(&text), Ok(tree), "{}", text);
    }

    #[test]
    fn conditions_are_checked_and_reckoned(tree in grown(flag, 4)) {
        let (text, variables) = (short(&tree)?, variables());
        let condition = Condition::parse(&text, &variables);
        prop_assert!(condition.is_ok(), "{}: {:?}", text, condition);
        let condition = condition.unwrap();
        let verdict = condition.verdict(&variables, 10_000);
        for values in every(&variables) {
            let holds = condition.holds(&values);
            prop_assert_eq!(naive(&tree, &variables, &values), Naive::Flag(holds), "{}", text);
            prop_assert!(verdict != Verdict::Always || holds, "{text}");
            prop_assert!(verdict != Verdict::Never || !holds, "{text}");
        }
        let opposite = Condition::parse(&["not (", &text, ")"].concat(), &variables);
        if let Ok(opposite) = opposite {
            let expected = match verdict {
                Verdict::Always => Verdict::Never,
                Verdict::Never => Verdict::Always,
                other => other,
            };
            prop_assert_eq!(opposite.verdict(&variables, 10_000), expected, "{}", text);
        }
    }

    #[test]
    fn amounts_stay_within_their_bounds(tree in grown(number, 4)) {
        let (text, variables) = (short(&tree)?, variables());
        let amount = Amount::parse(&text, &variables);
        prop_assert!(amount.is_ok(), "{}: {:?}", text, amount);
        let amount = amount.unwrap();
        let (least, most) = amount.bounds(&variables, 10_000).unwrap();
        for values in every(&variables) {
            let number = amount.get(&values);
            prop_assert_eq!(naive(&tree, &variables, &values), Naive::Number(number), "{}", text);
            prop_assert!((least..=most).contains(&number), "{text}");
        }
    }

    #[test]
    fn changes_never_leave_the_range(number in grown(number, 3), flag in grown(flag, 3)) {
        let variables = variables();
        let texts = [
            ["trust = ", &number.text()].concat(),
            ["debt - ", &number.text()].concat(),
            ["told = ", &flag.text()].concat(),
            "role = other".to_owned(),
        ];
        for text in texts.iter().filter(|text| text.chars().count() <= crate::rules::LONGEST) {
            let change = Change::parse(text, &variables);
            prop_assert!(change.is_ok(), "{}: {:?}", text, change);
            let change = change.unwrap();
            for mut values in every(&variables) {
                change.apply(&mut values);
                prop_assert!(in_range(&variables, &values), "{text}: {values:?}");
            }
        }
    }

    #[test]
    fn any_text_is_a_rule_or_a_mistake(text in "\\PC{0,80}") {
        takes(&text)?;
    }

    #[test]
    fn any_signs_are_a_rule_or_a_mistake(
        words in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40),
        between in prop::sample::select(&["", " "][..]),
    ) {
        takes(&words.join(between))?;
    }
}

const PIECES: [&str; 40] = [
    "and",
    "or",
    "not",
    "in",
    "true",
    "false",
    "count",
    "sum",
    "any",
    "all",
    "min",
    "max",
    "(",
    ")",
    ",",
    "+",
    "-",
    "*",
    "=",
    "==",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
    "trust",
    "told",
    "role",
    "x",
    "1",
    "12",
    "1000000",
    "'coach'",
    "\"x\"",
    "'",
    "!",
    "(told",
    "role in ('coach')",
    "not(",
    "min(1,",
];

/// Reading ends, and a mistake names a column of the text.
fn takes(text: &str) -> Result<(), TestCaseError> {
    let variables = variables();
    let tree = parse(text);
    if let Ok(tree) = &tree {
        let again = parse(&tree.text());
        let grown = tree.text().chars().count() > crate::rules::LONGEST;
        prop_assert!(grown || again.as_ref() == Ok(tree), "{text}: {again:?}");
    }
    let problems = [
        tree.err(),
        Condition::parse(text, &variables).err(),
        Amount::parse(text, &variables).err(),
        Change::parse(text, &variables).err(),
    ];
    for problem in problems.into_iter().flatten() {
        let sentence = problem.to_string();
        let column = sentence.strip_prefix("column ").and_then(|rest| rest.split(':').next());
        let column: usize = column.and_then(|column| column.parse().ok()).unwrap_or(0);
        prop_assert!((1..=text.chars().count() + 1).contains(&column), "{text}: {sentence}");
    }
    Ok(())
}
