//! One clause with one real example, just before the act.

use adil::ui::{El, aria_bool, part, picture, plain_button};
use leptos::prelude::*;

use super::parts::{slots, status};
use crate::session::reminder::Reminding;

/// The one screen of a reminder.
pub fn view(reminding: Reminding) -> El {
    let context = reminding.context();
    let clause = &context.document.body.clauses[reminding.clause];
    let example = reminding.example();
    let screen = part("section", "screen").child((
        part("header", "head")
            .child(part(context.host.heading(0), "title").child(context.text("reminder_title"))),
        part("div", "clause").child((
            clause.picture.as_ref().map(|image| picture(&context.rich, image)),
            part("p", "clause-text").child(context.line("lines", &clause.text)),
        )),
        example.map(|text| part("div", "note").child(context.block("note-text", &text))),
    ));
    let remembered = reminding.remembered;
    // Not `disabled`, which would take the focus of who presses it by the keyboard.
    let button = plain_button("go", context.words("i_remember"), move || reminding.remember())
        .attr("aria-disabled", move || aria_bool(remembered.get()))
        .stated("go", move || if remembered.get() { "disabled" } else { "" });
    let done = status(move || {
        let thanks = || reminding.context().text("remembered");
        remembered.get().then(thanks)
    });
    let screen = screen.child(part("footer", "foot").child((done, button)));
    context.frame().child((screen, slots()))
}
