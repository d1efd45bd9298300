//! Where an element stands in the page.

use js_sys::{Object, Reflect};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, ShadowRoot};

/// The element in which another is shown: its slot, its parent, or the host of its root.
pub fn above(element: &Element) -> Option<Element> {
    let slot = element.assigned_slot().map(JsCast::unchecked_into);
    let host = || Some(element.get_root_node().dyn_into::<ShadowRoot>().ok()?.host());
    slot.or_else(|| element.parent_element()).or_else(host)
}

/// Moves the page as little as it takes to see an element.
pub fn bring_into_view(element: &Element) {
    let options = Object::new();
    // A plain object takes any field.
    _ = Reflect::set(&options, &"block".into(), &"nearest".into());
    element.scroll_into_view_with_scroll_into_view_options(options.unchecked_ref());
}
