//! The element in which a pledge is made.

use adil::host::{self, Host, Mounted};
use adil::ui::announcer;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use crate::components::parts::{slots, status};
use crate::components::pledge::clause::clause;
use crate::components::pledge::lazy;
use crate::components::pledge::preface::preface;
use crate::session::Context;
use crate::session::pledge::receipt::catch_up;
use crate::session::pledge::{Bundle, Session, Stage};

/// Mounts a pledge.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host, bundle: Bundle) -> Result<Mounted, JsValue> {
    let context = Context::open(host, "pledge")?;
    Ok(host::mount(root, move || {
        let (announcer, regions) = announcer();
        let session = Session::new(context, announcer, bundle);
        let context = session.context();
        let count = context.document.body.clauses.len();
        context.emit("adil-ready", [("clauses", count.into())], false);
        let screen = move || {
            let stage = session.stage.get();
            // What a screen reads while it is made is not what it follows.
            let first = untrack(|| match stage {
                Stage::Preface => Some(preface(session)),
                Stage::Clause(n) => Some(clause(session, n)),
                _ => None,
            });
            let behind = first.is_none().then(|| lazy::screen(session, stage));
            (first, behind)
        };
        catch_up(session);
        let changed = move || session.changed.get().then(|| session.text("changed"));
        context.frame().child((regions, status(changed), screen, slots()))
    }))
}
