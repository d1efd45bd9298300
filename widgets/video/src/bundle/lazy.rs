//! Which component shows a part that loads once the controls work: a release build cuts it out of
//! the bundle.

use adil::ui::{Pieces, pieces};

use crate::components::{
    checkpoint, contents, elsewhere, end, keys, settings, sheet, slides, teacher, transcript,
};
use crate::session::{Captions, LazyPart, Session, idle, media_keys, source};

/// Shows a part that comes later, or does it.
pub fn lazy(session: Session, part: LazyPart) -> Pieces {
    let captions = Captions::of(session);
    match part {
        LazyPart::Contents => pieces(contents::view(session)),
        LazyPart::Transcript => pieces(transcript::view(session, captions)),
        LazyPart::Sheet => pieces(sheet::view(session, captions)),
        LazyPart::Slides => pieces(slides::view(session)),
        LazyPart::Checkpoint => pieces(checkpoint::view(session)),
        LazyPart::End => pieces(end::view(session, captions)),
        LazyPart::Settings => pieces(settings::view(session, captions)),
        LazyPart::Elsewhere => pieces(elsewhere::card(session)),
        LazyPart::TeacherNotes => pieces(teacher::notes(session)),
        LazyPart::Behind => {
            work_behind(session, captions);
            pieces(())
        }
    }
}

fn work_behind(session: Session, captions: Captions) {
    captions.follow();
    keys::say_when_let_go(session);
    source::hide(session);
    source::follow_streams(session);
    source::look_back(session);
    media_keys::follow(session);
    idle::follow(session);
    session.watch_cues();
}
