//! The two sides of a mounted element: the page's side is made by `adil.js`, the widget's side
//! is a Leptos view that ends when it is dropped.

mod later;
mod opened;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use crate::content::Day;
use crate::json::{self, Json};
use crate::ui::El;

pub use later::Later;
pub use opened::{Opened, follow_other_tabs, open};

#[wasm_bindgen]
extern "C" {
    /// The page's side of one element, with what it fetched for the widget.
    pub type Host;

    /// The text of the content file.
    #[wasm_bindgen(method, getter)]
    pub fn content(this: &Host) -> String;

    /// The name of the content file, for messages to its author.
    #[wasm_bindgen(method, getter)]
    pub fn name(this: &Host) -> String;

    /// The address of the content file; addresses inside it are relative to this.
    #[wasm_bindgen(method, getter)]
    pub fn base(this: &Host) -> String;

    /// The language tag on or above the element.
    #[wasm_bindgen(method, getter)]
    pub fn lang(this: &Host) -> String;

    /// The text of the table of interface texts.
    #[wasm_bindgen(method, getter)]
    pub fn texts(this: &Host) -> String;

    /// What the last view of this element passed to [`Host::keep`]; empty at first.
    #[wasm_bindgen(method, getter)]
    pub fn kept(this: &Host) -> String;

    /// The element's own `id`; empty without one.
    #[wasm_bindgen(method, getter)]
    pub fn id(this: &Host) -> String;

    /// An attribute of the element.
    #[wasm_bindgen(method)]
    pub fn attribute(this: &Host, name: &str) -> Option<String>;

    /// Fires an event with a detail in JSON; false when the page prevented it.
    #[wasm_bindgen(method, js_name = emit)]
    fn emit_json(this: &Host, name: &str, detail: &str, cancelable: bool) -> bool;

    /// Sets or clears a `:state()`.
    #[wasm_bindgen(method)]
    pub fn state(this: &Host, name: &str, on: bool);

    /// Keeps the run in memory, for the next view of this element after a move or a crash.
    #[wasm_bindgen(method)]
    pub fn keep(this: &Host, run: &str);

    /// Sets the element's value in a form, empty for none, and what is missing in the learner's
    /// words, empty for nothing. What was kept last is what the browser restores.
    #[wasm_bindgen(method)]
    pub fn form(this: &Host, value: &str, missing: &str);

    /// How many elements before this one, in the order of the page, keep their runs under the same
    /// name; where there is any in the page its author is warned. The part of the name between
    /// `@` and `/` tells runs apart, but not for a warning.
    #[wasm_bindgen(method)]
    fn twin(this: &Host, name: &str) -> f64;

    /// Loads a script that lies beside `adil.js`, or at an address of its own, and calls back
    /// with what it exports by default; with an error when it cannot be loaded.
    #[wasm_bindgen(method)]
    pub fn load(this: &Host, name: &str, then: &JsValue);

    /// Loads the later part of the bundle and calls back; with an error when it cannot be loaded.
    #[wasm_bindgen(method, js_name = part)]
    fn load_part(this: &Host, then: &JsValue);
}

impl Host {
    /// Fires a bubbling, composed event on the element.
    pub fn emit(&self, name: &str, detail: &Json) {
        self.emit_json(name, &json::write(detail), false);
    }

    /// Fires an event that the page may prevent; whether the widget may go on.
    pub fn ask(&self, name: &str, detail: &Json) -> bool {
        self.emit_json(name, &json::write(detail), true)
    }

    /// An attribute that stands for one of a few words; an unknown word counts as missing.
    pub fn word<T>(&self, name: &str, from_word: impl Fn(&str) -> Option<T>) -> Option<T> {
        from_word(&self.attribute(name)?)
    }

    /// An attribute that stands for a number.
    pub fn number(&self, name: &str) -> Option<f64> {
        json::number_from(self.attribute(name)?.trim())
    }

