//! The bundle of `<adil-plan>`.

use adil::host::{Host, Mounted};
use adil::ui::Pieces;
use adil_bundle as _;
use adil_plan::bundle::{self, Bundle, LazyPart, Session};
use leptos::wasm_bindgen;
use wasm_bindgen::prelude::*;

adil::lazy! {
    /// What loads once the first screen stands.
    fn lazy_chunk(session: Session, part: LazyPart) -> Pieces {
        bundle::lazy(session, part)
    }
}

/// Mounts a plan into an element of a shadow root.
///
/// # Errors
/// An error with the code as its name when the author has something to mend.
#[wasm_bindgen]
pub fn mount(root: &leptos::web_sys::Element, host: Host) -> Result<Mounted, JsValue> {
    bundle::mount(root, host, Bundle { lazy: lazy_chunk, in_one_piece: cfg!(not(split)) })
}

fn main() {}
