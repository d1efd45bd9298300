//! What learners see. No rules here: the model has them.

pub mod aloud;
pub mod asked;
pub mod author;
pub mod class;
pub mod drawn;
pub mod group;
mod lazy;
pub mod map;
pub mod paper;
pub mod scene;
pub mod sound;
pub mod strip;

use adil::ui::{Child, El, Flag, el, frame, ignore_second_presses, part, plain_line};
use leptos::prelude::untrack;

pub use lazy::{check, lazy_view};

use crate::session::{LazyPart, Screen, Session};

/// The card with the title; what stands in it follows.
pub fn card(session: Session) -> (El, El) {
    session.read(|widget| {
        let title = part(widget.host.heading(0), "title");
        let title = plain_line(&widget.rich, title, &widget.document.envelope.title);
        (ignore_second_presses(frame(&widget.texts, widget.level)), title)
    })
}

/// What has to be known about keeping the way.
pub fn notices(session: Session) -> impl Child {
    let notice = move |flag: Flag, key: &'static str| {
        move || flag.get().then(|| part("p", "notice").child(session.text(key)))
    };
    el("div").attr("role", "status").child((
        notice(session.refused, "not_kept"),
        notice(session.elsewhere, "elsewhere"),
        notice(session.edited, "edited"),
    ))
}

/// The whole widget.
pub fn view(session: Session, regions: impl Child) -> El {
    let (frame, title) = card(session);
    check(session);
    let screen = move || {
        let screen = session.screen.get();
        // What a screen reads while it is made is not what it follows.
        untrack(|| match screen {
            Screen::Intro => scene::intro(session),
            Screen::Here | Screen::Feedback => {
                let scene = (screen == Screen::Here).then(|| scene::here(session)).flatten();
                scene.unwrap_or_else(|| el("div").child(lazy_view(session, LazyPart::After)))
            }
            Screen::Strip => el("div").child(lazy_view(session, LazyPart::Strip)),
        })
    };
    // The youngest have no map: they go back by steps.
    let map = (!session.is_pictures()).then(|| map::fold(session));
    frame.attr("data-face", if session.is_pictures() { "pictures" } else { "game" }).child((
        regions,
        part("header", "head").child((el("slot").attr("name", "logo"), title)),
        notices(session),
        screen,
        map,
        el("slot").attr("name", "footer"),
    ))
}
