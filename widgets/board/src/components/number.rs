//! Fields for whole numbers, and what is told of what is none.

use adil::amounts::whole;
use adil::ui::{Child, El, Flag, el, focus, part};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlInputElement;

use crate::session::Session;

/// A field for a whole number that may stay empty.
#[derive(Clone)]
pub struct NumberField {
    input: HtmlInputElement,
    bounds: [usize; 2],
    wrong: Flag,
}

impl NumberField {
    /// A field for a number between two bounds.
    pub fn new(value: &str, bounds: [usize; 2]) -> NumberField {
        let input = part("input", "input")
            .attr("type", "text")
            .attr("inputmode", "numeric")
            .attr("autocomplete", "off")
            .attr("value", value);
        NumberField { input: input.element().unchecked_into(), bounds, wrong: Flag::new(false) }
    }

    /// What is typed: 0 for nothing, and nothing for what is no number between the bounds.
    fn typed(&self) -> Option<usize> {
        let text = self.input.value();
        if text.trim().is_empty() {
            return Some(0);
        }
        let [least, most] = self.bounds;
        let number = whole(&text).and_then(|number| usize::try_from(number).ok());
        number.filter(|number| (least..=most).contains(number))
    }

    /// What is typed, as [`NumberField::typed`]; that it is no such number is told at the field,
    /// which gets the focus.
    pub fn take(&self) -> Option<usize> {
        let number = self.typed();
        self.wrong.set(number.is_none());
        if number.is_none() {
            focus(&self.input);
        }
        number
    }

    /// The input, whose numbers `act` gets while somebody types; `id` names what is told of others.
    pub fn input(&self, id: &str, act: impl Fn(usize) + 'static) -> El {
        let (typing, left, wrong) = (self.clone(), self.clone(), self.wrong);
        El::of(self.input.clone().into())
            .attr("aria-invalid", move || wrong.get().then_some("true"))
            .attr("aria-describedby", id)
            .on("input", move |_| {
                let number = typing.typed();
                if number.is_some() {
                    typing.wrong.set(false);
                }
                _ = number.map(&act);
            })
            .on("change", move |_| left.wrong.set(left.typed().is_none()))
    }

    /// What is told of what is no such number.
    pub fn told(&self, session: Session, id: &str) -> impl Child + use<> {
        let ([least, most], wrong) = (self.bounds, self.wrong);
        let words = move || {
            let [least, most] = [least, most].map(|n| session.number(n));
            let bounds = [("least", least.as_str()), ("most", most.as_str())];
            wrong.get().then(|| part("p", "notice").child(session.fill("not_number", &bounds)))
        };
        el("div").attr("id", id).attr("role", "alert").child(words)
    }
}
