//! A scale from one end to the other.

use adil::content::Rich;
use adil::ui::{El, el, part};

use super::model::Scale;
use crate::components::InteractionView;
use crate::components::parts::{aria_bool, asked, group_name, text_line};
use crate::model::{Item, Response, Run};
use crate::session::Session;

impl InteractionView for Scale {
    // The steps as radio buttons in a row, with the ends in words.
    fn view(&self, session: Session) -> El {
        let from = self.from;
        let last = self.last();
        // What the ends mean is said with their numbers, too.
        let meaning = |n: usize| {
            let end = [(0, &self.low), (last, &self.high)].into_iter().find(|(at, _)| *at == n);
            end.and_then(|(_, text)| text.as_ref())
                .map(|text| (", ", text_line(session, "text", text)))
        };
        let ends = self.low.as_ref().or(self.high.as_ref());
        let context = session.context();
        let lang =
            ends.map_or_else(|| context.texts.lang().to_owned(), |text| context.rich.lang_of(text));
        let step = |n: usize| {
            let is_chosen = move || {
                session.answer(|a| a.response == Response::Chosen(vec![n])).unwrap_or(false)
            };
            let number = from + i32::try_from(n).unwrap_or(0);
            let step = el("label").attr("class", "step");
            step.stated("scale-step", move || if is_chosen() { "chosen" } else { "" }).child((
                el("input")
                    .attr("type", "radio")
                    .attr("name", &group_name(session))
                    .attr("lang", &lang)
                    .attr("class", "visually-hidden")
                    .attr("aria-disabled", move || aria_bool(session.is_locked()))
                    .prop("checked", is_chosen)
                    .on("click", move |event| {
                        if session.is_locked() {
                            event.prevent_default();
                        }
                    })
                    .on("change", move |_| session.respond(Response::Chosen(vec![n]))),
                part("span", "key").child((
                    session.context().texts.exact(f64::from(number)),
                    meaning(n)
                        .map(|words| el("span").attr("class", "visually-hidden").child(words)),
                )),
            ))
        };
        let steps: Vec<_> = (0..=last).map(step).collect();
        asked(part("div", "scale")).attr("role", "radiogroup").child((
            self.low.as_ref().map(|text| text_line(session, "end", text).attr("part", "end")),
            el("div").attr("class", "steps-row").child(steps),
            self.high.as_ref().map(|text| text_line(session, "end", text).attr("part", "end")),
        ))
    }

    fn paper(&self, session: Session, _: &Run, _: &Item) -> El {
        let step = |n: i32| {
            let number = session.context().texts.exact(f64::from(n));
            el("li").child((el("b").attr("class", "box round"), number))
        };
        let end = |text: &Option<Rich>| {
            text.as_ref().map(|text| el("li").child(text_line(session, "end", text)))
        };
        el("ul").attr("class", "boxes row").child((
            end(&self.low),
            (self.from..=self.to).map(step).collect::<Vec<_>>(),
            end(&self.high),
        ))
    }

    fn given(&self, session: Session, response: &Response) -> Vec<El> {
        let step = |n: &usize| f64::from(self.from) + *n as f64;
        let words = |n| el("span").child(session.context().texts.exact(step(n)));
        response.chosen().iter().map(words).collect()
    }

    fn right(&self, _: Session) -> Vec<El> {
        Vec::new()
    }
}
