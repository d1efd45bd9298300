//! What rules come to.

use super::{json, variables};
use crate::json::Json;
use crate::rules::{Amount, Change, Condition, MoreThan, Value, Values, Verdict};

/// Trust is 3, debt -2, told false, seen true, role player, other coach, colour red.
#[track_caller]
fn condition(text: &str, expected: bool) {
    let variables = variables();
    let condition = Condition::parse(text, &variables).unwrap();
    assert_eq!(condition.holds(&variables.first()), expected, "{text}");
}

#[track_caller]
fn amount(text: &str, expected: i32) {
    let variables = variables();
    let amount = Amount::parse(text, &variables).unwrap();
    assert_eq!(amount.get(&variables.first()), expected, "{text}");
}

fn changed(texts: &[&str]) -> Values {
    let variables = variables();
    let mut values = variables.first();
    for text in texts {
        Change::parse(text, &variables).unwrap().apply(&mut values);
    }
    values
}

#[test]
fn conditions_hold_or_not() {
    let check = condition;
    check("trust >= 3 and not told", true);
    check("trust > 3", false);
    check("trust <= 3 and trust < 4 and trust = 3 and trust == 3 and 3 = trust", true);
    check("trust != 3", false);
    check("told or seen and told", false);
    check("(told or seen) and seen", true);
    check("not told and told", false);
    check("not (told and told)", true);
    check("told = seen", false);
    check("told != seen", true);
    check("told = false", true);
    check("(trust > 5) = told", true);
    check("role = 'player' and 'player' = role", true);
    check("role != 'coach'", true);
    check("role = other or role != other", true);
    check("role = other", false);
    check("role in ('coach', 'player')", true);
    check("not other in ('not sure', 'player')", true);
    check("any(told, seen)", true);
    check("all(told, seen)", false);
    check("count(told, seen, trust = 3) = 2", true);
    check("true", true);
}

#[test]
fn amounts_are_reckoned() {
    let check = amount;
    check("trust + 2 * 3", 9);
    check("(trust + 2) * 3", 15);
    check("trust - 1 - 1", 1);
    check("trust - (1 - 1)", 3);
    check("-trust * debt", 6);
    check("--trust", 3);
    check("min(trust, debt, 7)", -2);
    check("max(trust, debt, 7)", 7);
    check("min(trust)", 3);
    check("sum(trust, debt, 1, 1)", 3);
    check("count(seen, told, not told)", 2);
    check("count(seen) * 10 + trust", 13);
}

#[test]
fn sums_stop_at_their_bounds() {
    let million = "1000000 * 1000000";
    amount(million, i32::MAX);
    amount(&["-(", million, ")"].concat(), -i32::MAX);
    amount(&[million, " + 5"].concat(), i32::MAX);
    amount("1000000 * -1000000", i32::MIN);
    amount("-(1000000 * -1000000)", i32::MAX);
    amount("1000000 * -1000000 - 5", i32::MIN);
}

#[test]
fn changes_stay_within_the_range() {
    #[track_caller]
    fn check(texts: &[&str], name: &str, expected: Value) {
        let variables = variables();
        assert_eq!(variables.value(&changed(texts), name), Some(expected), "{texts:?}");
    }
    check(&["trust + 1"], "trust", Value::Number(4));
    check(&["trust + 100"], "trust", Value::Number(12));
    check(&["trust - 4"], "trust", Value::Number(0));
    check(&["trust * 2 + 1"], "trust", Value::Number(7));
    check(&["trust = debt"], "trust", Value::Number(0));
    check(&["trust = 1000000 * 1000000"], "trust", Value::Number(12));
    check(&["debt = trust"], "debt", Value::Number(0));
    check(&["debt - 100"], "debt", Value::Number(-5));
    check(&["told = true"], "told", Value::Flag(true));
    check(&["told = trust > 2 and seen"], "told", Value::Flag(true));
    check(&["seen = not seen"], "seen", Value::Flag(false));
    check(&["role = 'coach'"], "role", Value::Word("coach"));
    check(&["role = other"], "role", Value::Word("coach"));
    // One after the other.
    check(&["trust + 1", "debt = -trust", "trust = 0"], "debt", Value::Number(-4));
}

#[test]
fn what_lies_beyond_the_range_is_told() {
    #[track_caller]
    fn check(text: &str, expected: Option<i32>) {
        let variables = variables();
        let change = Change::parse(text, &variables).unwrap();
        assert_eq!(change.beyond(&variables.first()), expected, "{text}");
    }
    check("trust + 9", None);
    check("trust + 10", Some(13));
    check("trust - 3", None);
    check("trust - 4", Some(-1));
    check("told = true", None);
    check("role = 'coach'", None);
}

