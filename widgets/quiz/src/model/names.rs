//! How answers are kept: under names of what was chosen, never under places in the file, so that
//! they stay with it when its author adds, removes or reorders.
//!
//! A part of an item, as an option or a card, is named by the author's id for it and by numbers
//! that stand for its text in each language. The id counts first; else the part that has most of
//! the texts: so the answer survives a translation that is added, a text that is mended in one
//! language, and another shown language. What cannot be told from others is not taken for it.

use adil::content::{Localized, Reference, Rich};
use adil::json::{Json, number_text};
use adil::random::Random;

use super::response::index;
use super::{Blank, BlankKind, ChoiceLabel, ChoiceOption, Fill, ItemKind, PlaceItem, Response};

/// The most texts that one part is named by; a blank may accept many.
const MOST_TEXTS: usize = 8;

/// What a part of an item is called where answers are kept.
#[derive(Default)]
struct Name {
    /// Stands for the author's id; 0 without one.
    id: usize,
    /// Stand for the texts, each once.
    texts: Vec<usize>,
}

impl Name {
    fn of_id(id: &str) -> Name {
        Name { id: Random::number_of(id), texts: Vec::new() }
    }

    /// Adds a text in all its languages, with what else there is to tell it by.
    fn and(mut self, text: &Localized, more: &str) -> Name {
        for text in text.texts() {
            let number = Random::number_of(&[text, more].concat());
            if self.texts.len() < MOST_TEXTS && !self.texts.contains(&number) {
                self.texts.push(number);
            }
        }
        self
    }

    fn of_rich(text: &Rich) -> Name {
        Name::default().and(text.source(), "")
    }

    /// The name of a blank: what fits in it.
    fn of_blank(blank: &Blank) -> Name {
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
}

/// The names of what is chosen in an item or put in order.
fn options(kind: &ItemKind) -> Vec<Name> {
    match kind {
        ItemKind::Choices(choices) => {
            let name = |option: &ChoiceOption| {
                let name = if option.is_named { Name::of_id(&option.id) } else { Name::default() };
                let picture = option.picture.as_ref().map_or("", |image| image.src.0.as_str());
                match &option.label {
                    ChoiceLabel::Text(text) => name.and(text.source(), picture),
                    _ => name,
                }
            };
            choices.options.iter().map(name).collect()
        }
        ItemKind::Order(order) => order.entries.iter().map(Name::of_rich).collect(),
        ItemKind::Scale(scale) => {
            (scale.from..=scale.to).map(|step| Name::of_id(&number_text(step.into()))).collect()
        }
        ItemKind::Place(_) | ItemKind::Fill(_) => Vec::new(),
    }
}

fn cards(place: &PlaceItem) -> Vec<Name> {
    place.cards.iter().map(|card| Name::of_rich(&card.text)).collect()
}

fn targets(place: &PlaceItem) -> Vec<Name> {
    let name = |(n, text): (usize, &Rich)| {
        let id = place.target_ids.get(n).map(Reference::as_str);
        id.map_or_else(Name::default, Name::of_id).and(text.source(), "")
    };
    place.targets.iter().enumerate().map(name).collect()
}

fn blanks(fill: &Fill) -> Vec<Name> {
    fill.blanks.iter().map(Name::of_blank).collect()
}

fn words(blank: &Blank) -> Vec<Name> {
    let BlankKind::Chosen { options } = &blank.kind else { return Vec::new() };
    options.iter().map(|text| Name::default().and(text, "")).collect()
}

/// The name of one of several parts, as it is kept: its id, how many before it read the same, and
/// its texts. A text that others have, too, would lead to them where the part is removed.
fn write(parts: &[Name], n: usize) -> Json {
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
fn find(parts: &[Name], kept: &Json) -> Option<usize> {
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
        Some(text) => find(&words(blank), &vec![0, 0, Random::number_of(text)].into()),
        None => find(&words(blank), kept),
    };
    word.map(|n| number_text(n as f64))
}

/// Fills blanks with what was kept; whether all of it found its blank.
fn fill_again(texts: &mut [String], fill: &Fill, kept: &[Json]) -> bool {
    let names = blanks(fill);
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

/// Puts cards where they were; whether all of them found their places.
fn place_again(places: &mut [Option<usize>], place: &PlaceItem, kept: &[Json]) -> bool {
    let (cards, targets) = (cards(place), targets(place));
    let mut all = true;
    for (n, one) in kept.iter().enumerate().filter(|(_, one)| **one != Json::Null) {
        let (card, target) = match one.list() {
            [card, target] => (find(&cards, card), find(&targets, target)),
            // Once the places of all cards stood in a row.
            _ => (Some(n).filter(|_| kept.len() == places.len()), find(&targets, one)),
        };
        let is_taken = place.pairs && places.contains(&target);
        match (card.and_then(|card| places.get_mut(card)), target) {
            (Some(at), Some(_)) if at.is_none() && !is_taken => *at = target,
            _ => all = false,
        }
    }
    all
}

impl Response {
    /// The answer as it is kept.
    pub fn to_json(&self, kind: &ItemKind) -> Json {
        let pair = |name: Json, value: Json| Json::List(vec![name, value]);
        let (key, list) = match (self, kind) {
            (Response::Chosen(list), kind) => {
                let names = options(kind);
                ("c", list.iter().map(|n| write(&names, *n)).collect())
            }
            (Response::Placed(list), ItemKind::Place(place)) => {
                let (cards, targets) = (cards(place), targets(place));
                let placed = list.iter().enumerate().filter_map(|(card, target)| {
                    Some(pair(write(&cards, card), write(&targets, (*target)?)))
                });
                ("p", placed.collect())
            }
            (Response::Typed(list), ItemKind::Fill(fill)) => {
                let names = blanks(fill);
                let typed = fill.blanks.iter().zip(list).enumerate().map(|(n, (blank, text))| {
                    let word = blank.chosen(text).map(|word| write(&words(blank), word));
                    pair(write(&names, n), word.unwrap_or_else(|| text.as_str().into()))
                });
                ("t", typed.collect())
            }
            _ => return Json::Null,
        };
        Json::object([(key, Json::List(list))])
    }

    /// What is left of an answer as it was kept, and whether that is all of it.
    pub fn from_json(json: &Json, kind: &ItemKind) -> (Response, bool) {
        if *json == Json::Null {
            return (Response::Unsure, true);
        }
        let mut response = Response::empty(kind);
        let key = match response {
            Response::Chosen(_) => "c",
            Response::Placed(_) => "p",
            _ => "t",
        };
        let Some(Json::List(list)) = json.get(key) else { return (response, false) };
        let all = match (&mut response, kind) {
            (Response::Chosen(chosen), kind) => {
                let names = options(kind);
                for name in list {
                    chosen.extend(find(&names, name).filter(|n| !chosen.contains(n)));
                }
                chosen.len() == list.len()
            }
            (Response::Placed(places), ItemKind::Place(place)) => place_again(places, place, list),
            (Response::Typed(texts), ItemKind::Fill(fill)) => fill_again(texts, fill, list),
            _ => false,
        };
        if response.fits(kind) { (response, all) } else { (Response::empty(kind), false) }
    }
}

#[cfg(test)]
#[path = "names_tests.rs"]
mod tests;
