//! Where parts that load once the controls work have their place. Release builds cut them out of
//! the bundle.

use adil::ui::{Child, El, Flag, el, follow, missing, part};
use leptos::prelude::*;

use crate::player::browser::target_of;
use crate::session::{Part, Session};

/// The place of a part. Who needs it while it cannot be loaded reads so, and may try again.
pub fn place(session: Session, part: Part) -> impl Child {
    follow(move || {
        let missing = session.later.has_failed() && is_wanted(session, part);
        (session.rest(part), missing.then(|| untrack(|| sorry(session))))
    })
}

/// A folded part. Nothing of it is made before it is opened.
pub fn fold(session: Session, name: &'static str, words: &str, inside: (Option<El>, Part)) -> El {
    let open = Flag::new(false);
    let (before, inside) = inside;
    el("details")
        .attr("class", &["fold ", name].concat())
        .stated(name, move || if open.get() { "open" } else { "" })
        .on("toggle", move |event| {
            let target = target_of(&event);
            open.set(target.is_some_and(|target| target.has_attribute("open")));
        })
        .child((
            part("summary", "summary").child(session.text(words)),
            before,
            follow(move || open.get().then(|| place(session, inside))),
        ))
}

/// Whether a learner looks for a part now; followed.
fn is_wanted(session: Session, part: Part) -> bool {
    match part {
        Part::Contents | Part::Transcript | Part::Elsewhere | Part::Notes => true,
        Part::Sheet | Part::Behind => false,
        Part::Slides => session.slides.get(),
        Part::Checkpoint => session.open.get().is_some(),
        Part::End => session.ended.get(),
        Part::Settings => session.settings.get(),
    }
}

fn sorry(session: Session) -> El {
    let words = session.text("lost");
    session.said.say(&words);
    missing(&words, session.words("try_again"), move || session.ask_for_rest())
}
