//! The bundle for a pilot study: its mode setup.

use adil::host::{Host, Mounted};
use adil_bundle as _;
use leptos::wasm_bindgen;
use wasm_bindgen::prelude::*;

/// Mounts the view into an element of a shadow root.
///
/// # Errors
/// An error with the code as its name when the author has something to mend.
#[wasm_bindgen]
pub fn mount(root: &leptos::web_sys::Element, host: Host) -> Result<Mounted, JsValue> {
    adil_record::bundle::setup::mount(root, host)
}

fn main() {}
