//! What loads once the controls work: a release build cuts it out of the bundle. It is asked for
//! at once, so it is there before anyone needs it, unless the line is bad.

use adil::ui::{Child, El, Flag, Pieces, el, follow, missing, part, pieces};
use leptos::prelude::*;

use super::captions::Captions;
use super::session::Session;
use super::{
    checkpoint, contents, end, idle, keys, media_keys, settings, sheet, slides, source, transcript,
    watchers,
};

/// A part of the view that comes later.
#[derive(Clone, Copy)]
pub enum Part {
    /// The parts of the lesson as a list.
    Contents,
    /// What is said, as text.
    Transcript,
    /// The worksheet, for paper only.
    Sheet,
    /// The slides.
    Slides,
    /// What is asked.
    Checkpoint,
    /// The summary.
    End,
    /// Speed, captions and the like.
    Settings,
    /// A card for a video of another site.
    Elsewhere,
    /// What teachers may want to say or ask.
    Notes,
    /// What works behind the picture: captions, streams, keys of headphones, cues,
    /// whether anybody is there.
    Behind,
}

adil::later! {
    fn shown(session: Session, captions: Captions, part: Part) -> Pieces {
        match part {
            Part::Contents => pieces(contents::view(session)),
            Part::Transcript => pieces(transcript::view(session, captions)),
            Part::Sheet => pieces(sheet::view(session, captions)),
            Part::Slides => pieces(slides::view(session)),
            Part::Checkpoint => pieces(checkpoint::view(session)),
            Part::End => pieces(end::view(session, captions)),
            Part::Settings => pieces(settings::view(session, captions)),
            Part::Elsewhere => pieces(source::card(session)),
            Part::Notes => pieces(super::notes(session)),
            Part::Behind => {
                work_behind(session, captions);
                pieces(())
            }
        }
    }
}

fn work_behind(session: Session, captions: Captions) {
    captions.follow();
    keys::say_when_let_go(session);
    source::hide(session);
    source::follow_streams(session);
    source::look_back(session);
    media_keys::follow(session);
    idle::follow(session);
    watchers::watch_cues(session);
}

/// The place of a part. Who needs it while it cannot be loaded reads so, and may try again.
pub fn place(session: Session, captions: Captions, part: Part) -> impl Child {
    follow(move || {
        let missing = session.later.has_failed() && is_wanted(session, part);
        (shown(session.later, session, captions, part), missing.then(|| untrack(|| sorry(session))))
    })
}

/// A folded part. Nothing of it is made before it is opened.
pub fn fold(
    session: Session,
    captions: Captions,
    name: &'static str,
    words: &str,
    inside: (Option<El>, Part),
) -> El {
    let open = Flag::new(false);
    let (before, inside) = inside;
    el("details")
        .attr("class", &["fold ", name].concat())
        .stated(name, move || if open.get() { "open" } else { "" })
        .on("toggle", move |event| {
            let target = super::keys::target_of(&event);
            open.set(target.is_some_and(|target| target.has_attribute("open")));
        })
        .child((
            part("summary", "summary").child(session.text(words)),
            before,
            follow(move || open.get().then(|| place(session, captions, inside))),
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
