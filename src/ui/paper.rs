//! Printing, and what is only there while a page is printed.

use super::dom::listen;

/// Prints the page. Where printing is forbidden, as in a sandboxed frame, nothing happens.
pub fn print() {
    if let Some(window) = web_sys::window() {
        _ = window.print();
    }
}

/// Tells when the page is printed, by `true` before and `false` after, until the current owner
/// ends.
pub fn on_paper(act: impl Fn(bool) + Copy + 'static) {
    let Some(window) = web_sys::window() else { return };
    for (event, begins) in [("beforeprint", true), ("afterprint", false)] {
        listen(&window, event, Box::new(move |_| act(begins)));
    }
}
