//! Where the bundles begin.

use adil::host::{self, Host, LazyChunk, Mounted, WIDGET_STYLES, Whole, WidgetContext};
use adil::ui::{Pieces, announcer};
use leptos::prelude::untrack;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use crate::SPEC;
use crate::components::{self, campaign, map, view};
use crate::model::{CurriculumMap, Plan};
use crate::session::Mode;
use crate::session::windows::{join, screen_mark};
pub use crate::session::{Bundle, LazyPart, Session};

/// Mounts a plan into an element of a shadow root: to read, to run, or as what the projector shows.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host, bundle: Bundle) -> Result<Mounted, JsValue> {
    let widget = WidgetContext::<Plan>::load(host)?;
    let mode = mode_of(&widget);
    Ok(host::mount(root, move || {
        let (announcer, regions) = announcer();
        let session = Session::new(widget, mode, announcer, bundle);
        if mode != Mode::Print {
            join(session);
        }
        view(session, regions)
    }))
}

/// Makes what loads once the first screen stands. Only what the bundle hands to
/// [`lazy!`](adil::lazy) may call this.
pub fn lazy(session: Session, part: LazyPart) -> Pieces {
    components::lazy(session, part)
}

fn mode_of(widget: &WidgetContext<Plan>) -> Mode {
    let hash = leptos::web_sys::window().and_then(|window| window.location().hash().ok());
    if hash.as_deref() == Some(&screen_mark(widget.document.envelope.id.as_str())) {
        return Mode::Screen;
    }
    match widget.host.attribute("mode").as_deref() {
        Some("screen") => Mode::Screen,
        Some("print") => Mode::Print,
        _ => Mode::Plan,
    }
}

/// Mounts the desk of an action.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount_campaign(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let widget = WidgetContext::<Plan>::load(host)?;
    Ok(host::mount(root, move || {
        let (announcer, regions) = announcer();
        campaign::view(crate::session::campaign::Desk::new(widget, announcer), regions)
    }))
}

/// Mounts a curriculum map.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount_map(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let widget = WidgetContext::<CurriculumMap>::load(host)?;
    let about = [("widget", "plan".into()), ("run", 0.0.into()), ("mode", "map".into())];
    let plans = widget.document.body.plans.len();
    widget.emit("adil-ready", about, vec![("plans", plans.into())], false);
    Ok(host::mount(root, move || {
        let (_, regions) = announcer();
        map::view(widget, regions)
    }))
}

/// All that it takes to show it without the script tag.
pub const WHOLE: Whole = Whole {
    spec: &SPEC,
    styles: &[WIDGET_STYLES, include_str!("../../adil-plan.css")],
    texts,
    mount: |root, host, mode| match mode {
        "campaign" => mount_campaign(root, host),
        "map" => mount_map(root, host),
        _ => mount(root, host, Bundle { lazy: at_once, in_one_piece: true }),
    },
};

/// What a bundle loads later is here from the start.
#[expect(clippy::unnecessary_wraps, reason = "a bundle that is cut gives nothing at first")]
fn at_once(_: LazyChunk, session: Session, part: LazyPart) -> Option<Pieces> {
    Some(untrack(|| lazy(session, part)))
}

fn texts(lang: &str) -> Option<&'static str> {
    Some(match lang {
        "en" => include_str!("../../locales/plan.en.json"),
        "ru" => include_str!("../../locales/plan.ru.json"),
        "kk" => include_str!("../../locales/plan.kk.json"),
        "ar" => include_str!("../../locales/plan.ar.json"),
        _ => return None,
    })
}
