//! The element in which a group keeps its record.

use adil::host::{self, Host, Mounted};
use adil::ui::{Pieces, announcer};
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use crate::components;
use crate::session::Shared;
pub use crate::session::{Bundle, LazyPart, Session};

/// Mounts the widget into an element of a shadow root.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host, bundle: Bundle) -> Result<Mounted, JsValue> {
    let shared = Shared::open(host, "record")?;
    Ok(host::mount(root, move || {
        let (announcer, regions) = announcer();
        components::view(Session::new(shared(), announcer, bundle), regions)
    }))
}

/// Makes what loads once the first screen stands. Only what the bundle hands to
/// [`lazy!`](adil::lazy) may call this.
pub fn lazy(session: Session, part: LazyPart) -> Pieces {
    components::lazy(session, part)
}
