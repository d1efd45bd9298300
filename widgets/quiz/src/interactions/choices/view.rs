//! Options to choose from, as native radio buttons and check boxes in cards.

use adil::json::number_text;
use adil::ui::{El, Icon, el, icon, part};

use super::model::{ChoiceLabel, ChoiceOption, Choices, OptionState, Pick};
use crate::components::InteractionView;
use crate::components::parts::{
    aria_bool, asked, group_name, hidden_words, key, picture, text_line,
};
use crate::model::{Item, Response, Run, Verdict};
use crate::session::{LazyPart, Session};

/// The options of an item in the order of this run.
pub fn option_order(session: Session, choices: &Choices) -> Vec<usize> {
    let count = choices.options.len();
    if choices.may_shuffle && session.context().rules.settings.shuffle_options {
        let order =
            |item: &Item| session.run.with_untracked(|run| run.part_order(item, "options", count));
        return session.item(order);
    }
    (0..count).collect()
}

/// Chooses the option that stands at a place, counted from 0, as a number key does.
pub fn choose_at(session: Session, choices: &Choices, at: usize) {
    if let Some(option) = option_order(session, choices).get(at).copied()
        && !session.is_locked()
    {
        choose(session, option, choices.pick == Pick::Many);
    }
}

fn is_chosen(session: Session, option: usize) -> bool {
    session
        .answer(|a| matches!(&a.response, Response::Chosen(list) if list.contains(&option)))
        .unwrap_or(false)
}

fn choose(session: Session, option: usize, many: bool) {
    let chosen = session.run.with_untracked(|run| match run.current().map(|a| &a.response) {
        Some(Response::Chosen(list)) => list.clone(),
        _ => Vec::new(),
    });
    let chosen = match (many, chosen.contains(&option)) {
        (false, _) => vec![option],
        (true, true) => chosen.into_iter().filter(|n| *n != option).collect(),
        (true, false) => {
            let mut with = chosen;
            let at = with.iter().take_while(|n| **n < option).count();
            with.insert(at, option);
            with
        }
    };
    session.respond(Response::Chosen(chosen));
}

/// How an option stands after checking.
fn state(session: Session, option: usize) -> OptionState {
    if !session.is_marked() || session.lazy(LazyPart::States).is_none() {
        return OptionState::Plain;
    }
    let states = &session.context().cells.states;
    states.borrow().get(option).copied().unwrap_or(OptionState::Plain)
}

/// What an option says.
pub fn label(session: Session, label: &ChoiceLabel) -> El {
    let key = match label {
        ChoiceLabel::Text(text) => return text_line(session, "text", text),
        ChoiceLabel::Yes => "yes",
        ChoiceLabel::No => "no",
        ChoiceLabel::Unsure => "not_sure",
    };
    el("span").attr("class", "text").child(session.text(key))
}

fn card(session: Session, at: usize, n: usize, option: &ChoiceOption, many: bool) -> El {
    let mark = move || {
        let state = state(session, n);
        let sign = match state {
            OptionState::Plain => return None,
            OptionState::Chosen(Verdict::Wrong) => Icon::Cross,
            OptionState::Chosen(Verdict::Partly) => Icon::Half,
            _ => Icon::Tick,
        };
        Some((icon(sign), hidden_words(&session.text(state.key()))))
    };
    // A control has the language of its words, as a voice reads it by that of what has the focus.
    let lang = match &option.label {
        ChoiceLabel::Text(text) => session.context().rich.lang_of(text),
        _ => session.context().texts.lang().to_owned(),
    };
    el("label")
        .attr("class", "option")
        .attr("part", move || {
            [
                "option ",
                state(session, n).word(),
                if is_chosen(session, n) { " chosen" } else { "" },
            ]
            .concat()
        })
        .attr("data-state", move || state(session, n).word())
        .child((
            el("input")
                .attr("type", if many { "checkbox" } else { "radio" })
                .attr("name", &group_name(session))
                // Tells the options of a page and of the view alike, so that focus can pass over.
                .attr("value", &number_text(n as f64))
                .attr("lang", &lang)
                .attr("class", "visually-hidden")
                // Not `disabled`, which would take the focus of who checks by the keyboard.
                .attr("aria-disabled", move || aria_bool(session.is_locked()))
                .prop("checked", move || is_chosen(session, n))
                .on("click", move |event| {
                    if session.is_locked() {
                        event.prevent_default();
                    }
                })
                .on("change", move |_| choose(session, n, many)),
            key(session, at),
            part("span", "words").child((
                // What a picture shows and what an option says are two phrases.
                option
                    .picture
                    .as_ref()
                    .map(|p| (picture(session, p), hidden_words(session.context().texts.comma()))),
                label(session, &option.label),
            )),
            part("span", "mark").child(mark),
        ))
}

impl InteractionView for Choices {
    fn view(&self, session: Session) -> El {
        let pictured = self.options.iter().any(|option| option.picture.is_some());
        let many = self.pick == Pick::Many;
        let cards: Vec<_> = option_order(session, self)
            .into_iter()
            .enumerate()
            .map(|(at, n)| card(session, at, n, &self.options[n], many))
            .collect();
        asked(part("div", "options"))
            .attr("role", if many { "group" } else { "radiogroup" })
            .attr("class", if pictured { "options pictured" } else { "options" })
            .child(cards)
    }

    fn paper(&self, session: Session, run: &Run, item: &Item) -> El {
        let count = self.options.len();
        let order = if self.may_shuffle && session.context().rules.settings.shuffle_options {
            run.part_order(item, "options", count)
        } else {
            (0..count).collect()
        };
        let shape = if self.pick == Pick::Many { "box" } else { "box round" };
        let row = |n: usize| {
            let option = &self.options[n];
            let text = label(session, &option.label);
            let image = option.picture.as_ref().map(|image| picture(session, image));
            el("li").child((el("b").attr("class", shape), image, text))
        };
        el("ul").attr("class", "boxes").child(order.into_iter().map(row).collect::<Vec<_>>())
    }

    fn given(&self, session: Session, response: &Response) -> Vec<El> {
        let chosen = response.chosen().iter();
        chosen.map(|n| label(session, &self.options[*n].label)).collect()
    }

    fn right(&self, session: Session) -> Vec<El> {
        self.right_options().map(|option| label(session, &option.label)).collect()
    }
}
