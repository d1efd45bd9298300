//! What a pledge is.

use adil::ui::{El, part, plain_push};

use super::parts::foot;
use crate::session::pledge::{Session, Stage};

/// The first screen, where the file has one.
pub fn preface(session: Session) -> El {
    let fixed = session.fixed();
    let body = &fixed.document.body;
    let minutes = fixed.document.envelope.minutes.map(|n| fixed.texts.count("minutes", n));
    part("section", "screen").child((
        fixed.title(),
        session.take_focus(
            part("div", "lead")
                .attr("tabindex", "-1")
                .child(body.preface.as_ref().map(|text| fixed.block("preface", text))),
        ),
        minutes.map(|text| part("p", "count").child(text)),
        foot(
            session,
            None,
            plain_push("go", fixed.words("start"), move || session.go(Stage::Clause(0))),
        ),
    ))
}
