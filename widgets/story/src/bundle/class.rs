//! The story for a class, led by a teacher.

use adil::host::{self, Host, LazyChunk, Mounted, WidgetContext};
use adil::ui::{Pieces, announcer, pieces};
use leptos::prelude::untrack;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use crate::components::{aloud, asked, class, sound};
use crate::model::Story;
use crate::session::{Bundle, LazyPart, Session};

/// Mounts a story for the whole class.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let widget = WidgetContext::<Story>::load(host)?;
    adil::ui::adopt_styles(root, include_str!("class.css"));
    Ok(host::mount(root, move || {
        let (announcer, regions) = announcer();
        let bundle = Bundle { lazy, in_one_piece: true };
        let session = Session::new(widget, bundle, "class", announcer);
        session.follow_tabs();
        class::view(session, regions)
    }))
}

/// What a class needs of that which loads later elsewhere.
fn lazy(_: LazyChunk, session: Session, part: LazyPart) -> Option<Pieces> {
    untrack(|| match part {
        LazyPart::Aloud => Some(pieces(aloud::view(session))),
        LazyPart::Asked => Some(pieces(asked::view(session))),
        LazyPart::Sound => Some(pieces(sound::view(session))),
        LazyPart::Map | LazyPart::Group | LazyPart::Strip | LazyPart::After | LazyPart::Check => {
            None
        }
    })
}
