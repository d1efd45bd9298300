//! A note asks nothing, so it is done as soon as it is there.

use adil::json::Json;

use crate::model::{Fold, Interaction, Mark, Response, Verdict};

/// A text between questions.
#[derive(Clone, Debug, PartialEq)]
pub struct Note;

impl Interaction for Note {
    fn empty(&self) -> Response {
        Response::Chosen(Vec::new())
    }

    fn is_complete(&self, _: &Response) -> bool {
        true
    }

    fn fits(&self, response: &Response) -> bool {
        response.is_empty()
    }

    fn mark(&self, _: &Response, _: &str, _: Fold) -> Mark {
        Mark::unmarked(Verdict::Open)
    }

    fn keep(&self, _: &Response) -> Vec<Json> {
        Vec::new()
    }

    fn restore(&self, _: &[Json]) -> (Response, bool) {
        (self.empty(), true)
    }

    fn task(&self) -> Option<&'static str> {
        None
    }

    fn is_question(&self) -> bool {
        false
    }

    fn is_scored(&self) -> bool {
        false
    }
}
