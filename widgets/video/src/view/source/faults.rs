//! What cannot be played, and what cannot be played on.

use adil::ui::after;
use leptos::prelude::*;
use leptos::web_sys::HtmlMediaElement;

use super::super::browser;
use super::super::medium::Medium;
use super::super::session::{Notice, Session};
use super::choice::playable;
use super::{own, reload, stream};

/// What plays cannot be played on: another file, or a word to the learner.
pub fn fails(session: Session) {
    let fixed = session.fixed();
    let medium = session.medium();
    let code = medium.as_ref().and_then(|medium| medium.error()).map(|e| e.code());
    let played = session.duration.get_untracked() > 0 && session.started.now();
    // A network that goes ends what has begun; the file itself is not to blame.
    if code == Some(2) || (played && !is_online()) {
        return lose(session);
    }
    let Some(n) = fixed.source.file.take() else {
        // What the browser says of a stream that it does not know is no news: a library plays it.
        let waits = fixed.source.streamer.borrow().is_none() && stream::own(session).is_some();
        if !waits {
            broken(session);
        }
        return;
    };
    fixed.source.failed.borrow_mut().push(n);
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

/// `WebKitGTK` at times lets a film stand still for good, though it says that it plays, once the
/// page lays it out anew, as taking it over does. Setting its speed makes it go on; to the side of
/// the usual one, since browsers refuse what is faster or slower than their limits.
fn wake(media: &HtmlMediaElement) {
    let rate = media.playback_rate();
    media.set_playback_rate(if rate > 1.0 { rate - 0.001 } else { rate + 0.001 });
    media.set_playback_rate(rate);
}

fn is_online() -> bool {
    browser(&["navigator", "onLine"]).is_none_or(|online| online.is_truthy())
}

/// Nothing of the lesson can be played; its author reads which files.
pub fn broken(session: Session) {
    tell(session, Notice::Broken);
    let fixed = session.fixed();
    let name = fixed.host.name();
    let files = fixed.document.body.files.iter().map(|file| file.src.address.0.as_str().to_owned());
    let files = own(session).map(|own| own.current_src()).into_iter().chain(files);
    let files = files.collect::<Vec<_>>().join(", ");
    let about = [&name, ": files: this browser could play none of: ", &files].concat();
    leptos::web_sys::console::warn_1(&about.into());
}

/// The network is gone.
pub fn lose(session: Session) {
    let source = &session.fixed().source;
    if !source.lost.replace(true) {
        source.played.set(session.playing.now());
    }
    tell(session, Notice::Lost);
}

fn tell(session: Session, notice: Notice) {
    session.fixed().source.fault.set(true);
    session.flush();
    session.keep();
    session.tell(notice);
}

/// A video that waits for long has lost its line.
pub fn stalls(session: Session, event: &str) {
    const PATIENCE: u32 = 12_000;
    let fixed = session.fixed();
    match event {
        // What came before the line broke has been played.
        "waiting" if session.medium().is_some_and(|medium| medium.error().is_some()) => {
            lose(session);
        }
        "waiting" => {
            let timer = gloo_timers::callback::Timeout::new(PATIENCE, move || {
                if !session.is_over() && session.waiting.now() {
                    lose(session);
                }
            });
            fixed.source.stall.replace(Some(timer));
        }
        "playing" | "pause" => {
            fixed.source.stall.replace(None);
            if event == "playing" && fixed.source.fault.replace(false) {
                fixed.source.lost.set(false);
                session.tell_no_more();
            }
        }
        _ => {}
    }
}

/// Tries again what failed, from the start of the list; the learner asked for it.
pub fn retry(session: Session) {
    begin_anew(session, true);
    super::super::start::focus_stage(session);
}

/// The network is back: what played goes on, what stood still stays so.
pub fn retry_if_lost(session: Session) {
    session.ask_for_rest();
    let source = &session.fixed().source;
    if source.lost.get() {
        begin_anew(session, source.played.get());
    }
}

fn begin_anew(session: Session, plays: bool) {
    let source = &session.fixed().source;
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
