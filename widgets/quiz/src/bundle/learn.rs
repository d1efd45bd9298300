//! The quiz for learning and testing.

use adil::host::{self, Host, Mounted};
use adil::ui::{El, announcer, el};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;
use send_wrapper::SendWrapper;

use super::open::open;
use crate::components::frame::{frame, notice};
use crate::components::keys::on_key;
use crate::components::lazy::{catch_up, lazy_view};
use crate::components::{intro, item};
use crate::session::{Bundle, Context, LazyPart, Screen, Session};

/// Mounts a quiz, of which the bundle may be cut in two.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host, bundle: Bundle) -> Result<Mounted, JsValue> {
    let context = Context { bundle: Some(bundle), ..open(host)? };
    let inside = root.clone();
    Ok(host::mount(root, move || {
        host::answer_focus(&inside, ".ask", ".go");
        quiz(context)
    }))
}

fn quiz(context: Context) -> El {
    let (announcer, regions) = announcer();
    let session = Session::new(context, announcer);
    let context = SendWrapper::new(session.context());
    on_cleanup(move || context.hold());
    if session.screen.now() != Screen::Kept {
        session.tell_ready();
    }
    catch_up(session);
    let screen = move || {
        let screen = session.screen.get();
        // What a screen reads while it is made is not what it follows.
        untrack(|| match screen {
            Screen::Kept => el("div").child(lazy_view(session, LazyPart::Kept)),
            Screen::Before => el("div").child(lazy_view(session, LazyPart::Before)),
            Screen::Intro => intro::view(session),
            Screen::Item => item::view(session),
            Screen::Paused => el("div").child(lazy_view(session, LazyPart::Paused)),
            Screen::Confirm => el("div").child(lazy_view(session, LazyPart::Confirm)),
            Screen::Result => el("div").child(lazy_view(session, LazyPart::Result)),
        })
    };
    frame(session).on("keydown", move |event| on_key(session, &event)).child((
        regions,
        notice(session),
        screen,
        el("div").attr("class", "slots").child(el("slot").attr("name", "footer")),
    ))
}
