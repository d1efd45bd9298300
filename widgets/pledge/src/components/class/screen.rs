//! A class writes its own pledge on one screen: it votes, prints, saves and counts.

use adil::ui::{Child, El, accept_files, el, part, plain_button};
use leptos::prelude::*;

use super::{count, editor, files, poster, votes};
use crate::components::parts::slots;
use crate::session::class::Board;
use crate::session::class::files::take;

/// The one screen, with the live regions of what is said.
pub fn view(board: Board, regions: impl Child) -> El {
    let context = board.context();
    let not_kept = move || {
        let notice = || part("div", "notice").child(board.text("not_kept"));
        board.not_kept.get().then(notice)
    };
    let frame = context.frame().child((
        regions,
        context.title(),
        not_kept,
        editor::view(board),
        votes::view(board),
        poster::view(board),
        files::view(board),
    ));
    let frame = frame.child((
        count::make(board),
        count::add(board),
        move || board.has_work.get().then(|| untrack(|| begin_again(board))),
        slots(),
    ));
    accept_files(frame, take(board))
}

/// Everything goes only after a second word.
fn begin_again(board: Board) -> El {
    let asked = RwSignal::new(false);
    let body = move || {
        let context = board.context();
        if !asked.get() {
            let button = plain_button("quiet", context.words("begin_again"), move || {
                board.aim(0, "stay");
                asked.set(true);
            });
            return Vec::from([board.aimed(button, 0, "again")]);
        }
        let stay = plain_button("quiet", context.words("cancel"), move || {
            board.aim(0, "again");
            asked.set(false);
        });
        let wipe = plain_button("quiet", context.words("delete_all"), move || board.wipe());
        let question = el("p").attr("id", "sure").child(board.text("begin_again_sure"));
        Vec::from([
            question,
            board.aimed(stay.attr("aria-describedby", "sure"), 0, "stay"),
            wipe.attr("aria-describedby", "sure"),
        ])
    };
    part("footer", "foot").child(el("div").attr("class", "ways").child(body))
}
