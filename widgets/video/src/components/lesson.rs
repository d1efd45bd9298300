//! The lesson as a whole. No rules here: the model has them.

use adil::ui::{Child, El, el, part, plain_line};

use super::lazy::lazy_view;
use super::{captions, contents, controls, keys, media, notice, start, teacher, transcript};
use crate::session::words::title;
use crate::session::{Captions, LazyPart, Session, screen};

/// The lesson, with what screen readers are told in its live regions.
pub fn view(session: Session, regions: impl Child) -> El {
    let context = session.context();
    adil::ui::frame(&context.texts, context.level)
        .attr("role", "region")
        .attr("aria-label", &title(session))
        .attr("data-version", move || if session.slides.get() { "slides" } else { "film" })
        .child((
            regions,
            head(session),
            stage(session, Captions::of(session)),
            contents::fold(session),
            transcript::fold(session),
            context.teacher_notes().map(|_| teacher::fold(session)),
            (lazy_view(session, LazyPart::Sheet), lazy_view(session, LazyPart::Behind)),
            el("div").attr("class", "slots").child(el("slot").attr("name", "footer")),
        ))
}

fn head(session: Session) -> impl Child {
    let context = session.context();
    part("header", "head").child((
        el("slot").attr("name", "logo"),
        plain_line(
            &context.rich,
            part(context.host.heading(0), "title"),
            &context.document.envelope.title,
        ),
        start::versions(session),
    ))
}

/// What can go full screen: the picture with its captions, the slides, the controls and what a
/// checkpoint asks.
fn stage(session: Session, captions: Captions) -> El {
    let context = session.context();
    let film = move || !session.slides.get();
    let picture = part("div", "picture-box").attr("hidden", move || !film()).child((
        media::view(session),
        start::poster(session),
        captions::view(session, captions),
    ));
    let description = captions::description(session);
    part("div", "stage")
        .attr("tabindex", "-1")
        .attr("role", "group")
        .attr("aria-label", &session.text("player"))
        .attr("data-open", move || session.open.get().is_some())
        .attr("data-playing", move || session.playing.get())
        .on("keydown", move |event| keys::press(session, captions, &event))
        .with(|element| {
            context.stage.replace(Some(element.clone()));
            screen::watch(session, element);
            context.prefs.show(element);
        })
        .child((
            el("slot").attr("name", "top"),
            picture.with(|element| keys::touch(session, element)),
            description.attr("hidden", move || !film() || !captions.described.get()),
            lazy_view(session, LazyPart::Slides),
            controls::view(session, captions).attr("hidden", move || !film()),
            notice::view(session),
            lazy_view(session, LazyPart::Checkpoint),
            lazy_view(session, LazyPart::End),
        ))
}
