//! The few elements that all screens are made of.
//!
//! Each helper boxes its closures, so that every button of a quiz is one type and its code
//! stands once in the bundle.

use adil::content::Rich;
use adil::ui::{Icon, icon, rich, rich_inline};
use leptos::ev;
use leptos::html::{self, button, div, span};
use leptos::prelude::*;
use leptos::web_sys::Element;

use super::session::Session;
use crate::model::Picture;

/// A text that follows signals.
pub type Words = Box<dyn Fn() -> String + Send>;
/// A condition that follows signals.
pub type When = Box<dyn Fn() -> bool + Send>;
/// What a press does.
pub type Act = Box<dyn Fn()>;

/// An interface text that does not change.
pub fn words(session: Session, key: &'static str) -> Words {
    Box::new(move || session.text(key))
}

/// A button with words. `class` is its part, too: `go` for the way on, `quiet` for the others.
pub fn push(class: &'static str, words: Words, hidden: When, act: Act) -> impl IntoView {
    button()
        .attr("type", "button")
        .attr("class", class)
        .attr("part", class)
        .attr("hidden", hidden)
        .on(ev::click, move |_| act())
        .child(words)
}

/// A button that is always there.
pub fn plain_push(class: &'static str, words: Words, act: impl Fn() + 'static) -> impl IntoView {
    push(class, words, Box::new(|| false), Box::new(act))
}

/// A button with a sign only; its words are its name.
pub fn sign(which: Icon, words: Words, pressed: Option<When>, hidden: When, act: Act) -> impl IntoView {
    let pressed = move || {
        pressed.as_ref().map(|pressed| if pressed() { "true" } else { "false" }.to_owned())
    };
    button()
        .attr("type", "button")
        .attr("class", "sign")
        .attr("part", "icon-button")
        .attr("hidden", hidden)
        .attr("aria-label", words)
        .attr("aria-pressed", pressed)
        .on(ev::click, move |_| act())
        .child(icon(which))
}

fn show_rich(element: Element, (session, text): (Session, Rich)) {
    rich(&session.fixed().rich, &element, &text);
}

fn show_inline(element: Element, (session, text): (Session, Rich)) {
    rich_inline(&session.fixed().rich, &element, &text);
}

/// Rich text in a block of its own.
pub fn text_block(session: Session, class: &'static str, text: &Rich) -> impl IntoView + use<> {
    div().attr("class", class).attr("part", class).directive(show_rich, (session, text.clone()))
}

/// Rich text inside a line, a label or a button.
pub fn text_line(session: Session, class: &'static str, text: &Rich) -> impl IntoView + use<> {
    span().attr("class", class).directive(show_inline, (session, text.clone()))
}

/// A picture of the content file.
pub fn picture(session: Session, picture: &Picture) -> impl IntoView + use<> {
    let fixed = session.fixed();
    let alt = picture.alt.get(&fixed.rich.lang).to_owned();
    let show = move |element: Element, address: adil::content::Address| {
        adil::ui::point(&element, "src", &address, &session.fixed().host.base());
    };
    html::img()
        .attr("class", "picture")
        .attr("part", "picture")
        .attr("alt", alt)
        .directive(show, picture.src.0.clone())
}

/// Moves focus to an element that was just made, if the learner's own act led there.
pub fn take_focus(element: Element, session: Session) {
    if !session.moves_focus.get_value() {
        return;
    }
    session.moves_focus.set_value(false);
    // The element joins the page only after it was made.
    request_animation_frame(move || {
        use leptos::wasm_bindgen::JsCast;
        if let Some(element) = element.dyn_ref::<leptos::web_sys::HtmlElement>() {
            _ = element.focus();
        }
    });
}
