//! Screens that load once the first one stands.

use adil::ui::{Child, El, missing, part};
use leptos::prelude::*;

use crate::session::pledge::{LazyPart, Session, Stage};

/// A screen behind the clauses. Who needs it while it cannot be loaded reads so, and may try again.
pub fn screen(session: Session, stage: Stage) -> impl Child {
    let shown = session.lazy(LazyPart::Screen(stage));
    let waits = shown.is_none();
    let has_failed = waits && session.lazy_chunk.has_failed();
    let title = waits.then(|| part("section", "screen").child(session.context().title()));
    (shown, title, has_failed.then(|| untrack(|| sorry(session))))
}

fn sorry(session: Session) -> El {
    let (context, words) = (session.context(), session.text("lost"));
    session.announcer.announce(&words);
    missing(&words, context.words("try_again"), move || session.lazy_chunk.retry(&context.host))
}
