//! What a learner gave as an answer. How it is kept is told in `names`.

use adil::json::Json;
use adil::typed::is_blank;

use super::{Blank, BlankKind, ItemKind, Pick};

/// A learner's answer in the shape that its item takes. Options, cards and places are counted
/// in the author's order, so that a shuffled view means the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Response {
    /// "I do not know"
    Unsure,
    /// Options that were chosen, entries in the order given so far, or the step of a scale.
    Chosen(Vec<usize>),
    /// The place of each card; none for a card that was not placed yet.
    Placed(Vec<Option<usize>>),
    /// What stands in each blank; of a word that was chosen its number, see
    /// [`super::Blank::chosen`].
    Typed(Vec<String>),
}

impl Response {
    /// The empty answer for an item.
    pub fn empty(kind: &ItemKind) -> Response {
        match kind {
            ItemKind::Choices(_) | ItemKind::Order(_) | ItemKind::Scale(_) => {
                Response::Chosen(Vec::new())
            }
            ItemKind::Place(place) => Response::Placed(vec![None; place.cards.len()]),
            ItemKind::Fill(fill) => Response::Typed(vec![String::new(); fill.blanks.len()]),
        }
    }

    /// Whether the answer is ready to be checked.
    pub fn is_complete(&self, kind: &ItemKind) -> bool {
        match (self, kind) {
            (Response::Unsure, _) => true,
            (Response::Chosen(chosen), ItemKind::Order(order)) => {
                chosen.len() == order.entries.len()
            }
            (Response::Chosen(chosen), _) => !chosen.is_empty(),
            (Response::Placed(places), _) => places.iter().all(Option::is_some),
            (Response::Typed(texts), _) => texts.iter().all(|text| !is_blank(text)),
        }
    }

    /// Whether nothing was answered yet.
    pub fn is_empty(&self) -> bool {
        match self {
            Response::Unsure => false,
            Response::Chosen(chosen) => chosen.is_empty(),
            Response::Placed(places) => places.iter().all(Option::is_none),
            Response::Typed(texts) => texts.iter().all(|text| is_blank(text)),
        }
    }

    /// Whether the answer fits the item: a file that changed under a kept run, or a hostile
    /// stored run, must not bring an answer of another shape.
    pub fn fits(&self, kind: &ItemKind) -> bool {
        let distinct_below = |list: &[usize], limit: usize| {
            list.iter().enumerate().all(|(n, x)| *x < limit && !list[..n].contains(x))
        };
        match (self, kind) {
            (Response::Unsure, _) => true,
            (Response::Chosen(list), ItemKind::Choices(choices)) => {
                distinct_below(list, choices.options.len())
                    && (choices.pick == Pick::Many || list.len() <= 1)
            }
            (Response::Chosen(list), ItemKind::Order(order)) => {
                distinct_below(list, order.entries.len())
            }
            (Response::Chosen(list), ItemKind::Scale(scale)) => {
                list.len() <= 1 && list.iter().all(|n| *n <= scale.to.abs_diff(scale.from) as usize)
            }
            (Response::Placed(list), ItemKind::Place(place)) => {
                let targets: Vec<usize> = list.iter().flatten().copied().collect();
                list.len() == place.cards.len()
                    && targets.iter().all(|target| *target < place.targets.len())
                    && (!place.pairs || distinct_below(&targets, place.targets.len()))
            }
            (Response::Typed(list), ItemKind::Fill(fill)) => {
                let is_word = |(blank, text): (&Blank, &String)| {
                    let chooses = matches!(blank.kind, BlankKind::Chosen { .. });
                    !chooses || text.is_empty() || blank.chosen(text).is_some()
                };
                list.len() == fill.blanks.len() && fill.blanks.iter().zip(list).all(is_word)
            }
            _ => false,
        }
    }
}

/// A small whole number from kept data.
pub(super) fn index(json: &Json) -> Option<usize> {
    let number = json.number()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    (number.fract() == 0.0 && (0.0..1e9).contains(&number)).then_some(number as usize)
}
