//! The lesson as slides: following it so, and turning them.

use leptos::prelude::*;

use super::Session;

/// The slide at the lesson's place; followed.
pub fn now(session: Session) -> usize {
    let context = session.context();
    let at = session.at.get();
    context.document.body.slides.at(at)
}

/// Where a slide begins; the end of the lesson behind the last one.
pub fn start(session: Session, n: usize) -> u32 {
    let context = session.context();
    context.document.body.slides.start(n, session.duration.get_untracked())
}

/// Follows the lesson as slides from here on.
pub fn enter(session: Session) {
    if let Some(medium) = session.medium() {
        _ = medium.pause();
    }
    let source = &session.context().source;
    source.fault.set(false);
    // A line that comes back is for slides, too, and starts no film behind them.
    source.lost.set(false);
    session.tell_no_more();
    session.slides.set(true);
}

/// Follows the lesson as a video from here on.
pub fn leave(session: Session) {
    if session.slides.now() {
        session.slides.set(false);
        session.take_place();
    }
}

/// Goes on to the next slide, unless a checkpoint is due before it.
pub fn turn(session: Session) {
    let n = untrack(|| now(session));
    let next = start(session, n + 1);
    session.turn_to(next);
    let context = session.context();
    if session.open.now().is_none() && n + 1 >= context.document.body.slides.len() {
        session.finish();
    }
}
