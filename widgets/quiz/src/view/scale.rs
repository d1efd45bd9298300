//! A scale from one end to the other.

use adil::ui::{El, el, part};

use super::parts::{text_line, truth};
use super::session::Session;
use crate::model::{Response, Scale};

/// The steps of a scale as radio buttons in a row, with its ends in words.
pub fn view(session: Session, scale: &Scale) -> El {
    let from = scale.from;
    let step = move |n: usize| {
        let is_chosen =
            move || session.answer(|a| a.response == Response::Chosen(vec![n])).unwrap_or(false);
        let number = from + i32::try_from(n).unwrap_or(0);
        part("label", "step").child((
            el("input")
                .attr("type", "radio")
                .attr("name", "step")
                .attr("class", "visually-hidden")
                .live("aria-disabled", move || truth(session.is_locked()))
                .flag("checked", is_chosen)
                .on("click", move |event| {
                    if session.is_locked() {
                        event.prevent_default();
                    }
                })
                .on("change", move |_| session.respond(Response::Chosen(vec![n]))),
            el("span").attr("class", "key").child(session.fixed().texts.number(f64::from(number))),
        ))
    };
    let steps: Vec<_> = (0..=scale.to.abs_diff(scale.from) as usize).map(step).collect();
    part("div", "scale").child((
        scale.low.as_ref().map(|text| text_line(session, "end", text)),
        el("div").attr("class", "steps-row").child(steps),
        scale.high.as_ref().map(|text| text_line(session, "end", text)),
    ))
}
