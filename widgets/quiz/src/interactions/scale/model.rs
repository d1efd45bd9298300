//! Steps from one end to the other; no step is right or wrong.

use adil::content::Rich;
use adil::json::{Json, number_text};

use crate::model::names::{Name, keep_chosen, restore_chosen};
use crate::model::{Fold, Interaction, Mark, Response, Verdict};

/// Steps from one end to the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// The number of the first step.
    pub from: i32,
    /// The number of the last step, at most ten above the first.
    pub to: i32,
    /// What the first step means.
    pub low: Option<Rich>,
    /// What the last step means.
    pub high: Option<Rich>,
}

impl Scale {
    /// How many steps it is from the first to the last.
    pub fn last(&self) -> usize {
        self.to.abs_diff(self.from) as usize
    }

    fn names(&self) -> Vec<Name> {
        (self.from..=self.to).map(|step| Name::of_id(&number_text(step.into()))).collect()
    }
}

impl Interaction for Scale {
    fn empty(&self) -> Response {
        Response::Chosen(Vec::new())
    }

    fn is_complete(&self, response: &Response) -> bool {
        !response.is_empty()
    }

    fn fits(&self, response: &Response) -> bool {
        let Response::Chosen(list) = response else { return false };
        list.len() <= 1 && list.iter().all(|n| *n <= self.last())
    }

    fn mark(&self, _: &Response, _: &str, _: Fold) -> Mark {
        Mark::unmarked(Verdict::Open)
    }

    fn keep(&self, response: &Response) -> Vec<Json> {
        keep_chosen(&self.names(), response)
    }

    fn restore(&self, kept: &[Json]) -> (Response, bool) {
        restore_chosen(&self.names(), kept)
    }

    fn task(&self) -> Option<&'static str> {
        Some("scale_hint")
    }

    fn is_scored(&self) -> bool {
        false
    }
}
