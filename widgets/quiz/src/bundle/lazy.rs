//! What loads once the first item stands: a release build cuts it out of the bundle. An answer
//! that is checked before it is there is checked when it comes.

use adil::ui::{El, Pieces, pieces};

use crate::components::{InteractionView, aloud, before, between, feedback, result};
use crate::interactions::with_kind;
use crate::model::ItemKind;
use crate::session::{Part, Session};

/// Shows a part, or does it.
pub fn rest(session: Session, part: Part) -> Pieces {
    match part {
        Part::Answer => pieces(answer(session)),
        Part::Aloud => pieces(aloud::button(session)),
        Part::NoVoice => pieces(aloud::note(session)),
        Part::Hints => pieces(feedback::hints(session)),
        Part::Feedback => pieces(feedback::view(session)),
        Part::Before => {
            pieces(before::view(session, &session.fixed().before().unwrap_or_default()))
        }
        Part::Paused => pieces(between::paused(session)),
        Part::Confirm => pieces(between::confirm(session)),
        Part::Result => pieces(result::view(session)),
        Part::Kept => pieces(()),
        Part::Begin => {
            if session.resume() {
                session.tell_ready();
            }
            session.follow_tabs();
            session.run_clock();
            pieces(())
        }
        Part::Keep => {
            session.keep_now();
            pieces(())
        }
        Part::States => {
            session.note_states();
            pieces(())
        }
        Part::Hint => {
            session.hint_now();
            pieces(())
        }
        Part::TellUnread => {
            session.tell_unread();
            pieces(())
        }
        Part::Pause => {
            session.pause_now(true);
            pieces(())
        }
        Part::Check => {
            session.check_now();
            pieces(())
        }
        Part::Ask => {
            session.ask_now();
            pieces(())
        }
        Part::Finish => {
            session.finish_now();
            pieces(())
        }
        Part::SayTime => {
            session.say_time_now();
            pieces(())
        }
    }
}

/// The answer of the shown item. Most items are choices: they stand at once.
fn answer(session: Session) -> Option<El> {
    session.item(|item| {
        let stands = matches!(item.kind, ItemKind::Choices(_)) || !item.kind.is_question();
        (!stands).then(|| with_kind!(&item.kind, kind => kind.view(session)))
    })
}
