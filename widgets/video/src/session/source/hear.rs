//! Hears what plays: the page's own video, ours, or a player of another site.

use adil::ui::{aria_bool, effect, listen};
use leptos::prelude::*;
use leptos::web_sys::HtmlMediaElement;
use send_wrapper::SendWrapper;

use super::faults::stalls;
use super::load::end_stream;
use super::recover::fails;
use crate::player::medium::{Medium, percent};
use crate::session::Session;
use crate::session::media_events::HEARD;
use crate::session::words::title;

/// Takes the page's own video over, and gives it back when the view ends.
pub fn take_over(session: Session, media: &HtmlMediaElement) {
    let title = title(session);
    let given = [
        ("slot", Some("media")),
        ("playsinline", Some("")),
        ("controls", None),
        // A video that begins again never ends.
        ("loop", None),
        ("aria-label", Some(&*title)),
        ("aria-hidden", Some("true")),
    ];
    let set = |media: &HtmlMediaElement, name: &str, value: Option<&str>| {
        _ = match value {
            Some(value) => media.set_attribute(name, value),
            None => media.remove_attribute(name),
        };
    };
    let before = given.map(|(name, value)| {
        let before = media.get_attribute(name);
        set(media, name, value);
        (name, before)
    });
    hear(session, media);
    // A file that cannot be played is told where it is named.
    if let Ok(Some(last)) = media.query_selector("source:last-of-type") {
        listen(&last, "error", Box::new(move |_| untrack(|| fails(session))));
    }
    if media.ready_state() > 0 {
        session.on_media_event("loadedmetadata");
    }
    if !media.paused() {
        session.on_media_event("play");
    }
    let media = SendWrapper::new(media.clone());
    on_cleanup(move || {
        for (name, value) in &before {
            set(&media, name, value.as_deref());
        }
    });
}

/// Hides the film from screen readers while it cannot be played: instead of its name browsers read
/// words of their own then.
pub fn hide(session: Session) {
    let Some(medium) = session.medium().filter(Medium::is_ours) else { return };
    effect(Box::new(move || {
        // What fails is told.
        session.notice.track();
        let plays = session.started.get() && !session.context().source.fault.get();
        _ = medium.set_attribute("aria-hidden", aria_bool(!plays));
    }));
}

/// Hears a media element, and ends with the view what plays its streams.
pub fn hear(session: Session, media: &HtmlMediaElement) {
    listen_to(session, media);
    session.loudness.set(if media.muted() { 0 } else { percent(media.volume()) });
    let context = SendWrapper::new(session.context());
    on_cleanup(move || {
        end_stream(&context);
        context.source.stall.replace(None);
    });
}

/// Takes a media element for what plays, and hears what it tells.
pub fn listen_to(session: Session, media: &HtmlMediaElement) {
    session.context().cells.medium.replace(Some(Medium(media.clone())));
    for event in HEARD {
        let act = move |_| {
            untrack(|| {
                session.on_media_event(event);
                stalls(session, event);
            });
        };
        listen(media, event, Box::new(act));
    }
    listen(media, "error", Box::new(move |_| untrack(|| fails(session))));
}
