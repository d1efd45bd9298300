//! What the browser and the page around the player tell.

use js_sys::{Function, Object, Reflect};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, Event};

/// A field of a field of the browser's, where it has it.
pub fn browser(path: &[&str]) -> Option<JsValue> {
    let start: JsValue = leptos::web_sys::window()?.into();
    path.iter().try_fold(start, |object, name| {
        Reflect::get(&object, &(*name).into()).ok().filter(|found| !found.is_undefined())
    })
}

/// Calls a method of an object, where it has it.
pub fn call(object: &JsValue, name: &str, given: &[JsValue]) -> Option<JsValue> {
    let method = Reflect::get(object, &name.into()).ok()?.dyn_into::<Function>().ok()?;
    Reflect::apply(&method, object, &given.iter().collect()).ok()
}

/// Calls a method that gives a promise; what it refuses is no error.
pub fn ask(object: &JsValue, name: &str) -> bool {
    let Some(promise) = call(object, name, &[]) else { return false };
    if let Ok(promise) = promise.dyn_into::<js_sys::Promise>() {
        wasm_bindgen_futures::spawn_local(async move {
            _ = wasm_bindgen_futures::JsFuture::from(promise).await;
        });
    }
    true
}

/// Below this many Mbit/s a line is slow: the small video of a lesson would stop again and again.
const SLOW: f64 = 0.6;

/// Whether the learner saves data, or the line is slow.
pub fn is_slow() -> bool {
    let connection = |name| browser(&["navigator", "connection", name]);
    let kind = connection("effectiveType").and_then(|kind| kind.as_string());
    let speed = connection("downlink").and_then(|speed| speed.as_f64());
    connection("saveData").is_some_and(|saves| saves.is_truthy())
        || kind.is_some_and(|kind| ["slow-2g", "2g"].contains(&kind.as_str()))
        || speed.is_some_and(|speed| speed > 0.0 && speed < SLOW)
}

/// Whether the browser knows of a network.
pub fn is_online() -> bool {
    browser(&["navigator", "onLine"]).is_none_or(|online| online.is_truthy())
}

/// Whether the tab is hidden.
pub fn is_hidden() -> bool {
    browser(&["document", "hidden"]).is_some_and(|hidden| hidden.is_truthy())
}

/// The origin of the page.
pub fn page_origin() -> String {
    browser(&["location", "origin"]).and_then(|origin| origin.as_string()).unwrap_or_default()
}

/// A language's own name, as the browser knows it; its tag where it does not.
pub fn language_name(tag: &str) -> String {
    let name = || {
        let make = browser(&["Intl", "DisplayNames"])?.dyn_into::<Function>().ok()?;
        let options = Object::new();
        Reflect::set(&options, &"type".into(), &"language".into()).ok()?;
        let given = js_sys::Array::of2(&js_sys::Array::of1(&tag.into()), &options);
        let names = Reflect::construct(&make, &given).ok()?;
        call(&names, "of", &[tag.into()])?.as_string()
    };
    name().unwrap_or_else(|| tag.to_owned())
}

/// The element of an event's target, as far as it lies in our own tree.
pub fn target_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}
