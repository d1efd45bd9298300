//! Accepted answers: patterns in which `*` stands for any characters.

use adil::content::next_escaped;

/// The signs of a pattern; none where `*` stands for any characters. A backslash takes the meaning
/// of the sign after it, as it does in texts.
fn signs(pattern: &str) -> Vec<Option<char>> {
    let mut signs = Vec::new();
    let mut rest = pattern;
    while let Some(first) = rest.chars().next() {
        let escaped = next_escaped(rest);
        signs.push(escaped.or_else(|| (first != '*').then_some(first)));
        rest = &rest[if escaped.is_some() { 2 } else { first.len_utf8() }..];
    }
    signs
}

/// What an accepted answer looks like as an answer: it fits its own pattern. Where any characters
/// may stand within, three points do.
pub fn answer_of(pattern: &str) -> String {
    let any = '…';
    let mut words = String::new();
    for sign in signs(pattern) {
        if sign.is_some() || !words.ends_with(any) {
            words.push(sign.unwrap_or(any));
        }
    }
    // Before and after the words nothing has to stand.
    let trimmed = words.trim_matches(any);
    if trimmed.is_empty() { words } else { trimmed.to_owned() }
}

/// Whether a text fits a pattern in which `*` stands for any characters. Walks back to the last
/// star only, so it takes at most the product of both lengths.
pub fn matches(pattern: &str, text: &str) -> bool {
    let (pattern, text) = (signs(pattern), text.chars().collect::<Vec<char>>());
    let (mut p, mut t, mut star) = (0, 0, None);
    while t < text.len() {
        if pattern.get(p) == Some(&None) {
            star = Some((p, t));
            p += 1;
        } else if pattern.get(p) == Some(&Some(text[t])) {
            (p, t) = (p + 1, t + 1);
        } else if let Some((at, from)) = star {
            star = Some((at, from + 1));
            (p, t) = (at + 1, from + 1);
        } else {
            return false;
        }
    }
    pattern[p..].iter().all(Option::is_none)
}

#[cfg(test)]
mod tests {
    use super::{answer_of, matches};
    use proptest::prelude::*;

    #[test]
    fn a_pattern_of_stars_takes_no_time() {
        let many = "a*".repeat(50);
        assert!(!matches(&many, &"a".repeat(40)));
        assert!(matches("*b*", "abc"));
        assert!(matches("a*", "a"));
        assert!(!matches("a", "ab"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]

        #[test]
        fn an_answer_that_is_shown_fits_its_pattern(pattern in "[a-c*\\\\ ]{0,12}") {
            prop_assert!(matches(&pattern, &answer_of(&pattern)));
        }
    }
}
