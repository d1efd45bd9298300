//! The end of the lesson: what was watched, what was answered, what is worth another look.

use adil::ui::{Child, El, el, hidden_words, part, plain_button};
use leptos::prelude::*;

use super::stops;
use crate::model::{Checkpoint, clock};
use crate::session::screen::focus_stage;
use crate::session::{Captions, Session};

/// The summary; shown when the lesson came to its end.
pub fn view(session: Session, captions: Captions) -> impl Child {
    move || session.ended.get().then(|| untrack(|| summary(session, captions)))
}

/// Goes on from somewhere; what was pressed goes, so the focus goes to the player.
fn again(session: Session, from: u32) {
    session.again(from);
    focus_stage(session);
}

fn summary(session: Session, captions: Captions) -> El {
    let context = session.context();
    let texts = &context.texts;
    let report = session.report();
    let watched = texts.fill("watched_share", &[("n", &texts.percent(report.watched))]);
    let unattended = (report.unattended > 0.0).then(|| {
        let share = texts.percent(report.unattended);
        part("p", "count").child(texts.fill("unattended", &[("n", &share)]))
    });
    let passed = (report.checkpoints > 0).then(|| {
        let values = [
            ("n", &*session.number(report.passed)),
            ("total", &*session.number(report.checkpoints)),
        ];
        part("p", "score").child(texts.fill("passed_of", &values))
    });
    let complete = session.text(if report.complete { "complete" } else { "not_complete" });
    let repeat = repeat(session, &report.repeat);
    part("section", "end").child((
        session
            .heading(1)
            .attr("class", "end-title")
            .attr("part", "heading")
            .attr("tabindex", "-1")
            .child(session.text("end_title"))
            .focus_soon(),
        el("p").attr("class", "complete").attr("part", "lead").child(complete),
        part("p", "score").child(watched),
        unattended,
        passed,
        repeat,
        part("footer", "foot").child((
            el("div").attr("class", "ways").child(plain_button(
                "quiet",
                session.words("print_sheet"),
                move || captions.print(),
            )),
            plain_button("go", session.words("once_more"), move || again(session, 0)),
        )),
    ))
}

/// What is worth another look, as a list of ways there; nothing where all went well.
fn repeat(session: Session, checkpoints: &[usize]) -> Option<impl Child> {
    let context = session.context();
    let row = |n: &usize| {
        let n = *n;
        let one = context.document.body.checkpoints.get(n);
        let from = one.map_or(0, |one| one.again_from().0);
        let name = el("span").attr("class", "visually-hidden");
        let name = stops::with_title(session, n, name);
        let stem = one.and_then(Checkpoint::stem);
        let stem = stem.map(|stem| adil::ui::text_line(&context.rich, "stem", &stem));
        el("li").child((
            stem,
            plain_button("quiet", Box::new(move || watch_words(session, from)), move || {
                again(session, from);
            })
            .child((hidden_words(": "), name)),
        ))
    };
    let rows: Vec<_> = checkpoints.iter().map(row).collect();
    (!rows.is_empty()).then(|| {
        (
            session.heading(2).attr("part", "heading").child(session.text("repeat_title")),
            part("ul", "repeat").child(rows),
        )
    })
}

fn watch_words(session: Session, from: u32) -> String {
    session.context().texts.fill("watch_again_from", &[("time", &clock(from))])
}
