//! The lesson as a whole. No rules here: the model has them.

use adil::ui::{Child, El, el, part, plain_line};

use super::later::place;
use super::{captions, contents, controls, keys, media, notice, start, teacher, transcript};
use crate::session::words::title;
use crate::session::{Captions, Part, Session, screen};

/// The lesson, with what screen readers are told in its live regions.
pub fn view(session: Session, regions: impl Child) -> El {
    let fixed = session.fixed();
    adil::ui::frame(&fixed.texts, fixed.level)
        .attr("role", "region")
        .attr("aria-label", &title(session))
        .live("data-version", move || if session.slides.get() { "slides" } else { "film" })
        .child((
            regions,
            head(session),
            stage(session, Captions::of(session)),
            contents::fold(session),
            transcript::fold(session),
            fixed.teacher_notes().map(|_| teacher::fold(session)),
            (place(session, Part::Sheet), place(session, Part::Behind)),
            el("div").attr("class", "slots").child(el("slot").attr("name", "footer")),
        ))
}

fn head(session: Session) -> impl Child {
    let fixed = session.fixed();
    part("header", "head").child((
        el("slot").attr("name", "logo"),
        plain_line(
            &fixed.rich,
            part(fixed.host.heading(0), "title"),
            &fixed.document.envelope.title,
        ),
        start::versions(session),
    ))
}

/// What can go full screen: the picture with its captions, the slides, the controls and what a
/// checkpoint asks.
fn stage(session: Session, captions: Captions) -> El {
    let fixed = session.fixed();
    let film = move || !session.slides.get();
    let picture = part("div", "picture-box").live("hidden", move || !film()).child((
        media::view(session),
        start::poster(session),
        captions::view(session, captions),
    ));
    let description = captions::description(session);
    part("div", "stage")
        .attr("tabindex", "-1")
        .attr("role", "group")
        .attr("aria-label", &session.text("player"))
        .live("data-open", move || session.open.get().is_some())
        .live("data-playing", move || session.playing.get())
        .on("keydown", move |event| keys::press(session, captions, &event))
        .with(|element| {
            fixed.stage.replace(Some(element.clone()));
            screen::watch(session, element);
            fixed.prefs.show(element);
        })
        .child((
            el("slot").attr("name", "top"),
            picture.with(|element| keys::touch(session, element)),
            description.live("hidden", move || !film() || !captions.described.get()),
            place(session, Part::Slides),
            controls::view(session, captions).live("hidden", move || !film()),
            notice::view(session),
            place(session, Part::Checkpoint),
            place(session, Part::End),
        ))
}
