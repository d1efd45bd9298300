//! The story on paper.

use adil::host::{self, Host, LazyChunk, Mounted, WidgetContext, random_number};
use adil::ui::{Pieces, announcer};
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use crate::components::paper;
use crate::model::Story;
use crate::session::{Bundle, LazyPart, Session};

/// Mounts a story on paper; the page's seed says how the numbers of the cards are shuffled.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let widget = WidgetContext::<Story>::load(host)?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let seed = widget.host.number("seed").map_or_else(random_number, |seed| seed as u32);
    adil::ui::adopt_styles(root, include_str!("print.css"));
    Ok(host::mount(root, move || {
        let (announcer, _) = announcer();
        let bundle = Bundle { lazy: nothing, in_one_piece: true };
        paper::view(Session::new(widget, bundle, "print", announcer), seed)
    }))
}

fn nothing(_: LazyChunk, _: Session, _: LazyPart) -> Option<Pieces> {
    None
}
