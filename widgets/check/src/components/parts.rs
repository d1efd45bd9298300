//! Small pieces of all screens.

use adil::content::{Localized, Rich};
use adil::ui::{Child, El, el, part, plain_button, plain_line, tell_chosen, text_block};

use crate::session::Session;

/// A block of the file's text.
pub fn block(session: Session, class: &'static str, text: &Rich) -> El {
    session.read(|widget| text_block(&widget.rich, class, text))
}

/// A line of the file's plain text.
pub fn line(session: Session, element: El, text: &Localized) -> El {
    session.read(|widget| plain_line(&widget.rich, element, text))
}

/// A heading so many levels below the title; it takes the focus where the person's own act led
/// there.
pub fn heading(session: Session, words: impl Child) -> El {
    let level = session.read(|widget| widget.host.heading(1));
    let heading = part(level, "heading").attr("tabindex", "-1").child(words);
    if session.takes_focus() { heading.focus_soon() } else { heading }
}

/// A smaller heading.
pub fn small_heading(session: Session, words: &str) -> El {
    let level = session.read(|widget| widget.host.heading(2));
    el(level).attr("class", "small").child(words)
}

/// A button with an interface text.
pub fn button(
    session: Session,
    class: &'static str,
    key: &'static str,
    act: impl Fn() + 'static,
) -> El {
    plain_button(class, Box::new(move || session.text(key)), act)
}

/// The ways on: quiet ones, and the main one.
pub fn foot(ways: impl Child, on: impl Child) -> El {
    part("footer", "foot").child((el("div").attr("class", "ways").child(ways), on))
}

/// A line of a list to tick.
pub fn tick(words: impl Child, is_on: bool, act: impl Fn() + 'static) -> El {
    let field = el("input").attr("type", "checkbox").attr("checked", move || is_on);
    let field = field.on("change", move |_| act());
    tell_chosen(el("li").child(part("label", "tick").child((field, words))), "tick")
}