    /// The element for a heading so many levels below the widget's own title, whose level the page
    /// sets: 2 if it says nothing. There is none below 6.
    pub fn heading(&self, below: usize) -> &'static str {
        let levels = ["h1", "h2", "h3", "h4", "h5", "h6"];
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let own = self.number("heading-level").map_or(2, |level| level as usize);
        levels[(own.clamp(1, 6) - 1 + below).min(5)]
    }

    /// The level of such a heading, for a widget inside this one.
    pub fn heading_level(&self, below: usize) -> &'static str {
        self.heading(below).trim_start_matches('h')
    }

    /// Whether a boolean attribute is set. `="false"` counts as not set, since pages made by
    /// tools write it that way.
    pub fn is_set(&self, name: &str) -> bool {
        self.attribute(name).is_some_and(|value| value != "false")
    }
}

/// Parses JSON by the browser.
///
/// # Errors
/// The browser's own sentence, which in most browsers names the line.
pub fn parse_json(text: &str) -> Result<Json, String> {
    match js_sys::JSON::parse(text) {
        #[cfg(target_arch = "wasm32")]
        Ok(value) => Ok(Json::from_js(&value)),
        #[cfg(not(target_arch = "wasm32"))]
        Ok(_) => Ok(Json::Null),
        Err(error) => {
            let message = error.dyn_ref::<js_sys::Error>().map(js_sys::Error::message);
            Err(message.map_or_else(|| "it cannot be read".to_owned(), String::from))
        }
    }
}

/// A mounted view. Dropping it, or calling `free()` from the page's side, unmounts the view and
/// ends its effects, timers and listeners.
#[wasm_bindgen]
pub struct Mounted {
    _view: Box<dyn std::any::Any>,
}

/// Mounts a view for one element. Each view has an owner of its own, so that none outlives or
/// ends another.
pub fn mount(root: &web_sys::Element, view: impl FnOnce() -> El + 'static) -> Mounted {
    Mounted { _view: Box::new(crate::ui::mount(root, view)) }
}

/// The error that a bundle's `mount` throws when the author has something to mend.
pub fn refusal(code: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    error.set_name(code);
    error.into()
}

/// Today on the device's calendar.
pub fn today() -> Day {
    let now = js_sys::Date::new_0();
    let day = Day::of(now.get_full_year(), now.get_month() + 1, now.get_date());
    // A clock beyond the year 9999 is as good as none.
    day.unwrap_or_else(Day::first)
}

/// The browser's clock in milliseconds, which never goes back.
pub fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}

/// A random number that is no secret.
pub fn random_number() -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let number = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    number
}

/// The text of a file that a learner gave.
///
/// # Errors
/// A sentence for whoever made the file, when it is too large to be read or cannot be.
pub async fn read_file(file: &web_sys::File) -> Result<String, String> {
    let (name, size) = (file.name(), file.size());
    if size > json::LARGEST as f64 {
        let (size, most) = (json::number_text(size), json::number_text(json::LARGEST as f64));
        let parts = [&name, ": the file has ", &size, " bytes, more than the ", &most];
        return Err([&parts.concat(), " that a widget opens"].concat());
    }
    let text = wasm_bindgen_futures::JsFuture::from(file.text()).await.ok();
    let text = text.and_then(|text| text.as_string());
    text.ok_or_else(|| [&name, ": the browser cannot read this file"].concat())
}

/// Offers a text as a file to save.
pub fn download(name: &str, kind: &str, text: &str) {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&text.into());
    if let Ok(blob) = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options) {
        download_blob(name, &blob);
    }
}

/// Offers anything as a file to save. Where a sandbox forbids downloads, nothing happens.
pub fn download_blob(name: &str, blob: &web_sys::Blob) {
    let Ok(url) = web_sys::Url::create_object_url_with_blob(blob) else { return };
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.and_then(|document| document.create_element("a").ok());
    if let Some(link) = link.and_then(|link| link.dyn_into::<web_sys::HtmlElement>().ok()) {
        _ = link.set_attribute("href", &url);
        _ = link.set_attribute("download", name);
        link.click();
    }
    // The click has started the download; the browser holds what it needs.
    _ = web_sys::Url::revoke_object_url(&url);
}
