//! The element in which answers of many devices become a report.

use adil::host::{self, Host, Mounted};
use adil::ui::announcer;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use crate::components::collect;
use crate::session::{Collection, Shared};

/// Mounts the widget into an element of a shadow root.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let shared = Shared::open(host, "collect")?;
    Ok(host::mount(root, move || {
        let (announcer, regions) = announcer();
        collect(Collection::new(shared(), announcer), regions)
    }))
}
