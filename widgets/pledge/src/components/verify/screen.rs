//! Where a receipt is dropped, chosen or pasted to be checked.

use std::rc::Rc;

use adil::ui::{Announcer, Child, El, el, file_field, part, plain_button};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, Element, Event, HtmlTextAreaElement,
};

use super::finding;
use crate::components::parts::{label, slots};
use crate::session::Context;
use crate::session::verify::Desk;

/// The one screen, with the live regions of what is said.
pub fn view(context: Context, announcer: Announcer, regions: impl Child) -> El {
    let (frame, title, text) = (context.frame(), context.title(), |key| context.text(key));
    let (drop, choose) = (text("receipt_drop"), text("receipt_choose_file"));
    let (paste, offline) = (text("receipt_paste"), text("receipt_offline"));
    let check_words = context.words("receipt_check");
    let desk = Desk::new(context, announcer);
    let field = part("textarea", "field")
        .attr("rows", "5")
        .attr("dir", "ltr")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        // What was found was found in another text.
        .on("input", move |_| _ = desk.begin())
        .with(|element| desk.area.set_value(element.clone().dyn_into().ok()));
    let press = move || {
        let value = desk.area.with_value(|area| area.as_ref().map(HtmlTextAreaElement::value));
        desk.check_text(value.unwrap_or_default());
    };
    let shown = move || {
        let finding = desk.found.get()?;
        desk.read(|context| finding::view(context, &finding))
    };
    let screen = part("section", "screen").child((
        title,
        el("div")
            .attr("class", "drop")
            .stated("drop", move || if desk.over.get() { "over" } else { "" })
            .child((
                el("p").child(drop),
                file_field(&choose, Rc::new(move |file| desk.check_file(file))),
            )),
        el("label").attr("class", "labelled").child((label(paste), field)),
        part("footer", "foot")
            .child((part("p", "count").child(offline), plain_button("go", check_words, press))),
        shown,
    ));
    accept(frame, desk).child((regions, screen, slots()))
}

/// What a drag or a paste brings, where it is ours to take: a file anywhere, a text anywhere but
/// in the field, which takes it itself.
fn brought(event: &Event) -> Option<DataTransfer> {
    let drag = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
    let paste = || event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    let data = drag.or_else(paste)?;
    let has = |kind: &str| data.types().includes(&kind.into(), 0);
    let target = event.composed_path().get(0).dyn_into::<Element>().ok();
    let in_field = target.is_some_and(|element| element.local_name() == "textarea");
    (has("Files") || has("text/plain") && !in_field).then_some(data)
}

fn accept(frame: El, desk: Desk) -> El {
    let over = move |on: bool| desk.over.set(on);
    let take = move |event: Event| {
        over(false);
        if let Some(data) = brought(&event) {
            event.prevent_default();
            desk.take(&data);
        }
    };
    frame
        .on("dragover", move |event| {
            if let Some(data) = brought(&event) {
                event.prevent_default();
                data.set_drop_effect("copy");
                over(true);
            }
        })
        .on("dragleave", move |_| over(false))
        .on("drop", take)
        .on("paste", take)
}
