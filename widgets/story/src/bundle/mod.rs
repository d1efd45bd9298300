//! Where a bundle begins: what each mode mounts, and what of it loads later.

pub mod class;
mod lazy;
pub mod print;
mod whole;

use adil::host::{self, Host, Mounted, WidgetContext};
use adil::ui::announcer;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use crate::components::view;
use crate::model::Story;

use crate::session::GROUP;
pub use crate::session::{Bundle, LazyPart, Session};
pub use lazy::lazy;
pub use whole::WHOLE;

/// Mounts the widget into an element of a shadow root.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host, bundle: Bundle) -> Result<Mounted, JsValue> {
    let widget = WidgetContext::<Story>::load(host)?;
    Ok(host::mount(root, move || {
        let (announcer, regions) = announcer();
        let mode = widget.host.word("mode", |word| (word == GROUP).then_some(GROUP));
        view(Session::new(widget, bundle, mode.unwrap_or("learn"), announcer), regions)
    }))
}
