//! The element in which a study is set up.

use adil::host::{self, Host, Mounted};
use adil::ui::announcer;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use crate::components::setup;
use crate::session::{Setup, Shared};

/// Mounts the widget into an element of a shadow root.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let shared = Shared::open(host, "setup")?;
    Ok(host::mount(root, move || {
        let (announcer, regions) = announcer();
        setup(Setup::new(shared(), announcer), regions)
    }))
}
