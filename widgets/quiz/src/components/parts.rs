//! What the shared elements need to know, taken from the session.

pub use adil::ui::{Words, aria_bool, button, hidden_words, icon_button, plain_button};

use adil::content::{Localized, Picture, Rich};
use adil::json::number_text;
use adil::ui::{Child, El, Icon, el, icon, part};

use crate::model::Verdict;
use crate::session::Session;

/// An interface text that does not change.
pub fn words(session: Session, key: &'static str) -> Words {
    Box::new(move || session.text(key))
}

/// Rich text in a block of its own.
pub fn text_block(session: Session, class: &'static str, text: &Rich) -> El {
    adil::ui::text_block(&session.context().rich, class, text)
}

/// Rich text inside a line, a label or a button.
pub fn text_line(session: Session, class: &'static str, text: &Rich) -> El {
    adil::ui::text_line(&session.context().rich, class, text)
}

/// A text of the content file in the inline syntax, inside a line.
pub fn marked_line(session: Session, text: &Localized) -> El {
    text_line(session, "text", &Rich::Marked(text.clone()))
}

/// Plain text of the content file.
pub fn plain_line(session: Session, element: El, text: &Localized) -> El {
    adil::ui::plain_line(&session.context().rich, element, text)
}

/// What radio buttons of the shown item are called. Each time that an item is shown they have a name
/// of their own: Chromium 148 remembers the last one of a name that had the focus in a shadow root,
/// also when it is gone, and the Tab key then passes over those that came in its place.
pub fn group_name(session: Session) -> String {
    let context = session.context();
    [&number_text(session.item_index() as f64), "-", &number_text(context.cells.shown_at.get())]
        .concat()
}

/// The number of an option, for those who see it.
pub fn key(session: Session, at: usize) -> El {
    part("span", "key").attr("aria-hidden", "true").child(session.number(at + 1))
}

/// An id for what stands with a blank or a card of the shown item.
pub fn piece_id(piece: &str, n: usize) -> String {
    [piece, "-", &number_text(n as f64)].concat()
}

/// Names a group of controls, or a lone one, by the question and by what there is to do.
pub fn asked(element: El) -> El {
    element.attr("aria-labelledby", "stem task")
}

/// Parts of an answer in one line.
pub fn joined(parts: impl Iterator<Item = El>, between: &'static str) -> El {
    let with_sign = |(n, part)| ((n > 0).then_some(between), part);
    let parts: Vec<_> = parts.enumerate().map(with_sign).collect();
    el("span").attr("class", "in-line").child(parts)
}

/// A picture of the content file.
pub fn picture(session: Session, picture: &Picture) -> El {
    adil::ui::picture(&session.context().rich, picture)
}

/// The sign and the word for a part of an answer that was checked.
pub fn verdict_sign(session: Session, verdict: Verdict) -> (El, El) {
    let sign = if verdict == Verdict::Right { Icon::Tick } else { Icon::Cross };
    let words = hidden_words(&session.text(verdict.key()));
    // Around it stands an author's text, which may be in another language.
    (icon(sign), words.attr("lang", session.context().texts.lang()))
}

/// The heading of a screen that stands in the place of an item.
pub fn heading_of(session: Session, words: impl Child) -> El {
    part(session.context().host.heading(1), "heading")
        .attr("class", "result-title")
        .attr("tabindex", "-1")
        .child(words)
}

/// Moves focus to an element that was just made, if the learner's own act led there.
pub fn take_focus(element: El, session: Session) -> El {
    if session.context().cells.moves_focus.take() {
        return element.focus_soon();
    }
    element
}

/// The title of the quiz with the tools beside it.
pub fn title_line(session: Session, tools: impl Child) -> El {
    let context = session.context();
    part("header", "head").child((
        el("slot").attr("name", "logo"),
        plain_line(
            session,
            part(context.host.heading(0), "title"),
            &context.document.envelope.title,
        ),
        tools,
    ))
}
