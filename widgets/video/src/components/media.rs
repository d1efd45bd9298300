//! The place of the picture.

use adil::ui::{El, el, part};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlMediaElement;

use super::lazy::lazy_view;
use crate::model::Track;
use crate::player::browser::browser;
use crate::session::source::{hear, own, take_over};
use crate::session::words::title;
use crate::session::{LazyPart, Session};

/// The place of the picture.
pub fn view(session: Session) -> El {
    let slot = el("slot").attr("name", "media");
    if let Some(media) = own(session) {
        return slot.with(|_| take_over(session, &media));
    }
    if session.context().document.body.embed().is_some() {
        return slot.child(lazy_view(session, LazyPart::Elsewhere));
    }
    let made = part("video", "media")
        .attr("preload", "none")
        .attr("aria-label", &title(session))
        .attr("aria-hidden", "true");
    // Captions of a file on another origin are read only with its consent; without captions from
    // there, a server of files alone need not give any.
    let made = if has_far_tracks(session) { made.attr("crossorigin", "anonymous") } else { made };
    // An iPhone would leave the page and the question with it.
    let made = made.attr("playsinline", "").with(|element| {
        if let Some(media) = element.dyn_ref::<HtmlMediaElement>() {
            hear(session, media);
        }
    });
    slot.child(made)
}

/// Whether captions or descriptions lie on another origin than the page.
fn has_far_tracks(session: Session) -> bool {
    let context = session.context();
    let (video, base) = (&context.document.body, context.host.base());
    // In a sandbox this is no origin at all, and everything is far.
    let here = browser(&["origin"]).and_then(|origin| origin.as_string());
    let is_far = |track: &Track| {
        let address = leptos::web_sys::Url::new_with_base(track.src.0.as_str(), &base);
        address.is_ok_and(|address| Some(address.origin()) != here)
    };
    video.captions.iter().chain(video.descriptions.iter()).any(is_far)
}
