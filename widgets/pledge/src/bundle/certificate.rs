//! The element of a certificate.

use adil::host::{self, Host, Mounted};
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use crate::components::certificate::{STYLES, refused, view};
use crate::model::certificate::Sheet;
use crate::session::Context;
use crate::session::certificate::{Desk, Ruler, check_length, forged, receipt_of, sheet_of};

/// Mounts a certificate.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let context = Context::open(host, "certificate")?;
    adil::ui::adopt_styles(root, STYLES);
    let ruler = Ruler::new(root);
    let given = receipt_of(&context);
    let sheet = given.as_ref().map(|receipt| sheet_of(&context, receipt.as_ref()));
    check_length(&context, sheet.as_ref().map_or(0, Sheet::length))?;
    let shown = sheet.map_err(|key| *key);
    Ok(host::mount(root, move || {
        let clauses = context.document.body.clauses.len();
        context.emit("adil-ready", [("clauses", clauses.into())], false);
        match shown {
            Ok(sheet) => {
                let forged = forged(given.ok().flatten().as_ref());
                view(Desk::new(context, sheet, ruler), forged)
            }
            Err(key) => refused(&context, key),
        }
    }))
}
