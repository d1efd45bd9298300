//! The element that recalls one clause.

use adil::host::{self, Host, Mounted};
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use crate::components::reminder::view;
use crate::session::Context;
use crate::session::reminder::Reminding;

/// Mounts a reminder.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let context = Context::open(host, "reminder")?;
    Ok(host::mount(root, move || {
        let clauses = context.document.body.clauses.len();
        context.emit("adil-ready", [("clauses", clauses.into())], false);
        let reminding = Reminding::new(context);
        reminding.tell("adil-reminder-shown");
        view(reminding)
    }))
}
