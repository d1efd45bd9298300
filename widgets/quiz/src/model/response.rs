//! What a learner gave as an answer. How it is kept is told in `names`.

use adil::json::Json;
use adil::typed::is_blank;

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
    /// [`crate::interactions::Blank::chosen`].
    Typed(Vec<String>),
}

impl Response {
    /// Whether nothing was answered yet.
    pub fn is_empty(&self) -> bool {
        match self {
            Response::Unsure => false,
            Response::Chosen(chosen) => chosen.is_empty(),
            Response::Placed(places) => places.iter().all(Option::is_none),
            Response::Typed(texts) => texts.iter().all(|text| is_blank(text)),
        }
    }

    /// What was chosen; nothing in answers of other shapes.
    pub fn chosen(&self) -> &[usize] {
        match self {
            Response::Chosen(chosen) => chosen,
            _ => &[],
        }
    }

    /// The field under which an answer of this shape is kept.
    pub(super) fn key(&self) -> &'static str {
        match self {
            Response::Chosen(_) => "c",
            Response::Placed(_) => "p",
            Response::Typed(_) | Response::Unsure => "t",
        }
    }
}

/// Whether places are all below a limit, and none stands twice: what a hostile kept run may break.
pub fn distinct_below(list: &[usize], limit: usize) -> bool {
    list.iter().enumerate().all(|(n, x)| *x < limit && !list[..n].contains(x))
}

/// Whether these are all numbers below a count, each once.
pub fn is_order(list: &[usize], count: usize) -> bool {
    list.len() == count && distinct_below(list, count)
}

/// A small whole number from kept data.
pub fn index(json: &Json) -> Option<usize> {
    let number = json.number()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    (number.fract() == 0.0 && (0.0..1e9).contains(&number)).then_some(number as usize)
}
