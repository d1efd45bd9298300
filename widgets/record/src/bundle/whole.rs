//! All modes in one piece, for pages that mount it themselves.

use adil::host::{CHOICE_STYLES, Host, LazyChunk, Mounted, WIDGET_STYLES, Whole};
use adil::ui::Pieces;
use leptos::prelude::untrack;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use super::record::{Bundle, LazyPart, Session};
use super::{collect, merge, record, setup, study};
use crate::SPEC;

/// All that it takes to show it without the script tag.
pub const WHOLE: Whole = Whole {
    spec: &SPEC,
    styles: &[WIDGET_STYLES, CHOICE_STYLES, include_str!("../../adil-record.css")],
    texts,
    mount,
};

fn texts(lang: &str) -> Option<&'static str> {
    Some(match lang {
        "en" => include_str!("../../locales/record.en.json"),
        "ru" => include_str!("../../locales/record.ru.json"),
        "kk" => include_str!("../../locales/record.kk.json"),
        "ar" => include_str!("../../locales/record.ar.json"),
        _ => return None,
    })
}

fn mount(root: &Element, host: Host, mode: &str) -> Result<Mounted, JsValue> {
    match mode {
        "collect" => collect::mount(root, host),
        "merge" => merge::mount(root, host),
        "setup" => setup::mount(root, host),
        "study" => study::mount(root, host),
        _ => record::mount(root, host, Bundle { lazy: at_once, in_one_piece: true }),
    }
}

/// What a bundle loads later is here from the start.
#[expect(clippy::unnecessary_wraps, reason = "a bundle that is cut gives nothing at first")]
fn at_once(_: LazyChunk, session: Session, part: LazyPart) -> Option<Pieces> {
    Some(untrack(|| record::lazy(session, part)))
}
