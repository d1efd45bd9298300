//! A field for the words of one promise.

use std::rc::Rc;

use adil::ui::{El, aria_bool, el, part};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, HtmlTextAreaElement, KeyboardEvent};

use crate::components::parts::label;
use crate::model::class::Refusal;
use crate::session::class::Board;

/// A field, and what its button does.
pub struct Entry {
    /// The label, the field, and why its words were refused.
    pub view: El,
    /// Takes the words.
    pub submit: Rc<dyn Fn()>,
}

/// Makes a field. `typed` holds its words, so that a field that is made anew has them again;
/// `take` gets them, `leave` is what Escape does; `aim` names the field for focus.
pub fn entry(
    board: Board,
    (words, aim): (&'static str, &'static str),
    typed: StoredValue<String>,
    take: impl Fn(String) -> Result<(), Refusal> + 'static,
    leave: impl Fn() + 'static,
) -> Entry {
    let refused: RwSignal<Option<String>> = RwSignal::new(None);
    let mut area: Option<HtmlTextAreaElement> = None;
    let field = part("textarea", "field")
        .attr("rows", "2")
        .attr("dir", "auto")
        // Lets styles tell an empty field.
        .attr("placeholder", " ")
        .attr("aria-describedby", ["why-", aim].concat().as_str())
        .attr("aria-invalid", move || aria_bool(refused.get().is_some()))
        .stated("field", move || if refused.get().is_some() { "invalid" } else { "" })
        .with(|element| {
            area = element.clone().dyn_into().ok();
            if let Some(area) = &area {
                area.set_value(&typed.get_value());
            }
        })
        .on("input", move |event: Event| {
            let area = event.target().and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok());
            typed.set_value(area.map(|area| area.value()).unwrap_or_default());
        });
    let submit: Rc<dyn Fn()> = Rc::new(move || {
        let Some(area) = &area else { return };
        let empty = |()| {
            area.set_value("");
            typed.set_value(String::new());
        };
        let why = take(area.value()).map(empty).err();
        let why = why.map(|refusal| board.why(refusal));
        refused.try_set(why.clone());
        if let Some(why) = &why {
            board.refuse(area, why);
        }
    });
    let enter = Rc::clone(&submit);
    let field = field.on("keydown", move |event: Event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        // Enter that ends a word of an input method is not ours.
        match key.key().as_str() {
            "Enter" if !key.is_composing() => enter(),
            "Escape" if !key.is_composing() => leave(),
            _ => return,
        }
        event.prevent_default();
    });
    let why = part("p", "refusal")
        .attr("id", ["why-", aim].concat().as_str())
        .child(move || refused.get());
    let label = el("label")
        .attr("class", "labelled")
        .child((label(board.text(words)), board.aimed(field, 0, aim)));
    Entry { view: el("div").attr("class", "entry").child((label, why)), submit }
}
