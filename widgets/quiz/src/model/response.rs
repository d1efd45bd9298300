//! What a learner gave as an answer.

use adil::json::Json;

use super::{ItemKind, Pick};

/// A learner's answer in the shape that its item takes. Options, cards and places are counted
/// in the author's order, so that a shuffled view means the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Response {
    /// "I do not know"
    Unsure,
    /// Options that were chosen, entries in the order given so far, or the step of a scale.
    Chosen(Vec<usize>),
    /// The place of each card; none for a card that was not placed yet.
    Placed(Vec<Option<usize>>),
    /// What stands in each blank.
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
            (Response::Typed(texts), _) => texts.iter().all(|text| !text.trim().is_empty()),
        }
    }

    /// Whether nothing was answered yet.
    pub fn is_empty(&self) -> bool {
        match self {
            Response::Unsure => false,
            Response::Chosen(chosen) => chosen.is_empty(),
            Response::Placed(places) => places.iter().all(Option::is_none),
            Response::Typed(texts) => texts.iter().all(|text| text.trim().is_empty()),
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
            (Response::Typed(list), ItemKind::Fill(fill)) => list.len() == fill.blanks.len(),
            _ => false,
        }
    }

    /// The answer as it is kept.
    pub fn to_json(&self) -> Json {
        match self {
            Response::Unsure => Json::Null,
            Response::Chosen(list) => Json::object([("c", list.clone().into())]),
            Response::Placed(list) => Json::object([("p", list.clone().into())]),
            Response::Typed(list) => Json::object([("t", list.clone().into())]),
        }
    }

    /// An answer as it was kept; nothing for anything else.
    pub fn from_json(json: &Json) -> Option<Response> {
        if *json == Json::Null {
            return Some(Response::Unsure);
        }
        let all = |key: &str| json.get(key).map(Json::list);
        if let Some(list) = all("c") {
            return list.iter().map(index).collect::<Option<_>>().map(Response::Chosen);
        }
        if let Some(list) = all("p") {
            let place = |json: &Json| match json {
                Json::Null => Some(None),
                json => index(json).map(Some),
            };
            return list.iter().map(place).collect::<Option<_>>().map(Response::Placed);
        }
        let texts = all("t")?.iter().map(|text| text.text().map(str::to_owned));
        texts.collect::<Option<_>>().map(Response::Typed)
    }
}

/// A small whole number from kept data.
pub(super) fn index(json: &Json) -> Option<usize> {
    let number = json.number()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    (number.fract() == 0.0 && (0.0..1e9).contains(&number)).then_some(number as usize)
}
