//! A scale from one end to the other.

use adil::ui::{El, el, part};

use super::parts::{asked, group_name, text_line, truth};
use super::session::Session;
use crate::model::{Response, Scale};

/// The steps of a scale as radio buttons in a row, with its ends in words.
pub fn view(session: Session, scale: &Scale) -> El {
    let from = scale.from;
    let last = scale.to.abs_diff(scale.from) as usize;
    // What the ends mean is said with their numbers, too.
    let meaning = |n: usize| {
        let end = [(0, &scale.low), (last, &scale.high)].into_iter().find(|(at, _)| *at == n);
        end.and_then(|(_, text)| text.as_ref()).map(|text| (", ", text_line(session, "text", text)))
    };
    let ends = scale.low.as_ref().or(scale.high.as_ref());
    let fixed = session.fixed();
    let lang = ends.map_or_else(|| fixed.texts.lang().to_owned(), |text| fixed.rich.lang_of(text));
    let step = |n: usize| {
        let is_chosen =
            move || session.answer(|a| a.response == Response::Chosen(vec![n])).unwrap_or(false);
        let number = from + i32::try_from(n).unwrap_or(0);
        let step = el("label").attr("class", "step");
        step.stated("scale-step", move || if is_chosen() { "chosen" } else { "" }).child((
            el("input")
                .attr("type", "radio")
                .attr("name", &group_name(session))
                .attr("lang", &lang)
                .attr("class", "visually-hidden")
                .live("aria-disabled", move || truth(session.is_locked()))
                .flag("checked", is_chosen)
                .on("click", move |event| {
                    if session.is_locked() {
                        event.prevent_default();
                    }
                })
                .on("change", move |_| session.respond(Response::Chosen(vec![n]))),
            part("span", "key").child((
                session.fixed().texts.exact(f64::from(number)),
                meaning(n).map(|words| el("span").attr("class", "visually-hidden").child(words)),
            )),
        ))
    };
    let steps: Vec<_> = (0..=last).map(step).collect();
    asked(part("div", "scale")).attr("role", "radiogroup").child((
        scale.low.as_ref().map(|text| text_line(session, "end", text).attr("part", "end")),
        el("div").attr("class", "steps-row").child(steps),
        scale.high.as_ref().map(|text| text_line(session, "end", text).attr("part", "end")),
    ))
}
