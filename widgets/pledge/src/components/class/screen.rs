//! A class writes its own pledge on one screen: it votes, prints, saves and counts.

mod board;
mod count;
mod editor;
mod entry;
mod files;
mod paper;
mod poster;
mod votes;

use adil::host::{self, Host, Mounted};
use adil::ui::{Child, El, accept_files, announcer, el, follow, part, plain_push};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use super::{Fixed, slots};
use board::Board;

/// Mounts the view.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let fixed = Fixed::open(host, "class")?;
    adil::ui::adopt_styles(root, include_str!("../class.css"));
    Ok(host::mount(root, move || {
        let (said, regions) = announcer();
        let board = Board::new(fixed, said);
        let fixed = board.fixed();
        let clauses = fixed.document.body.clauses.len();
        fixed.emit("adil-ready", [("clauses", clauses.into())], false);
        let not_kept = follow(move || {
            let notice = || part("div", "notice").child(board.text("not_kept"));
            board.not_kept.get().then(notice)
        });
        let frame = fixed.frame().child((
            regions,
            fixed.title(),
            not_kept,
            editor::view(board),
            votes::view(board),
            poster::view(board),
            files::view(board),
        ));
        let frame = frame.child((
            count::make(board),
            count::add(board),
            follow(move || board.has_work.get().then(|| untrack(|| begin_again(board)))),
            slots(),
        ));
        accept_files(frame, files::take(board))
    }))
}

/// A part of the screen that folds, with its heading.
fn section(board: Board, name: &'static str, heading: &str, open: bool) -> El {
    let section = el("details").attr("class", &["part ", name].concat()).attr("part", "fold");
    let section = if open { section.attr("open", "") } else { section };
    section.child(part("summary", "summary").child(board.fixed().heading(board.text(heading))))
}

/// What can only be done with promises.
fn with_promises<C: Child>(board: Board, make: impl Fn() -> C + 'static) -> impl Child {
    let some = Memo::new(move |_| board.lines.with(|lines| !lines.is_empty()));
    follow(move || {
        let none = || part("p", "count").child(board.text("class_none"));
        // What is made follows by itself what it shows.
        if some.get() { (Some(untrack(&make)), None) } else { (None, Some(none())) }
    })
}

/// Everything goes only after a second word.
fn begin_again(board: Board) -> El {
    let asked = RwSignal::new(false);
    let body = move || {
        let fixed = board.fixed();
        if !asked.get() {
            let button = plain_push("quiet", fixed.words("begin_again"), move || {
                board.aim(0, "stay");
                asked.set(true);
            });
            return Vec::from([board.aimed(button, 0, "again")]);
        }
        let stay = plain_push("quiet", fixed.words("cancel"), move || {
            board.aim(0, "again");
            asked.set(false);
        });
        let wipe = plain_push("quiet", fixed.words("delete_all"), move || board.wipe());
        let question = el("p").attr("id", "sure").child(board.text("begin_again_sure"));
        Vec::from([
            question,
            board.aimed(stay.attr("aria-describedby", "sure"), 0, "stay"),
            wipe.attr("aria-describedby", "sure"),
        ])
    };
    part("footer", "foot").child(el("div").attr("class", "ways").child(follow(body)))
}
