//! What is said, to read: it follows the video, can be searched, and goes where it is pressed.

use adil::ui::{Child, El, IndexSignal, effect, el, part, plain_button, point};
use js_sys::JsString;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlInputElement};
use send_wrapper::SendWrapper;

use super::lazy;
use crate::model::{clock, nearest};
use crate::player::tracks::Line;
use crate::session::captions::are_missing;
use crate::session::{Captions, LazyPart, Session};

const LINE: &str = "transcript-cue";

/// The text, folded. Nothing of it is loaded before it is opened.
pub fn fold(session: Session) -> El {
    let own = el("slot").attr("name", "transcript");
    let inside = (Some(own), LazyPart::Transcript);
    lazy::fold(session, "transcript", "transcript", inside)
}

/// The text.
pub fn view(session: Session, captions: Captions) -> impl Child {
    captions.load();
    let context = session.context();
    let whole = &context.document.body.transcripts;
    let tags: Vec<&str> = whole.iter().map(|track| track.lang.as_str()).collect();
    let best = nearest(&tags, &context.rich.lang, &context.rich.original);
    let whole = best.and_then(|n| whole.get(n)).map(|track| {
        el("p").child(
            part("a", "whole")
                .attr("hreflang", &track.lang)
                .with(|element| point(element, "href", &track.src.0, &context.host))
                .child(session.text("whole_text")),
        )
    });
    let none = move || {
        let none = are_missing(session) || captions.failed.get();
        none.then(|| el("p").child(session.text("no_captions")))
    };
    (
        none,
        move || captions.read.get().then(|| untrack(|| rows(session, captions))),
        whole,
        plain_button("quiet", session.words("print_sheet"), move || captions.print()),
    )
}

fn rows(session: Session, captions: Captions) -> impl Child {
    let context = session.context();
    let lines = context.tracks.lines.borrow();
    let dir = captions.dir();
    let row = |line: &Line| {
        let (from, words) = (line.from, line.words());
        // Of what is out of sight browsers know nothing but this name.
        let name = [&clock(from), " ", &words].concat();
        part("button", LINE)
            .attr("type", "button")
            .attr("aria-label", &name)
            .on("click", move |_| session.go_to(from))
            .child((
                part("span", "when").attr("dir", "ltr").child(clock(from)),
                // Not seen; without it time and words would be one word, unlike the name.
                " ",
                el("span").attr("dir", dir).child(words),
            ))
    };
    let rows: Vec<El> = lines.iter().map(row).collect();
    let elements: Vec<Element> = rows.iter().map(El::element).collect();
    let found = IndexSignal::new(None);
    let list = part("div", "cues").attr("tabindex", "-1");
    let list = list.attr("lang", move || captions.lang()).child(rows);
    follow_video(session, captions, &elements);
    let field = part("input", "field")
        .attr("type", "search")
        .attr("aria-label", &session.text("search"))
        .attr("placeholder", &session.text("search"))
        .on("input", move |event| {
            let field = event.target().map(JsCast::unchecked_into::<HtmlInputElement>);
            let sought = field.map_or_else(|| "".into(), |field| lower(&field.value()).trim());
            let mut count = 0;
            for row in &elements {
                let words = lower(&row.text_content().unwrap_or_default());
                let fits = words.index_of(&String::from(sought.clone()), 0) >= 0;
                count += usize::from(fits);
                _ = row.toggle_attribute_with_force("hidden", !fits);
            }
            found.set((sought.length() > 0).then_some(count));
        });
    let said = move || found.get().map(|n| session.context().texts.count("found", n as f64));
    (field, part("p", "count").attr("role", "status").child(said), list)
}

/// Small letters, by the browser's tables.
fn lower(words: &str) -> JsString {
    JsString::from(words).to_lower_case()
}

/// Marks the line that is said, and keeps it in view within its own box.
fn follow_video(session: Session, captions: Captions, rows: &[Element]) {
    let rows = SendWrapper::new(rows.to_vec());
    let before = std::cell::Cell::new(None);
    effect(Box::new(move || {
        let line = captions.line_at(session.at.get());
        if before.replace(line) == line {
            return;
        }
        for row in rows.iter().filter(|row| row.has_attribute("aria-current")) {
            _ = row.remove_attribute("aria-current");
            _ = row.set_attribute("part", LINE);
        }
        let Some(row) = line.and_then(|n| rows.get(n)) else { return };
        _ = row.set_attribute("aria-current", "true");
        _ = row.set_attribute("part", &[LINE, " now"].concat());
        // What a search has hidden has no place, and the list would jump to its start.
        if row.has_attribute("hidden") {
            return;
        }
        let row = row.clone();
        // At first the list is not in the page yet, and has no places.
        wasm_bindgen_futures::spawn_local(async move {
            if let (Some(list), Some(row)) =
                (row.parent_element(), row.dyn_ref::<leptos::web_sys::HtmlElement>())
            {
                let middle = row.offset_top() - list.client_height() / 2;
                list.set_scroll_top(middle.max(0));
            }
        });
    }));
}
