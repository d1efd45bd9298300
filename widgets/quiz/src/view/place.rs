//! Cards and their places: tap a card, then its place; or choose the group below each card.

use adil::ui::{Child, El, el, follow, part};
use leptos::prelude::*;

use super::parts::{text_block, text_line, truth, verdict_sign};
use super::session::Session;
use crate::model::{Item, PlaceItem, Response, Verdict};

fn places(session: Session) -> Vec<Option<usize>> {
    match session.answer(|answer| answer.response.clone()) {
        Some(Response::Placed(places)) => places,
        _ => Vec::new(),
    }
}

fn place_of(session: Session, card: usize) -> Option<usize> {
    places(session).get(card).copied().flatten()
}

/// Puts a card to a place, or takes it away when it is there. A place that takes one card only
/// gives the card that it had back.
fn put(session: Session, card: usize, target: usize, pairs: bool) {
    let mut places = untrack(|| places(session));
    if places.is_empty() {
        // The last answer was "I do not know".
        places = session.item(|item| match Response::empty(&item.kind) {
            Response::Placed(places) => places,
            _ => Vec::new(),
        });
    }
    let same = places.get(card).copied().flatten() == Some(target);
    if pairs {
        places.iter_mut().filter(|place| **place == Some(target)).for_each(|place| *place = None);
    }
    if let Some(place) = places.get_mut(card) {
        *place = (!same).then_some(target);
    }
    session.respond(Response::Placed(places));
}

fn verdict(session: Session, card: usize) -> Option<Verdict> {
    session.mark().and_then(|mark| mark.parts.get(card).copied())
}

fn verdict_mark(session: Session, card: usize) -> El {
    let sign = move || verdict(session, card).map(|verdict| verdict_sign(session, verdict));
    el("span").attr("class", "mark").child(follow(sign))
}

fn state(session: Session, card: usize) -> impl Fn() -> &'static str + use<> {
    move || verdict(session, card).map_or("", Verdict::word)
}

/// Why a card belongs where it does, and where, once that may be shown.
fn reason(session: Session, item: &PlaceItem, card: usize) -> impl Child + use<> {
    let right = item.targets[item.cards[card].target].clone();
    let feedback = item.cards[card].feedback.clone();
    follow(move || {
        let verdict = verdict(session, card)?;
        let shows = session.reveals() || verdict == Verdict::Right;
        let place = (verdict != Verdict::Right).then(|| text_line(session, "answer", &right));
        shows.then(|| {
            let because = feedback.as_ref().map(|text| text_block(session, "because", text));
            el("div").attr("class", "reason").child((place, because))
        })
    })
}

/// Cards with a row of groups below each.
fn sort(session: Session, item: &PlaceItem) -> El {
    let order = part_order(session, "cards", item.cards.len());
    let group = |card: usize, target: usize| {
        let pressed = move || place_of(session, card) == Some(target);
        el("button")
            .attr("type", "button")
            .attr("class", "group")
            .attr("part", "group")
            .live("aria-pressed", move || truth(pressed()))
            .live("disabled", move || session.is_locked())
            .on("click", move |_| put(session, card, target, false))
            .child(text_line(session, "words", &item.targets[target]))
    };
    let rows: Vec<_> = order
        .into_iter()
        .map(|card| {
            let groups: Vec<_> =
                (0..item.targets.len()).map(|target| group(card, target)).collect();
            part("div", "card")
                .attr("role", "group")
                .live("data-state", state(session, card))
                .child((
                    el("div").attr("class", "card-text").child((
                        text_line(session, "words", &item.cards[card].text),
                        verdict_mark(session, card),
                    )),
                    el("div").attr("class", "groups").child(groups),
                    reason(session, item, card),
                ))
        })
        .collect();
    el("div").attr("class", "options").child(rows)
}

/// Two columns: a card of the first is tapped, then its partner in the second.
fn pairs(session: Session, item: &PlaceItem) -> El {
    let cards = part_order(session, "cards", item.cards.len());
    let targets = part_order(session, "targets", item.targets.len());
    // The card that was tapped and waits for its partner.
    let held = adil::ui::Place::new(None);
    let letter = {
        let cards = cards.clone();
        move |card: usize| {
            let at = cards.iter().position(|n| *n == card).unwrap_or(0);
            super::number(session, at + 1)
        }
    };
    let left = |at: usize, card: usize| {
        let partner = item.targets.clone();
        let paired = move || {
            place_of(session, card).map(|target| text_line(session, "partner", &partner[target]))
        };
        el("div").attr("class", "pair").live("data-state", state(session, card)).child((
            el("button")
                .attr("type", "button")
                .attr("class", "option")
                .attr("part", "option")
                .live("aria-pressed", move || truth(held.get() == Some(card)))
                .live("disabled", move || session.is_locked())
                .on("click", move |_| {
                    held.set((held.now() != Some(card)).then_some(card));
                })
                .child((
                    el("span")
                        .attr("class", "key")
                        .attr("aria-hidden", "true")
                        .child(super::number(session, at + 1)),
                    el("span").attr("class", "words").child((
                        text_line(session, "text", &item.cards[card].text),
                        follow(paired),
                    )),
                    verdict_mark(session, card),
                )),
            reason(session, item, card),
        ))
    };
    let right = |target: usize| {
        let letter = letter.clone();
        let taken = move || places(session).iter().position(|place| *place == Some(target));
        el("button")
            .attr("type", "button")
            .attr("class", "option partner")
            .attr("part", "option")
            .live("disabled", move || session.is_locked())
            .on("click", move |_| {
                let first_free = || places(session).iter().position(Option::is_none);
                if let Some(card) = untrack(|| held.get().or_else(taken).or_else(first_free)) {
                    put(session, card, target, true);
                    held.set(None);
                    session.said.say(&session.text("paired"));
                }
            })
            .child((
                el("span").attr("class", "key").child(follow(move || taken().map(&letter))),
                text_line(session, "words", &item.targets[target]),
            ))
    };
    let lefts: Vec<_> = cards.iter().enumerate().map(|(at, card)| left(at, *card)).collect();
    let rights: Vec<_> = targets.into_iter().map(right).collect();
    el("div").attr("class", "columns").child((
        el("div").attr("class", "options").child(lefts),
        el("div").attr("class", "options").child(rights),
    ))
}

fn part_order(session: Session, purpose: &str, count: usize) -> Vec<usize> {
    let order =
        |item: &Item| session.run.with_untracked(|run| run.part_order(item, purpose, count));
    session.item(order)
}

/// The cards of an item.
pub fn view(session: Session, item: &PlaceItem) -> El {
    if item.pairs { pairs(session, item) } else { sort(session, item) }
}
