//! Blanks to fill by typing or choosing, in a text or alone below the stem.

use adil::content::Localized;
use adil::json::number_text;
use adil::ui::{El, el, follow, part, say_language};
use leptos::prelude::*;

use super::parts::{plain_line, verdict_sign};
use super::session::Session;
use crate::model::{Blank, BlankKind, Fill, Response, Verdict};

fn typed(session: Session, n: usize) -> String {
    let text = session.answer(|answer| match &answer.response {
        Response::Typed(texts) => texts.get(n).cloned(),
        _ => None,
    });
    text.flatten().unwrap_or_default()
}

fn put(session: Session, n: usize, text: &str) {
    let mut texts = session.run.with_untracked(|run| match run.current().map(|a| &a.response) {
        Some(Response::Typed(texts)) => texts.clone(),
        _ => Vec::new(),
    });
    if texts.is_empty() {
        // The last answer was "I do not know".
        texts = session.item(|item| match Response::empty(&item.kind) {
            Response::Typed(texts) => texts,
            _ => Vec::new(),
        });
    }
    if let Some(place) = texts.get_mut(n) {
        // Enough for any answer; a pasted book would fill the storage.
        *place = text.chars().take(500).collect();
    }
    session.respond(Response::Typed(texts));
}

fn verdict(session: Session, n: usize) -> Option<Verdict> {
    session.mark().and_then(|mark| mark.parts.get(n).copied())
}

/// The answer to show when the blank was not right.
pub fn solution(session: Session, blank: &Blank) -> El {
    let fixed = session.fixed();
    let answer = el("span").attr("class", "answer");
    match &blank.kind {
        BlankKind::Words { accepted, .. } => match accepted.first() {
            // A pattern is no answer to show; stars are left out.
            Some((text, _)) => plain_line(session, answer, text).with(|element| {
                let words = element.text_content().unwrap_or_default();
                element.set_text_content(Some(&words.replace('*', "")));
            }),
            None => answer,
        },
        BlankKind::Number { least, most } => {
            let middle = if *least <= f64::MIN {
                *most
            } else if *most >= f64::MAX {
                *least
            } else {
                f64::midpoint(*least, *most)
            };
            answer.child(fixed.texts.number(middle))
        }
        BlankKind::Chosen { options } => match options.first() {
            Some(text) => plain_line(session, answer, text),
            None => answer,
        },
    }
}

fn field(session: Session, n: usize, blank: &Blank) -> El {
    let fixed = session.fixed();
    let lang = &fixed.rich.lang;
    let name = fixed.texts.fill("blank_n", &[("n", &super::number(session, n + 1))]);
    let state = move || verdict(session, n).map_or("", Verdict::word);
    let solved = blank.clone();
    let after = move || {
        let verdict = verdict(session, n)?;
        let shows = session.reveals() && verdict != Verdict::Right;
        let answer = shows.then(|| solution(session, &solved));
        Some((verdict_sign(session, verdict), answer))
    };
    let field = match &blank.kind {
        BlankKind::Chosen { options } => {
            let order = session.item(|item| {
                let purpose = ["blank", &number_text(n as f64)].concat();
                session.run.with_untracked(|run| run.part_order(item, &purpose, options.len()))
            });
            let entry = |text: &Localized| {
                let value = text.get(lang).to_owned();
                plain_line(session, el("option"), text)
                    .attr("value", &value)
                    .flag("selected", move || typed(session, n) == value)
            };
            let entries: Vec<_> = order.into_iter().map(|at| entry(&options[at])).collect();
            part("select", "blank")
                .attr("aria-label", &name)
                .live("data-state", state)
                .live("disabled", move || session.is_locked())
                .on("change", move |event| put(session, n, &event_target_value(&event)))
                .child((
                    el("option")
                        .attr("value", "")
                        .flag("selected", move || typed(session, n).is_empty())
                        .child("…"),
                    entries,
                ))
        }
        kind => {
            let number = matches!(kind, BlankKind::Number { .. });
            part("input", "blank")
                .attr("type", "text")
                .attr("inputmode", if number { "decimal" } else { "text" })
                .attr("autocomplete", "off")
                .attr("autocapitalize", "off")
                .attr("spellcheck", "false")
                .attr("dir", if number { "ltr" } else { "auto" })
                .attr("maxlength", "500")
                .attr("aria-label", &name)
                .live("data-state", state)
                .live("readonly", move || session.is_locked())
                .text_property("value", move || typed(session, n))
                .on("input", move |event| put(session, n, &event_target_value(&event)))
        }
    };
    let unit =
        blank.unit.as_ref().map(|unit| plain_line(session, el("span").attr("class", "unit"), unit));
    el("span").attr("class", "blank-group").child((
        field,
        unit,
        el("span").attr("class", "mark").child(follow(after)),
    ))
}

/// The blanks, in their text or alone.
pub fn view(session: Session, fill: &Fill) -> El {
    let Some(text) = &fill.text else {
        let fields: Vec<_> =
            fill.blanks.iter().enumerate().map(|(n, blank)| field(session, n, blank)).collect();
        return part("div", "fill").child(fields);
    };
    let field = |n: usize| field(session, n, &fill.blanks[n]);
    part("div", "fill").attr("dir", "auto").child(pieces(session, fill, text, &field))
}

/// A text with what stands in its blanks.
pub fn pieces(
    session: Session,
    fill: &Fill,
    text: &Localized,
    blank: &dyn Fn(usize) -> El,
) -> Vec<El> {
    let context = &session.fixed().rich;
    let (mut rest, tag) = text.resolve(&context.lang);
    let words =
        |words: &str| el("span").child(words).with(|element| say_language(context, element, tag));
    let mut pieces = Vec::new();
    // Blanks may come in any order, as grammar asks in another language.
    while let Some((at, n, len)) = next_blank(rest, fill.blanks.len()) {
        pieces.push(words(&rest[..at]));
        pieces.push(blank(n));
        rest = &rest[at + len..];
    }
    pieces.push(words(rest));
    pieces
}

/// The next `{n}` of a text: its place, the blank's index, and its length.
fn next_blank(text: &str, blanks: usize) -> Option<(usize, usize, usize)> {
    let found = (0..blanks).filter_map(|n| {
        let mark = ["{", &number_text((n + 1) as f64), "}"].concat();
        text.find(&mark).map(|at| (at, n, mark.len()))
    });
    found.min()
}
