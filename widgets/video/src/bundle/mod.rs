//! The ways into a bundle: an element that the page gave, and what is asked for later. Nothing
//! else knows all components.

mod rest;

use adil::host::{self, Host, Mounted};
use adil::ui::{El, announcer};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, ShadowRoot};

use crate::components::lesson;
use crate::model::Video;
use crate::session::leaving::leave_well;

pub use crate::session::{Bundle, Fixed, Part, Rest, Session};
pub use rest::rest;

/// Opens what the page gave: content, texts, rules.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn open(root: &Element, host: Host) -> Result<Fixed, JsValue> {
    let opened = host::open::<Video>(host)?;
    let element = root.get_root_node().dyn_into::<ShadowRoot>().ok().map(|root| root.host());
    Ok(Fixed::new(opened, element))
}

/// Mounts a lesson, of which the bundle may be cut in two.
///
/// # Errors
/// As [`open`].
pub fn mount(root: &Element, host: Host, bundle: Bundle) -> Result<Mounted, JsValue> {
    let fixed = open(root, host)?;
    Ok(host::mount(root, move || run(fixed, bundle)))
}

/// Starts or resumes a run, and shows it.
fn run(fixed: Fixed, bundle: Bundle) -> El {
    let (said, regions) = announcer();
    let session = Session::new(fixed, said, bundle);
    let fixed = session.fixed();
    leave_well(session);
    host::follow_other_tabs(fixed.slot.clone(), move |kept| session.join(kept));
    let view = lesson::view(session, regions);
    let count = fixed.document.body.checkpoints.len();
    session.emit("adil-ready", vec![("checkpoints", count.into())]);
    view
}
