//! What loads once the first screen stands: a release build cuts it out of the bundle. It is asked
//! for at once, so it is there before anyone has answered, unless the line is bad.
//!
//! Only what the bundle hands to [`lazy!`](adil::lazy) may call this: whatever the first part
//! calls, or points at, is part of it.

use adil::ui::{El, Pieces, pieces};

use crate::components::{cases, declaration, readiness, result};
use crate::session::{LazyPart, Screen, Session};

/// Shows a part of a check, or does it.
pub fn check(session: Session, part: LazyPart) -> Pieces {
    of(session, part, result::view)
}

/// Shows a part of a check of readiness, or does it.
pub fn readiness(session: Session, part: LazyPart) -> Pieces {
    of(session, part, readiness::view)
}

fn of(session: Session, part: LazyPart, result: fn(Session) -> El) -> Pieces {
    match part {
        LazyPart::Findings => {
            session.tell_author();
            pieces(())
        }
        LazyPart::Screen(screen) => pieces(match screen {
            Screen::Intro | Screen::Page(_) => None,
            Screen::Result => {
                session.tell_result();
                Some(result(session))
            }
            Screen::Declaration => Some(declaration::view(session)),
            Screen::Case(n) => Some(cases::view(session, n)),
        }),
    }
}
