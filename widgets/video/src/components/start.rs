//! Before anything is loaded: what the lesson is, how large each version of it is, and the way in.

use adil::ui::{Child, El, el, listen, part, picture, plain_button, pressable};
use leptos::prelude::*;

use super::controls::{PLAY, sign_of};
use crate::model::{Slide, clock};
use crate::session::captions::are_missing;
use crate::session::screen::focus_stage;
use crate::session::{Session, slides, source};
use adil::ui::Flag;

/// A size as people write it.
fn megabytes(session: Session, bytes: f64) -> String {
    let texts = &session.context().texts;
    let n = ((bytes / 100_000.0).round() / 10.0).max(0.1);
    texts.fill("megabytes", &[("n", &texts.number(n))])
}

/// How much playing would load now, in words; followed. Which file that is depends on the width of
/// the stage, so it is known once that stands in the page, and may change with the window.
fn size(session: Session) -> impl Fn() -> Option<String> + Copy {
    let stands = Flag::new(false);
    wasm_bindgen_futures::spawn_local(async move { stands.set(true) });
    if let Some(window) = leptos::web_sys::window() {
        listen(&window, "resize", Box::new(move |_| stands.set(true)));
    }
    move || {
        let bytes = stands.get().then(|| source::bytes(session)).flatten();
        bytes.map(|bytes| megabytes(session, bytes))
    }
}

const VERSION: &str = "quiet version";

/// The buttons that choose between video and slides; nothing where there are no slides.
pub fn versions(session: Session) -> Option<El> {
    let context = session.context();
    let sounds: Vec<f64> = context.document.body.slides.iter().filter_map(Slide::bytes).collect();
    let is_choice = !context.document.body.slides.is_empty();
    let button = move |key: &'static str, size: Box<dyn Fn() -> Option<String>>, slides: bool| {
        let words = move || match size() {
            Some(size) => [&session.text(key), session.context().texts.comma(), &size].concat(),
            None => session.text(key),
        };
        let button = plain_button(VERSION, Box::new(words), move || {
            if slides { slides::enter(session) } else { slides::leave(session) }
        });
        pressable(button, VERSION, Box::new(move || session.slides.get() == slides))
    };
    is_choice.then(|| {
        let sum: f64 = sounds.iter().sum();
        let sound = (!sounds.is_empty()).then(|| megabytes(session, sum));
        let (film, sound) = (Box::new(size(session)), Box::new(move || sound.clone()));
        part("div", "versions")
            .attr("role", "group")
            .attr("aria-label", &session.text("versions"))
            .child((button("as_film", film, false), button("as_slides", sound, true)))
    })
}

/// The picture before the video, with the button that loads it.
pub fn poster(session: Session) -> impl Child {
    let elsewhere =
        source::own(session).is_none() && session.context().document.body.embed().is_some();
    move || (!session.started.get() && !elsewhere).then(|| untrack(|| cover(session)))
}

fn cover(session: Session) -> El {
    let context = session.context();
    let at = session.at.get_untracked();
    let image = context.document.body.poster.as_ref().map(|poster| picture(&context.rich, poster));
    // The page's own video may have one; an address of the page's own tags needs no check.
    let own = || {
        let src = session.medium()?.get_attribute("poster")?;
        Some(part("img", "picture").attr("alt", "").attr("src", &src))
    };
    let image = image.or_else(own);
    let words = if at > 1_000 {
        context.texts.fill("resume_from", &[("time", &clock(at))])
    } else {
        session.text("play")
    };
    let size = size(session);
    let facts = move || {
        let mut facts = Vec::new();
        let length = session.duration.get();
        if length > 0 {
            facts.push(clock(length));
        }
        facts.extend(size());
        (!facts.is_empty()).then(|| {
            part("p", "facts")
                .attr("id", "facts")
                .child(facts.join(session.context().texts.comma()))
        })
    };
    let play = part("button", "go start")
        .attr("type", "button")
        .attr("aria-describedby", "facts")
        .on("click", move |_| {
            session.play();
            focus_stage(session);
        })
        .child((sign_of(PLAY), el("span").child(words)));
    let anew = (at > 1_000).then(|| {
        plain_button("quiet", session.words("from_start"), move || {
            session.again(0);
            focus_stage(session);
        })
    });
    let silent = are_missing(session);
    let silent = silent.then(|| part("p", "facts").child(session.text("no_captions")));
    part("div", "poster").child((
        el("slot").attr("name", "poster").child(image),
        part("div", "ways-in").child((play, anew, facts, silent)),
    ))
}
