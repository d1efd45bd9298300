//! Where a certificate is signed: typed, or drawn with a mouse, a pen or a finger. Whatever
//! stands here stays here.

use adil::ui::{El, el, part, plain_button, svg};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{self, Element, Event, HtmlInputElement, HtmlTextAreaElement, PointerEvent};

use crate::components::parts::{label, status};
use crate::model::SignatureKind;
use crate::model::certificate::{LONGEST_NAME, Point, Shape, names};
use crate::session::certificate::Desk;

/// The pad in units of its own.
const WIDE: f64 = 600.0;
const HIGH: f64 = 200.0;

/// The most points of a drawing; nobody signs with as many.
const MOST_POINTS: usize = 5_000;

/// The fields for the kind of signature that the page or the file wants; nothing for none.
pub fn fields(desk: Desk) -> Option<El> {
    let inside = match desk.kind {
        SignatureKind::Nothing => return None,
        SignatureKind::Initials => vec![field(desk, "signature_initials")],
        SignatureKind::FirstName => vec![field(desk, "signature_first_name")],
        SignatureKind::Class => vec![field(desk, "signature_class_name"), class(desk)],
        SignatureKind::Drawn => vec![pad(desk), field(desk, "signature_type_instead")],
    };
    let note = part("p", "count").attr("id", "not-kept");
    Some(part("fieldset", "question").child((
        part("legend", "stem").child(desk.text("signature")),
        note.child(desk.text("signature_not_saved")),
        inside,
    )))
}

fn labelled(desk: Desk, key: &str, input: El) -> El {
    let input = input
        .attr("class", "blank")
        .attr("part", "field")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("dir", "auto")
        .attr("aria-describedby", "not-kept");
    el("label").attr("class", "field").child((label(desk.text(key)), input))
}

fn field(desk: Desk, key: &str) -> El {
    let value = |event: &Event| Some(target::<HtmlInputElement>(event)?.value());
    let input = el("input")
        .attr("type", "text")
        .attr("maxlength", &LONGEST_NAME.to_string())
        .on("input", move |event| desk.typed.set(value(&event).unwrap_or_default()));
    labelled(desk, key, input)
}

/// First names, one in each line.
fn class(desk: Desk) -> El {
    let value = |event: &Event| Some(target::<HtmlTextAreaElement>(event)?.value());
    let area = el("textarea")
        .attr("rows", "5")
        .on("input", move |event| desk.names.set(value(&event).unwrap_or_default()));
    let more = move || {
        let (_, more) = desk.names.with(|text| names(text));
        more.then(|| desk.text("most_forty"))
    };
    el("div").child((labelled(desk, "first_names", area), status(more)))
}

fn target<T: JsCast>(event: &Event) -> Option<T> {
    event.target()?.dyn_into().ok()
}

/// A pad to draw on.
fn pad(desk: Desk) -> El {
    // The stroke that is being drawn; the certificate follows when it is done.
    let stroke: RwSignal<Vec<Point>> = RwSignal::new(Vec::new());
    let begin = move |event: Event| {
        let Some((event, pad)) = on_pad(&event) else { return };
        let full = desk.strokes.with_untracked(|all| all.iter().flatten().count() >= MOST_POINTS);
        if !event.is_primary() || event.button() != 0 || full {
            return;
        }
        // A drag would select text, or scroll.
        event.prevent_default();
        // A pointer that is gone already cannot be captured.
        _ = pad.set_pointer_capture(event.pointer_id());
        stroke.set(vec![place(&event, &pad)]);
    };
    let go_on = move |event: Event| {
        let Some((event, pad)) = on_pad(&event) else { return };
        let last = stroke.with_untracked(|stroke| stroke.last().copied());
        let Some((last_x, last_y)) = last.filter(|_| event.is_primary()) else { return };
        let (x, y) = place(&event, &pad);
        let far = (x - last_x).abs() + (y - last_y).abs() >= 2.0;
        if far && stroke.with_untracked(Vec::len) < MOST_POINTS {
            stroke.update(|stroke| stroke.push((x, y)));
        }
    };
    let end = move |_| {
        let done = stroke.with_untracked(Clone::clone);
        if !done.is_empty() {
            stroke.set(Vec::new());
            desk.strokes.update(|strokes| strokes.push(done));
        }
    };
    let hint = move || {
        let empty = desk.strokes.with(Vec::is_empty) && stroke.with(Vec::is_empty);
        empty.then(|| {
            el("span")
                .attr("class", "hint-here")
                .attr("aria-hidden", "true")
                .child(desk.text("signature_draw_here"))
        })
    };
    let surface = surface(desk, stroke)
        .on("pointerdown", begin)
        .on("pointermove", go_on)
        .on("pointerup", end)
        .on("pointercancel", end)
        .on("lostpointercapture", end);
    let clear = plain_button("quiet", desk.context().words("signature_clear"), move || {
        stroke.set(Vec::new());
        desk.strokes.set(Vec::new());
    });
    el("div")
        .attr("class", "drawing")
        .child((el("div").attr("class", "pad-box").child((surface, hint)), clear))
}

/// What is drawn, with the stroke that is being drawn.
fn surface(desk: Desk, stroke: RwSignal<Vec<Point>>) -> El {
    let path = |d: Box<dyn Fn() -> String>| svg("path").attr("class", "stroke").attr("d", d);
    let drawn = move || {
        desk.strokes.with(|strokes| strokes.iter().map(|stroke| pen(stroke)).collect::<String>())
    };
    let current = move || stroke.with(|stroke| pen(stroke));
    let view_box = [WIDE, HIGH].map(|side| adil::json::number_text(side * 100.0)).join(" ");
    svg("svg")
        .attr("class", "pad")
        .attr("part", "pad")
        .attr("viewBox", &["0 0 ", &view_box].concat())
        .attr("role", "img")
        .attr("aria-label", &desk.text("signature_draw_here"))
        .child((path(Box::new(drawn)), path(Box::new(current))))
}

fn pen(stroke: &[Point]) -> String {
    Shape::Stroke(stroke.to_vec()).path()
}

fn on_pad(event: &Event) -> Option<(PointerEvent, Element)> {
    let pad = event.current_target()?.dyn_into().ok()?;
    Some((event.dyn_ref::<web_sys::PointerEvent>()?.clone(), pad))
}

/// Where on the pad a pointer is.
fn place(event: &PointerEvent, pad: &Element) -> Point {
    let area = pad.get_bounding_client_rect();
    let along = |at: f64, from: f64, length: f64, units: f64| {
        ((at - from) / length.max(1.0)).clamp(0.0, 1.0) * units
    };
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    (along(x, area.left(), area.width(), WIDE), along(y, area.top(), area.height(), HIGH))
}
