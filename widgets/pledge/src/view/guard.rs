//! A button for one deliberate act.
//!
//! A page of someone else could lay something over the button, or slide it under a finger that
//! comes down elsewhere. The button acts only when a learner could see all of it, at the place
//! where it is, for half a second, and only on a press of their own. Where the browser can tell
//! (Intersection Observer v2) "see" means that nothing lies over it, not even something
//! transparent; elsewhere that it is in view.

use std::cell::Cell;
use std::rc::Rc;

use adil::ui::{El, every};
use js_sys::{Array, Object, Reflect};
use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, Event, IntersectionObserver, KeyboardEvent, UiEvent};

use adil::host::now;

/// How long the button has to be seen before it acts, in milliseconds.
const LONG_ENOUGH: f64 = 500.0;

/// How far it may move meanwhile, in pixels: as for a scroll bar that comes.
const STILL: f64 = 3.0;

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
    // When the button became visible where it is; nothing while it is not.
    let since: StoredValue<Option<f64>> = StoredValue::new(None);
    let element = button.element();
    watch(&element, since);
    let look = watch_place(&element, since);
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
            // A key finds the button wherever it is; only presses by hand have a place.
            let by_hand = event.dyn_ref::<UiEvent>().is_some_and(|event| event.detail() > 0);
            if by_hand {
                look();
            }
            match since.get_value() {
                Some(start) if now() - start >= LONG_ENOUGH => act(),
                Some(_) => refuse(Refusal::TooSoon),
                None => refuse(Refusal::Covered),
            }
        })
}

/// Looks again and again where the button is, and has its time begin anew when it has moved or
/// cannot be seen; gives a way to look at once.
fn watch_place(element: &Element, since: StoredValue<Option<f64>>) -> Rc<impl Fn() + use<>> {
    let element = element.clone();
    let before = Cell::new((0.0, 0.0));
    let look = Rc::new(move || {
        let area = element.get_bounding_client_rect();
        let (x, y) = before.replace((area.x(), area.y()));
        let moved = (area.x() - x).abs().max((area.y() - y).abs()) > STILL;
        if moved || is_invisible(&element) {
            since.try_update_value(|since| *since = since.and(Some(now())));
        }
    });
    let again = Rc::clone(&look);
    every(100, move || {
        if since.try_get_value().flatten().is_some() {
            again();
        }
    });
    look
}

/// Whether a style hides an element from sight, which takes nothing of its place. A browser that
/// cannot tell sees it.
fn is_invisible(element: &Element) -> bool {
    let ask = || {
        let ask = Reflect::get(element, &"checkVisibility".into()).ok()?;
        let options = Object::new();
        for name in ["opacityProperty", "visibilityProperty"] {
            Reflect::set(&options, &name.into(), &JsValue::TRUE).ok()?;
        }
        ask.dyn_into::<js_sys::Function>().ok()?.call1(element, &options).ok()
    };
    ask().is_some_and(|visible| visible.is_falsy())
}

fn watch(element: &Element, since: StoredValue<Option<f64>>) {
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
