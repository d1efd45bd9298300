//! Where parts of the view stand that load later.

use adil::ui::{Child, effect, el, follow, missing};
use leptos::prelude::*;

use super::parts::words;
use crate::model::ItemKind;
use crate::session::{Notice, Part, Session};

/// The place of a part. Who needs it while it cannot be loaded reads so, and may try again.
pub fn place(session: Session, part: Part) -> impl Child {
    follow(move || {
        let needed = || match part {
            Part::Answer => session.asks(),
            Part::Before | Part::Paused | Part::Confirm | Part::Result | Part::Kept => true,
            // Who comes back to an answer that was checked wants to know what was said of it; of
            // other kinds the answer itself is missed already.
            Part::Feedback => {
                session.is_marked()
                    && session.item(|item| matches!(item.kind, ItemKind::Choices(_)))
            }
            _ => false,
        };
        let shown = session.rest(part);
        let sorry = (shown.is_none() && session.later.has_failed() && needed()).then(|| {
            untrack(|| session.said.say(&session.text("lost")));
            missing(&session.text("lost"), words(session, "try_again"), move || {
                session.ask_for_rest();
            })
        });
        // The button has its place from the start, so that the title does not move.
        let held = part == Part::Aloud && shown.is_none();
        let held = held.then(|| el("span").attr("class", "sign").attr("hidden", ""));
        (shown, held, sorry)
    })
}

/// Does what waited once it can be done, and says when it cannot.
pub fn catch_up(session: Session) {
    effect(Box::new(move || {
        let (there, failed) = (session.later.is_there(), session.later.has_failed());
        untrack(|| {
            if there {
                _ = session.rest(Part::Begin);
                session.do_waiting();
            } else if failed && session.waits() {
                session.notice.set(Some(Notice::Missing));
                session.said.say(&session.text("lost"));
            }
        });
    }));
}
