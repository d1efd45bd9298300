//! Which component shows a part that loads once the controls work: a release build cuts it out of
//! the bundle.

use adil::ui::{Pieces, pieces};

use crate::components::{
    checkpoint, contents, elsewhere, end, keys, settings, sheet, slides, teacher, transcript,
};
use crate::session::{Captions, Part, Session, idle, media_keys, source};

/// Shows a part that comes later, or does it.
pub fn rest(session: Session, part: Part) -> Pieces {
    let captions = Captions::of(session);
    match part {
        Part::Contents => pieces(contents::view(session)),
        Part::Transcript => pieces(transcript::view(session, captions)),
        Part::Sheet => pieces(sheet::view(session, captions)),
        Part::Slides => pieces(slides::view(session)),
        Part::Checkpoint => pieces(checkpoint::view(session)),
        Part::End => pieces(end::view(session, captions)),
        Part::Settings => pieces(settings::view(session, captions)),
        Part::Elsewhere => pieces(elsewhere::card(session)),
        Part::Notes => pieces(teacher::notes(session)),
        Part::Behind => {
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
