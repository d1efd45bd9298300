//! What loads once the first screen stands: a release build cuts it out of the bundle. It is asked
//! for at once, so it is there before teams are set up, unless the line is bad.
//!
//! Only what the bundle hands to [`lazy!`](adil::lazy) may call this: whatever the first part
//! calls, or points at, is part of it.

use adil::ui::{Pieces, pieces};

use crate::components::{board, game, paper, rest, tools};
use crate::session::{LazyPart, Session};

/// Shows a part.
pub fn lazy(session: Session, part: LazyPart) -> Pieces {
    match part {
        LazyPart::Game => pieces(game(session)),
        LazyPart::Board => pieces(board::view(session)),
        LazyPart::Rest => pieces(rest(session)),
        LazyPart::Tools => pieces(tools(session)),
        LazyPart::Waiting => {
            session.open();
            pieces(())
        }
        LazyPart::Paper => pieces((paper::choose(session), paper::view(session))),
    }
}
