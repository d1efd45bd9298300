//! Options to choose from, as native radio buttons and check boxes in cards.

use adil::ui::{El, Icon, el, follow, icon, part};

use super::feedback::Said;
use super::later::Part;
use super::parts::{asked, group_name, hidden_words, key, picture, text_line, truth};
use super::session::Session;
use crate::model::{ChoiceLabel, ChoiceOption, Choices, ItemKind, Pick, Response, Verdict};

/// The options of an item in the order of this run.
pub fn order(session: Session, choices: &Choices) -> Vec<usize> {
    let count = choices.options.len();
    if choices.may_shuffle && session.fixed().rules.settings.shuffle_options {
        let order = |item: &crate::model::Item| {
            session.run.with_untracked(|run| run.part_order(item, "options", count))
        };
        return session.item(order);
    }
    (0..count).collect()
}

/// Chooses the option that stands at a place, counted from 0, as a number key does.
pub fn choose_at(session: Session, choices: &Choices, at: usize) {
    if let Some(option) = order(session, choices).get(at).copied()
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

/// How an option stands after checking, see [`note_states`].
fn state(session: Session, option: usize) -> &'static str {
    if !session.is_marked() || session.rest(Part::States).is_none() {
        return "";
    }
    session.fixed().notes.states.borrow().get(option).copied().unwrap_or_default()
}

/// Notes how the options stand after checking: right and chosen, chosen by mistake, or the right
/// one that was not chosen, once it may be shown.
pub fn note_states(session: Session) {
    let fixed = session.fixed();
    let states = session.item(|item| match &item.kind {
        ItemKind::Choices(choices) if choices.pick != Pick::Poll => {
            let chosen = session.answer(|answer| match &answer.response {
                Response::Chosen(chosen) => chosen.clone(),
                _ => Vec::new(),
            });
            let worths = choices.worths(&chosen.unwrap_or_default(), &fixed.rich.lang);
            let state = |(n, worth): (usize, f64)| {
                let right = worth > 1.0 - 1e-9 || (choices.pick == Pick::Many && worth > 0.0);
                match (is_chosen(session, n), right) {
                    (true, true) => "right",
                    (true, false) if worth > 0.0 => "partly",
                    (true, false) => "wrong",
                    (false, true) if session.reveals() => "answer",
                    _ => "",
                }
            };
            worths.into_iter().enumerate().map(state).collect()
        }
        _ => Vec::new(),
    });
    fixed.notes.states.replace(states);
}

/// What a sign beside an option says to those who do not see it.
fn state_key(state: &str) -> &'static str {
    match state {
        "right" => "correct",
        "partly" => "partly",
        "wrong" => "not_quite",
        _ => "right_answer",
    }
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
            "" => return None,
            "wrong" => Icon::Cross,
            "partly" => Icon::Half,
            _ => Icon::Tick,
        };
        Some((icon(sign), hidden_words(&session.text(state_key(state)))))
    };
    // A control has the language of its words, as a voice reads it by that of what has the focus.
    let lang = match &option.label {
        ChoiceLabel::Text(text) => session.fixed().rich.lang_of(text),
        _ => session.fixed().texts.lang().to_owned(),
    };
    el("label")
        .attr("class", "option")
        .live("part", move || {
            ["option ", state(session, n), if is_chosen(session, n) { " chosen" } else { "" }]
                .concat()
        })
        .live("data-state", move || state(session, n))
        .child((
            el("input")
                .attr("type", if many { "checkbox" } else { "radio" })
                .attr("name", &group_name(session))
                .attr("lang", &lang)
                .attr("class", "visually-hidden")
                // Not `disabled`, which would take the focus of who checks by the keyboard.
                .live("aria-disabled", move || truth(session.is_locked()))
                .flag("checked", move || is_chosen(session, n))
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
                    .map(|p| (picture(session, p), hidden_words(session.fixed().texts.comma()))),
                label(session, &option.label),
            )),
            part("span", "mark").child(follow(mark)),
        ))
}

/// The options of an item.
pub fn view(session: Session, choices: &Choices) -> El {
    let pictured = choices.options.iter().any(|option| option.picture.is_some());
    let many = choices.pick == Pick::Many;
    let cards: Vec<_> = order(session, choices)
        .into_iter()
        .enumerate()
        .map(|(at, n)| card(session, at, n, &choices.options[n], many))
        .collect();
    asked(part("div", "options"))
        .attr("role", if many { "group" } else { "radiogroup" })
        .attr("class", if pictured { "options pictured" } else { "options" })
        .child(cards)
}

/// What the chosen options say. Where several may be chosen, each with the option that it is about.
pub fn feedback(choices: &Choices, response: &Response, lang: &str) -> Vec<Said> {
    let Response::Chosen(chosen) = response else { return Vec::new() };
    let worths = choices.worths(chosen, lang);
    let many = choices.pick == Pick::Many;
    let said = |n: &usize| {
        let (option, worth) = (choices.options.get(*n)?, *worths.get(*n)?);
        let right = worth > 1.0 - 1e-9 || (many && worth > 0.0);
        let verdict = match worth {
            _ if choices.pick == Pick::Poll => Verdict::Open,
            _ if right => Verdict::Right,
            worth if worth > 0.0 => Verdict::Partly,
            _ => Verdict::Wrong,
        };
        let about = match &option.label {
            ChoiceLabel::Text(text) if many => Some(text.clone()),
            _ => None,
        };
        option.feedback.clone().map(|text| Said { verdict, about, text })
    };
    chosen.iter().filter_map(said).collect()
}
