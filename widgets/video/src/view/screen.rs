//! Full screen, and the picture in a window of its own. The question is part of what goes full
//! screen; where only the video itself could go, the stage fills the window instead.

use adil::ui::listen;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use super::medium::Medium;
use super::session::Session;
use super::{ask, browser};

fn stage(session: Session) -> Option<Element> {
    session.fixed().stage.borrow().clone()
}

fn is_really_full(session: Session) -> bool {
    let stage = stage(session);
    stage.is_some_and(|stage| stage.matches(":fullscreen").unwrap_or(false))
}

/// Follows the browser: learners leave full screen by its own keys, too.
pub fn watch(session: Session, stage: &Element) {
    let act = move |_| {
        untrack(|| show(session, is_really_full(session)));
    };
    listen(stage, "fullscreenchange", Box::new(act));
    on_cleanup(move || {
        if let Some(document) = browser(&["document"]).filter(|_| is_really_full(session)) {
            ask(&document, "exitFullscreen");
        }
    });
}

fn show(session: Session, full: bool) {
    session.full.set(full);
    session.flag("fullscreen", full);
}

/// Fills the screen, or leaves it.
pub fn toggle(session: Session) {
    let Some(stage) = stage(session) else { return };
    if session.full.now() {
        match browser(&["document"]).filter(|_| is_really_full(session)) {
            Some(document) => _ = ask(&document, "exitFullscreen"),
            None => show(session, false),
        }
    } else if !ask(&stage, "requestFullscreen") {
        show(session, true);
    }
}

/// Leaves a stage that fills the window; whether it did.
pub fn leave_window(session: Session) -> bool {
    let fills = session.full.now() && !is_really_full(session);
    if fills {
        show(session, false);
    }
    fills
}

/// Whether the picture can stand in a window of its own.
pub fn has_inset(session: Session) -> bool {
    browser(&["document", "pictureInPictureEnabled"]).is_some_and(|can| can.is_truthy())
        && session.medium().is_none_or(|medium| medium.is_ours())
}

/// Puts the picture into a window of its own, or back.
pub fn inset(session: Session) {
    if leave_inset() {
        return;
    }
    if let Some(media) = session.medium().filter(Medium::is_ours) {
        session.started.set(true);
        ask(&media, "requestPictureInPicture");
    }
}

fn leave_inset() -> bool {
    let inside = browser(&["document", "pictureInPictureElement"]);
    inside.is_some_and(|element| !element.is_null())
        && browser(&["document"]).is_some_and(|document| ask(&document, "exitPictureInPicture"))
}

/// Where the video itself went full screen or into a window, nobody would see the question.
pub fn leave_video_alone(session: Session) {
    leave_inset();
    if let Some(media) = session.medium().filter(Medium::is_ours) {
        let media: &leptos::wasm_bindgen::JsValue = media.unchecked_ref();
        let alone = js_sys::Reflect::get(media, &"webkitDisplayingFullscreen".into());
        if alone.is_ok_and(|alone| alone.is_truthy()) {
            super::call(media, "webkitExitFullscreen", &[]);
        }
    }
}
