//! Cards and where they belong: pairs to match, or cards to sort into groups. An answer is worth the
//! share of cards in their place.

use adil::content::{Reference, Rich};
use adil::json::Json;

use crate::model::names::{Name, find, pair, write};
use crate::model::{Fold, Interaction, Mark, Response, distinct_below};

/// Cards that belong to places: pairs to match, or cards to sort into groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Matching {
    /// The cards.
    pub cards: Vec<Card>,
    /// The places, among them perhaps some to which no card belongs.
    pub targets: Vec<Rich>,
    /// The ids of the places, in the same order, where their author gave them some.
    pub target_ids: Vec<Reference>,
    /// Whether a place takes one card only, as in matching.
    pub pairs: bool,
}

/// A card and where it belongs.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// What it says.
    pub text: Rich,
    /// The place where it belongs, an index into the targets.
    pub target: usize,
    /// Why it belongs there.
    pub feedback: Option<Rich>,
}

impl Card {
    /// Whether two cards look the same and belong to different places.
    pub fn is_twin(&self, other: &Card) -> bool {
        self.target != other.target && self.text.is_twin(&other.text)
    }
}

impl Matching {
    fn card_names(&self) -> Vec<Name> {
        self.cards.iter().map(|card| Name::of_rich(&card.text)).collect()
    }

    fn target_names(&self) -> Vec<Name> {
        let name = |(n, text): (usize, &Rich)| {
            let id = self.target_ids.get(n).map(Reference::as_str);
            id.map_or_else(Name::default, Name::of_id).and(text.source(), "")
        };
        self.targets.iter().enumerate().map(name).collect()
    }
}

impl Interaction for Matching {
    fn empty(&self) -> Response {
        Response::Placed(vec![None; self.cards.len()])
    }

    fn is_complete(&self, response: &Response) -> bool {
        matches!(response, Response::Placed(places) if places.iter().all(Option::is_some))
    }

    fn fits(&self, response: &Response) -> bool {
        let Response::Placed(list) = response else { return false };
        let targets: Vec<usize> = list.iter().flatten().copied().collect();
        list.len() == self.cards.len()
            && targets.iter().all(|target| *target < self.targets.len())
            && (!self.pairs || distinct_below(&targets, self.targets.len()))
    }

    fn mark(&self, response: &Response, lang: &str, _: Fold) -> Mark {
        let Response::Placed(places) = response else { return Mark::new(0.0, Vec::new()) };
        let parts = in_place(self, places, lang).into_iter();
        Mark::mean(parts.map(|is_right| if is_right { 1.0 } else { 0.0 }))
    }

    fn keep(&self, response: &Response) -> Vec<Json> {
        let Response::Placed(places) = response else { return Vec::new() };
        let (cards, targets) = (self.card_names(), self.target_names());
        let names = |(card, target): (usize, &Option<usize>)| {
            Some(pair(write(&cards, card), write(&targets, (*target)?)))
        };
        places.iter().enumerate().filter_map(names).collect()
    }

    fn restore(&self, kept: &[Json]) -> (Response, bool) {
        let mut places = vec![None; self.cards.len()];
        let all = place_again(&mut places, self, kept);
        (Response::Placed(places), all)
    }

    fn task(&self) -> Option<&'static str> {
        Some(if self.pairs { "pair_hint" } else { "sort_hint" })
    }

    fn paper_task(&self) -> Option<&'static str> {
        Some(if self.pairs { "paper_pairs" } else { "paper_sort" })
    }
}

/// Which cards are in their place. Cards that look the same share their places: each takes one
/// of them away.
fn in_place(matching: &Matching, places: &[Option<usize>], lang: &str) -> Vec<bool> {
    let cards = &matching.cards;
    // The place of each card, until it is taken.
    let mut free: Vec<Option<usize>> = cards.iter().map(|card| Some(card.target)).collect();
    let mut is_right = |(n, given): (usize, &Option<usize>)| {
        let given = given.and_then(|given| matching.targets.get(given));
        let taken = (0..cards.len()).find(|other| {
            let target = free[*other].and_then(|target| matching.targets.get(target));
            given.zip(target).is_some_and(|(given, target)| given.is_alike(target, lang))
                && cards[*other].text.is_alike(&cards[n].text, lang)
        });
        if let Some(other) = taken {
            free[other] = None;
        }
        taken.is_some()
    };
    places.iter().take(cards.len()).enumerate().map(&mut is_right).collect()
}

/// Puts cards where they were; whether all of them found their places.
fn place_again(places: &mut [Option<usize>], matching: &Matching, kept: &[Json]) -> bool {
    let (cards, targets) = (matching.card_names(), matching.target_names());
    let mut all = true;
    for (n, one) in kept.iter().enumerate().filter(|(_, one)| **one != Json::Null) {
        let (card, target) = match one.list() {
            [card, target] => (find(&cards, card), find(&targets, target)),
            // Once the places of all cards stood in a row.
            _ => (Some(n).filter(|_| kept.len() == places.len()), find(&targets, one)),
        };
        let is_taken = matching.pairs && places.contains(&target);
        match (card.and_then(|card| places.get_mut(card)), target) {
            (Some(at), Some(_)) if at.is_none() && !is_taken => *at = target,
            _ => all = false,
        }
    }
    all
}
