//! Cards and their places: choose a card, then its match; or choose the group below each card.

use adil::content::Rich;
use adil::ui::{Child, El, el, part, pressable, spoken};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::KeyboardEvent;

use super::model::Matching;
use crate::components::InteractionView;
use crate::components::parts::{
    aria_bool, asked, group_name, hidden_words, joined, key, piece_id, text_block, text_line,
    verdict_sign,
};
use crate::model::{Item, Response, Run, Verdict};
use crate::session::{Session, own_line};

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
        places = session.item(|item| match item.kind.empty() {
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
    part("span", "mark").child(sign)
}

fn state(session: Session, card: usize) -> impl Fn() -> &'static str + use<> {
    move || verdict(session, card).map_or("", Verdict::word)
}

/// Why a card belongs where it does, and where, once that may be shown.
fn reason(session: Session, item: &Matching, card: usize) -> impl Child + use<> {
    let right = item.targets[item.cards[card].target].clone();
    let feedback = item.cards[card].feedback.clone();
    move || {
        let verdict = verdict(session, card)?;
        let shows = session.reveals() || verdict == Verdict::Right;
        let place = (verdict != Verdict::Right).then(|| text_line(session, "answer", &right));
        shows.then(|| {
            let because = feedback.as_ref().map(|text| text_block(session, "because", text));
            el("div").attr("class", "reason").child((place, because))
        })
    }
}

/// Cards with a row of groups below each: radio buttons, so that arrow keys lead through them.
/// Pressing the chosen one takes the card out again.
fn sort(session: Session, item: &Matching) -> El {
    let order = part_order(session, "cards", item.cards.len());
    let group = |card: usize, target: usize| {
        let chosen = move || place_of(session, card) == Some(target);
        el("label")
            .attr("class", "group")
            .stated("group", move || if chosen() { "chosen" } else { "" })
            .child((
                el("input")
                    .attr("type", "radio")
                    .attr("lang", &session.context().rich.lang_of(&item.targets[target]))
                    .attr("name", &piece_id(&group_name(session), card))
                    .attr("class", "visually-hidden")
                    .attr("aria-disabled", move || aria_bool(session.is_locked()))
                    .prop("checked", chosen)
                    // Browsers tell of no press of the space bar on what is chosen already.
                    .on("keydown", move |event| {
                        let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
                        if key.as_deref() == Some(" ") && chosen() && !session.is_locked() {
                            event.prevent_default();
                            put(session, card, target, false);
                        }
                    })
                    .on("click", move |event| {
                        if session.is_locked() {
                            event.prevent_default();
                        } else {
                            put(session, card, target, false);
                        }
                    }),
                text_line(session, "words", &item.targets[target]).attr("part", "words"),
            ))
    };
    let rows: Vec<_> = order
        .into_iter()
        .map(|card| {
            let groups: Vec<_> =
                (0..item.targets.len()).map(|target| group(card, target)).collect();
            let (name, mark) = (piece_id("name", card), piece_id("mark", card));
            el("div")
                .attr("class", "card")
                .attr("role", "radiogroup")
                .attr("lang", &session.context().rich.lang_of(&item.cards[card].text))
                .attr("aria-labelledby", &name)
                .attr("aria-describedby", &mark)
                .stated("card", state(session, card))
                .child((
                    el("div").attr("class", "card-text").child((
                        text_line(session, "words", &item.cards[card].text)
                            .attr("part", "words")
                            .attr("id", &name),
                        verdict_mark(session, card).attr("id", &mark),
                    )),
                    el("div").attr("class", "groups").child(groups),
                    reason(session, item, card),
                ))
        })
        .collect();
    asked(part("div", "options")).attr("role", "group").child(rows)
}

/// Two columns: a card of the first is chosen, then its match in the second.
fn pairs(session: Session, item: &Matching) -> El {
    let cards = part_order(session, "cards", item.cards.len());
    let targets = part_order(session, "targets", item.targets.len());
    // The card that was chosen and waits for its match.
    let held = adil::ui::IndexSignal::new(None);
    let lefts: Vec<_> = cards
        .iter()
        .enumerate()
        .map(|(at, card)| pair_card(session, item, at, *card, held))
        .collect();
    let rights: Vec<_> =
        targets.into_iter().map(|target| pair_match(session, item, target, &cards, held)).collect();
    let column = |name: &str, rows: Vec<El>| {
        part("div", "options")
            .attr("role", "group")
            .attr("aria-label", &session.text(name))
            .child(rows)
    };
    asked(el("div"))
        .attr("role", "group")
        .attr("class", "columns")
        .child((column("pair_cards", lefts), column("pair_matches", rights)))
}

/// "Matched with:", and what it is, for those who do not see numbers and arrows.
fn matched(session: Session, text: &Rich, class: &'static str) -> (El, El) {
    let words = [". ", &session.text("matched_with"), " "].concat();
    let words = hidden_words(&words).attr("lang", session.context().texts.lang());
    (words, text_line(session, class, text).attr("part", "partner"))
}

