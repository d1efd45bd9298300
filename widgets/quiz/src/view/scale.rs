//! A scale from one end to the other.

use leptos::ev;
use leptos::html::{div, input, label, span};
use leptos::prelude::*;

use super::parts::text_line;
use super::session::Session;
use crate::model::{Response, Scale};

/// The steps of a scale as radio buttons in a row, with its ends in words.
pub fn view(session: Session, scale: &Scale) -> AnyView {
    let from = scale.from;
    let step = move |n: usize| {
        let is_chosen = move || {
            session.answer(|a| a.response == Response::Chosen(vec![n])).unwrap_or(false)
        };
        let number = from + i32::try_from(n).unwrap_or(0);
        label().attr("class", "step").attr("part", "step").child((
            input()
                .attr("type", "radio")
                .attr("name", "step")
                .attr("class", "visually-hidden")
                .attr("disabled", move || session.is_locked())
                .prop("checked", is_chosen)
                .on(ev::change, move |_| session.respond(Response::Chosen(vec![n]))),
            span().attr("class", "key").child(
                session.fixed().texts.number(f64::from(number)),
            ),
        ))
    };
    let steps: Vec<_> = (0..=scale.to.abs_diff(scale.from) as usize).map(step).collect();
    div()
        .attr("class", "scale")
        .attr("part", "scale")
        .child((
            scale.low.as_ref().map(|text| text_line(session, "end", text)),
            div().attr("class", "steps-row").child(steps),
            scale.high.as_ref().map(|text| text_line(session, "end", text)),
        ))
        .into_any()
}
