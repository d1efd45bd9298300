//! The lesson as slides: following it so, and turning them.

use leptos::prelude::*;

use super::Session;

/// The slide at the lesson's place; followed.
pub fn now(session: Session) -> usize {
    let fixed = session.fixed();
    let at = session.at.get();
    fixed.document.body.slides.at(at)
}

/// Where a slide begins; the end of the lesson behind the last one.
pub fn start(session: Session, n: usize) -> u32 {
    let fixed = session.fixed();
    fixed.document.body.slides.start(n, session.duration.get_untracked())
}

/// Follows the lesson as slides from here on.
pub fn enter(session: Session) {
    if let Some(medium) = session.medium() {
        _ = medium.pause();
    }
    let source = &session.fixed().source;
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
    let fixed = session.fixed();
    if session.open.now().is_none() && n + 1 >= fixed.document.body.slides.len() {
        session.finish();
    }
}
