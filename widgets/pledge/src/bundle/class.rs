//! The element in which a class writes its own pledge.

use adil::host::{self, Host, Mounted};
use adil::ui::announcer;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use crate::components::class::{STYLES, view};
use crate::session::Context;
use crate::session::class::Board;

/// Mounts the view.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let context = Context::open(host, "class")?;
    adil::ui::adopt_styles(root, STYLES);
    Ok(host::mount(root, move || {
        let (announcer, regions) = announcer();
        let board = Board::new(context, announcer);
        let context = board.context();
        let clauses = context.document.body.clauses.len();
        context.emit("adil-ready", [("clauses", clauses.into())], false);
        view(board, regions)
    }))
}
