//! The element in which files of several groups are put side by side.

use adil::host::{self, Host, Mounted};
use adil::ui::announcer;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use crate::components::merge;
use crate::session::{Region, Shared};

/// Mounts the widget into an element of a shadow root.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let shared = Shared::open(host, "merge")?;
    Ok(host::mount(root, move || {
        let (announcer, regions) = announcer();
        merge(Region::new(shared(), announcer), regions)
    }))
}
