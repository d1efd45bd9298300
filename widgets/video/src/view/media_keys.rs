//! The keys of headphones, keyboards and lock screens.

use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};

use send_wrapper::SendWrapper;

use super::medium::millis;
use super::session::Session;
use super::{browser, call};

const ACTIONS: [&str; 5] = ["play", "pause", "seekbackward", "seekforward", "seekto"];

/// Takes the keys while this lesson plays; the last one that played has them.
pub fn take(session: Session) {
    let Some(keys) = browser(&["navigator", "mediaSession"]) else { return };
    session.fixed().notes.took_keys.set(true);
    if let Some(make) =
        browser(&["MediaMetadata"]).and_then(|make| make.dyn_into::<Function>().ok())
    {
        let fixed = session.fixed();
        let about = Object::new();
        let title = fixed.document.envelope.title.get(&fixed.rich.lang);
        _ = Reflect::set(&about, &"title".into(), &title.into());
        if let Ok(made) = Reflect::construct(&make, &Array::of1(&about)) {
            _ = Reflect::set(&keys, &"metadata".into(), &made);
        }
    }
    let act = Closure::<dyn Fn(JsValue)>::new(move |told: JsValue| {
        if !session.is_over() {
            untrack(|| press(session, &told));
        }
    });
    let act = act.into_js_value();
    for action in ACTIONS {
        call(&keys, "setActionHandler", &[action.into(), act.clone()]);
    }
}

fn press(session: Session, told: &JsValue) {
    let field = |name: &str| Reflect::get(told, &name.into()).ok();
    let number = |name| field(name).and_then(|n| n.as_f64());
    let step = number("seekOffset").map_or(10_000, millis).cast_signed();
    match field("action").and_then(|action| action.as_string()).as_deref() {
        Some("play") if !session.playing.now() => session.play(),
        Some("pause") if session.playing.now() => session.toggle(),
        Some("seekbackward") => session.step(-step),
        Some("seekforward") => session.step(step),
        Some("seekto") => session.seek(number("seekTime").map_or(0, millis)),
        _ => {}
    }
}

/// Gives the keys back when the view ends.
pub fn release_at_end(session: Session) {
    let fixed = SendWrapper::new(session.fixed());
    on_cleanup(move || {
        let took = fixed.notes.took_keys.get();
        if let Some(keys) = browser(&["navigator", "mediaSession"]).filter(|_| took) {
            for action in ACTIONS {
                call(&keys, "setActionHandler", &[action.into(), JsValue::NULL]);
            }
        }
    });
}
