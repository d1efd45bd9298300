//! The quiz on a projector: one item at a time in big type, hands counted, the answer shown on a
//! key.

use adil::host::{self, Host, Mounted};
use adil::json::number_text;
use adil::ui::{Child, El, Flag, Number, announcer, el, follow, part};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, Event, KeyboardEvent};

use super::item::title_line;
use super::parts::{picture, plain_push, take_focus, text_block, truth, words};
use super::result::right_line;
use super::session::Session;
use super::{choices, feedback, open, sheet};
use crate::model::{ChoiceLabel, Choices, ItemKind, Mark, Pick, Verdict};

/// Mounts a quiz for the whole class.
///
/// # Errors
/// As [`open`].
pub fn mount(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let fixed = open(host)?;
    adil::ui::adopt_styles(root, concat!(include_str!("sheet.css"), include_str!("class.css")));
    Ok(host::mount(root, move || {
        let (said, regions) = announcer();
        let session = Session::new(fixed, said);
        let reveals = Flag::new(false);
        session.emit_items("adil-ready");
        let shown = follow(move || {
            session.screen.track();
            untrack(|| slide(session, reveals))
        });
        super::frame(session)
            .attr("tabindex", "-1")
            .on("keydown", move |event| on_key(session, reveals, &event))
            .child((regions, shown))
    }))
}

/// The keys of a presenter's remote, which sends Page Up and Page Down, and Enter to show.
fn on_key(session: Session, reveals: Flag, event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
    let from_field = event
        .composed_path()
        .get(0)
        .dyn_ref::<Element>()
        .is_some_and(|element| ["input", "button"].contains(&element.local_name().as_str()));
    let key = event.key();
    // The way on is where the language is read to.
    let on = (key == "ArrowRight") != session.fixed().texts.is_right_to_left();
    match key.as_str() {
        "PageDown" => turn(session, reveals, true),
        "PageUp" => turn(session, reveals, false),
        "ArrowRight" | "ArrowLeft" if !from_field => turn(session, reveals, on),
        "Enter" if !from_field => reveals.toggle(),
        _ => return,
    }
    event.prevent_default();
}

fn turn(session: Session, reveals: Flag, forward: bool) {
    let (at, total) = session.run.with_untracked(|run| (run.at, run.answers.len()));
    let to = if forward { Some(at + 1).filter(|to| *to < total) } else { at.checked_sub(1) };
    if let Some(to) = to {
        reveals.set(false);
        session.go(to);
    }
}

fn slide(session: Session, reveals: Flag) -> El {
    let fixed = session.fixed();
    let (at, total) = session.run.with_untracked(|run| (run.at, run.answers.len()));
    let index = session.item_index();
    let count = fixed.texts.fill(
        "question_n_of",
        &[("n", &super::number(session, at + 1)), ("total", &super::number(session, total))],
    );
    let item = &fixed.document.body.items[index];
    let body = match &item.kind {
        ItemKind::Choices(choices) => options(session, choices, reveals),
        _ => session.run.with_untracked(|run| sheet::body(session, run, item)),
    };
    let notes = fixed.document.body.teacher_notes.as_ref().filter(|_| at == 0).map(|notes| {
        el("details").child((
            el("summary").child(session.text("teacher_notes")),
            text_block(session, "note-text", notes),
        ))
    });
    let answer = follow(move || {
        reveals.get().then(|| {
            let fixed = session.fixed();
            let item = &fixed.document.body.items[index];
            let right = right_line(session, item);
            let mark = Mark { share: 1.0, verdict: Verdict::Open, parts: Vec::new() };
            let says = item.kind.is_scored().then(|| {
                part("div", "solution").child((
                    el("p").attr("class", "count").child(session.text("right_answer")),
                    el("p").child(right),
                ))
            });
            part("div", "feedback").child((says, feedback::why(session, item, &mark)))
        })
    });
    let way = |key: &'static str, forward: bool, there: bool| {
        there.then(|| {
            plain_push("quiet", words(session, key), move || turn(session, reveals, forward))
        })
    };
    let reveal: super::parts::Words =
        Box::new(move || session.text(if reveals.get() { "hide" } else { "reveal" }));
    // Focus stays on the slide: a button of the last one is gone, and keys with it.
    let slide = take_focus(part("section", "item").attr("tabindex", "-1"), session);
    slide.child((
        title_line(session, ()),
        el("p").attr("class", "count").child(count),
        text_block(session, "stem", &item.basics.stem),
        item.basics.picture.as_ref().map(|image| picture(session, image)),
        body,
        answer,
        notes,
        part("footer", "foot").child((
            el("div")
                .attr("class", "ways")
                .child((way("previous", false, at > 0), way("next", true, at + 1 < total))),
            plain_push("go", reveal, move || reveals.toggle()),
        )),
    ))
}

/// Options with the hands that were counted for each; right ones are marked when shown.
fn options(session: Session, choices: &Choices, reveals: Flag) -> El {
    let pick = choices.pick;
    let row = |(at, n): (usize, usize)| {
        let option = &choices.options[n];
        let worth = option.worth;
        let text = choices::label(session, &option.label);
        let name = match &option.label {
            ChoiceLabel::Text(_) => number_text((at + 1) as f64),
            ChoiceLabel::Yes => session.text("yes"),
            ChoiceLabel::No => session.text("no"),
            ChoiceLabel::Unsure => session.text("not_sure"),
        };
        let right = pick != Pick::Poll && (worth > 1.0 - 1e-9 || pick == Pick::Many && worth > 0.0);
        let image = option.picture.as_ref().map(|image| picture(session, image));
        part("div", "option")
            .live("data-state", move || if reveals.get() && right { "right" } else { "" })
            .child((
                el("span").attr("class", "key").child(super::number(session, at + 1)),
                el("span").attr("class", "words").child((image, text)),
                hands(session, &name),
            ))
    };
    let rows: Vec<El> = choices::order(session, choices).into_iter().enumerate().map(row).collect();
    part("div", "options").child(rows)
}

/// A count of raised hands with a button for one more and one less.
fn hands(session: Session, option: &str) -> impl Child + use<> {
    let count = Number::new(0);
    let name = session.fixed().texts.fill("hands_for", &[("option", option)]);
    let button = |sign: &str, more: bool| {
        el("button")
            .attr("type", "button")
            .attr("class", "sign")
            .attr("part", "icon-button")
            .attr("aria-label", &[name.as_str(), " ", sign, "1"].concat())
            .press(move || {
                let n = count.get_untracked();
                count.set(if more { n + 1 } else { n.saturating_sub(1) });
            })
            .child(sign)
    };
    el("span").attr("class", "tools hands").attr("role", "group").attr("aria-label", &name).child((
        button("−", false),
        el("output")
            .attr("aria-live", "polite")
            .child(follow(move || super::number(session, count.get() as usize))),
        button("+", true),
        el("span")
            .attr("class", "visually-hidden")
            .live("data-raised", move || truth(count.get() > 0)),
    ))
}
