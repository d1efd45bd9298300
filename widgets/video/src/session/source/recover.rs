//! How a lesson goes on after a fault: by another file, by the same one anew, or with the network.

use adil::ui::after;
use leptos::prelude::*;
use leptos::web_sys::HtmlMediaElement;

use super::choice::playable;
use super::faults::{broken, lose};
use super::load::reload;
use super::own::{own, own_stream};
use crate::player::browser::is_online;
use crate::player::medium::{Medium, wake};
use crate::session::Session;
use crate::session::screen::focus_stage;

/// What plays cannot be played on: another file, or a word to the learner.
pub fn fails(session: Session) {
    let context = session.context();
    let medium = session.medium();
    let code = medium.as_ref().and_then(|medium| medium.error()).map(|e| e.code());
    let played = session.duration.get_untracked() > 0 && session.started.now();
    // A network that goes ends what has begun; the file itself is not to blame.
    if code == Some(2) || (played && !is_online()) {
        return lose(session);
    }
    let Some(n) = context.source.file.take() else {
        // What the browser says of a stream that it does not know is no news: a library plays it.
        let waits = context.source.streamer.borrow().is_none() && own_stream(session).is_some();
        if !waits {
            broken(session);
        }
        return;
    };
    context.source.failed.borrow_mut().push(n);
    if playable(session).is_empty() {
        return broken(session);
    }
    reload(session, session.playing.now() || !session.started.now());
}

/// What the page's own video did before the script came tells nobody any more: it failed, or it
/// plays. What was put into the page just now looks as if it had failed until the browser begins to
/// look for its file.
pub fn look_back(session: Session) {
    const BEGINS: u32 = 250;
    after(BEGINS, move || {
        let Some(media) = own(session) else { return };
        if media.network_state() == HtmlMediaElement::NETWORK_NO_SOURCE {
            fails(session);
        }
        if !media.paused() {
            wake(&media);
        }
    });
}

/// Tries again what failed, from the start of the list; the learner asked for it.
pub fn retry(session: Session) {
    begin_anew(session, true);
    focus_stage(session);
}

/// The network is back: what played goes on, what stood still stays so.
pub fn retry_if_lost(session: Session) {
    session.load_lazy_chunk();
    let source = &session.context().source;
    if source.lost.get() {
        begin_anew(session, source.played.get());
    }
}

fn begin_anew(session: Session, plays: bool) {
    let source = &session.context().source;
    source.fault.set(false);
    source.lost.set(false);
    source.failed.borrow_mut().clear();
    source.file.set(None);
    session.stream.set(None);
    session.tell_no_more();
    let is_given = |medium: &Medium| !medium.is_ours() || own(session).is_some();
    if let Some(media) = session.medium().filter(is_given) {
        media.load();
    }
    reload(session, plays);
}
