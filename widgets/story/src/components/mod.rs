//! What learners see. No rules here: the model has them.

mod map;
mod scene;

use adil::ui::{Child, El, el, frame, part, plain_line};
use leptos::prelude::untrack;

use crate::session::{Screen, Session};

/// The whole widget.
pub fn view(session: Session, regions: impl Child) -> El {
    let (frame, title) = session.read(|widget| {
        let title = part(widget.host.heading(0), "title");
        let title = plain_line(&widget.rich, title, &widget.document.envelope.title);
        (frame(&widget.texts, widget.level), title)
    });
    let screen = move || {
        let screen = session.screen.get();
        // What a screen reads while it is made is not what it follows.
        untrack(|| match screen {
            Screen::Intro => scene::intro(session),
            Screen::Here => scene::here(session),
            Screen::Feedback => scene::feedback(session),
        })
    };
    let notice = move || {
        session
            .refused
            .get()
            .then(|| part("p", "notice").attr("role", "status").child(session.text("not_kept")))
    };
    frame.child((
        regions,
        part("header", "head").child((el("slot").attr("name", "logo"), title)),
        notice,
        screen,
        map::view(session),
        el("slot").attr("name", "footer"),
    ))
}
