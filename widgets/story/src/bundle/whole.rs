//! The story in one piece, for pages that mount it themselves.

use adil::host::{Host, LazyChunk, Mounted, WIDGET_STYLES, Whole};
use adil::ui::Pieces;
use leptos::prelude::untrack;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use super::{Bundle, LazyPart, Session, class, lazy, mount, print};
use crate::SPEC;

/// All that it takes to show it without the script tag.
pub const WHOLE: Whole = Whole {
    spec: &SPEC,
    styles: &[WIDGET_STYLES, include_str!("../../adil-story.css")],
    texts,
    mount: whole,
};

fn whole(root: &Element, host: Host, mode: &str) -> Result<Mounted, JsValue> {
    match mode {
        "class" => class::mount(root, host),
        "print" => print::mount(root, host),
        _ => mount(root, host, Bundle { lazy: at_once, in_one_piece: true }),
    }
}

/// What a bundle loads later is here from the start.
#[expect(clippy::unnecessary_wraps, reason = "a bundle that is cut gives nothing at first")]
fn at_once(_: LazyChunk, session: Session, part: LazyPart) -> Option<Pieces> {
    Some(untrack(|| lazy(session, part)))
}

fn texts(lang: &str) -> Option<&'static str> {
    Some(match lang {
        "en" => include_str!("../../locales/story.en.json"),
        "ru" => include_str!("../../locales/story.ru.json"),
        "kk" => include_str!("../../locales/story.kk.json"),
        "ar" => include_str!("../../locales/story.ar.json"),
        _ => return None,
    })
}
