//! What loads once the first screen stands: a release build cuts it out of the bundle.

use adil::ui::{Pieces, pieces};

use crate::components::{aloud, asked, author, group, map, scene, sound, strip};
use crate::session::{LazyPart, Session};

/// Shows a part, or does it.
pub fn lazy(session: Session, part: LazyPart) -> Pieces {
    match part {
        LazyPart::Map => pieces(map::view(session)),
        LazyPart::Aloud => pieces(aloud::view(session)),
        LazyPart::Asked => pieces(asked::view(session)),
        LazyPart::Group => pieces(group::view(session)),
        LazyPart::Sound => pieces(sound::view(session)),
        LazyPart::Strip => pieces(strip::view(session)),
        LazyPart::After => pieces(scene::after(session)),
        LazyPart::Check => {
            session.follow_tabs();
            author::tell(session);
            pieces(())
        }
    }
}
