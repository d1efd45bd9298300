//! What teachers and pupils see. No rules here: the model has them.

mod agenda;
pub mod campaign;
mod clock;
mod code_picture;
mod document;
mod form;
mod keeps;
mod lesson;
pub mod map;
mod papers;
mod screen;
mod stage;

use adil::ui::{Child, El, Flag, Pieces, el, frame, missing, part, pieces, plain_line};
use leptos::prelude::untrack;

use crate::session::{LazyPart, Mode, Session, View};

/// The whole widget.
pub fn view(session: Session, regions: impl Child) -> El {
    let (frame, title) = session.read(|widget| {
        let title = part(widget.host.heading(0), "title");
        let title = plain_line(&widget.rich, title, &widget.document.envelope.title);
        (frame(&widget.texts, widget.level), title)
    });
    let notice = move |flag: Flag, key: &'static str| {
        let notice = move || part("p", "notice").attr("role", "status").child(session.text(key));
        move || flag.get().then(notice)
    };
    let main = move || {
        let view = session.view.get();
        // What a view reads while it is made is not what it follows.
        match (session.mode(), view) {
            (Mode::Screen, _) => later(session, LazyPart::Screen),
            (Mode::Print, _) => untrack(|| pieces(document::paper(session))),
            (Mode::Plan, View::Plan) => untrack(|| pieces(document::document(session))),
            (Mode::Plan, View::Lesson) => later(session, LazyPart::Lesson),
        }
    };
    // The projector shows what is for pupils, and paper what is for the lesson.
    let keeps = (session.mode() == Mode::Plan).then_some(move || session.lazy(LazyPart::Keeps));
    let frame = match session.mode() {
        Mode::Screen => frame.attr("data-screen", ""),
        Mode::Plan | Mode::Print => frame,
    };
    frame.child((
        regions,
        part("header", "head").child((el("slot").attr("name", "logo"), title)),
        notice(session.refused, "not_kept"),
        notice(session.edited, "edited"),
        main,
        keeps,
        el("slot").attr("name", "footer"),
    ))
}

/// A part that loads once the first screen stands. Who needs it while it cannot be loaded reads so,
/// and may try again.
fn later(session: Session, part: LazyPart) -> Pieces {
    let shown = session.lazy(part);
    let has_failed = shown.is_none() && session.lazy_chunk.has_failed();
    let sorry = || {
        let again = Box::new(move || session.text("try_again"));
        let retry = move || session.read(|widget| session.lazy_chunk.retry(&widget.host));
        missing(&session.text("lost"), again, retry)
    };
    pieces((shown, has_failed.then(|| untrack(sorry))))
}

/// Makes a part that loads once the first screen stands.
pub fn lazy(session: Session, part: LazyPart) -> Pieces {
    match part {
        LazyPart::Lesson => pieces(lesson::lesson(session)),
        LazyPart::Screen => pieces(screen::screen(session)),
        LazyPart::Keeps => pieces(keeps::of_lesson(session)),
    }
}
