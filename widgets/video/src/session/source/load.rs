//! Loads the file that fits.

use adil::ui::point;
use leptos::prelude::*;

use super::choice::best;
use super::faults;
use super::own::{OWN, own};
use crate::player::medium::Medium;
use crate::player::stream;
use crate::session::{Context, Session};

/// Points our video at a file, unless it has one or is the page's own.
pub fn prepare(session: Session) {
    let context = session.context();
    if own(session).is_some() {
        // Where it names none, nothing follows.
        if session.stream.now().is_none() {
            end_stream(&context);
            session.stream.set(Some(OWN));
        }
        return;
    }
    if context.source.file.get().is_some() {
        return;
    }
    let Some(media) = session.medium().filter(Medium::is_ours) else { return };
    let Some(n) = best(session) else {
        return faults::broken(session);
    };
    context.source.file.set(Some(n));
    let file = &context.document.body.files[n];
    end_stream(&context);
    if file.is_stream() && !stream::is_known(&media) {
        session.stream.set(Some(n));
    } else {
        point(&media, "src", &file.src.address.0, &context.host);
        media.load();
    }
}

/// Ends what plays a stream.
pub fn end_stream(context: &Context) {
    if let Some(streamer) = context.source.streamer.take() {
        stream::end(&streamer);
    }
}

/// Loads another file, or the same anew, at the same place.
pub fn reload(session: Session, plays: bool) {
    let notes = &session.context().cells;
    let at = session.at.get_untracked();
    // At the start there is nowhere to go, and YouTube would stand still after it.
    if at > 0 && notes.pending.get().is_none() {
        notes.pending.set(Some(at));
    }
    session.context().source.plays.set(plays);
    prepare(session);
    if let Some(medium) = session.medium().filter(|_| plays && session.open.now().is_none()) {
        medium.play();
    }
}

/// Plays on in another height; 0 for one that fits.
pub fn set_height(session: Session, height: f64) {
    let source = &session.context().source;
    source.height.set(height);
    if source.file.get().is_none() || best(session) == source.file.get() {
        return;
    }
    let plays = session.playing.now();
    source.file.set(None);
    session.flush();
    reload(session, plays);
}
