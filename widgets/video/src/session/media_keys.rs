//! The keys of headphones, keyboards and lock screens.

use std::cell::Cell;

use adil::ui::effect;
use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};

use super::Session;
use super::words::title;
use crate::player::browser::{browser, call};
use crate::player::medium::millis;

const ACTIONS: [&str; 5] = ["play", "pause", "seekbackward", "seekforward", "seekto"];

thread_local! {
    /// The run of the lesson that has the keys.
    static HOLDER: Cell<u32> = const { Cell::new(0) };
}

/// Takes the keys whenever this lesson begins to play: the last one that played has them. Gives
/// them back when the view ends, unless another lesson has them by now.
pub fn follow(session: Session) {
    effect(Box::new(move || {
        if session.playing.get() {
            untrack(|| take(session));
        }
    }));
    let run = session.context().run;
    on_cleanup(move || {
        let took = HOLDER.get() == run;
        if let Some(keys) = browser(&["navigator", "mediaSession"]).filter(|_| took) {
            for action in ACTIONS {
                call(&keys, "setActionHandler", &[action.into(), JsValue::NULL]);
            }
        }
    });
}

fn take(session: Session) {
    let Some(keys) = browser(&["navigator", "mediaSession"]) else { return };
    HOLDER.set(session.context().run);
    if let Some(make) =
        browser(&["MediaMetadata"]).and_then(|make| make.dyn_into::<Function>().ok())
    {
        let about = Object::new();
        _ = Reflect::set(&about, &"title".into(), &title(session).into());
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
