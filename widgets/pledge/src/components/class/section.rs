//! The parts of the screen that fold.

use adil::ui::{Child, El, el, part};
use leptos::prelude::*;

use crate::session::class::Board;

/// A part of the screen that folds, with its heading.
pub fn section(board: Board, name: &'static str, heading: &str, open: bool) -> El {
    let section = el("details").attr("class", &["part ", name].concat()).attr("part", "fold");
    let section = if open { section.attr("open", "") } else { section };
    section.child(part("summary", "summary").child(board.context().heading(board.text(heading))))
}

/// What can only be done with promises.
pub fn with_promises<C: Child>(board: Board, make: impl Fn() -> C + 'static) -> impl Child {
    let some = Memo::new(move |_| board.lines.with(|lines| !lines.is_empty()));
    move || {
        let none = || part("p", "count").child(board.text("class_none"));
        // What is made follows by itself what it shows.
        if some.get() { (Some(untrack(&make)), None) } else { (None, Some(none())) }
    }
}
