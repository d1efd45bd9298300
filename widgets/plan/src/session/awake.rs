//! The screen stays on while a lesson runs: nobody touches the computer for minutes, and a projector
//! that goes dark in the middle of a talk takes the class with it.

use std::cell::RefCell;
use std::rc::Rc;

use adil::ui::{effect, listen};
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::on_cleanup;
use leptos::wasm_bindgen::{JsCast, JsValue};
use send_wrapper::SendWrapper;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::Session;

type Held = Rc<RefCell<Option<JsValue>>>;

/// Keeps the screen on while the clock runs, until the current owner ends. A browser without that,
/// or one that refuses it, does as it always did.
pub fn keep_awake(session: Session) {
    let Some(document) = leptos::web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let held = Held::default();
    let page = document.clone();
    let act = {
        let held = Rc::clone(&held);
        move |runs: bool| {
            if runs && !page.hidden() {
                ask(&held);
            } else {
                let_go(&held);
            }
        }
    };
    let again = act.clone();
    effect(Box::new(move || act(session.running.get())));
    // A browser lets go by itself of what a hidden tab holds.
    let seen = Box::new(move |_| again(session.running.now()));
    listen(&document, "visibilitychange", seen);
    let ends = SendWrapper::new(held);
    on_cleanup(move || let_go(&ends));
}

fn call(of: &JsValue, name: &str, given: &JsValue) -> Option<Promise> {
    let function: Function = Reflect::get(of, &name.into()).ok()?.dyn_into().ok()?;
    function.call1(of, given).ok()?.dyn_into().ok()
}

fn ask(held: &Held) {
    if held.borrow().is_some() {
        return;
    }
    let Some(window) = leptos::web_sys::window() else { return };
    let lock = Reflect::get(&window.navigator(), &"wakeLock".into()).unwrap_or_default();
    let Some(promise) = call(&lock, "request", &"screen".into()) else { return };
    // Until the answer is there nobody asks again.
    held.replace(Some(JsValue::NULL));
    let held = Rc::clone(held);
    spawn_local(async move {
        let given = JsFuture::from(promise).await.ok();
        let is_wanted = held.borrow().is_some();
        if let (false, Some(given)) = (is_wanted, &given) {
            _ = call(given, "release", &JsValue::UNDEFINED);
        }
        held.replace(given.filter(|_| is_wanted));
    });
}

fn let_go(held: &Held) {
    if let Some(given) = held.take().filter(JsValue::is_object) {
        _ = call(&given, "release", &JsValue::UNDEFINED);
    }
}