#[test]
fn what_is_kept_comes_back() {
    let variables = variables();
    let values = changed(&["trust + 4", "told = true", "role = 'not sure'"]);
    assert_eq!(variables.restore(&variables.save(&values)), values);
    let strange = json(r#"{"trust": 99, "debt": 1.5, "told": 1, "role": "king", "seen": false}"#);
    assert_eq!(variables.restore(&strange), changed(&["trust = 12", "seen = false"]));
    assert_eq!(variables.restore(&Json::Null), variables.first());
}

#[test]
fn the_checker_knows_when_conditions_hold() {
    #[track_caller]
    fn check(text: &str, expected: Verdict) {
        let variables = variables();
        let condition = Condition::parse(text, &variables).unwrap();
        assert_eq!(condition.verdict(&variables, 100), expected, "{text}");
    }
    check("trust >= 0", Verdict::Always);
    check("trust > 12", Verdict::Never);
    check("trust = 12", Verdict::Sometimes);
    check("told or not told", Verdict::Always);
    check("role in ('player', 'coach', 'not sure')", Verdict::Always);
    check("role = 'player' and role = 'coach'", Verdict::Never);
    check("false", Verdict::Never);
    // 13 × 6 = 78 values of two numbers, and 156 with a flag beside them.
    check("trust + debt > 12", Verdict::Never);
    check("trust + debt > 12 and told", Verdict::Unknown(MoreThan(100)));
    check("trust + debt < 1 or told", Verdict::Sometimes);
    assert_eq!(MoreThan(100).text(), "more than 100");
}

#[test]
fn the_checker_knows_the_bounds_of_amounts() {
    #[track_caller]
    fn check(text: &str, expected: Result<(i32, i32), MoreThan>) {
        let variables = variables();
        let amount = Amount::parse(text, &variables).unwrap();
        assert_eq!(amount.bounds(&variables, 100), expected, "{text}");
    }
    check("7", Ok((7, 7)));
    check("trust * 2 - 1", Ok((-1, 23)));
    check("trust - trust", Ok((0, 0)));
    check("trust * debt", Ok((-60, 0)));
    check("count(told, seen, trust > 20)", Ok((0, 2)));
    check("trust + debt + count(told)", Err(MoreThan(100)));
}

#[test]
fn every_value_is_given_once() {
    let variables = variables();
    // 13 × 6 × 2 × 2 × 3 × 3 × 2
    let all = 5_616;
    assert_eq!(variables.every(all - 1).map(Iterator::count), Err(MoreThan(all - 1)));
    let every: Vec<Values> = variables.every(all).unwrap().collect();
    assert_eq!(every.len(), 5_616);
    let mut seen = std::collections::BTreeSet::new();
    assert!(every.iter().all(|values| seen.insert(values.0.clone())));
    let of = |names: &[&str]| variables.every_of(names, 40).map(Iterator::count);
    assert_eq!(of(&["trust", "role", "x"]), Ok(39));
    assert_eq!(of(&["trust", "debt"]), Err(MoreThan(40)));
    let none = crate::rules::Variables::default();
    assert_eq!(none.every(1).map(Iterator::count), Ok(1));
}

#[test]
fn the_checker_knows_what_a_rule_is_about() {
    let variables = variables();
    let condition = Condition::parse("seen or max(trust, 2) > 1 and seen", &variables).unwrap();
    assert_eq!(condition.names(&variables), ["trust", "seen"]);
    let amount = Amount::parse("count(role = other)", &variables).unwrap();
    assert_eq!(amount.names(&variables), ["role", "other"]);
    let change = Change::parse("told = not colour = 'red'", &variables).unwrap();
    assert_eq!((change.name(&variables), change.names(&variables)), ("told", vec!["colour"]));
}

/// Values of other variables are no reason to panic.
#[test]
fn values_of_other_variables_are_taken_as_zero() {
    let (variables, none) = (variables(), crate::rules::Variables::default());
    let mut values = none.first();
    let condition = Condition::parse("trust = 0 and not seen", &variables).unwrap();
    assert!(condition.holds(&values));
    Change::parse("trust + 1", &variables).unwrap().apply(&mut values);
    assert_eq!(values, none.first());
    assert_eq!(variables.value(&values, "role"), Some(Value::Word("player")));
}
