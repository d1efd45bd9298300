//! The pledge in one piece, for pages that mount it themselves.

use adil::host::{CHOICE_STYLES, Host, LazyChunk, Mounted, WIDGET_STYLES, Whole};
use adil::ui::Pieces;
use leptos::prelude::untrack;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use super::lazy::lazy;
use super::{certificate, class, pledge, reminder, verify};
use crate::SPEC;
use crate::session::pledge::{Bundle, LazyPart, Session};

/// All that it takes to show it.
pub const WHOLE: Whole = Whole {
    spec: &SPEC,
    styles: &[WIDGET_STYLES, CHOICE_STYLES, include_str!("../../adil-pledge.css")],
    texts,
    mount,
};

fn texts(lang: &str) -> Option<&'static str> {
    Some(match lang {
        "en" => include_str!("../../locales/pledge.en.json"),
        "ru" => include_str!("../../locales/pledge.ru.json"),
        "kk" => include_str!("../../locales/pledge.kk.json"),
        "ar" => include_str!("../../locales/pledge.ar.json"),
        _ => return None,
    })
}

fn mount(root: &Element, host: Host, mode: &str) -> Result<Mounted, JsValue> {
    match mode {
        "certificate" => certificate::mount(root, host),
        "class" => class::mount(root, host),
        "reminder" => reminder::mount(root, host),
        "verify" => verify::mount(root, host),
        _ => pledge::mount(root, host, Bundle { lazy: at_once, in_one_piece: true }),
    }
}

/// What a bundle loads later is here from the start.
#[expect(clippy::unnecessary_wraps, reason = "a bundle that is cut gives nothing at first")]
fn at_once(_: LazyChunk, session: Session, part: LazyPart) -> Option<Pieces> {
    Some(untrack(|| lazy(session, part)))
}
