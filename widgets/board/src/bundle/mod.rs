//! Where the bundle begins.

use adil::host::{self, Host, Mounted, WIDGET_STYLES, Whole, WidgetContext};
use adil::ui::announcer;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use crate::SPEC;
use crate::components::view;
use crate::model::Game;
use crate::session::Session;

/// Mounts the widget into an element of a shadow root.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let widget = WidgetContext::<Game>::load(host)?;
    Ok(host::mount(root, move || {
        let (announcer, regions) = announcer();
        view(Session::new(widget, announcer), regions)
    }))
}

/// All that it takes to show it without the script tag.
pub const WHOLE: Whole = Whole {
    spec: &SPEC,
    styles: &[WIDGET_STYLES, include_str!("../../adil-board.css")],
    texts,
    mount: |root, host, _| mount(root, host),
};

fn texts(lang: &str) -> Option<&'static str> {
    Some(match lang {
        "en" => include_str!("../../locales/board.en.json"),
        "ru" => include_str!("../../locales/board.ru.json"),
        "kk" => include_str!("../../locales/board.kk.json"),
        "ar" => include_str!("../../locales/board.ar.json"),
        _ => return None,
    })
}
