//! The page's side of a widget, as `adil.js` gives it to a bundle: an object with the same names.

use std::rc::Rc;

use adil::host::Host;
use js_sys::{Array, Function, JSON, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, CustomEventInit, Element};

/// What the object is made of.
pub struct Page {
    /// The content file's text, name and address.
    pub content: [String; 3],
    /// The language tag above.
    pub lang: String,
    /// The texts as JSON.
    pub texts: &'static str,
    /// What the last view of this element kept.
    pub kept: String,
    /// How many elements before this one keep their runs under the same name.
    pub twin: Rc<dyn Fn(String) -> f64>,
    /// An attribute.
    pub attribute: Rc<dyn Fn(String) -> Option<String>>,
    /// Keeps a run for the next view.
    pub keep: Rc<dyn Fn(String)>,
    /// Makes a widget inside this one.
    pub child: Rc<dyn Fn(String) -> Element>,
}

/// The object, and the functions that it lives as long as.
pub struct Held {
    object: Object,
    _functions: Vec<Box<dyn std::any::Any>>,
}

impl Held {
    /// The object as a widget sees it.
    pub fn host(&self) -> Host {
        self.object.clone().unchecked_into()
    }
}

#[wasm_bindgen(inline_js = "export const load = (address) => import(address);")]
extern "C" {
    /// Loads a module.
    fn load(address: &str) -> js_sys::Promise;
}

/// Makes the object for an element.
pub fn make(element: &Element, page: Page) -> Held {
    let object = Object::new();
    let mut functions: Vec<Box<dyn std::any::Any>> = Vec::new();
    let put = |name: &str, value: &JsValue| _ = Reflect::set(&object, &name.into(), value);
    let [content, name, base] = page.content;
    let texts = [
        ("content", content.as_str()),
        ("name", &name),
        ("base", &base),
        ("lang", &page.lang),
        ("texts", page.texts),
        ("kept", &page.kept),
        ("id", &element.id()),
    ];
    for (name, text) in texts {
        put(name, &text.into());
    }
    macro_rules! method {
        ($name:literal, $Type:ty, $does:expr) => {
            let function = Closure::<$Type>::new($does);
            put($name, function.as_ref());
            functions.push(Box::new(function));
        };
    }
    let Page { twin, attribute, keep, child, .. } = page;
    method!("attribute", dyn Fn(String) -> JsValue, move |name| {
        attribute(name).map_or(JsValue::UNDEFINED, JsValue::from)
    });
    let to = element.clone();
    method!(
        "emit",
        dyn Fn(String, String, bool) -> bool,
        move |name: String, detail: String, may| { emit(&to, &name, &detail, may) }
    );
    let to = element.clone();
    method!("state", dyn Fn(String, bool), move |name: String, on| say_state(&to, &name, on));
    method!("keep", dyn Fn(String) -> bool, move |run| {
        keep(run);
        true
    });
    // A component is no form control: whoever needs the value hears it from the events.
    method!("form", dyn Fn(JsValue, JsValue), |_, _| {});
    method!("twin", dyn Fn(String) -> f64, move |name| twin(name));
    method!("child", dyn Fn(String) -> Element, move |tag| child(tag));
    method!("load", dyn Fn(String, Function), |name: String, then: Function| {
        wasm_bindgen_futures::spawn_local(async move {
            let module = wasm_bindgen_futures::JsFuture::from(load(&name)).await;
            let found = module.and_then(|module| Reflect::get(&module, &"default".into()));
            _ = then.call1(&JsValue::NULL, &found.unwrap_or_else(|error| error));
        });
    });
    Held { object, _functions: functions }
}

/// Fires an event on an element; whether the page lets it pass.
pub fn emit(element: &Element, name: &str, detail: &str, cancelable: bool) -> bool {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_cancelable(cancelable);
    if let Ok(detail) = JSON::parse(detail) {
        freeze(&detail);
        init.set_detail(&detail);
    }
    CustomEvent::new_with_event_init_dict(name, &init)
        .ok()
        .is_none_or(|event| element.dispatch_event(&event).unwrap_or(true))
}

/// Pages share the details of events; none may change them for the others.
fn freeze(value: &JsValue) {
    if let Some(object) = value.dyn_ref::<Object>() {
        Object::freeze(object);
        Array::for_each(&Object::values(object), &mut |value, _, _| freeze(&value));
    }
}

/// Says a state as an attribute: what is `:state(ready)` of an element is `[data-ready]` here.
pub fn say_state(element: &Element, name: &str, on: bool) {
    let name = ["data-", name].concat();
    _ = if on { element.set_attribute(&name, "") } else { element.remove_attribute(&name) };
}
