//! Where parts that load once the controls work have their place. Release builds cut them out of
//! the bundle.

use adil::ui::{Child, El, Flag, el, missing, part};
use leptos::prelude::*;

use crate::player::browser::target_of;
use crate::session::{LazyPart, Session};

/// The place of a part. Who needs it while it cannot be loaded reads so, and may try again.
pub fn lazy_view(session: Session, part: LazyPart) -> impl Child {
    move || {
        let missing = session.lazy_chunk.has_failed() && is_wanted(session, part);
        (session.lazy(part), missing.then(|| untrack(|| sorry(session))))
    }
}

/// A folded part. Nothing of it is made before it is opened.
pub fn fold(
    session: Session,
    name: &'static str,
    words: &str,
    inside: (Option<El>, LazyPart),
) -> El {
    let open = Flag::new(false);
    let (before, inside) = inside;
    el("details")
        .attr("class", &["fold ", name].concat())
        .stated(name, move || if open.get() { "open" } else { "" })
        .on("toggle", move |event| {
            let target = target_of(&event);
            open.set(target.is_some_and(|target| target.has_attribute("open")));
        })
        .child((part("summary", "summary").child(session.text(words)), before, move || {
            open.get().then(|| lazy_view(session, inside))
        }))
}

/// Whether a learner looks for a part now; followed.
fn is_wanted(session: Session, part: LazyPart) -> bool {
    match part {
        LazyPart::Contents
        | LazyPart::Transcript
        | LazyPart::Elsewhere
        | LazyPart::TeacherNotes => true,
        LazyPart::Sheet | LazyPart::Behind => false,
        LazyPart::Slides => session.slides.get(),
        LazyPart::Checkpoint => session.open.get().is_some(),
        LazyPart::End => session.ended.get(),
        LazyPart::Settings => session.settings.get(),
    }
}

fn sorry(session: Session) -> El {
    let words = session.text("lost");
    session.announcer.announce(&words);
    missing(&words, session.words("try_again"), move || session.load_lazy_chunk())
}
