//! Cards and where they belong, as authors write them: `match` and `sort`.

use adil::content::{Reference, Rich};
use adil::json::{Cursor, Fields, Problem, Record, distinct, number_text};

use super::super::reading::{at_least, warn_of_twins};
use super::model::{Card, Matching};
use crate::model::Authored;

adil::words! {
    /// Where cards belong.
    pub enum MatchingType {
        /// Each to another one.
        "match" Match,
        /// Each to a group.
        "sort" Sort,
    }
}

adil::record! {
    /// Two that belong together.
    pub struct PairFields {
        /// The one that stands first.
        "left" left: Rich,
        /// The one to find.
        "right" right: Rich,
        /// Why they belong together.
        "feedback" feedback: Option<Rich>,
    }
}

adil::record! {
    /// Pairs to find.
    pub struct MatchFields {
        /// The pairs, at least two.
        "pairs" pairs: Vec<PairFields>,
        /// More right sides, to which nothing belongs.
        "extra" extra: Vec<Rich>,
    }
}

adil::record! {
    /// A group.
    pub struct GroupFields {
        /// Its name in this file.
        "id" id: Reference,
        /// What it says.
        "text" text: Rich,
    }
}

adil::record! {
    /// A card to sort.
    pub struct CardFields {
        /// What it says.
        "text" text: Rich,
        /// The id of the group where it belongs.
        "group" group: Reference,
        /// Why it belongs there.
        "feedback" feedback: Option<Rich>,
    }
}

adil::record! {
    /// Cards to sort into groups.
    pub struct SortFields {
        /// The groups, at least two.
        "groups" groups: Vec<GroupFields>,
        /// The cards, at least one.
        "cards" cards: Vec<CardFields>,
    }
}

impl Authored for Matching {
    const TYPES: &'static [&'static str] = MatchingType::WORDS;

    fn read(word: &str, cursor: &Cursor, fields: &Fields) -> Result<Matching, Problem> {
        match MatchingType::from_word(word) {
            Some(MatchingType::Sort) => groups(cursor, fields),
            Some(MatchingType::Match) | None => pairs(fields),
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn describe(
        word: &str,
        definitions: &mut adil::json::schema::Definitions,
        object: &mut adil::json::schema::ObjectSchema,
    ) {
        match MatchingType::from_word(word) {
            Some(MatchingType::Sort) => SortFields::describe(definitions, object),
            Some(MatchingType::Match) | None => MatchFields::describe(definitions, object),
        }
    }
}

fn pairs(fields: &Fields) -> Result<Matching, Problem> {
    let MatchFields { pairs, extra } = MatchFields::from_fields(fields)?;
    at_least(fields, "pairs", 2, pairs.len())?;
    let mut matching =
        Matching { cards: Vec::new(), targets: Vec::new(), target_ids: Vec::new(), pairs: true };
    for (target, pair) in pairs.into_iter().enumerate() {
        matching.cards.push(Card { text: pair.left, target, feedback: pair.feedback });
        matching.targets.push(pair.right);
    }
    matching.targets.extend(extra);
    let is_twin = |a: usize, b: usize| matching.targets[a].is_twin(&matching.targets[b]);
    warn_of_twins(fields, "pairs (right, then extra)", matching.targets.len(), &is_twin);
    let is_twin = |a: usize, b: usize| matching.cards[a].is_twin(&matching.cards[b]);
    warn_of_twins(fields, "pairs (left)", matching.cards.len(), &is_twin);
    Ok(matching)
}

fn groups(cursor: &Cursor, fields: &Fields) -> Result<Matching, Problem> {
    let SortFields { groups, cards } = SortFields::from_fields(fields)?;
    at_least(fields, "groups", 2, groups.len())?;
    at_least(fields, "cards", 1, cards.len())?;
    let ids: Vec<_> = groups.iter().map(|group| group.id.as_str()).collect();
    distinct(&fields.path_of("groups"), &ids, "group of this item")?;
    let card = |(n, card): (usize, CardFields)| {
        let target = groups.iter().position(|group| group.id == card.group);
        let path = [&cursor.path(), ".cards[", &number_text(n as f64), "].group"].concat();
        let found = ["\"", card.group.as_str(), "\""].concat();
        let target =
            target.ok_or_else(|| Problem::new(&path, "the id of one of the groups", &found))?;
        Ok(Card { text: card.text, target, feedback: card.feedback })
    };
    let cards = cards.into_iter().enumerate().map(card).collect::<Result<Vec<_>, Problem>>()?;
    let named = groups.into_iter().map(|group| (group.id, group.text));
    let (target_ids, targets): (Vec<_>, Vec<_>) = named.unzip();
    let is_twin = |a: usize, b: usize| targets[a].is_twin(&targets[b]);
    warn_of_twins(fields, "groups", targets.len(), &is_twin);
    let is_twin = |a: usize, b: usize| cards[a].is_twin(&cards[b]);
    warn_of_twins(fields, "cards", cards.len(), &is_twin);
    Ok(Matching { cards, targets, target_ids, pairs: false })
}
