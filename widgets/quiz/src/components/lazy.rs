//! Where parts of the view stand that load later.

use adil::ui::{Child, effect, el, missing};
use leptos::prelude::*;

use super::parts::words;
use crate::model::ItemKind;
use crate::session::{LazyPart, Notice, Session};

/// The place of a part. Who needs it while it cannot be loaded reads so, and may try again.
pub fn lazy_view(session: Session, part: LazyPart) -> impl Child {
    move || {
        let needed = || match part {
            LazyPart::Answer => session.asks(),
            LazyPart::Before
            | LazyPart::Paused
            | LazyPart::Confirm
            | LazyPart::Result
            | LazyPart::Kept => true,
            // Who comes back to an answer that was checked wants to know what was said of it; of
            // other kinds the answer itself is missed already.
            LazyPart::Feedback => {
                session.is_marked()
                    && session.item(|item| matches!(item.kind, ItemKind::Choices(_)))
            }
            _ => false,
        };
        let shown = session.lazy(part);
        let sorry = (shown.is_none() && session.lazy_chunk.has_failed() && needed()).then(|| {
            untrack(|| session.announcer.announce(&session.text("lost")));
            missing(&session.text("lost"), words(session, "try_again"), move || {
                session.load_lazy_chunk();
            })
        });
        // The button has its place from the start, so that the title does not move.
        let held = part == LazyPart::Aloud && shown.is_none();
        let held = held.then(|| el("span").attr("class", "sign").attr("hidden", ""));
        (shown, held, sorry)
    }
}

/// Does what waited once it can be done, and says when it cannot.
pub fn catch_up(session: Session) {
    effect(Box::new(move || {
        let (there, failed) = (session.lazy_chunk.is_there(), session.lazy_chunk.has_failed());
        untrack(|| {
            if there {
                _ = session.lazy(LazyPart::Begin);
                session.do_waiting();
            } else if failed && session.waits() {
                session.notice.set(Some(Notice::Missing));
                session.announcer.announce(&session.text("lost"));
            }
        });
    }));
}
