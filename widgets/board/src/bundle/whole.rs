//! The widget in one piece, for pages that mount it themselves.

use adil::host::{LazyChunk, WIDGET_STYLES, Whole};
use adil::ui::Pieces;
use leptos::prelude::untrack;

use super::lazy::lazy;
use super::{Bundle, LazyPart, Session, mount};
use crate::SPEC;

/// All that it takes to show it without the script tag.
pub const WHOLE: Whole = Whole {
    spec: &SPEC,
    styles: &[WIDGET_STYLES, include_str!("../../adil-board.css")],
    texts,
    mount: |root, host, _| mount(root, host, Bundle { lazy: at_once, in_one_piece: true }),
};

/// What a bundle loads later is here from the start.
#[expect(clippy::unnecessary_wraps, reason = "a bundle that is cut gives nothing at first")]
fn at_once(_: LazyChunk, session: Session, part: LazyPart) -> Option<Pieces> {
    Some(untrack(|| lazy(session, part)))
}

fn texts(lang: &str) -> Option<&'static str> {
    Some(match lang {
        "en" => include_str!("../../locales/board.en.json"),
        "ru" => include_str!("../../locales/board.ru.json"),
        "kk" => include_str!("../../locales/board.kk.json"),
        "ar" => include_str!("../../locales/board.ar.json"),
        _ => return None,
    })
}
