//! The bundle of `<adil-plan mode="campaign">`.

use adil::host::{Host, Mounted};
use adil_bundle as _;
use leptos::wasm_bindgen;
use wasm_bindgen::prelude::*;

/// Mounts the desk of an action into an element of a shadow root.
///
/// # Errors
/// An error with the code as its name when the author has something to mend.
#[wasm_bindgen]
pub fn mount(root: &leptos::web_sys::Element, host: Host) -> Result<Mounted, JsValue> {
    adil_plan::bundle::mount_campaign(root, host)
}

fn main() {}
