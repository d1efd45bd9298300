//! The quiz for learning and testing.

use adil::host::{self, Host, Mounted};
use adil::ui::{El, announcer, el, follow};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;
use send_wrapper::SendWrapper;

use super::open::open;
use crate::components::frame::{frame, notice};
use crate::components::keys::on_key;
use crate::components::lazy::{catch_up, place};
use crate::components::{intro, item};
use crate::session::{Bundle, Fixed, Part, Screen, Session};

/// Mounts a quiz, of which the bundle may be cut in two.
///
/// # Errors
/// As [`open`].
pub fn mount(root: &Element, host: Host, bundle: Bundle) -> Result<Mounted, JsValue> {
    let fixed = Fixed { bundle: Some(bundle), ..open(host)? };
    Ok(host::mount(root, move || quiz(fixed)))
}

fn quiz(fixed: Fixed) -> El {
    let (said, regions) = announcer();
    let session = Session::new(fixed, said);
    let fixed = SendWrapper::new(session.fixed());
    on_cleanup(move || fixed.hold());
    if session.screen.now() != Screen::Kept {
        session.tell_ready();
    }
    catch_up(session);
    let screen = move || {
        let screen = session.screen.get();
        // What a screen reads while it is made is not what it follows.
        untrack(|| match screen {
            Screen::Kept => el("div").child(place(session, Part::Kept)),
            Screen::Before => el("div").child(place(session, Part::Before)),
            Screen::Intro => intro::view(session),
            Screen::Item => item::view(session),
            Screen::Paused => el("div").child(place(session, Part::Paused)),
            Screen::Confirm => el("div").child(place(session, Part::Confirm)),
            Screen::Result => el("div").child(place(session, Part::Result)),
        })
    };
    frame(session).on("keydown", move |event| on_key(session, &event)).child((
        regions,
        notice(session),
        follow(screen),
        el("div").attr("class", "slots").child(el("slot").attr("name", "footer")),
    ))
}
