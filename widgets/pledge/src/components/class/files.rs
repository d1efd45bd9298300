//! The part in which the class's pledge becomes a file, and a file the class's pledge.

use adil::ui::{El, el, file_field, part, plain_button};
use leptos::prelude::*;

use super::board::shown;
use super::section::{section, with_promises};
use crate::session::class::Board;
use crate::session::class::files::{save, take};

/// The part of the screen for files.
pub fn view(board: Board) -> El {
    let save =
        move || plain_button("go", board.context().words("export_pledge"), move || save(board));
    let choose = file_field(&board.text("import_pledge"), take(board));
    let said = move || {
        board.news.get().map(|news| match news {
            Ok(words) => Vec::from([el("p").child(words)]),
            // What is wrong with a file is said to its author in English, as in the console.
            Err(why) => Vec::from([
                shown(part("p", "refusal")).child(board.text("file_refused")),
                el("p").attr("class", "why").attr("lang", "en").attr("dir", "ltr").child(why),
            ]),
        })
    };
    section(board, "files", "save_open", false).child(
        el("div").attr("class", "body").child((
            with_promises(board, save),
            el("div")
                .attr("class", "ways")
                .child((choose, el("p").attr("class", "count").child(board.text("file_drop")))),
            part("div", "news").child(said),
            board.undo("undo-files", "edit"),
        )),
    )
}
