//! Putting entries in order: tap them one after the other, or move them with two buttons.

use adil::ui::{El, Icon, el, follow, part};
use leptos::prelude::*;

use super::parts::{sign, text_line, verdict_sign};
use super::session::Session;
use crate::model::{Order, Response, Verdict};

fn given(session: Session) -> Vec<usize> {
    match session.answer(|answer| answer.response.clone()) {
        Some(Response::Chosen(given)) => given,
        _ => Vec::new(),
    }
}

fn put(session: Session, entry: usize) {
    let mut given = untrack(|| given(session));
    given.push(entry);
    session.said.say(
        session.fixed().texts.fill("placed_at", &[("n", &super::number(session, given.len()))]),
    );
    session.respond(Response::Chosen(given));
}

fn take(session: Session, entry: usize) {
    let given = untrack(|| given(session));
    session.respond(Response::Chosen(given.into_iter().filter(|n| *n != entry).collect()));
}

/// Moves an entry by one place; `earlier` or later.
fn shift(session: Session, entry: usize, earlier: bool) {
    let mut given = untrack(|| given(session));
    let Some(at) = given.iter().position(|n| *n == entry) else { return };
    let to = if earlier { at.checked_sub(1) } else { Some(at + 1).filter(|to| *to < given.len()) };
    let Some(to) = to else { return };
    given.swap(at, to);
    session
        .said
        .say(session.fixed().texts.fill("placed_at", &[("n", &super::number(session, to + 1))]));
    session.respond(Response::Chosen(given));
}

fn placed(session: Session, at: usize, entry: usize, text: &adil::content::Rich) -> El {
    let state = session.mark().and_then(|mark| mark.parts.get(at).copied());
    let state_word = state.map_or("", Verdict::word);
    let locked = session.is_locked();
    let tools = (!locked).then(|| {
        (
            sign(
                Icon::Up,
                super::parts::words(session, "move_up"),
                None,
                Box::new(|| false),
                Box::new(move || shift(session, entry, true)),
            ),
            sign(
                Icon::Down,
                super::parts::words(session, "move_down"),
                None,
                Box::new(|| false),
                Box::new(move || shift(session, entry, false)),
            ),
            sign(
                Icon::Cross,
                super::parts::words(session, "take_out"),
                None,
                Box::new(|| false),
                Box::new(move || take(session, entry)),
            ),
        )
    });
    let mark = state.map(|state| verdict_sign(session, state));
    part("li", "option").attr("data-state", state_word).child((
        el("span")
            .attr("class", "key")
            .attr("aria-hidden", "true")
            .child(super::number(session, at + 1)),
        text_line(session, "words", text),
        el("span").attr("class", "tools").child((mark, tools)),
    ))
}

/// The entries: those in order above, those to come below.
pub fn view(session: Session, order: &Order) -> El {
    let entries = order.entries.clone();
    let rest = order.entries.clone();
    let pool = session.item(|item| {
        session.run.with_untracked(|run| run.part_order(item, "entries", item_len(item)))
    });
    let right_entries = order.entries.clone();
    let list = move || {
        let rows = given(session).into_iter().enumerate();
        rows.map(|(at, n)| placed(session, at, n, &entries[n])).collect::<Vec<_>>()
    };
    let waiting = move || {
        let given = given(session);
        let waits = pool.iter().filter(|n| !given.contains(n));
        waits
            .map(|n| {
                let n = *n;
                el("button")
                    .attr("type", "button")
                    .attr("class", "option waiting")
                    .attr("part", "option")
                    .live("disabled", move || session.is_locked())
                    .on("click", move |_| put(session, n))
                    .child(text_line(session, "words", &rest[n]))
            })
            .collect::<Vec<_>>()
    };
    let solution = move || {
        let wrong = session.mark().is_some_and(|mark| mark.verdict != Verdict::Right);
        (wrong && session.reveals()).then(|| {
            let rows: Vec<_> = right_entries
                .iter()
                .map(|text| el("li").child(text_line(session, "words", text)))
                .collect();
            part("div", "solution").child((
                el("p").attr("class", "count").child(session.text("right_answer")),
                el("ol").child(rows),
            ))
        })
    };
    el("div").attr("class", "arrange").child((
        el("ol")
            .attr("class", "options placed")
            .attr("aria-label", &session.text("your_order"))
            .child(follow(list)),
        el("div").attr("class", "options").child(follow(waiting)),
        follow(solution),
    ))
}

fn item_len(item: &crate::model::Item) -> usize {
    match &item.kind {
        crate::model::ItemKind::Order(order) => order.entries.len(),
        _ => 0,
    }
}
