//! What happens when the page goes, the tab is hidden, or the network comes back.

use adil::ui::listen;
use leptos::prelude::*;

use super::Session;
use super::source::retry_if_lost;

/// What is kept when the page goes, or the tab is hidden.
pub fn leave_well(session: Session) {
    let Some(window) = leptos::web_sys::window() else { return };
    let act = move |_| {
        untrack(|| {
            session.attend();
            if session.started.now() {
                session.keep();
            }
        });
    };
    listen(&window, "pagehide", Box::new(act));
    if let Some(document) = window.document() {
        listen(&document, "visibilitychange", Box::new(act));
    }
    listen(&window, "online", Box::new(move |_| untrack(|| retry_if_lost(session))));
    // The session's signals are about to end; what plays must not outlive them.
    let context = send_wrapper::SendWrapper::new(session.context());
    on_cleanup(move || {
        if let Some(medium) = context.cells.medium.take() {
            _ = medium.pause();
        }
    });
}
