//! Where parts of the view stand that load later.

use adil::ui::{Child, effect, missing};
use leptos::prelude::untrack;

use crate::session::{LazyPart, Session};

/// The place of a part. Who needs it while it cannot be loaded reads so, and may try again.
pub fn lazy_view(session: Session, part: LazyPart) -> impl Child {
    move || {
        let shown = session.lazy(part);
        let needed = !matches!(part, LazyPart::Aloud | LazyPart::Check);
        let sorry = (shown.is_none() && session.lazy_chunk.has_failed() && needed).then(|| {
            untrack(|| session.announcer.announce(&session.text("lost")));
            missing(&session.text("lost"), session.words("try_again"), move || {
                session.load_lazy_chunk();
            })
        });
        (shown, sorry)
    }
}

/// Looks at the story for its author, once what that takes is there.
pub fn check(session: Session) {
    effect(Box::new(move || {
        if session.lazy_chunk.is_there() {
            untrack(|| _ = session.lazy(LazyPart::Check));
        }
    }));
}
