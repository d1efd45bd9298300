//! The element in which a group keeps its record.

use adil::host::{self, Host, Mounted};
use adil::ui::announcer;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use crate::components::view;
use crate::session::{Session, Shared};

/// Mounts the widget into an element of a shadow root.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let shared = Shared::open(host, "record")?;
    Ok(host::mount(root, move || {
        let (announcer, regions) = announcer();
        view(Session::new(shared(), announcer), regions)
    }))
}
