//! How texts are read: what belongs together, and the one spelling for several.

use crate::rules::parse;

/// The text reads as the other one does, and that one is how it is written.
#[track_caller]
fn check(text: &str, expected: &str) {
    let tree = parse(text).unwrap();
    assert_eq!(tree.text(), expected, "{text}");
    assert_eq!(parse(expected).as_ref(), Ok(&tree), "{text}");
}

#[test]
fn what_is_tighter_comes_first() {
    check("a or b and c", "a or b and c");
    check("(a or b) and c", "(a or b) and c");
    check("a or (b and c)", "a or b and c");
    check("not a and b", "not a and b");
    check("not (a and b)", "not (a and b)");
    check("not (a = b)", "not a = b");
    check("(not a) = b", "(not a) = b");
    check("(a + b) * c", "(a + b) * c");
    check("a + (b * c)", "a + b * c");
    check("(a + b) >= (c * d)", "a + b >= c * d");
    check("(a < b) = (c < d)", "(a < b) = (c < d)");
    check("-a * b", "-a * b");
    check("-(a * b)", "-(a * b)");
    check("(a and b) and c", "(a and b) and c");
    check("not not a", "not not a");
}

#[test]
fn taking_away_is_adding_the_opposite() {
    check("a - b - c", "a - b - c");
    check("a - (b - c)", "a - (b - c)");
    check("a - (b * c)", "a - b * c");
    check("a + -b", "a - b");
    check("a - -b", "a - -b");
    check("-a - b", "-a - b");
    check("--a", "--a");
    check("3 - 1", "3 - 1");
}

#[test]
fn one_spelling_stands_for_several() {
    check("a == b", "a = b");
    check("a≠b", "a != b");
    check("a ≤ 1 or a ≥ 2", "a <= 1 or a >= 2");
    check("a − 1 – 2", "a - 1 - 2");
    check("role=“coach”", "role = 'coach'");
    check("role = \"not sure\"", "role = 'not sure'");
    check("role in (‘a’,«ә b»)", "role in ('a', 'ә b')");
    check("\u{feff}a\u{a0}+\u{200b}\n007", "a + 7");
    check("count( a,b and c , true )", "count(a, b and c, true)");
    check("min(1, max(a, -2), sum(b)) ", "min(1, max(a, -2), sum(b))");
    check("any(a) or all(b, not c)", "any(a) or all(b, not c)");
}
