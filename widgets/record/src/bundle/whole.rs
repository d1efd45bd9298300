//! All modes in one piece, for pages that mount it themselves.

use adil::host::{CHOICE_STYLES, Host, Mounted, WIDGET_STYLES, Whole};
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use super::{collect, merge, record, study};
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
        "study" => study::mount(root, host),
        _ => record::mount(root, host),
    }
}
