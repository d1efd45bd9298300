//! What loads once the first screen stands: a release build cuts it out of the bundle. It is asked
//! for at once, so it is there before anyone has gone through the clauses, unless the line is bad.

use adil::host::Later;
use adil::ui::{Child, El, Pieces, effect, missing, part, pieces};
use leptos::prelude::*;

use super::session::{Session, Stage};
use super::{pledge, promise, receipt};

/// What comes later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A screen behind the clauses.
    Screen(Stage),
    /// The receipt of the pledge that was made.
    Receipt,
}

/// Gives what comes later, when it is there; follows its coming.
pub type Rest = fn(Later, Session, Part) -> Option<Pieces>;

/// What the bundle loads later.
#[derive(Clone, Copy, Debug)]
pub struct Bundle {
    /// Gives it.
    pub rest: Rest,
    /// Whether it is there from the start.
    pub in_one_piece: bool,
}

/// Shows a part, or makes it.
pub fn rest(session: Session, part: Part) -> Pieces {
    match part {
        Part::Screen(stage) => pieces(match stage {
            Stage::Preface | Stage::Clause(_) => None,
            Stage::Think => Some(pledge::think(session)),
            Stage::Promise => Some(promise::view(session)),
            Stage::Made => Some(promise::made(session)),
            Stage::Declined => Some(promise::thanks(session)),
            Stage::Withdrawn => Some(promise::withdrawn(session)),
        }),
        Part::Receipt => {
            receipt::make(session);
            pieces(())
        }
    }
}

/// A screen behind the clauses. Who needs it while it cannot be loaded reads so, and may try again.
pub fn screen(session: Session, stage: Stage) -> impl Child {
    let shown = session.rest(Part::Screen(stage));
    let waits = shown.is_none();
    let has_failed = waits && session.later.has_failed();
    let title = waits.then(|| part("section", "screen").child(session.fixed().title()));
    (shown, title, has_failed.then(|| untrack(|| sorry(session))))
}

fn sorry(session: Session) -> El {
    let (fixed, words) = (session.fixed(), session.text("lost"));
    session.said.say(&words);
    missing(&words, fixed.words("try_again"), move || session.later.retry(&fixed.host))
}

/// Signs a pledge that was left before its receipt was signed.
pub fn catch_up(session: Session) {
    if session.receipt.with_untracked(Option::is_none) {
        effect(Box::new(move || _ = session.rest(Part::Receipt)));
    }
}
