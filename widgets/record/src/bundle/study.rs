//! The element in which pupils answer a pilot study.

use adil::host::{self, Host, Mounted};
use adil::ui::announcer;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use crate::components::study;
use crate::session::{Pupil, Shared};

/// Mounts the widget into an element of a shadow root.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let shared = Shared::open(host, "study")?;
    Ok(host::mount(root, move || {
        let (announcer, regions) = announcer();
        study(Pupil::new(shared(), announcer), regions)
    }))
}
