//! Where the bundles begin.

pub mod lazy;

use adil::host::{
    self, CHOICE_STYLES, Host, LazyChunk, Mounted, WIDGET_STYLES, Whole, WidgetContext,
};
use adil::ui::{Pieces, announcer};
use leptos::prelude::untrack;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use crate::SPEC;
use crate::components::{CHECK, readiness, register, view};
use crate::model::Check;
use crate::session::register::Desk;
pub use crate::session::{Bundle, LazyPart, Session};

/// Mounts a check into an element of a shadow root.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host, bundle: Bundle) -> Result<Mounted, JsValue> {
    let widget = WidgetContext::<Check>::load(host)?;
    Ok(host::mount(root, move || {
        let (announcer, regions) = announcer();
        view(Session::new(widget, announcer, "check", bundle), regions, CHECK)
    }))
}

/// Mounts a check of readiness.
///
/// # Errors
/// As [`mount`]; also where the file has no scales.
pub fn mount_readiness(root: &Element, host: Host, bundle: Bundle) -> Result<Mounted, JsValue> {
    let widget = WidgetContext::<Check>::load(host)?;
    if !widget.document.body.has_scales() {
        let name = widget.host.name();
        let what = ": questions: expected one of type scale for mode=\"readiness\", found none";
        return Err(host::refusal("content", &[&name, what].concat()));
    }
    Ok(host::mount(root, move || {
        let (announcer, regions) = announcer();
        view(Session::new(widget, announcer, "readiness", bundle), regions, readiness::SHOWS)
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
        "readiness" => {
            mount_readiness(root, host, Bundle { lazy: readiness_at_once, in_one_piece: true })
        }
        "register" => mount_register(root, host),
        _ => mount(root, host, Bundle { lazy: check_at_once, in_one_piece: true }),
    },
};

/// What a bundle loads later is here from the start.
#[expect(clippy::unnecessary_wraps, reason = "a bundle that is cut gives nothing at first")]
fn check_at_once(_: LazyChunk, session: Session, part: LazyPart) -> Option<Pieces> {
    Some(untrack(|| lazy::check(session, part)))
}

#[expect(clippy::unnecessary_wraps, reason = "as above")]
fn readiness_at_once(_: LazyChunk, session: Session, part: LazyPart) -> Option<Pieces> {
    Some(untrack(|| lazy::readiness(session, part)))
}

fn texts(lang: &str) -> Option<&'static str> {
    Some(match lang {
        "en" => include_str!("../../locales/check.en.json"),
        "ru" => include_str!("../../locales/check.ru.json"),
        "kk" => include_str!("../../locales/check.kk.json"),
        "ar" => include_str!("../../locales/check.ar.json"),
        _ => return None,
    })
}
