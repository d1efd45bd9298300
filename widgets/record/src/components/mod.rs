//! What those who keep a record see. No rules here: the model has them.

mod about;
mod chart;
mod entries;
mod files;
mod form;
mod home;
mod inputs;
mod keeps;
mod merge;
mod paper;
mod parts;
mod study;

pub use merge::view as merge;
pub use study::{collect, setup, study};

use adil::ui::{Child, El, Pieces, el, frame, missing, only_on_paper, part, pieces, plain_line};
use leptos::prelude::untrack;

use crate::session::{LazyPart, Screen, Session, Shared};

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
        match session.screen.get() {
            // What a screen reads while it is made is not what it follows.
            Screen::Home => untrack(|| pieces((home::view(session), folded(session)))),
            Screen::Form => later(session, LazyPart::Form),
            Screen::About => later(session, LazyPart::About),
        }
    };
    let paper = only_on_paper(move || session.lazy(LazyPart::Paper));
    let paper = part("div", "paper").child(paper);
    let refused = move || {
        let notice = || part("p", "notice").attr("role", "status");
        session.refused.get().then(|| notice().child(session.text("not_kept")))
    };
    framed(session.shared, regions, (refused, screen, paper))
}

/// What is folded below the first screen.
fn folded(session: Session) -> impl Child {
    move || later(session, LazyPart::Files)
}

/// A part that loads once the first screen stands. Who needs it while it cannot be loaded reads so,
/// and may try again.
fn later(session: Session, part: LazyPart) -> Pieces {
    let shown = session.lazy(part);
    let has_failed = shown.is_none() && session.lazy_chunk.has_failed();
    let sorry = || {
        let again = Box::new(move || session.text("try_again"));
        let retry = move || session.shared.read(|w| session.lazy_chunk.retry(&w.host));
        missing(&session.text("lost"), again, retry)
    };
    pieces((shown, has_failed.then(|| untrack(sorry))))
}

/// Makes a part that loads once the first screen stands.
pub fn lazy(session: Session, part: LazyPart) -> Pieces {
    match part {
        LazyPart::Form => pieces(form::view(session)),
        LazyPart::About => pieces(about::view(session)),
        LazyPart::Files => pieces((files::view(session), keeps::of_record(session))),
        LazyPart::Paper => paper::view(session),
    }
}
