//! Putting entries in order: tap them one after the other, or move them with two buttons.

use adil::content::Rich;
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

/// The buttons of an entry.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Button {
    /// Moves it one place earlier.
    Earlier,
    /// Moves it one place later.
    Later,
    /// Puts it behind the others.
    Waiting,
}

/// The button itself, with focus if that was wished.
fn wished(session: Session, button: El, entry: usize, which: Button) -> El {
    let fixed = session.fixed();
    if fixed.notes.wish.get() == Some((entry, which)) {
        fixed.notes.wish.set(None);
        return button.focus_soon();
    }
    button
}

fn put(session: Session, pool: &[usize], entry: usize) {
    let mut given = untrack(|| given(session));
    given.push(entry);
    // On to the next one that waits; after the last one, to this one in its place.
    let at = pool.iter().position(|n| *n == entry).unwrap_or(0);
    let mut others = pool[at..].iter().chain(&pool[..at]).filter(|n| !given.contains(n));
    session.fixed().notes.wish.set(Some(match others.next() {
        Some(next) => (*next, Button::Waiting),
        None => (entry, Button::Earlier),
    }));
    session.said.say(
        &session.fixed().texts.fill("placed_at", &[("n", &super::number(session, given.len()))]),
    );
    session.respond(Response::Chosen(given));
}

fn take(session: Session, entry: usize) {
    session.fixed().notes.wish.set(Some((entry, Button::Waiting)));
    let given = untrack(|| given(session));
    session.respond(Response::Chosen(given.into_iter().filter(|n| *n != entry).collect()));
}

/// Moves an entry by one place; `earlier` or later.
fn shift(session: Session, entry: usize, earlier: bool) {
    session
        .fixed()
        .notes
        .wish
        .set(Some((entry, if earlier { Button::Earlier } else { Button::Later })));
    let mut given = untrack(|| given(session));
    let Some(at) = given.iter().position(|n| *n == entry) else { return };
    let to = if earlier { at.checked_sub(1) } else { Some(at + 1).filter(|to| *to < given.len()) };
    let Some(to) = to else { return };
    given.swap(at, to);
    session
        .said
        .say(&session.fixed().texts.fill("placed_at", &[("n", &super::number(session, to + 1))]));
    session.respond(Response::Chosen(given));
}

fn placed(session: Session, at: usize, entry: usize, text: &Rich) -> El {
    let state = session.mark().and_then(|mark| mark.parts.get(at).copied());
    let state_word = state.map_or("", Verdict::word);
    let locked = session.is_locked();
    let tool = |icon, key, act| {
        sign(icon, super::parts::words(session, key), None, Box::new(|| false), act)
    };
    let tools = (!locked).then(|| {
        (
            wished(
                session,
                tool(Icon::Up, "move_up", Box::new(move || shift(session, entry, true))),
                entry,
                Button::Earlier,
            ),
            wished(
                session,
                tool(Icon::Down, "move_down", Box::new(move || shift(session, entry, false))),
                entry,
                Button::Later,
            ),
            tool(Icon::Cross, "take_out", Box::new(move || take(session, entry))),
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
                let all = pool.clone();
                let button = el("button")
                    .attr("type", "button")
                    .attr("class", "option waiting")
                    .attr("part", "option")
                    .live("disabled", move || session.is_locked())
                    .on("click", move |_| put(session, &all, n))
                    .child(text_line(session, "words", &rest[n]));
                wished(session, button, n, Button::Waiting)
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
