//! One clause with one real example, just before the act.

use adil::ui::{El, part, picture, plain_push, truth};
use leptos::prelude::*;

use super::parts::{slots, status};
use crate::session::reminder::Reminding;

/// The one screen of a reminder.
pub fn view(reminding: Reminding) -> El {
    let fixed = reminding.fixed();
    let clause = &fixed.document.body.clauses[reminding.clause];
    let example = reminding.example();
    let screen = part("section", "screen").child((
        part("header", "head")
            .child(part(fixed.host.heading(0), "title").child(fixed.text("reminder_title"))),
        part("div", "clause").child((
            clause.picture.as_ref().map(|image| picture(&fixed.rich, image)),
            part("p", "clause-text").child(fixed.line("lines", &clause.text)),
        )),
        example.map(|text| part("div", "note").child(fixed.block("note-text", &text))),
    ));
    let remembered = reminding.remembered;
    // Not `disabled`, which would take the focus of who presses it by the keyboard.
    let button = plain_push("go", fixed.words("i_remember"), move || reminding.remember())
        .live("aria-disabled", move || truth(remembered.get()))
        .stated("go", move || if remembered.get() { "disabled" } else { "" });
    let done = status(move || {
        let thanks = || reminding.fixed().text("remembered");
        remembered.get().then(thanks)
    });
    let screen = screen.child(part("footer", "foot").child((done, button)));
    fixed.frame().child((screen, slots()))
}
