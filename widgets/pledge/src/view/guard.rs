//! A button for one deliberate act.
//!
//! A page of someone else could lay something over the button, or slide it under a finger that
//! comes down elsewhere. The button acts only when a learner could see all of it for half a
//! second, and only on a press of their own. Where the browser can tell (Intersection Observer
//! v2) "see" means that nothing lies over it, not even something transparent; elsewhere that it
//! is in view.

use adil::ui::El;
use js_sys::{Array, Object, Reflect};
use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Event, IntersectionObserver, KeyboardEvent};

use adil::host::now;

/// How long the button has to be seen before it acts, in milliseconds.
const LONG_ENOUGH: f64 = 500.0;

/// Why a press did not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Something covers the button.
    Covered,
    /// The button has only just come into view.
    TooSoon,
}

/// Lets a button act on a deliberate press.
pub fn deliberate(button: El, act: impl Fn() + 'static, refuse: impl Fn(Refusal) + 'static) -> El {
    // When the button became visible; nothing while it is not.
    let since: StoredValue<Option<f64>> = StoredValue::new(None);
    let button = button.with(|element| watch(element, since));
    button
        .on("keydown", |event| {
            // A key that is held down presses again and again.
            if event.dyn_ref::<KeyboardEvent>().is_some_and(KeyboardEvent::repeat) {
                event.prevent_default();
            }
        })
        .on("click", move |event: Event| {
            if !event.is_trusted() {
                return;
            }
            match since.get_value() {
                Some(start) if now() - start >= LONG_ENOUGH => act(),
                Some(_) => refuse(Refusal::TooSoon),
                None => refuse(Refusal::Covered),
            }
        })
}

fn watch(element: &leptos::web_sys::Element, since: StoredValue<Option<f64>>) {
    let seen = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        let Some(entry) = entries.iter().last() else { return };
        let truth = |name: &str| {
            Reflect::get(&entry, &name.into())
                .ok()
                .filter(|v| !v.is_undefined())
                .map(|v| v.is_truthy())
        };
        let visible = truth("isVisible").or_else(|| truth("isIntersecting")).unwrap_or(false);
        since.try_update_value(|since| match (visible, *since) {
            (true, None) => *since = Some(now()),
            (false, _) => *since = None,
            _ => {}
        });
    });
    let options = Object::new();
    let set = |name: &str, value: JsValue| {
        // A plain object takes any field.
        _ = Reflect::set(&options, &name.into(), &value);
    };
    set("threshold", 0.95.into());
    set("trackVisibility", true.into());
    // The least that browsers allow.
    set("delay", 100.into());
    let made = IntersectionObserver::new_with_options(
        seen.as_ref().unchecked_ref(),
        options.unchecked_ref(),
    );
    let Ok(observer) = made else { return };
    observer.observe(element);
    let kept = StoredValue::new_local(Some((observer, seen)));
    on_cleanup(move || {
        if let Some(Some((observer, _))) = kept.try_update_value(Option::take) {
            observer.disconnect();
        }
    });
}
