//! Where the bundles begin.

use adil::host::{self, CHOICE_STYLES, Host, Mounted, WIDGET_STYLES, Whole, WidgetContext};
use adil::ui::announcer;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use crate::SPEC;
use crate::components::{CHECK, readiness, register, view};
use crate::model::Check;
use crate::session::Session;
use crate::session::register::Desk;

/// Mounts a check into an element of a shadow root.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let widget = WidgetContext::<Check>::load(host)?;
    Ok(host::mount(root, move || {
        let (announcer, regions) = announcer();
        view(Session::new(widget, announcer, "check"), regions, CHECK)
    }))
}

/// Mounts a check of readiness.
///
/// # Errors
/// As [`mount`]; also where the file has no scales.
pub fn mount_readiness(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let widget = WidgetContext::<Check>::load(host)?;
    if !widget.document.body.has_scales() {
        let name = widget.host.name();
        let what = ": questions: expected one of type scale for mode=\"readiness\", found none";
        return Err(host::refusal("content", &[&name, what].concat()));
    }
    Ok(host::mount(root, move || {
        let (announcer, regions) = announcer();
        view(Session::new(widget, announcer, "readiness"), regions, readiness::SHOWS)
    }))
}

/// Mounts the register of an office.
///
/// # Errors
/// As [`mount`].
pub fn mount_register(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let widget = WidgetContext::<Check>::load(host)?;
    Ok(host::mount(root, move || {
        let (announcer, regions) = announcer();
        register::view(Desk::new(widget, announcer), regions)
    }))
}

/// All that it takes to show it without the script tag.
pub const WHOLE: Whole = Whole {
    spec: &SPEC,
    styles: &[WIDGET_STYLES, CHOICE_STYLES, include_str!("../../adil-check.css")],
    texts,
    mount: |root, host, mode| match mode {
        "readiness" => mount_readiness(root, host),
        "register" => mount_register(root, host),
        _ => mount(root, host),
    },
};

fn texts(lang: &str) -> Option<&'static str> {
    Some(match lang {
        "en" => include_str!("../../locales/check.en.json"),
        "ru" => include_str!("../../locales/check.ru.json"),
        "kk" => include_str!("../../locales/check.kk.json"),
        "ar" => include_str!("../../locales/check.ar.json"),
        _ => return None,
    })
}
