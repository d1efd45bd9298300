//! A button for one deliberate act.
//!
//! A page of someone else could lay something over the button, or slide it under a finger that
//! comes down elsewhere. A press by hand acts only when a learner could see all of the button, at
//! the place where it is, for half a second. Where the browser can tell (Intersection Observer v2)
//! "see" means that nothing lies over it, not even something transparent; elsewhere that it is in
//! view. A press of a key has no place: it finds the button wherever it is.

use std::cell::Cell;
use std::rc::Rc;

use adil::host::now;
use adil::ui::{El, every};
use js_sys::{Array, Object, Reflect};
use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, Event, IntersectionObserver, KeyboardEvent, UiEvent, console};

use super::decoration::{is_on_top, judge};
use crate::components::page::bring_into_view;

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

/// What the browser says of the button.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// It is out of view, or nothing was told yet.
    Away,
    /// It is in view, but something may lie over it or change how it looks.
    Doubted,
    /// It can be seen.
    Seen,
}

/// What is known of how the button can be seen.
struct Sight {
    button: Element,
    told: Cell<Told>,
    place: Cell<(f64, f64)>,
    /// Since when it can be seen where it is; nothing while it cannot.
    since: Cell<Option<f64>>,
    has_warned: Cell<bool>,
}

/// Lets a button act on a deliberate press.
pub fn deliberate(button: El, act: impl Fn() + 'static, refuse: impl Fn(Refusal) + 'static) -> El {
    let sight = Rc::new(Sight {
        button: button.element(),
        told: Cell::new(Told::Away),
        place: Cell::default(),
        since: Cell::new(None),
        has_warned: Cell::new(false),
    });
    watch(&sight);
    let again = Rc::clone(&sight);
    every(100, move || again.look());
    // Who presses a key twice on the screen before does not mean this one.
    let made = now();
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
            let by_hand = event.dyn_ref::<UiEvent>().is_some_and(|event| event.detail() > 0);
            let since = if by_hand { sight.at_press() } else { Some(made) };
            match since {
                Some(start) if now() - start >= LONG_ENOUGH => act(),
                None if sight.told.get() != Told::Away => {
                    sight.warn();
                    refuse(Refusal::Covered);
                }
                _ => refuse(Refusal::TooSoon),
            }
        })
}

impl Sight {
    /// Looks where the button is, and has its time begin anew when it has moved or could not be
    /// seen.
    fn look(&self) {
        let area = self.button.get_bounding_client_rect();
        let (x, y) = self.place.replace((area.x(), area.y()));
        let moved = (area.x() - x).abs().max((area.y() - y).abs()) > STILL;
        let sees = match self.told.get() {
            Told::Away => false,
            Told::Doubted => judge(&self.button).is_ok() && is_on_top(&self.button),
            Told::Seen => true,
        };
        let sees = sees && !is_invisible(&self.button);
        let since = self.since.get().filter(|_| !moved);
        self.since.set(sees.then(|| since.unwrap_or_else(now)));
    }

    /// Since when the button that is pressed can be seen; one that is out of view comes into it.
    fn at_press(&self) -> Option<f64> {
        self.look();
        if self.told.get() == Told::Away {
            bring_into_view(&self.button);
        }
        self.since.get()
    }

    /// Tells the page's author once what of the page keeps the button from acting.
    fn warn(&self) {
        if let Err(Some(what)) = judge(&self.button)
            && !self.has_warned.replace(true)
        {
            let start = "adil-pledge: the promise cannot be made, because ";
            console::warn_1(&[start, &what, " may hide its button"].concat().into());
        }
    }
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

/// Follows what the browser says.
fn watch(sight: &Rc<Sight>) {
    let button = sight.button.clone();
    let sight = Rc::clone(sight);
    let seen = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        let Some(entry) = entries.iter().last() else { return };
        let truth = |name: &str| {
            let truth = Reflect::get(&entry, &name.into()).ok();
            truth.filter(|truth| !truth.is_undefined()).map(|truth| truth.is_truthy())
        };
        let is_in_view = truth("isIntersecting").unwrap_or(false);
        sight.told.set(match truth("isVisible").unwrap_or(is_in_view) {
            true => Told::Seen,
            false if is_in_view => Told::Doubted,
            false => Told::Away,
        });
        sight.look();
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
    observer.observe(&button);
    let kept = StoredValue::new_local(Some((observer, seen)));
    on_cleanup(move || {
        if let Some(Some((observer, _))) = kept.try_update_value(Option::take) {
            observer.disconnect();
        }
    });
}
