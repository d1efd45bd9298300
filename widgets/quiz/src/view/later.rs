//! What loads once the first item stands: a release build cuts it out of the bundle. An answer
//! that is checked before it is there is checked when it comes.

use adil::host::Later;
use adil::ui::{Child, El, Pieces, effect, el, follow, missing, pieces};
use leptos::prelude::*;

use super::parts::words;
use super::session::{Notice, Session};
use super::{
    aloud, before, between, choices, feedback, fill, order, place as placing, result, scale,
};
use crate::model::ItemKind;

/// What comes later: parts of the view, and acts that need the rules of marking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The answer of an item that is no choice.
    Answer,
    /// The button that reads the item aloud.
    Aloud,
    /// Why there is no such button.
    NoVoice,
    /// The hints that were asked for.
    Hints,
    /// What is said after checking.
    Feedback,
    /// The pledge that is remembered first.
    Before,
    /// What covers the item in a pause.
    Paused,
    /// The question before a run with open items ends.
    Confirm,
    /// The result.
    Result,
    /// What is kept.
    Kept,
    /// Going on with it, following other tabs, and counting the time.
    Begin,
    /// Keeping the run.
    Keep,
    /// How the options stand after checking, see [`super::session::Notes::states`].
    States,
    /// Showing one more hint.
    Hint,
    /// Saying that a number is asked for.
    TellUnread,
    /// Stopping it.
    Pause,
    /// Checking the shown answer.
    Check,
    /// Asking before the run ends, where items are open.
    Ask,
    /// Ending the run.
    Finish,
    /// Saying how much time is left.
    SayTime,
}

/// Gives what comes later, when it is there; follows its coming.
pub type Rest = fn(Later, Session, Part) -> Option<Pieces>;

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
                super::announce(session);
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
            choices::note_states(session);
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

fn answer(session: Session) -> Option<El> {
    session.item(|item| match &item.kind {
        // Most items are choices: they stand at once.
        ItemKind::Choices(_) => None,
        ItemKind::Order(order) => Some(order::view(session, order)),
        ItemKind::Place(place) => Some(placing::view(session, place)),
        ItemKind::Fill(fill) => Some(fill::view(session, fill)),
        ItemKind::Scale(scale) => Some(scale::view(session, scale)),
    })
}

/// The place of a part. Who needs it while it cannot be loaded reads so, and may try again.
pub fn place(session: Session, part: Part) -> impl Child {
    follow(move || {
        let needed = || match part {
            Part::Answer
            | Part::Before
            | Part::Paused
            | Part::Confirm
            | Part::Result
            | Part::Kept => true,
            // Who comes back to an answer that was checked wants to know what was said of it; of
            // other kinds the answer itself is missed already.
            Part::Feedback => {
                session.is_marked()
                    && session.item(|item| matches!(item.kind, ItemKind::Choices(_)))
            }
            _ => false,
        };
        let shown = session.rest(part);
        let sorry = (shown.is_none() && session.later.has_failed() && needed()).then(|| {
            untrack(|| session.said.say(&session.text("lost")));
            missing(&session.text("lost"), words(session, "try_again"), move || {
                session.ask_for_rest();
            })
        });
        // The button has its place from the start, so that the title does not move.
        let held = part == Part::Aloud && shown.is_none();
        let held = held.then(|| el("span").attr("class", "sign").attr("hidden", ""));
        (shown, held, sorry)
    })
}

/// Does what waited once it can be done, and says when it cannot.
pub fn catch_up(session: Session) {
    effect(Box::new(move || {
        let (there, failed) = (session.later.is_there(), session.later.has_failed());
        untrack(|| {
            if there {
                _ = session.rest(Part::Begin);
                session.do_waiting();
            } else if failed && session.waits() {
                session.notice.set(Some(Notice::Missing));
                session.said.say(&session.text("lost"));
            }
        });
    }));
}
