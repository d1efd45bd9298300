//! What stops are called, and in which state they are.

use adil::ui::{El, plain_line};

use crate::model::Standing;
use crate::session::Session;

/// Which of all checkpoints it is, in words.
pub fn place_of(session: Session, n: usize) -> String {
    let context = session.context();
    let total = session.number(context.document.body.checkpoints.len());
    context.texts.fill("checkpoint_n_of", &[("n", &session.number(n + 1)), ("total", &total)])
}

/// What a checkpoint is called: its own title, or its number.
pub fn title(session: Session, n: usize) -> String {
    let lang = &session.context().rich.lang;
    let own = session.checkpoint(n, |one| Some(one.title.as_ref()?.get(lang).to_owned()));
    own.flatten().unwrap_or_else(|| place_of(session, n))
}

/// The title inside an element, in its own language where it is the author's.
pub fn with_title(session: Session, n: usize, element: El) -> El {
    match session.checkpoint(n, |one| one.title.clone()).flatten() {
        Some(own) => plain_line(&session.context().rich, element, &own),
        None => element.child(place_of(session, n)),
    }
}

/// What a checkpoint's mark looks like.
pub fn state(session: Session, n: usize, open: Option<usize>) -> &'static str {
    if open == Some(n) {
        return "current";
    }
    let standing = session.checkpoint(n, |one| session.done(|progress| progress.standing(one)));
    standing.unwrap_or(Standing::Upcoming).word()
}

/// The same as further parts of a mark, in the words of a quiz.
pub fn parts_of(state: &str) -> &'static str {
    match state {
        "current" => " now",
        "passed" => " done passed",
        "failed" => " done failed",
        _ => " upcoming",
    }
}
