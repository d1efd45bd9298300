//! Printing, and what is only there while a page is printed.
//!
//! A browser takes the page as it is when the listeners of `beforeprint` return. Firefox does not
//! wait for what those have put off, and no browser does where a script prints; so all of it
//! happens at once, past the signals.
//!
//! Paper has no second chance, so our own buttons wait for pictures. What else prints cannot be
//! held up; at least all pictures are on their way then.

use js_sys::{Array, Promise};
use leptos::prelude::Owner;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlImageElement};

use super::dom::{Child, El, el, listen};

/// Prints the page. Where printing is forbidden, as in a sandboxed frame, nothing happens.
pub fn print() {
    if let Some(window) = web_sys::window() {
        _ = window.print();
    }
}

/// How long a printer waits for pictures, in milliseconds. One that never comes keeps nobody from
/// printing the rest.
const PATIENCE: i32 = 20_000;

/// The event that has parts for paper made before the page is printed.
const PAPER: &str = "paper";

/// Has the parts for paper inside a view made, unseen, and does something once all pictures of the
/// view have come.
pub(super) fn prepare_paper(view: &Element, act: impl FnOnce() + 'static) {
    if let (Ok(places), Ok(event)) = (view.query_selector_all("[data-on-paper]"), Event::new(PAPER))
    {
        for place in (0..places.length()).filter_map(|n| places.get(n)) {
            _ = place.dispatch_event(&event);
        }
    }
    with_pictures(view, act);
}

/// Starts the pictures inside an element that wait until they come near the window.
fn start_pictures(within: &Element) {
    while let Ok(Some(found)) = within.query_selector("img[loading=lazy]") {
        _ = found.set_attribute("loading", "eager");
    }
}

/// Does something once the pictures inside an element have come, or cannot; at once where none is
/// missing.
pub fn with_pictures(within: &Element, act: impl FnOnce() + 'static) {
    start_pictures(within);
    let coming = Array::new();
    if let Ok(found) = within.query_selector_all("img") {
        for node in (0..found.length()).filter_map(|n| found.get(n)) {
            let image: HtmlImageElement = node.unchecked_into();
            if !image.complete() {
                coming.push(&image.decode());
            }
        }
    }
    if coming.length() == 0 {
        return act();
    }
    let limit = Promise::new(&mut |done, _| {
        if let Some(window) = web_sys::window() {
            _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, PATIENCE);
        }
    });
    let all = Promise::race(&Array::of2(&Promise::all_settled(&coming), &limit));
    wasm_bindgen_futures::spawn_local(async move {
        _ = wasm_bindgen_futures::JsFuture::from(all).await;
        act();
    });
}

/// Has the pictures of a view start when the page is printed, whoever prints it, until the current
/// owner ends.
pub fn start_pictures_on_paper(view: &Element) {
    let Some(window) = web_sys::window() else { return };
    let view = view.clone();
    listen(&window, "beforeprint", Box::new(move |_| start_pictures(&view)));
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

/// A part that is made when the page is printed, and gone afterwards. Our own buttons have it made
/// once before, unseen, so that its pictures have come.
pub fn only_on_paper<C: Child>(make: impl Fn() -> C + Clone + 'static) -> El {
    let place = el("div").attr("data-on-paper", "");
    let node = place.element();
    // Its own, below the current one: a listener that held the current one would never end.
    let owner = Owner::new();
    let act = move |begins: bool, unseen: bool| {
        owner.cleanup();
        node.set_text_content(None);
        _ = node.toggle_attribute_with_force("hidden", unseen);
        if begins {
            owner.with(|| make().add_to(&node));
            start_pictures(&node);
        }
    };
    let early = act.clone();
    listen(&place.element(), PAPER, Box::new(move |_| early(true, true)));
    on_paper(move |begins| act(begins, false));
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
