//! How blanks are kept, see [`crate::model::names`].

use adil::content::Localized;
use adil::json::{Json, number_text};
use adil::random::Random;

use super::blank::{Blank, BlankKind, Fill};
use crate::model::names::{Name, find};

/// The name of a blank: what fits in it.
pub fn name_of(blank: &Blank) -> Name {
    match &blank.kind {
        BlankKind::Words { accepted, .. } => {
            accepted.iter().fold(Name::default(), |name, (text, _)| name.and(text, ""))
        }
        BlankKind::Chosen { options } => {
            options.iter().fold(Name::default(), |name, text| name.and(text, ""))
        }
        BlankKind::Number { least, most, .. } => {
            let range = [number_text(*least), number_text(*most)].join(" ");
            Name::default().and(&Localized::plain(&range), "")
        }
    }
}

/// The names of the words to choose from.
pub fn word_names(blank: &Blank) -> Vec<Name> {
    let BlankKind::Chosen { options } = &blank.kind else { return Vec::new() };
    options.iter().map(|text| Name::default().and(text, "")).collect()
}

/// The blank with the n-th of the kept names. A blank has a number in its author's text, which
/// counts where its answer was mended and no blank was added or removed.
fn find_blank(parts: &[Name], kept: &[Json], n: usize) -> Option<usize> {
    let found = |n: usize| find(parts, kept.get(n)?.list().first()?);
    let is_free = || (0..kept.len()).all(|other| found(other) != Some(n));
    found(n).or_else(|| (kept.len() == parts.len() && is_free()).then_some(n))
}

/// What to put in a blank for a kept text or word.
fn word_again(blank: &Blank, kept: &Json) -> Option<String> {
    if !matches!(blank.kind, BlankKind::Chosen { .. }) {
        return kept.text().map(str::to_owned);
    }
    let word = match kept.text() {
        // Once the shown word itself was kept.
        Some(text) => find(&word_names(blank), &vec![0, 0, Random::number_of(text)].into()),
        None => find(&word_names(blank), kept),
    };
    word.map(|n| number_text(n as f64))
}

/// Fills blanks with what was kept; whether all of it found its blank.
pub fn fill_again(texts: &mut [String], fill: &Fill, kept: &[Json]) -> bool {
    let names = fill.blanks.iter().map(name_of).collect::<Vec<Name>>();
    let mut all = true;
    for (n, one) in kept.iter().enumerate() {
        let (at, value) = match one.list() {
            [_, value] => (find_blank(&names, kept, n), value),
            // Once only what was typed was kept.
            _ => (Some(n).filter(|_| kept.len() == texts.len()), one),
        };
        if value.text() == Some("") {
            continue;
        }
        let word = at.and_then(|at| word_again(&fill.blanks[at], value));
        match (at.and_then(|at| texts.get_mut(at)), word) {
            (Some(text), Some(word)) if text.is_empty() => *text = word,
            _ => all = false,
        }
    }
    all
}
