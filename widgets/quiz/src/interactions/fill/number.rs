//! Numbers as learners type them.
//!
//! A number has digits of any script, a decimal mark, marks between groups of digits, a sign,
//! perhaps `%` and its unit. `,` and `.` may each be the one mark or the other:
//!
//! - Where both stand, the last is the decimal mark.
//! - Where one stands several times, it parts thousands.
//! - A single one before exactly three digits (`1,250`) is read as the language writes thousands:
//!   English and Arabic with a comma, Russian and Kazakh with a blank. `0,125` and `1234,567` have
//!   no thousands, whatever the language.
//! - Any other single one is the decimal mark.
//!
//! The Arabic decimal mark `٫`, and between digits the Arabic comma `،` that keyboards have in its
//! place, are always decimal; blanks, apostrophes, `٬` and `_` always part groups. Groups have three
//! digits, or two before the last as in India. Everything else, such as a fraction, a date or a
//! word, is no number.

use adil::content::base_language;
use adil::json::number_from;
use adil::typed::look_alike;

use crate::model::{Fold, Folding};

/// The number that a learner typed, with or without its unit.
pub fn read_number(text: &str, unit: &str, lang: &str, fold: Fold) -> Option<f64> {
    let folding = Folding { case: true, accents: true, dotless: false };
    let alike = |text: &str| {
        let text: String = text.chars().map(|c| if c == '،' { '٫' } else { c }).collect();
        fold(&text, folding).chars().map(look_alike).collect::<String>()
    };
    let (text, unit) = (alike(text), alike(unit));
    let mut plain = String::new();
    for word in without_unit(text.trim(), unit.trim()).split_whitespace() {
        let after_digit = plain.ends_with(|c: char| c.is_ascii_digit());
        if after_digit && word.starts_with(|c: char| c.is_ascii_digit()) {
            plain.push(' ');
        }
        plain.push_str(word);
    }
    let plain = plain.trim_matches('%');
    let signed = plain.strip_prefix(['-', '+']);
    let minus = if plain.starts_with('-') { "-" } else { "" };
    let (body, exponent) = match signed.unwrap_or(plain).split_once('e') {
        Some((body, exponent)) => (body, Some(exponent)),
        None => (signed.unwrap_or(plain), None),
    };
    let (whole, part) = halves(body, lang)?;
    let whole = ungrouped(whole)?;
    if whole.is_empty() && part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let power = exponent.map_or(["", ""], |exponent| ["e", exponent]).concat();
    number_from(&[minus, &whole, ".", part, &power].concat())
}

/// What stands before the unit: in the case and with the full stops that someone likes.
fn without_unit<'a>(text: &'a str, unit: &str) -> &'a str {
    let small = |c: char| c.is_whitespace() || matches!(c, '.' | '^');
    let mut rest = text.trim_end_matches(small);
    for c in unit.chars().rev().filter(|c| !small(*c)) {
        match rest.strip_suffix(c) {
            Some(before) => rest = before.trim_end_matches(small),
            // Signs of money may stand in front.
            None => return text.strip_prefix(unit).unwrap_or(text),
        }
    }
    rest
}

/// What stands before and after the decimal mark.
fn halves<'a>(body: &'a str, lang: &str) -> Option<(&'a str, &'a str)> {
    let none = Some((body, ""));
    let Some((at, mark)) = body.char_indices().rfind(|(_, c)| !c.is_ascii_digit()) else {
        return none;
    };
    if !matches!(mark, '.' | ',' | '٫') {
        return none;
    }
    let (whole, part) = (&body[..at], &body[at + mark.len_utf8()..]);
    // Several of one kind part thousands; a second decimal mark makes no number of it.
    if whole.contains(mark) {
        return none;
    }
    let alone = whole.bytes().all(|b| b.is_ascii_digit());
    let thousands = matches!(base_language(lang), "en" | "ar") && mark == ',';
    let group = (1..=3).contains(&whole.len()) && !whole.starts_with('0') && part.len() == 3;
    if alone && thousands && group { none } else { Some((whole, part)) }
}

/// The digits of a whole number, whose groups are parted by one kind of mark.
fn ungrouped(whole: &str) -> Option<String> {
    let Some(mark) = whole.chars().find(|c| !c.is_ascii_digit()) else {
        return Some(whole.to_owned());
    };
    let groups: Vec<&str> = whole.split(mark).collect();
    let last = groups.len() - 1;
    let fits = |(n, group): (usize, &&str)| {
        group.bytes().all(|b| b.is_ascii_digit())
            && match n {
                0 => (1..=3).contains(&group.len()) && !group.starts_with('0'),
                n if n == last => group.len() == 3,
                _ => matches!(group.len(), 2 | 3),
            }
    };
    let is_mark = matches!(mark, ' ' | '\'' | '٬' | '_' | '.' | ',');
    (is_mark && groups.iter().enumerate().all(fits)).then(|| groups.concat())
}

#[cfg(test)]
#[path = "number_tests.rs"]
mod tests;
