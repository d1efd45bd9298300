//! What the projector shows: large, without what is for the teacher.

use adil::ui::{El, Pieces, el, part, pieces};
use leptos::prelude::{Get, untrack};

use super::agenda::{Reader, agenda, block_text, line, phase};
use super::clock::clock;
use super::lesson::heading;
use super::stage::stage;
use crate::session::Session;
use crate::session::awake::keep_awake;

/// The screen; it waits until the teacher's window is heard of.
pub fn screen(session: Session) -> El {
    keep_awake(session);
    let now = move || {
        let (block, is_led) = (session.block.get(), session.has_screen.get());
        _ = session.variant.get();
        untrack(|| match block {
            _ if !is_led => pieces(el("p").attr("class", "text").child(session.text("waits"))),
            Some(n) => shown(session, n),
            None => pieces(heading(session).child(session.text("lesson_over"))),
        })
    };
    part("section", "screen").child((
        el("div").attr("class", "now").child((now, stage(session))),
        el("aside").attr("class", "aside").child(move || {
            _ = session.variant.get();
            session.has_screen.get().then(|| untrack(|| agenda(session, Reader::Pupils)))
        }),
    ))
}

fn shown(session: Session, n: usize) -> Pieces {
    let inside = session.of_block(n, |block| {
        pieces((
            phase(session, block),
            line(session, heading(session), &block.title),
            clock(session),
            block.pupils.as_ref().map(|text| block_text(session, "text", text)),
        ))
    });
    pieces(inside)
}
