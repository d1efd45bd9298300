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
    // A browser that refuses leaves the window to be filled.
    listen(stage, "fullscreenerror", Box::new(move |_| untrack(|| show(session, true))));
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
    } else if !(is_able("fullscreenEnabled") && ask(&stage, "requestFullscreen")) {
        show(session, true);
    }
}

/// Whether the document may do something: a page in a frame may not without its host's word.
fn is_able(what: &str) -> bool {
    browser(&["document", what]).is_some_and(|able| able.is_truthy())
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
    is_able("pictureInPictureEnabled") && session.medium().is_some_and(|medium| medium.is_ours())
}

/// Puts the picture into a window of its own, or back. Before it plays there is no picture.
pub fn inset(session: Session) {
    let Some(media) = session.medium().filter(Medium::is_ours) else { return };
    if !session.started.now() {
        session.play();
    } else if !leave_inset(&media) {
        ask(&media, "requestPictureInPicture");
    }
}

/// Takes our picture back; another one of the page stays where it is.
fn leave_inset(media: &Medium) -> bool {
    media.matches(":picture-in-picture").unwrap_or(false)
        && browser(&["document"]).is_some_and(|document| ask(&document, "exitPictureInPicture"))
}

/// Where the video itself went full screen or into a window, nobody would see the question.
pub fn leave_video_alone(session: Session) {
    if let Some(media) = session.medium().filter(Medium::is_ours) {
        leave_inset(&media);
        let media: &leptos::wasm_bindgen::JsValue = media.unchecked_ref();
        let alone = js_sys::Reflect::get(media, &"webkitDisplayingFullscreen".into());
        if alone.is_ok_and(|alone| alone.is_truthy()) {
            super::call(media, "webkitExitFullscreen", &[]);
        }
    }
}
