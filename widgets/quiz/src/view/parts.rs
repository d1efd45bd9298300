//! The few elements that all screens are made of.

use adil::content::Rich;
use adil::ui::{El, Icon, el, icon, part, point, rich, rich_inline};

use leptos::prelude::*;

use super::session::{Session, verdict_key};
use crate::model::{Picture, Verdict};

/// A text that follows signals.
pub type Words = Box<dyn Fn() -> String>;
/// A condition that follows signals.
pub type When = Box<dyn Fn() -> bool>;
/// What a press does.
pub type Act = Box<dyn Fn()>;

/// An interface text that does not change.
pub fn words(session: Session, key: &'static str) -> Words {
    Box::new(move || session.text(key))
}

/// A button with words. `class` is its part, too: `go` for the way on, `quiet` for the others.
pub fn push(class: &'static str, words: Words, hidden: When, act: Act) -> El {
    part("button", class)
        .attr("type", "button")
        .live("hidden", hidden)
        .press(act)
        .child(adil::ui::follow(words))
}

/// A button that is always there.
pub fn plain_push(class: &'static str, words: Words, act: impl Fn() + 'static) -> El {
    push(class, words, Box::new(|| false), Box::new(act))
}

/// A button with a sign only; its words are its name.
pub fn sign(which: Icon, words: Words, pressed: Option<When>, hidden: When, act: Act) -> El {
    let button = el("button")
        .attr("type", "button")
        .attr("class", "sign")
        .attr("part", "icon-button")
        .live("hidden", hidden)
        .live("aria-label", words)
        .press(act)
        .child(icon(which));
    match pressed {
        Some(pressed) => button.live("aria-pressed", move || truth(pressed())),
        None => button,
    }
}

/// How ARIA writes a condition.
pub const fn truth(condition: bool) -> &'static str {
    if condition { "true" } else { "false" }
}

/// Rich text in a block of its own.
pub fn text_block(session: Session, class: &'static str, text: &Rich) -> El {
    part("div", class).with(|element| rich(&session.fixed().rich, element, text))
}

/// Rich text inside a line, a label or a button.
pub fn text_line(session: Session, class: &'static str, text: &Rich) -> El {
    el("span")
        .attr("class", class)
        .with(|element| rich_inline(&session.fixed().rich, element, text))
}

/// A picture of the content file.
pub fn picture(session: Session, picture: &Picture) -> El {
    let fixed = session.fixed();
    part("img", "picture")
        .attr("alt", picture.alt.get(&fixed.rich.lang))
        .with(|element| point(element, "src", &picture.src.0, &fixed.host.base()))
}

/// Words for those who do not see a sign.
pub fn hidden_words(words: &str) -> El {
    el("span").attr("class", "visually-hidden").child(words)
}

/// The sign and the word for a part of an answer that was checked.
pub fn verdict_sign(session: Session, verdict: Verdict) -> (El, El) {
    let sign = if verdict == Verdict::Right { Icon::Tick } else { Icon::Cross };
    (icon(sign), hidden_words(&session.text(verdict_key(verdict))))
}

/// Moves focus to an element that was just made, if the learner's own act led there.
pub fn take_focus(element: El, session: Session) -> El {
    if session.moves_focus.get_value() {
        session.moves_focus.set_value(false);
        return element.focus_soon();
    }
    element
}
