//! What buttons and keys do alike: sound, speed and bookmarks, and what is said of them.

use leptos::prelude::*;
use leptos::web_sys::Element;

use super::Session;
use super::words::spoken;
use crate::player::medium::percent;

/// Says what is so now, unless the focus is elsewhere in the page, or on the button with those
/// keys, which says it itself.
pub fn confirm(session: Session, keys: &str, text: &str) {
    let context = session.context();
    let root = context.element.as_ref().and_then(Element::shadow_root);
    let focus = root.and_then(|root| root.active_element());
    let own = |focus: Element| focus.get_attribute("aria-keyshortcuts").as_deref() == Some(keys);
    if focus.is_some_and(|focus| !own(focus)) {
        session.announcer.announce(&session.text(text));
    }
}

/// Sets how loud it is.
pub fn louder(session: Session, by: f64) {
    let Some(medium) = session.medium() else { return };
    let loudness = ((medium.loudness() + by) * 20.0).round() / 20.0;
    medium.set_loudness(loudness.clamp(0.0, 1.0));
    session.loudness.set(percent(medium.loudness()));
}

/// Silences it, or makes it as loud as it was.
pub fn mute(session: Session) {
    let Some(medium) = session.medium() else { return };
    medium.set_muted(!medium.muted());
    session.loudness.set(percent(medium.loudness()));
}

/// Sets the speed.
pub fn set_rate(session: Session, rate: f64) {
    if let Some(medium) = session.medium() {
        medium.set_speed(rate);
    }
    session.rate.set(percent(rate));
}

/// Sets a bookmark here, or takes away the one that is here, and says so.
pub fn mark(session: Session) {
    let key = if session.bookmark(None) { "bookmark_set" } else { "bookmark_removed" };
    let time = spoken(session, session.at.get_untracked());
    session.announcer.announce(&session.context().texts.fill(key, &[("time", &time)]));
}
