//! How answers are kept: under names of what was chosen, never under places in the file, so that
//! they stay with it when its author adds, removes or reorders.
//!
//! A part of an item, as an option or a card, is named by the author's id for it and by numbers
//! that stand for its text in each language. The id counts first; else the part that has most of
//! the texts: so the answer survives a translation that is added, a text that is mended in one
//! language, and another shown language. What cannot be told from others is not taken for it.

use adil::content::{Localized, Rich};
use adil::json::Json;
use adil::random::Random;

use super::response::{Response, index};

/// The most texts that one part is named by; a blank may accept many.
const MOST_TEXTS: usize = 8;

/// What a part of an item is called where answers are kept.
#[derive(Default)]
pub struct Name {
    /// Stands for the author's id; 0 without one.
    id: usize,
    /// Stand for the texts, each once.
    texts: Vec<usize>,
}

impl Name {
    /// The name of a part by its author's id.
    pub fn of_id(id: &str) -> Name {
        Name { id: Random::number_of(id), texts: Vec::new() }
    }

    /// Adds a text in all its languages, with what else there is to tell it by.
    #[must_use]
    pub fn and(mut self, text: &Localized, more: &str) -> Name {
        for text in text.texts() {
            let number = Random::number_of(&[text, more].concat());
            if self.texts.len() < MOST_TEXTS && !self.texts.contains(&number) {
                self.texts.push(number);
            }
        }
        self
    }

    /// The name of a part by its text.
    pub fn of_rich(text: &Rich) -> Name {
        Name::default().and(text.source(), "")
    }
}

/// The name of one of several parts, as it is kept: its id, how many before it read the same, and
/// its texts. A text that others have, too, would lead to them where the part is removed.
pub fn write(parts: &[Name], n: usize) -> Json {
    let Some(part) = parts.get(n) else { return Json::Null };
    let alike = parts[..n].iter().filter(|other| other.texts == part.texts).count();
    let is_own =
        |text: &&usize| parts.iter().filter(|other| other.texts.contains(text)).count() < 2;
    let own: Vec<usize> = part.texts.iter().filter(is_own).copied().collect();
    let texts = if own.is_empty() { part.texts.clone() } else { own };
    [vec![part.id, alike], texts].concat().into()
}

/// The part with a kept name. Before 30 November 2026 places were kept: such a number counts as
/// long as there is such a place.
pub fn find(parts: &[Name], kept: &Json) -> Option<usize> {
    if let Some(place) = index(kept) {
        return Some(place).filter(|place| *place < parts.len());
    }
    let numbers: Vec<usize> = kept.list().iter().map_while(index).collect();
    let [id, alike, texts @ ..] = numbers.as_slice() else { return None };
    if let Some(n) = parts.iter().position(|part| part.id == *id && *id > 0) {
        return Some(n);
    }
    let places = |fits: &dyn Fn(&Name) -> bool| {
        (0..parts.len()).filter(|n| fits(&parts[*n])).collect::<Vec<_>>()
    };
    let same = places(&|part| part.texts == texts && !texts.is_empty());
    if let Some(last) = same.last() {
        // What reads the same is told apart by its order.
        return Some(*same.get(*alike).unwrap_or(last));
    }
    let shared = |part: &Name| part.texts.iter().filter(|text| texts.contains(text)).count();
    let most = parts.iter().map(shared).max().filter(|most| *most > 0)?;
    match places(&|part| shared(part) == most)[..] {
        [only] => Some(only),
        // It might be any of them.
        _ => None,
    }
}

/// Two names of parts that belong together, as they are kept.
pub fn pair(name: Json, value: Json) -> Json {
    Json::List(vec![name, value])
}

/// Chosen parts as they are kept.
pub fn keep_chosen(names: &[Name], response: &Response) -> Vec<Json> {
    response.chosen().iter().map(|n| write(names, *n)).collect()
}

/// Chosen parts as they were kept, and whether all of them are still there.
pub fn restore_chosen(names: &[Name], kept: &[Json]) -> (Response, bool) {
    let mut chosen = Vec::new();
    for name in kept {
        chosen.extend(find(names, name).filter(|n| !chosen.contains(n)));
    }
    let all = chosen.len() == kept.len();
    (Response::Chosen(chosen), all)
}
