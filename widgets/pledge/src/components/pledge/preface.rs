//! What a pledge is.

use adil::ui::{El, part, plain_button};

use super::parts::foot;
use crate::session::pledge::{Session, Stage};

/// The first screen, where the file has one.
pub fn preface(session: Session) -> El {
    let context = session.context();
    let body = &context.document.body;
    let minutes = context.document.envelope.minutes.map(|n| context.texts.count("minutes", n));
    part("section", "screen").child((
        context.title(),
        session.take_focus(
            part("div", "lead")
                .attr("tabindex", "-1")
                .child(body.preface.as_ref().map(|text| context.block("preface", text))),
        ),
        minutes.map(|text| part("p", "count").child(text)),
        foot(
            session,
            None,
            plain_button("go", context.words("start"), move || session.go(Stage::Clause(0))),
        ),
    ))
}
