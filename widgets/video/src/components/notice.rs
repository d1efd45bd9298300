//! What the learner has to know.

use adil::ui::{Child, el, part, plain_button};

use super::elsewhere::way_out;
use crate::session::{NOTICES, Session, slides, source};

/// What the learner has to know, with a way on where there is one.
pub fn view(session: Session) -> impl Child {
    move || {
        session.notice.get().and_then(|n| NOTICES.get(n)).map(|key| {
            let fault = session.context().source.fault.get();
            let again = fault.then(|| {
                plain_button("quiet", session.words("try_again"), move || source::retry(session))
            });
            let slides = fault && !session.context().document.body.slides.is_empty();
            let slides = slides.then(|| {
                plain_button("quiet", session.words("use_slides"), move || slides::enter(session))
            });
            let elsewhere = fault.then(|| way_out(session));
            // The announcer has said it.
            part("div", "lock-message status notice").child((
                el("p").child(session.text(key)),
                again,
                slides,
                elsewhere,
            ))
        })
    }
}
