//! Checking a receipt, with nothing but the page itself: dropped, chosen or pasted.

use std::rc::Rc;

use adil::host::{self, Host, Mounted, read_file};
use adil::ui::{Announcer, El, announcer, el, file_field, follow, part, plain_push};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, Element, Event, File, FileList, HtmlTextAreaElement,
};

use super::finding::{self, Finding};
use super::{Fixed, label, slots};
use crate::model::receipt::{Flaw, LARGEST};

/// Mounts the view.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let fixed = Fixed::open(host, "verify")?;
    adil::ui::adopt_styles(root, include_str!("verify.css"));
    Ok(host::mount(root, move || view(fixed)))
}

/// The check under way.
#[derive(Clone, Copy)]
struct Desk {
    fixed: StoredValue<Fixed, LocalStorage>,
    found: RwSignal<Option<Finding>>,
    said: Announcer,
    /// Where a receipt can be pasted.
    area: StoredValue<Option<HtmlTextAreaElement>, LocalStorage>,
    /// Whether a file is held over the widget.
    over: RwSignal<bool>,
    /// Counts what was given, so that a slow check of something earlier says nothing.
    turn: StoredValue<u32>,
}

impl Desk {
    fn begin(self) -> u32 {
        self.found.set(None);
        self.turn.update_value(|turn| *turn += 1);
        self.turn.get_value()
    }

    fn tell(self, turn: u32, finding: Finding) {
        // The widget may have left the page while the browser was at work.
        if self.turn.try_get_value() != Some(turn) {
            return;
        }
        self.fixed.with_value(|fixed| {
            self.said.say(&fixed.text(finding.key));
            let result = finding.key.trim_start_matches("receipt_");
            fixed.emit("adil-verify", [("result", result.into())], false);
        });
        self.found.set(Some(finding));
    }

    fn check_text(self, text: String) {
        let turn = self.begin();
        if text.trim().is_empty() {
            return self.tell(turn, Finding::without("receipt_empty", "partly"));
        }
        leptos::task::spawn_local(async move {
            self.tell(turn, finding::check(self.fixed, &text).await);
        });
    }

    fn check_file(self, file: File) {
        let turn = self.begin();
        // A film dropped by mistake is not read into memory first.
        if file.size() > LARGEST as f64 {
            return self.tell(turn, Flaw::TooLarge.into());
        }
        leptos::task::spawn_local(async move {
            let Ok(text) = read_file(&file).await else {
                return self.tell(turn, Flaw::Broken.into());
            };
            if self.turn.try_get_value() == Some(turn) {
                self.show(&text);
                self.tell(turn, finding::check(self.fixed, &text).await);
            }
        });
    }

    /// Takes one file; whether there was any.
    fn take_files(self, files: Option<FileList>) -> bool {
        let Some(files) = files else { return false };
        match (files.length(), files.get(0)) {
            (1, Some(file)) => self.check_file(file),
            (2.., _) => self.tell(self.begin(), Finding::without("receipt_several", "partly")),
            _ => return false,
        }
        true
    }

    /// Takes what is pasted or dropped: a file, else its text.
    fn take(self, data: &DataTransfer) {
        if !self.take_files(data.files()) {
            let text = data.get_data("text/plain").unwrap_or_default();
            // A browser may end a page that shows a hundred megabytes.
            self.show(if text.len() > LARGEST { "" } else { &text });
            self.check_text(text);
        }
    }

    fn show(self, text: &str) {
        self.area.with_value(|area| area.iter().for_each(|area| area.set_value(text)));
    }
}

fn view(fixed: Fixed) -> El {
    let (said, regions) = announcer();
    fixed.emit("adil-ready", [("clauses", fixed.document.body.clauses.len().into())], false);
    let (frame, title, text) = (fixed.frame(), fixed.title(), |key| fixed.text(key));
    let (drop, choose) = (text("receipt_drop"), text("receipt_choose_file"));
    let (paste, offline) = (text("receipt_paste"), text("receipt_offline"));
    let check_words = fixed.words("receipt_check");
    let desk = Desk {
        fixed: StoredValue::new_local(fixed),
        found: RwSignal::new(None),
        said,
        area: StoredValue::new_local(None),
        over: RwSignal::new(false),
        turn: StoredValue::new(0),
    };
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
    let shown = follow(move || {
        let finding = desk.found.get()?;
        desk.fixed.try_with_value(|fixed| finding::view(fixed, &finding))
    });
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
            .child((part("p", "count").child(offline), plain_push("go", check_words, press))),
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
