//! What loads once the first item stands: a release build cuts it out of the bundle. An answer
//! that is checked before it is there is checked when it comes.

use adil::host::Later;
use adil::ui::{Child, El, Pieces, effect, el, follow, missing, pieces};
use leptos::prelude::*;

use super::parts::words;
use super::session::{Notice, Session};
use super::{aloud, feedback, fill, order, place as placing, result, scale};
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
    /// What is said after checking.
    Feedback,
    /// The result.
    Result,
    /// Checking the shown answer.
    Check,
    /// Ending the run.
    Finish,
}

/// Gives what comes later, when it is there; follows its coming.
pub type Rest = fn(Later, Session, Part) -> Option<Pieces>;

/// Shows a part, or does it.
pub fn rest(session: Session, part: Part) -> Pieces {
    match part {
        Part::Answer => pieces(answer(session)),
        Part::Aloud => pieces(aloud::button(session)),
        Part::NoVoice => pieces(aloud::note(session)),
        Part::Feedback => pieces(feedback::view(session)),
        Part::Result => pieces(result::view(session)),
        Part::Check => {
            session.check_now();
            pieces(())
        }
        Part::Finish => {
            session.finish_now();
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
            Part::Answer | Part::Result => true,
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
                session.do_waiting();
            } else if failed && session.waits() {
                session.notice.set(Some(Notice::Missing));
                session.said.say(&session.text("lost"));
            }
        });
    }));
}
