//! The quiz in one piece, for pages that mount it themselves.

use adil::host::{CHOICE_STYLES, Host, LazyChunk, Mounted, WIDGET_STYLES, Whole};
use adil::ui::Pieces;
use leptos::prelude::untrack;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use super::lazy::lazy;
use super::{class, learn, print};
use crate::SPEC;
use crate::session::{Bundle, LazyPart, Session};

/// All that it takes to show it.
pub const WHOLE: Whole = Whole {
    spec: &SPEC,
    styles: &[WIDGET_STYLES, CHOICE_STYLES, include_str!("../../adil-quiz.css")],
    texts,
    mount,
};

fn texts(lang: &str) -> Option<&'static str> {
    Some(match lang {
        "en" => include_str!("../../locales/quiz.en.json"),
        "ru" => include_str!("../../locales/quiz.ru.json"),
        "kk" => include_str!("../../locales/quiz.kk.json"),
        "ar" => include_str!("../../locales/quiz.ar.json"),
        _ => return None,
    })
}

fn mount(root: &Element, host: Host, mode: &str) -> Result<Mounted, JsValue> {
    match mode {
        "class" => class::mount(root, host),
        "print" => print::mount(root, host),
        _ => learn::mount(root, host, Bundle { lazy: at_once, in_one_piece: true }),
    }
}

/// What a bundle loads later is here from the start.
#[expect(clippy::unnecessary_wraps, reason = "a bundle that is cut gives nothing at first")]
fn at_once(_: LazyChunk, session: Session, part: LazyPart) -> Option<Pieces> {
    Some(untrack(|| lazy(session, part)))
}
