//! Full screen, and the picture in a window of its own, by the browser's own means.

use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::Element;

use super::browser::{ask, browser, call};
use super::medium::Medium;

/// Whether an element fills the screen, and not only the window.
pub fn is_full(stage: &Element) -> bool {
    stage.matches(":fullscreen").unwrap_or(false)
}

/// Lets an element fill the screen; whether the browser was asked.
pub fn fill(stage: &Element) -> bool {
    is_able("fullscreenEnabled") && ask(stage, "requestFullscreen")
}

/// Leaves the screen that an element fills; whether it did fill it.
pub fn leave(stage: &Element) -> bool {
    let document = browser(&["document"]).filter(|_| is_full(stage));
    if let Some(document) = &document {
        ask(document, "exitFullscreen");
    }
    document.is_some()
}

/// Whether the document may do something: a page in a frame may not without its host's word.
fn is_able(what: &str) -> bool {
    browser(&["document", what]).is_some_and(|able| able.is_truthy())
}

/// Whether pictures can stand in a window of their own.
pub fn has_inset() -> bool {
    is_able("pictureInPictureEnabled")
}

/// Puts the picture into a window of its own, or back.
pub fn inset(media: &Medium) {
    if !leave_inset(media) {
        ask(media, "requestPictureInPicture");
    }
}

/// Takes our picture back; another one of the page stays where it is.
fn leave_inset(media: &Medium) -> bool {
    media.matches(":picture-in-picture").unwrap_or(false)
        && browser(&["document"]).is_some_and(|document| ask(&document, "exitPictureInPicture"))
}

/// Takes the video back where it went full screen by itself or into a window.
pub fn leave_video_alone(media: &Medium) {
    leave_inset(media);
    let media: &JsValue = media.unchecked_ref();
    let alone = js_sys::Reflect::get(media, &"webkitDisplayingFullscreen".into());
    if alone.is_ok_and(|alone| alone.is_truthy()) {
        call(media, "webkitExitFullscreen", &[]);
    }
}
