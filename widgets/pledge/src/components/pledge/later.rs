//! Screens that load once the first one stands.

use adil::ui::{Child, El, missing, part};
use leptos::prelude::*;

use crate::session::pledge::{Part, Session, Stage};

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
