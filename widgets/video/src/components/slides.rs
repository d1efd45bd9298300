//! The lesson for slow lines: pictures with sound and text, turned by hand. It stops where the
//! video stops.

use adil::ui::{Child, El, effect, el, part, picture, plain_button, point, text_block};
use leptos::prelude::*;

use crate::session::Session;
use crate::session::slides::{now, start, turn};
use adil::ui::IndexSignal;

/// The slides; shown while the lesson is followed so.
pub fn view(session: Session) -> impl Child {
    let shown = IndexSignal::new(None);
    // The place changes while a slide stays.
    effect(Box::new(move || {
        let n = (session.slides.get() && !session.ended.get()).then(|| now(session));
        if n != shown.now() {
            shown.set(n);
        }
    }));
    move || shown.get().map(|n| untrack(|| slide(session, n)))
}

fn slide(session: Session, n: usize) -> El {
    let context = session.context();
    let slides = &context.document.body.slides;
    let Some(slide) = slides.get(n) else { return el("div") };
    let sound = slide.sound.as_ref().map(|sound| {
        part("audio", "sound-of-slide")
            .attr("controls", "")
            .attr("preload", "none")
            .attr("aria-label", &session.text("sound_of_slide"))
            .with(|element| point(element, "src", &sound.0.src.address.0, &context.host))
    });
    let count = context.texts.fill(
        "slide_n_of",
        &[("n", &session.number(n + 1)), ("total", &session.number(slides.len()))],
    );
    let back = (n > 0).then(|| {
        plain_button("quiet", session.words("back"), move || session.jump(start(session, n - 1)))
            .attr("hidden", move || session.open.get().is_some())
    });
    let go = plain_button("go", session.words("next"), move || turn(session))
        .attr("hidden", move || session.open.get().is_some());
    let heading = part("p", "count").attr("tabindex", "-1").child(count);
    // Once something was played or turned, the focus is in the player.
    let moved = session.ranges.get_untracked() > 0 && session.open.now().is_none();
    let heading = if moved { heading.focus_soon() } else { heading };
    session.see_slide();
    part("div", "slides").child((
        // What gets the focus comes before all that is to be read on from there.
        heading,
        picture(&context.rich, &slide.picture),
        text_block(&context.rich, "slide-text", &slide.text),
        sound,
        part("div", "foot").child((el("div").attr("class", "ways").child(back), go)),
    ))
}
