//! What the shared elements need to know, taken from the session.

pub use adil::ui::{Words, hidden_words, plain_push, push, sign, truth};

use adil::content::{Localized, Picture, Rich};
use adil::ui::{El, Icon, el, icon};

use super::session::{Session, verdict_key};
use crate::model::Verdict;

/// An interface text that does not change.
pub fn words(session: Session, key: &'static str) -> Words {
    Box::new(move || session.text(key))
}

/// Rich text in a block of its own.
pub fn text_block(session: Session, class: &'static str, text: &Rich) -> El {
    adil::ui::text_block(&session.fixed().rich, class, text)
}

/// Rich text inside a line, a label or a button.
pub fn text_line(session: Session, class: &'static str, text: &Rich) -> El {
    adil::ui::text_line(&session.fixed().rich, class, text)
}

/// Plain text of the content file.
pub fn plain_line(session: Session, element: El, text: &Localized) -> El {
    adil::ui::plain_line(&session.fixed().rich, element, text)
}

/// Parts of an answer in one line.
pub fn joined(parts: impl Iterator<Item = El>, between: &'static str) -> El {
    let with_sign = |(n, part)| ((n > 0).then_some(between), part);
    let parts: Vec<_> = parts.enumerate().map(with_sign).collect();
    el("span").attr("class", "in-line").child(parts)
}

/// A picture of the content file.
pub fn picture(session: Session, picture: &Picture) -> El {
    adil::ui::picture(&session.fixed().rich, picture)
}

/// The sign and the word for a part of an answer that was checked.
pub fn verdict_sign(session: Session, verdict: Verdict) -> (El, El) {
    let sign = if verdict == Verdict::Right { Icon::Tick } else { Icon::Cross };
    (icon(sign), hidden_words(&session.text(verdict_key(verdict))))
}

/// Moves focus to an element that was just made, if the learner's own act led there.
pub fn take_focus(element: El, session: Session) -> El {
    if session.fixed().notes.moves_focus.take() {
        return element.focus_soon();
    }
    element
}
