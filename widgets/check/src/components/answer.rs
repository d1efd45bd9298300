//! How a question is answered.

use adil::content::Day;
use adil::json::number_text;
use adil::ui::{El, el, part, plain_in, text_line};
use leptos::web_sys::Event;

use super::parts::line;
use crate::model::{Answer, Check, Type};
use crate::session::{Session, value_of};

/// The fields for an answer.
pub fn view(session: Session, n: usize) -> El {
    let (kind, unsure) = session.check(|check| {
        let fields = &check.questions[n].fields;
        (fields.kind, fields.unsure)
    });
    match kind {
        Type::YesNo => {
            let all = [("yes", Answer::Yes), ("no", Answer::No), ("unsure", Answer::Unsure)];
            let count = if unsure { 3 } else { 2 };
            let words = |key: &str| el("span").attr("class", "words").child(session.text(key));
            let all =
                all.into_iter().take(count).map(|(key, one)| radio(session, n, one, words(key)));
            options("options row", all.collect())
        }
        Type::One => {
            let all = words(session, n).into_iter().enumerate();
            options("options", all.map(|(k, one)| radio(session, n, Answer::One(k), one)).collect())
        }
        Type::Some => {
            let all = words(session, n).into_iter().enumerate();
            options("options", all.map(|(k, one)| check(session, n, k, one)).collect())
        }
        Type::Scale => scale(session, n),
        Type::Date => {
            let field = field(session, n, "input").attr("type", "date");
            field.on("change", move |event| {
                session.answer(n, Day::parse(&value_of(&event)).map(Answer::Day));
            })
        }
        Type::Text => {
            field(session, n, "textarea").attr("rows", "3").on("input", typed(session, n))
        }
    }
}

fn options(class: &str, all: Vec<El>) -> El {
    el("div").attr("class", class).child(all)
}

/// The words of the options.
fn words(session: Session, n: usize) -> Vec<El> {
    session.read(|widget| {
        let options = &widget.document.body.questions[n].fields.options;
        options.iter().map(|one| text_line(&widget.rich, "words", &one.text)).collect()
    })
}

fn name(n: usize) -> String {
    ["answer-", &number_text(n as f64)].concat()
}

fn is_given(session: Session, n: usize, answer: &Answer) -> bool {
    session.answers(|_, answers| answers.get(n) == Some(answer))
}

fn radio(session: Session, n: usize, answer: Answer, words: El) -> El {
    let (shown, stands) = (answer.clone(), answer.clone());
    let input = el("input")
        .attr("type", "radio")
        .attr("name", &name(n))
        .prop("checked", move || is_given(session, n, &shown))
        .on("change", move |_| session.answer(n, Some(answer.clone())));
    option(move || is_given(session, n, &stands)).child((input, words))
}

/// An answer to choose, which tells pages whether it is chosen.
fn option(is_chosen: impl Fn() -> bool + 'static) -> El {
    part("label", "option").stated("option", move || if is_chosen() { "chosen" } else { "" })
}

fn check(session: Session, n: usize, place: usize, words: El) -> El {
    let chosen = move || {
        session.answers(|_, answers| match answers.get(n) {
            Some(Answer::Some(all)) => all.clone(),
            _ => Vec::new(),
        })
    };
    let change = move |_: Event| {
        let mut all = leptos::prelude::untrack(chosen);
        let count = all.len();
        all.retain(|one| *one != place);
        if all.len() == count {
            all.push(place);
            all.sort_unstable();
        }
        session.answer(n, Some(Answer::Some(all)));
    };
    let input = el("input")
        .attr("type", "checkbox")
        .prop("checked", move || chosen().contains(&place))
        .on("change", change);
    option(move || chosen().contains(&place)).child((input, words))
}

fn field(session: Session, n: usize, tag: &str) -> El {
    let value = session.answers(|_, answers| match answers.get(n) {
        Some(Answer::Text(text)) => text.clone(),
        Some(Answer::Day(day)) => day.as_str().to_owned(),
        _ => String::new(),
    });
    let (root, _) = session.check(|check| check.number(n));
    let label = session.fill("answer_to", &[("n", &session.number(root))]);
    part(tag, "field").attr("aria-label", &label).prop("value", move || value.clone())
}

fn typed(session: Session, n: usize) -> impl Fn(Event) + 'static {
    move |event| {
        let text = value_of(&event);
        session.answer(n, (!text.is_empty()).then_some(Answer::Text(text)));
    }
}

/// From 0 to 4, and "does not apply" with its reason.
fn scale(session: Session, n: usize) -> El {
    let labels = session.check(|check| check.fields.scale.clone());
    let step = |(points, label): (u8, &adil::content::Localized)| {
        let words = el("span").attr("class", "words").child((
            part("b", "points").child(session.number(points.into())),
            line(session, el("span"), label),
        ));
        radio(session, n, Answer::Scale(points), words)
    };
    let mut all: Vec<El> = (0..).zip(&labels).map(step).collect();
    let reason = move || {
        session.answers(|_, answers| match answers.get(n) {
            Some(Answer::Not(reason)) => Some(reason.clone()),
            _ => None,
        })
    };
    let not = el("input")
        .attr("type", "radio")
        .attr("name", &name(n))
        .prop("checked", move || reason().is_some())
        .on("change", move |_| session.answer(n, Some(Answer::Not(String::new()))));
    let words = el("span")
        .attr("class", "words")
        .child((part("b", "points").child("–"), el("span").child(session.text("not_applicable"))));
    all.push(option(move || reason().is_some()).child((not, words)));
    let why = el("input")
        .attr("type", "text")
        .attr("class", "field")
        .attr("part", "field")
        .attr("maxlength", "2000")
        .prop("value", move || reason().unwrap_or_default())
        .on("input", move |event| session.answer(n, Some(Answer::Not(value_of(&event)))));
    let why = el("label")
        .attr("class", "why")
        .attr("hidden", move || reason().is_none())
        .child((el("span").child(session.text("reason")), why));
    el("div")
        .attr("class", "scale")
        .child((el("div").attr("class", "options steps-of").child(all), why))
}

/// An answer in words.
pub fn words_of(session: Session, check: &Check, n: usize, answer: &Answer) -> String {
    let lang = session.read(|widget| widget.rich.lang.clone());
    let option = |k: &usize| {
        let text = check.questions[n].fields.options.get(*k).map(|one| one.text.source());
        text.map_or(String::new(), |text| {
            session.read(|widget| plain_in(&widget.rich, text.get(&lang)))
        })
    };
    match answer {
        Answer::Yes => session.text("yes"),
        Answer::No => session.text("no"),
        Answer::Unsure => session.text("unsure"),
        Answer::One(k) => option(k),
        Answer::Some(all) => {
            let words: Vec<String> = all.iter().map(option).collect();
            words.join(session.read(|widget| widget.texts.comma()))
        }
        Answer::Scale(points) => session.number((*points).into()),
        Answer::Not(reason) => [&session.text("not_applicable"), ": ", reason].concat(),
        Answer::Day(day) => session.read(|widget| widget.texts.date(day)),
        Answer::Text(text) => text.clone(),
    }
}
