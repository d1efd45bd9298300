//! From events of an element to typed callbacks.

use adil::Json;
use adil::json::FromJson;
use leptos::prelude::{Callable, UnsyncCallback, on_cleanup};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{CustomEvent, Element};

use crate::events::Event;

/// What a callback says of an event that the page may stop.
pub trait Answers {
    /// Whether the widget may go on.
    fn lets(self) -> bool;
}

impl Answers for () {
    fn lets(self) -> bool {
        true
    }
}

impl Answers for bool {
    fn lets(self) -> bool {
        self
    }
}

/// Calls back with the details of an event, until the current owner ends. Events of widgets inside
/// this one are not its own.
pub fn deliver<T: FromJson + 'static, R: Answers + 'static>(
    element: &Element,
    name: &'static str,
    callback: Option<UnsyncCallback<Event<T>, R>>,
) {
    let Some(callback) = callback else { return };
    let own = element.clone();
    let heard = Closure::<dyn Fn(CustomEvent)>::new(move |event: CustomEvent| {
        if event.target().as_ref() != Some(own.unchecked_ref()) {
            return;
        }
        match Event::read(&json(&event.detail())) {
            Ok(told) => {
                if !callback.run(told).lets() {
                    event.prevent_default();
                }
            }
            Err(problem) => web_sys::console::error_2(&name.into(), &problem.sentence().into()),
        }
    });
    _ = element.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
    let kept = SendWrapper::new((element.clone(), heard));
    on_cleanup(move || {
        let (element, heard) = &*kept;
        _ = element.remove_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
    });
}

#[cfg(target_arch = "wasm32")]
fn json(detail: &wasm_bindgen::JsValue) -> Json {
    Json::from_js(detail)
}

#[cfg(not(target_arch = "wasm32"))]
fn json(_: &wasm_bindgen::JsValue) -> Json {
    Json::Null
}
