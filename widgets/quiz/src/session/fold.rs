//! Makes typed words alike: signs by our own short table, letters by the browser's.

use adil::typed::{is_invisible, sign};

use crate::model::Folding;

/// One writing for all that are alike: signs always, lower case and letters without accents as
/// far as asked.
pub fn fold(text: &str, folding: Folding) -> String {
    let mut text = js_sys::JsString::from(visible(text)).normalize("NFKC");
    text = signs(&String::from(text), folding.case && !folding.dotless).into();
    if folding.case {
        // Down, up and down again, as ß, ẞ and SS are alike, and ς and σ.
        let lang = Some(if folding.dotless { "tr" } else { "en" });
        text =
            text.to_locale_lower_case(lang).to_locale_upper_case(lang).to_locale_lower_case(lang);
    }
    if folding.accents {
        text = bare(&String::from(text.normalize("NFD"))).into();
    }
    text.normalize("NFC").into()
}

/// Without what nobody sees, and with what compatible forms would lose: 10² is no 102, and 1½ no
/// 11/2.
fn visible(text: &str) -> String {
    let raised = |c: &char| matches!(c, '²' | '³' | '¹' | '⁰' | '⁴'..='⁹' | 'ⁿ');
    let mut kept = String::new();
    let mut chars = text.chars().filter(|c| !is_invisible(*c) && *c != 'ـ').peekable();
    while let Some(c) = chars.next() {
        let last = kept.chars().next_back().unwrap_or(' ');
        let after_number = last.is_ascii_digit() || sign(last).is_ascii_digit() || last == ')';
        let minus = c == '⁻' && chars.peek().is_some_and(raised);
        if minus || after_number && raised(&c) {
            kept.push('^');
        } else if after_number && matches!(c, '¼'..='¾' | '⅐'..='⅞') {
            kept.push(' ');
        }
        // Compatible forms make a blank with an accent of it.
        kept.push(if c == '´' { '\'' } else { c });
    }
    kept
}

/// One sign for all that are alike; two apostrophes are a quote, and x^2 is x2, as x² is. The
/// capital İ has a small letter of its own only where i and ı are two letters.
fn signs(text: &str, one_i: bool) -> String {
    let alike = |c: char| if one_i && c == 'İ' { 'I' } else { sign(c) };
    let mut kept = String::new();
    let mut chars = text.chars().map(alike).peekable();
    while let Some(c) = chars.next() {
        let last = kept.chars().next_back().unwrap_or(' ');
        let power = c == '^' && chars.peek().is_some_and(char::is_ascii_digit);
        if c == '\'' && last == c {
            kept.pop();
            kept.push('"');
        } else if !power || !last.is_alphabetic() {
            kept.push(c);
        }
    }
    kept
}

/// Letters without their accents. й and ў keep their breve, since и and у are other letters; ё
/// loses its dots, as Russian is mostly written, and Arabic letters their vowels, hamza and
/// madda. What strikes a sign through, as in ≠, is no accent.
fn bare(letters: &str) -> String {
    let mut kept = String::new();
    for c in letters.chars() {
        let mark = matches!(
            c,
            '\u{300}'..='\u{337}'
                | '\u{339}'..='\u{36f}'
                | '\u{483}'..='\u{487}'
                | '\u{591}'..='\u{5c7}'
                | '\u{610}'..='\u{61a}'
                | '\u{64b}'..='\u{65f}'
                | '\u{670}'
                | '\u{6d6}'..='\u{6dc}'
                | '\u{6df}'..='\u{6e8}'
                | '\u{6ea}'..='\u{6ed}'
        );
        let short = c == '\u{306}' && kept.ends_with(['и', 'И', 'у', 'У']);
        if !mark || short {
            kept.push(match c {
                'ı' => 'i',
                'ł' => 'l',
                'Ł' => 'L',
                'ø' => 'o',
                'Ø' => 'O',
                'đ' => 'd',
                'Đ' => 'D',
                'ٱ' => 'ا',
                'ى' => 'ي',
                c => c,
            });
        }
    }
    kept
}
