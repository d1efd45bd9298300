//! One clause with one real example, just before the act.

use adil::content::Rich;
use adil::host::{self, Host, Mounted, today};
use adil::ui::{part, picture, plain_push, truth};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use super::{Fixed, slots};
use crate::model::reminder_for;

/// Mounts a reminder.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let fixed = Fixed::open(host, "reminder")?;
    Ok(host::mount(root, move || {
        let body = &fixed.document.body;
        let (n, reminder) = reminder_for(body, &today()).unwrap_or((0, None));
        let clause = &body.clauses[n];
        let own = || clause.example.clone();
        let example: Option<Rich> =
            reminder.map(|n| body.reminders[n].example.clone()).or_else(own);
        let id = clause.id.as_str().to_owned();
        fixed.emit("adil-ready", [("clauses", body.clauses.len().into())], false);
        fixed.emit("adil-reminder-shown", [("clauseId", id.as_str().into())], false);
        let screen = part("section", "screen").child((
            part("header", "head")
                .child(part(fixed.host.heading(0), "title").child(fixed.text("reminder_title"))),
            part("div", "clause").child((
                clause.picture.as_ref().map(|image| picture(&fixed.rich, image)),
                part("p", "clause-text").child(fixed.line("lines", &clause.text)),
            )),
            example.map(|text| part("div", "note").child(fixed.block("note-text", &text))),
        ));
        let words = fixed.words("i_remember");
        let frame = fixed.frame();
        let remembered = RwSignal::new(false);
        let fixed = StoredValue::new_local(fixed);
        let remember = move || {
            if remembered.get_untracked() {
                return;
            }
            remembered.set(true);
            fixed.with_value(|fixed| {
                fixed.host.state("remembered", true);
                fixed.emit("adil-remember", [("clauseId", id.as_str().into())], false);
            });
        };
        // Not `disabled`, which would take the focus of who presses it by the keyboard.
        let button = plain_push("go", words, remember)
            .live("aria-disabled", move || truth(remembered.get()))
            .stated("go", move || if remembered.get() { "disabled" } else { "" });
        let done = super::pledge::status(move || {
            let thanks = || fixed.with_value(|fixed| fixed.text("remembered"));
            remembered.get().then(thanks)
        });
        let screen = screen.child(part("footer", "foot").child((done, button)));
        frame.child((screen, slots()))
    }))
}
