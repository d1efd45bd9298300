//! What loads once the first screen stands: a release build cuts it out of the bundle. It is asked
//! for at once, so it is there before anyone has gone through the clauses, unless the line is bad.
//!
//! Only what the bundle hands to [`lazy!`](adil::lazy) may call this: whatever the first part
//! calls, or points at, is part of it.

use adil::ui::{Pieces, pieces};

use crate::components::pledge::made::made;
use crate::components::pledge::promise;
use crate::components::pledge::think::think;
use crate::session::pledge::{LazyPart, Session, Stage, receipt};

/// Shows a part, or makes it.
pub fn lazy(session: Session, part: LazyPart) -> Pieces {
    match part {
        LazyPart::Screen(stage) => pieces(match stage {
            Stage::Preface | Stage::Clause(_) => None,
            Stage::Think => Some(think(session)),
            Stage::Promise => Some(promise::view(session)),
            Stage::Made => Some(made(session)),
            Stage::Declined => Some(promise::thanks(session)),
            Stage::Withdrawn => Some(promise::withdrawn(session)),
        }),
        LazyPart::Receipt => {
            receipt::make(session);
            pieces(())
        }
    }
}
