//! Every sentence that an author can get about a rule.

use super::variables;
use crate::rules::{Amount, Change, Condition};

#[track_caller]
fn condition(text: &str, expected: &str) {
    let problem = Condition::parse(text, &variables()).unwrap_err();
    assert_eq!(problem.to_string(), expected, "{text}");
}

#[track_caller]
fn amount(text: &str, expected: &str) {
    let problem = Amount::parse(text, &variables()).unwrap_err();
    assert_eq!(problem.to_string(), expected, "{text}");
}

#[track_caller]
fn change(text: &str, expected: &str) {
    let problem = Change::parse(text, &variables()).unwrap_err();
    assert_eq!(problem.to_string(), expected, "{text}");
}

#[test]
fn signs_of_other_languages() {
    let check = condition;
    check("told && seen", "column 6: expected and, found &&");
    check("told || seen", "column 6: expected or, found ||");
    check("told & seen", "column 6: expected and, found &");
    check("told | seen", "column 6: expected or, found |");
    check("!told", "column 1: expected not, found !");
    check("trust <> 5", "column 7: expected !=, found <>");
    check("trust => 5", "column 7: expected >=, found =>");
    check("trust =< 5", "column 7: expected <=, found =<");
    check("trust === 5", "column 7: expected =, found ===");
    check("trust !== 5", "column 7: expected !=, found !==");
    check("trust := 5", "column 7: expected =, found :=");
    check("trust × 2 > 5", "column 7: expected *, found ×");
    check("role in ['coach']", "column 9: expected (, found [");
    let no_division = "expected +, - or *, since rules do not divide, found";
    check("trust / 2 > 1", &["column 7: ", no_division, " /"].concat());
    check("trust ÷ 2 > 1", &["column 7: ", no_division, " ÷"].concat());
    check("trust % 2 = 1", &["column 7: ", no_division, " %"].concat());
    let sign = "expected a name, a number, a word in quotation marks or a sign, found";
    check("trust; told", &["column 6: ", sign, " ;"].concat());
    check("тrust > 1", &["column 1: ", sign, " т"].concat());
    check("👍", &["column 1: ", sign, " 👍"].concat());
}

#[test]
fn numbers_and_words_that_are_none() {
    let check = condition;
    check("trust > 2.5", "column 9: expected a whole number, found 2.5");
    check("trust > 5x", "column 9: expected a whole number, found 5x");
    check("trust > 1000001", "column 9: expected a whole number up to 1000000, found 1000001");
    check(
        "trust > 99999999999999999999",
        "column 9: expected a whole number up to 1000000, found 99999999999999999999",
    );
    check("role = 'coach", "column 14: expected a closing quotation mark, found the end");
    check("'", "column 2: expected a closing quotation mark, found the end");
    check("ә", "column 1: expected a name, a number, a word in quotation marks or a sign, found ә");
}

#[test]
fn what_is_missing_or_too_much() {
    let check = condition;
    let value = "expected a name, a number, a word in quotation marks or (, found";
    check("", &["column 1: ", value, " the end"].concat());
    check("trust >", &["column 8: ", value, " the end"].concat());
    check("told and", &["column 9: ", value, " the end"].concat());
    check("told and and seen", &["column 10: ", value, " and"].concat());
    check("trust > > 5", &["column 9: ", value, " >"].concat());
    check("count()", &["column 7: ", value, " )"].concat());
    check("told = not seen", &["column 8: ", value, " not"].concat());
    let end = "expected the end or a sign such as >=, + or and, found";
    check("trust 5", &["column 7: ", end, " 5"].concat());
    check("told seen", &["column 6: ", end, " seen"].concat());
    check("told)", &["column 5: ", end, " )"].concat());
    check("role 'coach'", &["column 6: ", end, " 'coach'"].concat());
    check("(told", "column 6: expected ) or a sign such as >=, + or and, found the end");
    check(
        "any(told seen)",
        "column 10: expected a comma, ) or a sign such as >=, + or and, found seen",
    );
    check(
        "2 < trust < 5",
        "column 11: expected one comparison at a time, as in 2 < trust and trust < 5, found <",
    );
    let list = "column 9: expected words in brackets, as in ('yes', 'no'), found 'coach'";
    check("role in 'coach'", list);
    check("role in (coach)", "column 10: expected a word in quotation marks, found coach");
    check("role in ()", "column 10: expected a word in quotation marks, found )");
    check("role in ('coach' 'player')", "column 18: expected a comma or ), found 'player'");
    check("count > 1", "column 7: expected ( after count, found >");
    check("avg(trust)", "column 1: expected count, sum, any, all, min or max before (, found avg");
}

