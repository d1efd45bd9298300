//! What the bundle mounts, and what of it loads later.

pub mod lazy;
mod whole;

use adil::host::{self, Host, Mounted, WidgetContext};
use adil::ui::announcer;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use crate::components::view;
use crate::model::Game;

pub use crate::session::{Bundle, LazyPart, Session};
pub use whole::WHOLE;

/// Mounts the widget into an element of a shadow root.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host, bundle: Bundle) -> Result<Mounted, JsValue> {
    let widget = WidgetContext::<Game>::load(host)?;
    Ok(host::mount(root, move || {
        let (announcer, regions) = announcer();
        view(Session::new(widget, announcer, bundle), regions)
    }))
}
