//! What teachers and pupils see. No rules here: the model has them.

mod agenda;
pub mod campaign;
mod clock;
mod code_picture;
mod document;
mod form;
mod lesson;
pub mod map;
mod papers;
mod screen;
mod stage;

use adil::ui::{Child, El, Flag, el, frame, part, plain_line};
use leptos::prelude::untrack;

use crate::session::{Mode, Session, View};

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
        untrack(|| match (session.mode(), view) {
            (Mode::Screen, _) => screen::screen(session),
            (Mode::Print, _) => document::paper(session),
            (Mode::Plan, View::Plan) => document::document(session),
            (Mode::Plan, View::Lesson) => lesson::lesson(session),
        })
    };
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
        el("slot").attr("name", "footer"),
    ))
}
