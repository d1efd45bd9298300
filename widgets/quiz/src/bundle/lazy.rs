//! What loads once the first item stands: a release build cuts it out of the bundle. An answer
//! that is checked before it is there is checked when it comes.

use adil::ui::{El, Pieces, pieces};

use crate::components::{InteractionView, aloud, before, between, feedback, result};
use crate::interactions::with_kind;
use crate::model::ItemKind;
use crate::session::{LazyPart, Session};

/// Shows a part, or does it.
pub fn lazy(session: Session, part: LazyPart) -> Pieces {
    match part {
        LazyPart::Answer => pieces(answer(session)),
        LazyPart::Aloud => pieces(aloud::button(session)),
        LazyPart::NoVoice => pieces(aloud::note(session)),
        LazyPart::Hints => pieces(feedback::hints(session)),
        LazyPart::Feedback => pieces(feedback::view(session)),
        LazyPart::Before => {
            pieces(before::view(session, &session.context().before().unwrap_or_default()))
        }
        LazyPart::Paused => pieces(between::paused(session)),
        LazyPart::Confirm => pieces(between::confirm(session)),
        LazyPart::Result => pieces(result::view(session)),
        LazyPart::Kept => pieces(()),
        LazyPart::Begin => {
            if session.resume() {
                session.tell_ready();
                session.take_over();
            }
            session.follow_tabs();
            session.run_clock();
            pieces(())
        }
        LazyPart::Keep => {
            session.keep_now();
            pieces(())
        }
        LazyPart::States => {
            session.note_states();
            pieces(())
        }
        LazyPart::Hint => {
            session.hint_now();
            pieces(())
        }
        LazyPart::TellUnread => {
            session.tell_unread();
            pieces(())
        }
        LazyPart::Pause => {
            session.pause_now(true);
            pieces(())
        }
        LazyPart::Check => {
            session.check_now();
            pieces(())
        }
        LazyPart::Ask => {
            session.ask_now();
            pieces(())
        }
        LazyPart::Finish => {
            session.finish_now();
            pieces(())
        }
        LazyPart::SayTime => {
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
