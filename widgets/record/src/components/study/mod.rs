//! A pilot study: what pupils see, what teachers see, and the report of a collector.

mod collect;
mod lead;
mod pupil;
mod report;

pub use collect::view as collect;

use adil::ui::{Child, El, el, part, text_block};
use leptos::prelude::*;

use super::framed;
use super::parts::heading;
use crate::session::{Pupil, Step};

/// The whole of a study on one device.
pub fn study(pupil: Pupil, regions: impl Child) -> El {
    let screen = move || {
        let step = pupil.step.get();
        // What a screen reads while it is made is not what it follows.
        untrack(|| match step {
            Step::Lead => lead::view(pupil),
            Step::Sheet => lead::sheet(pupil),
            Step::Consent => pupil::consent(pupil),
            Step::Code => pupil::code(pupil),
            Step::Item => pupil::item(pupil),
            Step::Attitudes => pupil::attitudes(pupil),
            Step::Open => pupil::open(pupil),
            Step::Thanks | Step::Declined => pupil::end(pupil, step == Step::Thanks),
        })
    };
    let refused = move || {
        let notice = || part("p", "notice").attr("role", "status");
        pupil.refused.get().then(|| notice().child(pupil.text("answers_not_kept")))
    };
    framed(pupil.shared, regions, (refused, screen))
}

/// The heading of a screen, which takes the focus where an act led to it.
fn screen_heading(pupil: Pupil, words: impl Child) -> El {
    let heading = heading(pupil.shared, 1, words).attr("tabindex", "-1");
    if pupil.takes_focus() { heading.focus_soon() } else { heading }
}

/// A text of the study.
fn block(pupil: Pupil, text: &adil::content::Rich) -> El {
    pupil.shared.read(|widget| text_block(&widget.rich, "text", text))
}

/// A choice of one, as a card.
fn option(name: &str, words: El, chosen: bool, choose: impl Fn() + 'static) -> El {
    let radio = el("input")
        .attr("type", "radio")
        .attr("name", name)
        .attr("class", "visually-hidden")
        .on("change", move |_| choose());
    let radio = if chosen { radio.attr("checked", "") } else { radio };
    let key = el("span").attr("class", "key").attr("aria-hidden", "true");
    part("label", "option").child((radio, key, words))
}
