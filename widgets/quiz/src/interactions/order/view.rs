//! Putting entries in order: choose them one after the other, or move them with two buttons.

use adil::content::Rich;
use adil::ui::{Act, El, Icon, el, part, spoken};
use leptos::prelude::*;

use super::model::Order;
use crate::components::InteractionView;
use crate::components::parts::{aria_bool, asked, icon_button, key, text_line, verdict_sign};
use crate::model::{Item, ItemKind, Response, Run, Verdict};
use crate::session::{EntryButton as Button, Session};

fn given(session: Session) -> Vec<usize> {
    match session.answer(|answer| answer.response.clone()) {
        Some(Response::Chosen(given)) => given,
        _ => Vec::new(),
    }
}

/// The button itself, with focus if that was wished.
fn wished(session: Session, button: El, entry: usize, which: Button) -> El {
    let context = session.context();
    if context.cells.wish.get() == Some((entry, which)) {
        context.cells.wish.set(None);
        return button.focus_soon();
    }
    button
}

/// Says where an entry stands now.
fn say_place(session: Session, text: &Rich, at: usize, total: usize) {
    let (n, total) = (session.number(at + 1), session.number(total));
    let words = session.context().texts.fill("placed_at", &[("n", &n), ("total", &total)]);
    session.say_of(text, &words);
}

fn put(session: Session, pool: &[usize], entry: usize, text: &Rich) {
    let mut given = untrack(|| given(session));
    given.push(entry);
    // On to the next one that waits; after the last one, to this one in its place.
    let at = pool.iter().position(|n| *n == entry).unwrap_or(0);
    let mut others = pool[at..].iter().chain(&pool[..at]).filter(|n| !given.contains(n));
    session.context().cells.wish.set(Some(match others.next() {
        Some(next) => (*next, Button::Waiting),
        None => (entry, Button::Earlier),
    }));
    say_place(session, text, given.len() - 1, pool.len());
    session.respond(Response::Chosen(given));
}

fn take(session: Session, entry: usize) {
    session.context().cells.wish.set(Some((entry, Button::Waiting)));
    let given = untrack(|| given(session));
    session.respond(Response::Chosen(given.into_iter().filter(|n| *n != entry).collect()));
}

/// Moves an entry by one place; `earlier` or later.
fn shift(session: Session, entry: usize, text: &Rich, earlier: bool) {
    let mut given = untrack(|| given(session));
    let Some(at) = given.iter().position(|n| *n == entry) else { return };
    let to = if earlier { at.checked_sub(1) } else { Some(at + 1).filter(|to| *to < given.len()) };
    let Some(to) = to else {
        let key = if earlier { "is_first" } else { "is_last" };
        return session.say_of(text, &session.text(key));
    };
    let wish = (entry, if earlier { Button::Earlier } else { Button::Later });
    session.context().cells.wish.set(Some(wish));
    given.swap(at, to);
    say_place(session, text, to, session.item(item_len));
    session.respond(Response::Chosen(given));
}

fn placed(session: Session, at: usize, entry: usize, text: &Rich) -> El {
    let state = session.mark().and_then(|mark| mark.parts.get(at).copied());
    let locked = session.is_locked();
    let entry_words = spoken(&session.context().rich, text).words;
    let tool = |icon, key, act| {
        // Which entry a button is about is part of its name: there is one for each.
        let name = [&session.text(key), ": ", &entry_words].concat();
        icon_button(icon, Box::new(move || name.clone()), None, Box::new(|| false), act)
    };
    let shifts = |earlier| -> Act {
        let text = text.clone();
        Box::new(move || shift(session, entry, &text, earlier))
    };
    let tools = (!locked).then(|| {
        let up = tool(Icon::Up, "move_up", shifts(true));
        let down = tool(Icon::Down, "move_down", shifts(false));
        (
            wished(session, up, entry, Button::Earlier),
            wished(session, down, entry, Button::Later),
            tool(Icon::Cross, "take_out", Box::new(move || take(session, entry))),
        )
    });
    let mark = state.map(|state| verdict_sign(session, state));
    el("li").attr("class", "option").state("option", state.map_or("", Verdict::word)).child((
        key(session, at),
        text_line(session, "words", text).attr("part", "words"),
        el("span").attr("class", "tools").child((mark, tools)),
    ))
}

impl InteractionView for Order {
    // Those in order above, those to come below.
    fn view(&self, session: Session) -> El {
        let entries = self.entries.clone();
        let rest = self.entries.clone();
        let pool = session.item(|item| {
            session.run.with_untracked(|run| run.part_order(item, "entries", item_len(item)))
        });
        let right_entries = self.entries.clone();
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
                    let (all, text) = (pool.clone(), rest[n].clone());
                    let button = el("button")
                        .attr("type", "button")
                        .attr("lang", &session.context().rich.lang_of(&text))
                        .attr("class", "option waiting")
                        .attr("part", "option waiting")
                        .attr("aria-disabled", move || aria_bool(session.is_locked()))
                        .on("click", move |_| {
                            if !session.is_locked() {
                                put(session, &all, n, &text);
                            }
                        })
                        .child(text_line(session, "words", &rest[n]).attr("part", "words"));
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
        asked(el("div")).attr("role", "group").attr("class", "arrange").child((
            part("ol", "options")
                .attr("class", "options placed")
                // Without its numbers some browsers take it for no list.
                .attr("role", "list")
                .attr("aria-label", &session.text("your_order"))
                .child(list),
            part("div", "options").child(waiting),
            solution,
        ))
    }

    fn paper(&self, session: Session, run: &Run, item: &Item) -> El {
        let row = |n: usize| {
            let text = text_line(session, "text", &self.entries[n]);
            el("li").child((el("b").attr("class", "box"), text))
        };
        let rows = run.part_order(item, "entries", self.entries.len()).into_iter().map(row);
        el("ul").attr("class", "boxes").child(rows.collect::<Vec<_>>())
    }

    fn given(&self, session: Session, response: &Response) -> Vec<El> {
        let given = response.chosen().iter();
        given.map(|n| text_line(session, "text", &self.entries[*n])).collect()
    }

    fn right(&self, session: Session) -> Vec<El> {
        self.entries.iter().map(|text| text_line(session, "text", text)).collect()
    }
}

fn item_len(item: &Item) -> usize {
    match &item.kind {
        ItemKind::Order(order) => order.entries.len(),
        _ => 0,
    }
}
