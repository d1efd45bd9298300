//! The video that the page's author put inside the tags.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlMediaElement;

use crate::player::stream;
use crate::session::Session;

/// The place, behind all files, of the stream that the page's own video names. A `Place` has none
/// that is greater.
pub const OWN: usize = u32::MAX as usize - 1;

/// The video that the page's author put inside the tags.
pub fn own(session: Session) -> Option<HtmlMediaElement> {
    let element = session.context().element.clone()?;
    element.query_selector(":scope > video").ok()??.dyn_into().ok()
}

/// The address of a stream that it names, beside no file, where the browser plays none.
pub fn own_stream(session: Session) -> Option<String> {
    stream::named_by(own(session)?)
}
