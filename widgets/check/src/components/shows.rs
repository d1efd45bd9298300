//! What a bundle shows in its own way among the questions.

use adil::ui::El;

use crate::session::Session;

/// What a bundle shows in its own way among the questions.
#[derive(Clone, Copy)]
pub struct Shows {
    /// What stands below an answer.
    pub below: fn(Session, usize) -> Option<El>,
    /// Other ways on from a screen of questions.
    pub ways: fn(Session) -> Vec<El>,
    /// What stands on the first screen.
    pub first: fn(Session) -> Vec<El>,
}

/// What a check shows.
pub const CHECK: Shows = Shows { below: |_, _| None, ways: |_| Vec::new(), first: |_| Vec::new() };
