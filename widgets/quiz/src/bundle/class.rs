//! The quiz on a projector: one item at a time in big type, hands counted, the answer shown on a
//! key.

use adil::host::{self, Host, LazyChunk, Mounted};
use adil::ui::{Child, El, Flag, Line, Pieces, announcer, el, part, pieces, spoken};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, Event, KeyboardEvent};

use super::open::open;
use crate::components::parts::{
    Words, aria_bool, button, picture, plain_button, take_focus, text_block, title_line, words,
};
use crate::components::progress::which_of;
use crate::components::result::right_line;
use crate::components::{InteractionView, feedback, frame};
use crate::interactions::{label, option_order, with_kind};
use crate::model::{ChoiceLabel, Choices, ItemKind, Mark, Verdict};
use crate::session::{Bundle, Context, LazyPart, Session, own_line};

/// Mounts a quiz for the whole class.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let context = Context { bundle: Some(Bundle { lazy, in_one_piece: true }), ..open(host)? };
    adil::ui::adopt_styles(root, concat!(include_str!("sheet.css"), include_str!("class.css")));
    Ok(host::mount(root, move || {
        let (announcer, regions) = announcer();
        let session = Session::new(context, announcer);
        session.resume();
        let reveals = Flag::new(false);
        session.emit_items("adil-ready");
        let shown = move || {
            session.screen.track();
            untrack(|| slide(session, reveals))
        };
        frame::frame(session)
            .attr("tabindex", "-1")
            .on("keydown", move |event| on_key(session, reveals, &event))
            .child((regions, shown))
    }))
}

/// What learners need beside is not in this bundle.
fn lazy(_: LazyChunk, session: Session, part: LazyPart) -> Option<Pieces> {
    (part == LazyPart::Keep).then(|| {
        session.keep_now();
        pieces(())
    })
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
    let on = (key == "ArrowRight") != session.context().texts.is_right_to_left();
    match key.as_str() {
        "PageDown" => turn(session, reveals, true),
        "PageUp" => turn(session, reveals, false),
        "ArrowRight" | "ArrowLeft" if !from_field => turn(session, reveals, on),
        "Enter" if !from_field && session.asks() => reveals.toggle(),
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
    let context = session.context();
    let (at, total) = session.run.with_untracked(|run| (run.at, run.answers.len()));
    let index = session.item_index();
    let count = which_of(session, at);
    let item = &context.document.body.items[index];
    let body = match &item.kind {
        ItemKind::Choices(choices) => options(session, choices, reveals),
        kind => session
            .run
            .with_untracked(|run| with_kind!(kind, kind => kind.paper(session, run, item))),
    };
    let notes = context.document.body.teacher_notes.as_ref().filter(|_| at == 0).map(|notes| {
        el("details").child((
            el("summary").child(session.text("teacher_notes")),
            text_block(session, "note-text", notes),
        ))
    });
    let answer = move || {
        reveals.get().then(|| {
            let context = session.context();
            let item = &context.document.body.items[index];
            let right = right_line(session, item);
            let mark = Mark::unmarked(Verdict::Open);
            let says = item.kind.is_scored().then(|| {
                part("div", "solution").child((
                    el("p").attr("class", "count").child(session.text("right_answer")),
                    el("p").child(right),
                ))
            });
            part("div", "feedback").child((says, feedback::why(session, item, &mark)))
        })
    };
    let way = |key: &'static str, forward: bool, there: bool| {
        there.then(|| {
            plain_button("quiet", words(session, key), move || turn(session, reveals, forward))
        })
    };
    let press = move || {
        reveals.toggle();
        if reveals.now() {
            let right = session.item(|item| right_line(session, item));
            let words = right.and_then(|line| line.element().text_content()).unwrap_or_default();
            let lang = session.item(|item| session.context().rich.lang_of(&item.basics.stem));
            let heading = [&session.text("right_answer"), ":"].concat();
            session.announcer.announce_lines(&[own_line(&heading), Line { lang, words }]);
        }
    };
    let reveal: Words =
        Box::new(move || session.text(if reveals.get() { "hide" } else { "reveal" }));
    // Focus stays on the slide: a button of the last one is gone, and keys with it.
    let slide = take_focus(part("section", "item"), session)
        .attr("tabindex", "-1")
        .attr("aria-labelledby", "count stem");
    slide.child((
        title_line(session, ()),
        part("p", "count").attr("id", "count").child(count),
        text_block(session, "stem", &item.basics.stem).attr("id", "stem"),
        item.basics.picture.as_ref().map(|image| picture(session, image)),
        body,
        answer,
        notes,
        part("footer", "foot").child((
            el("div")
                .attr("class", "ways")
                .child((way("previous", false, at > 0), way("next", true, at + 1 < total))),
            session.asks().then(|| plain_button("go", reveal, press)),
        )),
    ))
}

/// Options with the hands that were counted for each; right ones are marked when shown.
fn options(session: Session, choices: &Choices, reveals: Flag) -> El {
    let options = choices.options.len();
    let row = |(at, n): (usize, usize)| {
        let option = &choices.options[n];
        let text = label(session, &option.label);
        let name = match &option.label {
            ChoiceLabel::Text(text) => spoken(&session.context().rich, text).words,
            ChoiceLabel::Yes => session.text("yes"),
            ChoiceLabel::No => session.text("no"),
            ChoiceLabel::Unsure => session.text("not_sure"),
        };
        let right = choices.verdict_on(option.worth) == Verdict::Right;
        let image = option.picture.as_ref().map(|image| picture(session, image));
        part("div", "option")
            .attr("data-state", move || if reveals.get() && right { "right" } else { "" })
            .child((
                el("span").attr("class", "key").child(session.number(at + 1)),
                el("span").attr("class", "words").child((image, text)),
                hands(session, n, options, &name),
            ))
    };
    let rows: Vec<El> = option_order(session, choices).into_iter().enumerate().map(row).collect();
    let raised = move || session.answer(|answer| answer.hands.iter().sum()).unwrap_or(0) > 0;
    // Another class votes anew.
    let anew = move || (0..options).for_each(|n| session.raise(n, options, 0));
    let anew =
        button("quiet", words(session, "count_anew"), Box::new(move || !raised()), Box::new(anew));
    part("div", "options").child((rows, anew))
}

/// A count of raised hands with a button for one more and one less. It stays with the run: a
/// class that goes back to a question sees how it voted.
fn hands(session: Session, n: usize, options: usize, option: &str) -> impl Child + use<> {
    let count =
        move || session.answer(|answer| answer.hands.get(n).copied()).flatten().unwrap_or(0);
    let name = session.context().texts.fill("hands_for", &[("option", option)]);
    let button = |sign: &str, key: &str, more: bool| {
        el("button")
            .attr("type", "button")
            .attr("class", "sign")
            .attr("part", "icon-button")
            .attr("aria-label", &session.context().texts.fill(key, &[("option", option)]))
            .on("click", move |_| {
                let hands = untrack(count);
                let hands = if more { hands + 1 } else { hands.saturating_sub(1) };
                session.raise(n, options, hands);
            })
            .child(sign)
    };
    el("span").attr("class", "tools hands").attr("role", "group").attr("aria-label", &name).child((
        button("−", "hand_less", false),
        el("output").attr("aria-live", "polite").child(move || session.number(count())),
        button("+", "hand_more", true),
        el("span")
            .attr("class", "visually-hidden")
            .attr("data-raised", move || aria_bool(count() > 0)),
    ))
}
