//! One clause, and how it is taken.

use adil::ui::{El, Icon, el, icon, part, picture, plain_button};
use leptos::prelude::*;

use super::hold::hold;
use super::parts::foot;
use crate::model::Gesture;
use crate::session::pledge::{Session, Stage};

/// How far the way is: a bar in parts, and in words.
fn progress(session: Session, at: usize) -> El {
    let context = session.context();
    let total = context.document.body.clauses.len();
    let count = context
        .texts
        .fill("clause_n_of", &[("n", &context.number(at + 1)), ("total", &context.number(total))]);
    let step = |n: usize| {
        let state = match n.cmp(&at) {
            std::cmp::Ordering::Less => "done",
            std::cmp::Ordering::Equal => "now",
            std::cmp::Ordering::Greater => "",
        };
        el("span").attr("class", "step").state("step", state)
    };
    let steps: Vec<_> = (0..total).map(step).collect();
    part("div", "progress").child((
        part("div", "steps").attr("aria-hidden", "true").child(steps),
        part("p", "count").attr("id", "place").child(count),
    ))
}

/// One clause, to be taken or not.
pub fn clause(session: Session, n: usize) -> El {
    let context = session.context();
    let body = &context.document.body;
    let clause = &body.clauses[n];
    let example = clause.example.as_ref().map(|text| {
        part("div", "note")
            .child((el("strong").child(session.text("example")), context.block("note-text", text)))
    });
    let back = match n {
        0 => body.preface.is_some().then_some(Stage::Preface),
        n => Some(Stage::Clause(n - 1)),
    };
    let words = if clause.optional { "add_optional" } else { "tick_clause" };
    let hold = (body.gesture == Gesture::Hold).then(|| hold(session, n));
    part("section", "screen").child((
        context.title(),
        progress(session, n),
        part("div", "clause").child((
            clause.picture.as_ref().map(|image| picture(&context.rich, image)),
            session.take_focus(
                part(context.host.heading(1), "clause-text")
                    .attr("tabindex", "-1")
                    // Who is brought here hears how far the way is.
                    .attr("aria-describedby", "place")
                    .child(context.line("lines", &clause.text)),
            ),
        )),
        example,
        hold,
        tick(session, n, words),
        foot(session, back, plain_button("go", context.words("next"), move || session.next(n))),
    ))
}

fn tick(session: Session, n: usize, words: &'static str) -> El {
    let is_taken = move || session.taken.with(|taken| taken[n]);
    part("label", "option").stated("option", move || if is_taken() { "chosen" } else { "" }).child(
        (
            el("input")
                .attr("type", "checkbox")
                .attr("class", "visually-hidden")
                .prop("checked", is_taken)
                .on("change", move |_| {
                    let on = !untrack(is_taken);
                    session.take(n, on);
                }),
            part("span", "key")
                .attr("aria-hidden", "true")
                .child(move || is_taken().then(|| icon(Icon::Tick))),
            part("span", "words").child(session.text(words)),
        ),
    )
}