/// A card with its match below.
fn pair_card(
    session: Session,
    item: &Matching,
    at: usize,
    card: usize,
    held: adil::ui::IndexSignal,
) -> El {
    let targets = item.targets.clone();
    let paired =
        move || place_of(session, card).map(|target| matched(session, &targets[target], "partner"));
    let button = el("button")
        .attr("type", "button")
        .attr("class", "option")
        .attr("lang", &session.context().rich.lang_of(&item.cards[card].text))
        .attr("aria-disabled", move || aria_bool(session.is_locked()));
    let button = pressable(button, "option", Box::new(move || held.get() == Some(card)));
    el("div").attr("class", "pair").stated("pair", state(session, card)).child((
        button
            .on("click", move |_| {
                if !session.is_locked() {
                    held.set((held.now() != Some(card)).then_some(card));
                }
            })
            .child((
                key(session, at),
                part("span", "words")
                    .child((text_line(session, "text", &item.cards[card].text), paired)),
                verdict_mark(session, card),
            )),
        reason(session, item, card),
    ))
}

/// A match, with the number of the card that has it.
fn pair_match(
    session: Session,
    item: &Matching,
    target: usize,
    cards: &[usize],
    held: adil::ui::IndexSignal,
) -> El {
    let taken = move || places(session).iter().position(|place| *place == Some(target));
    let text = item.targets[target].clone();
    let (all, names) = (item.cards.clone(), item.cards.clone());
    let cards = cards.to_owned();
    let number =
        move |card: usize| session.number(cards.iter().position(|n| *n == card).unwrap_or(0) + 1);
    let with = move || taken().map(|card| matched(session, &names[card].text, "visually-hidden"));
    el("button")
        .attr("type", "button")
        .attr("class", "option partner")
        .attr("lang", &session.context().rich.lang_of(&item.targets[target]))
        .attr("part", "option")
        .attr("aria-disabled", move || aria_bool(session.is_locked()))
        .on("click", move |_| {
            let first_free = || places(session).iter().position(Option::is_none);
            let card = untrack(|| held.get().or_else(taken).or_else(first_free));
            if let Some(card) = card.filter(|_| !untrack(|| session.is_locked())) {
                let (name, match_) = (&all[card].text, &text);
                put(session, card, target, true);
                held.set(None);
                say_pair(session, name, match_, untrack(|| place_of(session, card)).is_some());
            }
        })
        .child((
            part("span", "key").attr("aria-hidden", "true").child(move || taken().map(&number)),
            part("span", "words").child((text_line(session, "text", &item.targets[target]), with)),
        ))
}

/// Says which two belong together now, or that a card is free again.
fn say_pair(session: Session, card: &Rich, target: &Rich, together: bool) {
    if !together {
        return session.say_of(card, &session.text("unmatched"));
    }
    let rich = &session.context().rich;
    let words = own_line(&session.text("matched_with"));
    session.announcer.announce_lines(&[spoken(rich, card), words, spoken(rich, target)]);
}

fn part_order(session: Session, purpose: &str, count: usize) -> Vec<usize> {
    let order =
        |item: &Item| session.run.with_untracked(|run| run.part_order(item, purpose, count));
    session.item(order)
}

/// A card and a place, as they belong together.
fn pair(session: Session, matching: &Matching, card: usize, target: usize) -> El {
    let (left, right) = (&matching.cards[card].text, &matching.targets[target]);
    let sides = [left, right].map(|text| text_line(session, "text", text));
    joined(sides.into_iter(), " – ")
}

impl InteractionView for Matching {
    fn view(&self, session: Session) -> El {
        if self.pairs { pairs(session, self) } else { sort(session, self) }
    }

    fn paper(&self, session: Session, run: &Run, item: &Item) -> El {
        let card =
            |n: usize| el("li").child((text_line(session, "text", &self.cards[n].text), el("i")));
        let target = |n: usize| el("li").child(text_line(session, "text", &self.targets[n]));
        let cards = run.part_order(item, "cards", self.cards.len()).into_iter().map(card);
        let targets = run.part_order(item, "targets", self.targets.len()).into_iter().map(target);
        el("div").child((
            el("ul").attr("class", "targets").child(targets.collect::<Vec<_>>()),
            el("ul").attr("class", "write-list").child(cards.collect::<Vec<_>>()),
        ))
    }

    fn given(&self, session: Session, response: &Response) -> Vec<El> {
        let Response::Placed(places) = response else { return Vec::new() };
        let given = places.iter().enumerate();
        given.filter_map(|(card, at)| Some(pair(session, self, card, (*at)?))).collect()
    }

    fn right(&self, session: Session) -> Vec<El> {
        let cards = self.cards.iter().enumerate();
        cards.map(|(n, card)| pair(session, self, n, card.target)).collect()
    }
}
