//! What teachers may want to say or ask.

use adil::ui::{El, el, part, text_block};

use super::lazy::lazy_view;
use crate::session::{LazyPart, Session};

/// What teachers may want to say or ask, folded.
pub fn fold(session: Session) -> El {
    el("details").attr("class", "fold").attr("part", "teacher-notes").child((
        part("summary", "summary").child(session.text("teacher_notes")),
        lazy_view(session, LazyPart::TeacherNotes),
    ))
}

/// The same, once it is there.
pub fn notes(session: Session) -> Option<El> {
    let context = session.context();
    Some(text_block(&context.rich, "note-text", context.teacher_notes()?))
}
