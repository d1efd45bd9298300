//! The page's logo, which stands on paper, too.

use adil::ui::listen;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlImageElement, HtmlSlotElement};

use crate::session::certificate::Desk;

/// Finds the logo that the page put into the slot of the title.
pub fn follow_logo(desk: Desk, header: &Element) {
    let slot = header.query_selector("slot").ok().flatten();
    let Some(slot) = slot.and_then(|slot| slot.dyn_into::<HtmlSlotElement>().ok()) else {
        return;
    };
    let target = slot.clone();
    let find = move |_| {
        let options = leptos::web_sys::AssignedNodesOptions::new();
        options.set_flatten(true);
        let images = slot.assigned_nodes_with_options(&options);
        let image = images.iter().find_map(|node| image_in(node.dyn_ref()?));
        let address = image.map(|image| match image.current_src() {
            address if address.is_empty() => image.src(),
            address => address,
        });
        desk.logo.set(address.filter(|address| !address.is_empty()));
    };
    listen(&target, "slotchange", Box::new(find));
}

/// An element that is a picture, or the first one inside it.
fn image_in(element: &Element) -> Option<HtmlImageElement> {
    let own = element.dyn_ref::<HtmlImageElement>().cloned();
    own.or_else(|| element.query_selector("img").ok()??.dyn_into().ok())
}
