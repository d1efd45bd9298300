//! Numbers as people type them. The table has those for the browser, too.

use super::*;
use crate::model::{Blank, BlankKind, is_unread};
use adil::content::Localized;
use adil::typed::{is_invisible, sign};
use proptest::prelude::*;

const TABLE: &str = include_str!("../../../tests/typed.tsv");

/// What the browser does for a bundle, but for compatible forms.
fn fold(text: &str, _: Folding) -> String {
    let seen = text.chars().filter(|c| !is_invisible(*c)).map(sign);
    seen.collect::<String>().to_lowercase()
}

/// A text of the table, with what would not be seen there.
fn shown(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut whole = parts.next().unwrap().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').unwrap();
        whole.extend(char::from_u32(u32::from_str_radix(code, 16).unwrap()));
        whole.push_str(rest);
    }
    whole
}

#[test]
fn the_table_of_typed_numbers_holds() {
    let mut many = 0;
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let row: Vec<&str> = line.split('\t').collect();
        let [lang, options, accepted, typed, expected] = row[..] else { panic!("no row: {line}") };
        let Some(unit) = options.strip_prefix("number") else { continue };
        // Wide digits and the like are left to the browser.
        if line.contains(['²', '½', '℃']) || line.contains(|c| ('！'..='～').contains(&c)) {
            continue;
        }
        let unit = unit.strip_prefix(':').unwrap_or_default();
        let found = read_number(&shown(typed), unit, lang, fold);
        let right: f64 = accepted.parse().unwrap();
        match expected {
            "equal" => assert_eq!(found, Some(right), "{line}"),
            "not" => assert!(found.is_some_and(|n| (n - right).abs() > 1e-9), "{line}: {found:?}"),
            _ => assert_eq!(found, None, "{line}"),
        }
        many += 1;
    }
    assert!(many > 150, "{many} rows");
}

#[test]
fn a_blank_for_words_is_never_without_a_number() {
    let accepted = vec![(Localized::plain("seven"), 1.0)];
    let words = BlankKind::Words { accepted, case: false, accents: false };
    let blank = |kind| Blank { kind, unit: None };
    assert!(!is_unread(&blank(words), "7", "en", fold));
    let number = blank(BlankKind::Number { least: 7.0, most: 7.0, answer: None });
    assert!(is_unread(&number, "seven", "en", fold));
    assert!(!is_unread(&number, "8", "en", fold));
    assert!(!is_unread(&number, " \u{200b}", "en", fold), "nothing is not yet wrong");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn any_text_is_read_as_a_number_or_not(text in "\\PC{0,20}", lang in "(en|ru|kk|ar)") {
        read_number(&text, "kg", &lang, fold);
    }

    #[test]
    fn a_whole_number_is_read_however_it_is_grouped(number in 0_u32.., mark in "[ '_.,]") {
        let digits = number.to_string();
        let grouped: Vec<&str> = digits.as_bytes().rchunks(3).rev()
            .map(|group| std::str::from_utf8(group).unwrap()).collect();
        // A single point or comma may be a decimal mark.
        prop_assume!(grouped.len() != 2 || !matches!(mark.as_str(), "." | ","));
        let typed = grouped.join(&mark);
        prop_assert_eq!(read_number(&typed, "", "kk", fold), Some(f64::from(number)), "{}", typed);
    }
}
