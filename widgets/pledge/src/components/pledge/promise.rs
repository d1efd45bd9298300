//! The promise itself, and what comes after it when it is not made.

use adil::ui::{El, el, part, plain_button};
use leptos::prelude::*;

use super::guard::{Refusal, deliberate};
use super::parts::{foot, heading, list, thank};
use crate::components::parts::status;
use crate::session::pledge::{Session, Stage};

/// All that was taken, and two buttons of the same size and weight.
pub fn view(session: Session) -> El {
    let context = session.context();
    let chosen = untrack(|| session.chosen());
    let refused: RwSignal<Option<&'static str>> = RwSignal::new(None);
    let some = !chosen.is_empty();
    let button = |words: &'static str, parts: &'static str| {
        let button = part("button", "choice").attr("part", parts);
        button.attr("type", "button").child(session.text(words))
    };
    let promise = some.then(|| {
        deliberate(
            button("i_pledge", "choice promise"),
            move || session.pledge(),
            move |why| {
                refused.set(Some(match why {
                    Refusal::Covered => "covered",
                    Refusal::TooSoon => "wait_moment",
                }));
            },
        )
    });
    let words = if some { "my_pledge" } else { "choose_some" };
    let back = if some { Stage::Think } else { Stage::Clause(0) };
    part("section", "screen").child((
        context.title(),
        heading(session, session.text(words)),
        list(session, &chosen),
        part("div", "choices").child((
            button("not_today", "choice decline").on("click", move |_| session.go(Stage::Declined)),
            promise,
        )),
        // Below the buttons, which it would move from under a finger, or out of sight.
        status(move || refused.get().map(|key| session.text(key))),
        foot(session, Some(back), el("span")),
    ))
}

/// Not today.
pub fn thanks(session: Session) -> El {
    let context = session.context();
    part("section", "screen").child((
        context.title(),
        heading(session, session.text("not_today")),
        thank(session),
        foot(
            session,
            None,
            plain_button("quiet", context.words("start"), move || session.begin_anew()),
        ),
    ))
}

/// It was taken back.
pub fn withdrawn(session: Session) -> El {
    let context = session.context();
    part("section", "screen").child((
        context.title(),
        heading(session, session.text("withdrawn")),
        foot(
            session,
            None,
            plain_button("quiet", context.words("start"), move || session.begin_anew()),
        ),
    ))
}
