//! What people see. No rules here: the model has them.

mod answer;
pub mod cases;
pub mod declaration;
mod intro;
mod page;
mod parts;
pub mod readiness;
pub mod register;
pub mod result;
mod sheet;
mod shows;

pub use shows::{CHECK, Shows};

use adil::ui::{Child, El, Flag, el, frame, missing, part, plain_line};
use leptos::prelude::untrack;

use crate::session::{LazyPart, Screen, Session};

/// The whole widget.
pub fn view(session: Session, regions: impl Child, shows: Shows) -> El {
    let (frame, title) = session.read(|widget| {
        let title = part(widget.host.heading(0), "title");
        let title = plain_line(&widget.rich, title, &widget.document.envelope.title);
        (frame(&widget.texts, widget.level), title)
    });
    let screen = move || {
        let screen = session.screen();
        // What a screen reads while it is made is not what it follows.
        let first = untrack(|| match screen {
            Screen::Intro => Some(intro::view(session, shows)),
            Screen::Page(n) => Some(page::view(session, n, shows)),
            _ => None,
        });
        let behind = first.is_none().then(|| behind(session, screen));
        (first, behind)
    };
    let notice = move |flag: Flag, key: &'static str| {
        let notice = move || part("p", "notice").attr("role", "status").child(session.text(key));
        move || flag.get().then(notice)
    };
    let can_leave = session.check(|check| check.privacy.exit);
    let leave =
        can_leave.then(|| parts::button(session, "leave", "leave", move || session.leave()));
    let cover = move || {
        session.covered.get().then(|| {
            part("div", "cover").child((
                el("p").child(session.text("covered")),
                parts::button(session, "go", "uncover", move || session.uncover()).focus_soon(),
            ))
        })
    };
    frame.child((
        regions,
        part("header", "head").child((el("slot").attr("name", "logo"), title, leave)),
        cover,
        el("div").attr("class", "inside").attr("hidden", move || session.covered.get()).child((
            notice(session.refused, "refused"),
            notice(session.edited, "edited"),
            screen,
            sheet::view(session),
        )),
        el("slot").attr("name", "footer"),
    ))
}

/// A screen behind the questions. Who needs it while it cannot be loaded reads so, and may try
/// again.
fn behind(session: Session, screen: Screen) -> impl Child {
    let shown = session.lazy(LazyPart::Screen(screen));
    let has_failed = shown.is_none() && session.lazy_chunk.has_failed();
    let sorry = || {
        let words = session.text("lost");
        session.say(&words);
        let again = Box::new(move || session.text("try_again"));
        let retry = move || session.read(|widget| session.lazy_chunk.retry(&widget.host));
        missing(&words, again, retry)
    };
    (shown, has_failed.then(|| untrack(sorry)))
}
