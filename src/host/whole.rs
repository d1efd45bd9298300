//! A widget in one piece, for pages that mount it themselves instead of by the script tag.

use wasm_bindgen::JsValue;
use web_sys::Element;

use super::{Host, Mounted};
use crate::embed::Spec;

/// All that it takes to show a widget.
pub struct Whole {
    /// What a page can rely on.
    pub spec: &'static Spec,
    /// The styles that all widgets share, and then its own.
    pub styles: &'static [&'static str],
    /// Its texts in a language, as JSON; nothing where it does not speak it.
    pub texts: fn(lang: &str) -> Option<&'static str>,
    /// Mounts it into an element of a shadow root, in a mode; an unknown one is the first.
    pub mount: fn(&Element, Host, mode: &str) -> Result<Mounted, JsValue>,
}

/// What all widgets look like.
pub const WIDGET_STYLES: &str = include_str!("../ui/widget.css");

/// What questions look like.
pub const CHOICE_STYLES: &str = include_str!("../ui/choice.css");
