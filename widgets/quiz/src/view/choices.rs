//! Options to choose from, as native radio buttons and check boxes in cards.

use adil::ui::{El, Icon, el, follow, icon};

use super::parts::{hidden_words, picture, text_line, truth};
use super::session::Session;
use crate::model::{ChoiceLabel, ChoiceOption, Choices, Pick, Response, Verdict};

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

/// How an option stands after checking: right and chosen, chosen by mistake, or the right one
/// that was not chosen, once it may be shown.
fn state(session: Session, option: usize, worth: f64, pick: Pick) -> &'static str {
    if pick == Pick::Poll || !session.is_marked() {
        return "";
    }
    let right = worth > 1.0 - 1e-9 || (pick == Pick::Many && worth > 0.0);
    match (is_chosen(session, option), right) {
        (true, true) => "right",
        (true, false) if worth > 0.0 => "partly",
        (true, false) => "wrong",
        (false, true) if session.reveals() => "answer",
        _ => "",
    }
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

fn card(session: Session, at: usize, n: usize, option: &ChoiceOption, pick: Pick) -> El {
    let worth = option.worth;
    let many = pick == Pick::Many;
    let mark = move || {
        let state = state(session, n, worth, pick);
        let sign = match state {
            "" => return None,
            "wrong" => Icon::Cross,
            "partly" => Icon::Half,
            _ => Icon::Tick,
        };
        Some((icon(sign), hidden_words(&session.text(state_key(state)))))
    };
    el("label")
        .attr("class", "option")
        .live("part", move || {
            [
                "option ",
                state(session, n, worth, pick),
                if is_chosen(session, n) { " chosen" } else { "" },
            ]
            .concat()
        })
        .live("data-state", move || state(session, n, worth, pick))
        .child((
            el("input")
                .attr("type", if many { "checkbox" } else { "radio" })
                .attr("name", "option")
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
            el("span")
                .attr("class", "key")
                .attr("aria-hidden", "true")
                .child(super::number(session, at + 1)),
            el("span").attr("class", "words").child((
                option.picture.as_ref().map(|p| picture(session, p)),
                label(session, &option.label),
            )),
            el("span").attr("class", "mark").child(follow(mark)),
        ))
}

/// The options of an item.
pub fn view(session: Session, choices: &Choices) -> El {
    let pictured = choices.options.iter().any(|option| option.picture.is_some());
    let pick = choices.pick;
    let cards: Vec<_> = order(session, choices)
        .into_iter()
        .enumerate()
        .map(|(at, n)| card(session, at, n, &choices.options[n], pick))
        .collect();
    el("div")
        .attr("class", if pictured { "options pictured" } else { "options" })
        .attr("part", "options")
        .child(cards)
}

/// What the chosen options say.
pub fn feedback(choices: &Choices, response: &Response) -> Vec<(Verdict, adil::content::Rich)> {
    let Response::Chosen(chosen) = response else { return Vec::new() };
    let said = |n: &usize| {
        let option = &choices.options[*n];
        let right = option.worth > 1.0 - 1e-9 || (choices.pick == Pick::Many && option.worth > 0.0);
        let verdict = match option.worth {
            _ if choices.pick == Pick::Poll => Verdict::Open,
            _ if right => Verdict::Right,
            worth if worth > 0.0 => Verdict::Partly,
            _ => Verdict::Wrong,
        };
        option.feedback.clone().map(|text| (verdict, text))
    };
    chosen.iter().filter_map(said).collect()
}
