//! What those who keep a record see. No rules here: the model has them.

mod about;
mod chart;
mod entries;
mod files;
mod form;
mod home;
mod inputs;
mod merge;
mod paper;
mod parts;
mod study;

pub use merge::view as merge;
pub use study::{collect, study};

use adil::ui::{Child, El, el, frame, part, plain_line};
use leptos::prelude::untrack;

use crate::session::{Screen, Session, Shared};

/// The frame with its head.
fn framed<T>(shared: Shared<T>, regions: impl Child, inside: impl Child) -> El {
    let (frame, title) = shared.read(|widget| {
        let title = part(widget.host.heading(0), "title");
        let title = plain_line(&widget.rich, title, &widget.document.envelope.title);
        (frame(&widget.texts, widget.level), title)
    });
    frame.child((
        regions,
        part("header", "head").child((el("slot").attr("name", "logo"), title)),
        inside,
        el("slot").attr("name", "footer"),
    ))
}

/// The whole widget.
pub fn view(session: Session, regions: impl Child) -> El {
    let screen = move || {
        let screen = session.screen.get();
        // What a screen reads while it is made is not what it follows.
        untrack(|| match screen {
            Screen::Home => home::view(session),
            Screen::Form => form::view(session),
            Screen::About => about::view(session),
        })
    };
    let refused = move || {
        let notice = || part("p", "notice").attr("role", "status");
        session.refused.get().then(|| notice().child(session.text("not_kept")))
    };
    framed(session.shared, regions, (refused, screen, paper::view(session)))
}
