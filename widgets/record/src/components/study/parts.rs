//! What the screens of a study share.

use adil::ui::{Child, El, el, part, text_block};

use super::super::parts::heading;
use crate::session::Pupil;

/// The heading of a screen, which takes the focus where an act led to it.
pub fn screen_heading(pupil: Pupil, words: impl Child) -> El {
    let heading = heading(pupil.shared, 1, words).attr("tabindex", "-1");
    if pupil.takes_focus() { heading.focus_soon() } else { heading }
}

/// A text of the study.
pub fn block(pupil: Pupil, text: &adil::content::Rich) -> El {
    pupil.shared.read(|widget| text_block(&widget.rich, "text", text))
}

/// A choice of one, as a card.
pub fn option(name: &str, words: El, chosen: bool, choose: impl Fn() + 'static) -> El {
    let radio = el("input")
        .attr("type", "radio")
        .attr("name", name)
        .attr("class", "visually-hidden")
        .on("change", move |_| choose());
    let radio = if chosen { radio.attr("checked", "") } else { radio };
    let key = part("span", "key").attr("aria-hidden", "true");
    part("label", "option").child((radio, key, words))
}
