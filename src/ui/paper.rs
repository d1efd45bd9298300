//! Printing, and what is only there while a page is printed.
//!
//! A browser takes the page as it is when the listeners of `beforeprint` return. Firefox does not
//! wait for what those have put off, and no browser does where a script prints; so all of it
//! happens at once, past the signals.

use leptos::prelude::Owner;
use web_sys::Element;

use super::dom::{Child, El, el, listen};

/// Prints the page. Where printing is forbidden, as in a sandboxed frame, nothing happens.
pub fn print() {
    if let Some(window) = web_sys::window() {
        _ = window.print();
    }
}

/// Tells when the page is printed, by `true` before and `false` after, until the current owner
/// ends.
fn on_paper(act: impl Fn(bool) + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    for (event, begins) in [("beforeprint", true), ("afterprint", false)] {
        let act = act.clone();
        listen(&window, event, Box::new(move |_| act(begins)));
    }
}

/// A part that is made when the page is printed, and gone afterwards.
pub fn only_on_paper<C: Child>(make: impl Fn() -> C + Clone + 'static) -> El {
    let place = el("div");
    let node = place.element();
    // Its own, below the current one: a listener that held the current one would never end.
    let owner = Owner::new();
    on_paper(move |begins| {
        owner.cleanup();
        node.set_text_content(None);
        if begins {
            owner.with(|| make().add_to(&node));
        }
    });
    place
}

/// Opens what is folded inside an element while the page is printed.
pub fn unfold_on_paper(element: &Element) {
    const MARK: &str = "data-folded";
    let element = element.clone();
    on_paper(move |begins| {
        let which = if begins { "details:not([open])" } else { "[data-folded]" };
        while let Ok(Some(found)) = element.query_selector(which) {
            _ = found.toggle_attribute_with_force("open", begins);
            _ = found.toggle_attribute_with_force(MARK, begins);
        }
    });
}
