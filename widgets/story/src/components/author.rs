//! What an author should look at again: said in the console, where all warnings to authors stand.

use leptos::web_sys::console;

use crate::model;
use crate::session::Session;

/// The most that is looked at in a page: a learner's device has other things to do.
const MOST: usize = 4_000;

/// Looks at the story, and says what is amiss.
pub fn tell(session: Session) {
    session.read(|widget| {
        let file = widget.host.name();
        let report = model::check(&widget.document.body, widget.level, MOST);
        for finding in &report.findings {
            let words = [&file, ": ", &finding.sentence()].concat();
            if finding.is_note() {
                console::debug_1(&words.into());
            } else {
                console::warn_1(&words.into());
            }
        }
        let ways = [&file, ": ways to an ending: ", &report.ways.text()].concat();
        console::debug_1(&ways.into());
    });
}
