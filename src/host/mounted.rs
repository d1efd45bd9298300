//! The widget's side: a view that ends when it is dropped.

use wasm_bindgen::prelude::*;

use crate::ui::El;

/// A mounted view. Dropping it, or calling `free()` from the page's side, unmounts the view and
/// ends its effects, timers and listeners.
#[wasm_bindgen]
pub struct Mounted {
    _view: Box<dyn std::any::Any>,
}

/// Mounts a view for one element. Each view has an owner of its own, so that none outlives or
/// ends another.
pub fn mount(root: &web_sys::Element, view: impl FnOnce() -> El + 'static) -> Mounted {
    Mounted { _view: Box::new(crate::ui::mount(root, view)) }
}

/// The error that a bundle's `mount` throws when the author has something to mend.
pub fn refusal(code: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    error.set_name(code);
    error.into()
}