#[test]
fn types_that_do_not_fit() {
    let check = condition;
    check("trust > told", "column 9: expected a number, found the flag told");
    check("trust", "column 1: expected a flag or a comparison, found the number trust");
    check("role", "column 1: expected a flag or a comparison, found the word role");
    check("5", "column 1: expected a flag or a comparison, found the number 5");
    check("'coach'", "column 1: expected a flag or a comparison, found the word 'coach'");
    check("told and trust + 1", "column 10: expected a flag or a comparison, found a number");
    check("trust = true", "column 9: expected a number, found true");
    check("trust = 'coach'", "column 9: expected a number, found the word 'coach'");
    check("trust = (told and seen)", "column 10: expected a number, found what is true or false");
    check("trust > any(told)", "column 9: expected a number, found any(…), which is true or false");
    check("trust > all(told)", "column 9: expected a number, found all(…), which is true or false");
    check("told < seen", "column 1: expected a number, found the flag told");
    check("told = 1", "column 8: expected a flag or a comparison, found the number 1");
    check("count(trust) > 1", "column 7: expected a flag or a comparison, found the number trust");
    check("role = 5", "column 8: expected a word, found the number 5");
    check("role = told", "column 8: expected a word, found the flag told");
    check("'coach' = 'coach'", "column 11: expected a name, found the word 'coach'");
    check("trust in ('coach')", "column 1: expected a word, found the number trust");
    check("'coach' in ('coach')", "column 1: expected a name, found the word 'coach'");
    check(
        "role = 'trainer'",
        "column 8: expected one of 'player', 'coach', 'not sure', found 'trainer'",
    );
    check("colour in ('red', '')", "column 19: expected one of 'red', 'blue', found ''");
    check(
        "colour = role",
        "column 10: expected one of 'red', 'blue', or a variable with these words, \
         found the word role",
    );
    amount("told", "column 1: expected a number, found the flag told");
    amount("trust > 1", "column 1: expected a number, found a comparison");
    amount("1 + role", "column 5: expected a number, found the word role");
    amount("min(1, not told)", "column 8: expected a number, found what is true or false");
}

#[test]
fn names_that_are_not_declared() {
    let names = "expected one of the names trust, debt, told, seen, role, other, colour, found";
    condition("Trust > 1", &["column 1: ", names, " Trust"].concat());
    condition("told and x", &["column 10: ", names, " x"].concat());
    condition("true AND told", "column 6: expected and in small letters, found AND");
    condition("Not told", "column 1: expected not in small letters, found Not");
    condition(
        "role = coach",
        "column 8: expected the word in quotation marks, 'coach', found coach",
    );
    let none = crate::rules::Variables::default();
    let problem = Condition::parse("x", &none).unwrap_err().to_string();
    assert_eq!(
        problem,
        "column 1: expected no name, since the file declares no variables, found x"
    );
}

#[test]
fn changes_that_are_none() {
    let check = change;
    check("5", "column 1: expected the name of what changes, found 5");
    check("", "column 1: expected the name of what changes, found the end");
    check("-trust", "column 1: expected the name of what changes, found -");
    check("trust", "column 6: expected =, +, - or *, found the end");
    check("trust += 1", "column 7: expected one sign, as in trust + 1, found +=");
    check("told", "column 5: expected =, found the end");
    check("told + 1", "column 6: expected =, found +");
    check("told = 1", "column 8: expected a flag or a comparison, found the number 1");
    check("trust = told", "column 9: expected a number, found the flag told");
    check("trust + told", "column 9: expected a number, found the flag told");
    check("trust + 1 > 2", "column 1: expected a number, found a comparison");
    check(
        "role = 'trainer'",
        "column 8: expected one of 'player', 'coach', 'not sure', found 'trainer'",
    );
    check("role = 5", "column 8: expected a word, found the number 5");
    check(
        "x = 5",
        "column 1: expected one of the names trust, debt, told, seen, role, other, \
                    colour, found x",
    );
    check(
        "count = 5",
        "column 1: expected one of the names trust, debt, told, seen, role, other, \
                        colour, found count",
    );
    check("true = told", "column 1: expected the name of what changes, found true");
}

#[test]
fn rules_beyond_all_measure() {
    let long = "told or ".repeat(63) + "told";
    condition(&long, "column 501: expected at most 500 characters, found 508");
    let deep = |open: &str, n: usize| open.repeat(n) + "told" + &")".repeat(n);
    let inside = |column: usize, found: &str| {
        format!("column {column}: expected at most 16 parts inside each other, found {found}")
    };
    assert!(Condition::parse(&deep("(", 16), &variables()).is_ok());
    condition(&deep("(", 17), &inside(17, "("));
    condition(&deep("any(", 17), &inside(68, "("));
    condition(&("not ".repeat(17) + "told"), &inside(69, "told"));
    amount(&("-".repeat(17) + "1"), &inside(18, "1"));
    // As long as it may be, and no deeper than one.
    let chain = "told or ".repeat(62) + "told";
    assert!(Condition::parse(&chain, &variables()).is_ok());
}
