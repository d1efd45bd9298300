//! What teachers may want to say or ask.

use adil::ui::{El, el, part, text_block};

use super::later::place;
use crate::session::{Part, Session};

/// What teachers may want to say or ask, folded.
pub fn fold(session: Session) -> El {
    el("details").attr("class", "fold").attr("part", "teacher-notes").child((
        part("summary", "summary").child(session.text("teacher_notes")),
        place(session, Part::Notes),
    ))
}

/// The same, once it is there.
pub fn notes(session: Session) -> Option<El> {
    let fixed = session.fixed();
    Some(text_block(&fixed.rich, "note-text", fixed.teacher_notes()?))
}
