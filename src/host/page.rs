//! The page's side of a mounted element, made by `adil.js`.

use wasm_bindgen::prelude::*;

use crate::json::{self, Json};

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

    /// What was done between the tags before this view: a list of whether an introduction was left,
    /// and of a list for each question there, with its id and then two numbers for each option, its
    /// place in the file and 1 where it was chosen. Nothing where no such text stands.
    #[wasm_bindgen(method, getter)]
    pub fn given(this: &Host) -> Option<String>;

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

    /// Keeps the run in memory, for the next view of this element after a move or a crash. False
    /// in a view whose instance was given up after a trap: its timers run on, and nothing of it may
    /// lie over what the next view keeps.
    #[wasm_bindgen(method)]
    pub fn keep(this: &Host, run: &str) -> bool;

    /// Sets the element's value in a form, empty for none, and what is missing in the learner's
    /// words, empty for nothing. What was kept last is what the browser restores.
    #[wasm_bindgen(method)]
    pub fn form(this: &Host, value: &str, missing: &str);

    /// How many elements before this one, in the order of the page, keep their runs under the same
    /// name; where there is any in the page its author is warned. The part of the name between
    /// `@` and `/` tells runs apart, but not for a warning.
    #[wasm_bindgen(method)]
    pub(super) fn twin(this: &Host, name: &str) -> f64;

    /// Loads a script that lies beside `adil.js`, or at an address of its own, and calls back
    /// with what it exports by default; with an error when it cannot be loaded.
    #[wasm_bindgen(method)]
    pub fn load(this: &Host, name: &str, then: &JsValue);

    /// Makes the element of a widget that this one shows inside itself, by its tag.
    #[wasm_bindgen(method)]
    pub fn child(this: &Host, tag: &str) -> web_sys::Element;

    /// Loads the later part of the bundle and calls back; with an error when it cannot be loaded.
    #[wasm_bindgen(method, js_name = part)]
    pub(super) fn load_part(this: &Host, then: &JsValue);
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
