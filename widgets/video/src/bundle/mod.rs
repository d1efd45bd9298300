//! The ways into a bundle: an element that the page gave, and what is asked for later. Nothing
//! else knows all components.

mod lazy;
mod whole;

use adil::host::{self, Host, Mounted, WidgetContext};
use adil::ui::{El, announcer};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, ShadowRoot};

use crate::components::lesson;
use crate::model::Video;
use crate::session::leaving::leave_well;

pub use crate::session::{Bundle, Context, LazyPart, Session};
pub use lazy::lazy;
pub use whole::WHOLE;

/// Opens what the page gave: content, texts, rules.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn open(root: &Element, host: Host) -> Result<Context, JsValue> {
    let widget = WidgetContext::<Video>::load(host)?;
    let element = root.get_root_node().dyn_into::<ShadowRoot>().ok().map(|root| root.host());
    Ok(Context::new(widget, element))
}

/// Mounts a lesson, of which the bundle may be cut in two.
///
/// # Errors
/// As [`open`].
pub fn mount(root: &Element, host: Host, bundle: Bundle) -> Result<Mounted, JsValue> {
    let context = open(root, host)?;
    Ok(host::mount(root, move || run(context, bundle)))
}

/// Starts or resumes a run, and shows it.
fn run(context: Context, bundle: Bundle) -> El {
    let (announcer, regions) = announcer();
    let session = Session::new(context, announcer, bundle);
    let context = session.context();
    leave_well(session);
    host::follow_other_tabs(context.slot.clone(), move |kept| session.join(kept));
    let view = lesson::view(session, regions);
    let count = context.document.body.checkpoints.len();
    session.emit("adil-ready", vec![("checkpoints", count.into())]);
    view
}
