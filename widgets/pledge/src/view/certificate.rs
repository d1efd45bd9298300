//! To come.

use adil::host::{self, Host, Mounted};
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use super::{Fixed, slots};

/// Mounts the view.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let fixed = Fixed::open(host, "certificate")?;
    Ok(host::mount(root, move || fixed.frame().child((fixed.title(), slots()))))
}
