//! A page's side of an element, as far as these tests need it.

use adil::host::{Host, parse_json};
use adil::locale::Texts;
use adil::ui::RichContext;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// A page's side with a base address and nothing else.
pub fn host() -> Host {
    let host = Object::new();
    let base = JsValue::from("https://school.test/content/quiz.json");
    assert!(Reflect::set(&host, &"base".into(), &base).is_ok());
    let load = js_sys::Function::new_no_args("");
    assert!(Reflect::set(&host, &"load".into(), &load).is_ok());
    host.unchecked_into()
}

/// What rich text needs, in a language.
pub fn context(lang: &str) -> RichContext {
    let table = parse_json(&["{\"lang\": \"", lang, "\"}"].concat()).unwrap();
    RichContext {
        host: std::rc::Rc::new(host()),
        texts: Texts::new(false, table),
        lang: lang.to_owned(),
        original: "en".to_owned(),
        currency: "KZT".to_owned(),
    }
}

/// A new element in the page.
pub fn place() -> Element {
    let document = web_sys::window().unwrap().document().unwrap();
    let element = document.create_element("section").unwrap();
    document.body().unwrap().append_child(&element).unwrap();
    element
}
