//! A pilot study: what pupils see, what teachers see, and the report of a collector.

mod collect;
mod fields;
mod lead;
mod parts;
mod pupil;
mod report;
mod setup;

pub use collect::view as collect;
pub use setup::view as setup;

use adil::ui::{Child, El, part};
use leptos::prelude::*;

use super::framed;
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
