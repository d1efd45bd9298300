//! What an answer is worth.
//!
//! An item's worth is a share between 0 and 1. Options may take away, but never below 0:
//!
//! - Choosing one: the option's own score.
//! - Choosing many: the sum of the chosen options' worths; the right ones add up to 1, and a
//!   wrong one without a score takes away what a right one gives.
//! - Order: the share of neighbours that follow each other as they should, so that one entry in
//!   the wrong place does not cost everything. An entry is crossed exactly if it costs points:
//!   neighbours that follow each other make runs, and the first entry of each run but the longest
//!   is crossed. Where nothing follows as it should, there are no points and all are crossed.
//! - Matching and sorting: the share of cards in their place.
//! - Blanks: the mean of the blanks' worths.
//!
//! What looks the same is the same: where two entries, cards, places or options have equal
//! content, a learner cannot tell them apart, and either counts for the other.

use adil::content::{Rich, base_language, next_escaped};
use adil::typed::look_alike;

use super::number::read_number;
use super::{Blank, BlankKind, ChoiceLabel, Item, ItemKind, Pick, PlaceItem, Response};

/// How right an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Wholly right
    Right,
    /// Partly right
    Partly,
    /// Not right
    Wrong,
    /// "I do not know"
    Unsure,
    /// The item has no right answer.
    Open,
}

impl Verdict {
    /// The word used in events, kept runs, and as a state in styles.
    pub const fn word(self) -> &'static str {
        match self {
            Verdict::Right => "right",
            Verdict::Partly => "partly",
            Verdict::Wrong => "wrong",
            Verdict::Unsure => "unsure",
            Verdict::Open => "open",
        }
    }

    fn of(share: f64) -> Verdict {
        // Thirds of a point do not add up to exactly one.
        if share > 1.0 - 1e-9 {
            Verdict::Right
        } else if share > 1e-9 {
            Verdict::Partly
        } else {
            Verdict::Wrong
        }
    }
}

/// What an answer is worth, in whole and in parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Between 0 and 1.
    pub share: f64,
    /// The share in words.
    pub verdict: Verdict,
    /// The verdict of each part that the answer has: each entry given, card or blank.
    pub parts: Vec<Verdict>,
}

/// What is alike in typed words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Folding {
    /// Capitals and small letters are alike.
    pub case: bool,
    /// Letters with and without accents are alike.
    pub accents: bool,
    /// I is the capital of ı, and İ that of i, as in Turkish.
    pub dotless: bool,
}

/// Makes alike what counts as alike: signs of all keyboards always, capitals and accents as asked.
/// The browser has the tables for this; a bundle passes a function that asks it.
pub type Fold = fn(&str, Folding) -> String;

/// Marks an answer. An answer of another shape than the item's is worth nothing.
pub fn mark(item: &Item, response: &Response, lang: &str, fold: Fold) -> Mark {
    let plain = |share: f64, parts| {
        let share = share.clamp(0.0, 1.0);
        Mark { share, verdict: Verdict::of(share), parts }
    };
    let open = |verdict| Mark { share: 0.0, verdict, parts: Vec::new() };
    if *response == Response::Unsure {
        return open(Verdict::Unsure);
    }
    if !item.kind.is_scored() {
        return open(Verdict::Open);
    }
    match (&item.kind, response) {
        (ItemKind::Choices(choices), Response::Chosen(chosen)) => {
            // Nobody chooses an option twice; a kept run may say so.
            let distinct = chosen.iter().enumerate().filter(|(at, n)| !chosen[..*at].contains(n));
            let chosen: Vec<usize> = distinct.map(|(_, n)| *n).collect();
            let worths = choices.worths(&chosen, lang);
            let mut options = chosen.iter().filter_map(|n| choices.options.get(*n));
            let given: Vec<f64> = chosen.iter().filter_map(|n| worths.get(*n).copied()).collect();
            let share: f64 = given.iter().sum();
            if share <= 0.0 && options.any(|o| o.label == ChoiceLabel::Unsure) {
                return open(Verdict::Unsure);
            }
            let one = choices.pick == Pick::One;
            let part = |worth: f64| match worth {
                w if one => Verdict::of(w),
                w if w > 0.0 => Verdict::Right,
                _ => Verdict::Wrong,
            };
            plain(share, given.into_iter().map(part).collect())
        }
        (ItemKind::Order(order), Response::Chosen(given)) => {
            let (links, parts) = in_order(&order.entries, given, lang);
            let last = order.entries.len() - 1;
            plain(links as f64 / last as f64, parts.into_iter().map(right).collect())
        }
        (ItemKind::Place(place), Response::Placed(places)) => {
            let parts = in_place(place, places, lang).into_iter();
            mean(parts.map(|is_right| if is_right { 1.0 } else { 0.0 }), plain)
        }
        (ItemKind::Fill(fill), Response::Typed(texts)) => {
            let blanks = fill.blanks.iter().zip(texts);
            mean(blanks.map(|(blank, text)| mark_blank(blank, text, lang, fold)), plain)
        }
        _ => plain(0.0, Vec::new()),
    }
}

/// How many given entries follow the one that they should, and which entries are right. Each
/// break between two runs of such neighbours costs the same: crossed is the first entry of every
/// run but the longest; where nothing follows as it should, every entry is.
fn in_order(entries: &[Rich], given: &[usize], lang: &str) -> (usize, Vec<bool>) {
    let places = places_of(entries, given, lang);
    let follows = |at: usize| at > 0 && places[at - 1] + 1 == places[at];
    let starts: Vec<usize> = (0..places.len()).filter(|at| !follows(*at)).collect();
    let links = places.len() - starts.len();
    let length = |n: usize| starts.get(n + 1).unwrap_or(&places.len()) - starts[n];
    // The first of the longest.
    let longest = (0..starts.len()).rev().max_by_key(|n| length(*n));
    let kept = longest.map(|n| starts[n]).filter(|_| links > 0);
    let is_right = |at: usize| links > 0 && (follows(at) || Some(at) == kept);
    (links, (0..places.len()).map(is_right).collect())
}

/// The place in the right order that each given entry takes. Of entries that look the same each
/// takes the one with which the most follow as they should: the longest piece that both orders
/// have in common is taken first.
fn places_of(entries: &[Rich], given: &[usize], lang: &str) -> Vec<usize> {
    let alike = |a: usize, b: usize| {
        a == b || entries.get(a).is_some_and(|entry| entry.is_alike(&entries[b], lang))
    };
    let mut places = given.to_vec();
    if !(1..entries.len()).any(|n| (0..n).any(|other| alike(n, other))) {
        return places;
    }
    let (rows, columns) = (given.len(), entries.len());
    let (mut open, mut free) = (vec![true; rows], vec![true; columns]);
    loop {
        // The longest piece in common, by the length of the piece that ends in each pair.
        let (mut best, mut last) = ((0, 0, 0), vec![0; columns + 1]);
        for row in 0..rows {
            let mut now = vec![0; columns + 1];
            for column in 0..columns {
                if open[row] && free[column] && alike(given[row], column) {
                    now[column + 1] = last[column] + 1;
                    if now[column + 1] > best.0 {
                        best = (now[column + 1], row, column);
                    }
                }
            }
            last = now;
        }
        let (length, row, column) = best;
        if length == 0 {
            return places;
        }
        for back in 0..length {
            places[row - back] = column - back;
            (open[row - back], free[column - back]) = (false, false);
        }
    }
}

/// Which cards are in their place. Cards that look the same share their places: each takes one
/// of them away.
fn in_place(place: &PlaceItem, places: &[Option<usize>], lang: &str) -> Vec<bool> {
    let cards = &place.cards;
    // The place of each card, until it is taken.
    let mut free: Vec<Option<usize>> = cards.iter().map(|card| Some(card.target)).collect();
    let mut is_right = |(n, given): (usize, &Option<usize>)| {
        let given = given.and_then(|given| place.targets.get(given));
        let taken = (0..cards.len()).find(|other| {
            let target = free[*other].and_then(|target| place.targets.get(target));
            given.zip(target).is_some_and(|(given, target)| given.is_alike(target, lang))
                && cards[*other].text.is_alike(&cards[n].text, lang)
        });
        if let Some(other) = taken {
            free[other] = None;
        }
        taken.is_some()
    };
    places.iter().take(cards.len()).enumerate().map(&mut is_right).collect()
}

fn right(is_right: bool) -> Verdict {
    if is_right { Verdict::Right } else { Verdict::Wrong }
}

fn mean(parts: impl Iterator<Item = f64>, plain: impl Fn(f64, Vec<Verdict>) -> Mark) -> Mark {
    let shares: Vec<f64> = parts.collect();
    let share = shares.iter().sum::<f64>() / shares.len().max(1) as f64;
    plain(share, shares.into_iter().map(Verdict::of).collect())
}

/// What is typed in one blank is worth, between 0 and 1.
pub fn mark_blank(blank: &Blank, text: &str, lang: &str, fold: Fold) -> f64 {
    match &blank.kind {
        BlankKind::Words { accepted, case, accents } => {
            let dotless = matches!(base_language(lang), "tr" | "az");
            let folding = Folding { case: !case, accents: !accents, dotless };
            let alike = |text: &str| {
                let text = fold(text, folding);
                text.split_whitespace().collect::<Vec<_>>().join(" ")
            };
            // Letters of two alphabets are compared as they were typed: Н looks like H, н not like h.
            let seen = |text: &str| {
                let text = fold(text, Folding { case: false, ..folding });
                alike(&text.chars().map(look_alike).collect::<String>())
            };
            let (typed, looks) = (alike(text), seen(text));
            let fits =
                |pattern: &str| matches(&alike(pattern), &typed) || matches(&seen(pattern), &looks);
            let worth = accepted
                .iter()
                .filter(|(pattern, _)| fits(pattern.get(lang)))
                .map(|(_, worth)| worth.clamp(0.0, 1.0));
            worth.fold(0.0, f64::max)
        }
        BlankKind::Number { least, most, .. } => {
            let number = read_number(text, &blank.unit_words(lang), lang, fold);
            // 0.1 + 0.2 is within 0.3 ± 0.
            let hair = |bound: f64| 1e-9 * bound.abs().clamp(1.0, 1e12);
            let fits = number.is_some_and(|n| n >= least - hair(*least) && n <= most + hair(*most));
            if fits { 1.0 } else { 0.0 }
        }
        BlankKind::Chosen { options } => {
            // Another word that reads the same is as right.
            let read = |n: usize| options[n].get(lang);
            if blank.chosen(text).is_some_and(|n| read(n) == read(0)) { 1.0 } else { 0.0 }
        }
    }
}

/// The signs of a pattern; none where `*` stands for any characters. A backslash takes the meaning
/// of the sign after it, as it does in texts.
fn signs(pattern: &str) -> Vec<Option<char>> {
    let mut signs = Vec::new();
    let mut rest = pattern;
    while let Some(first) = rest.chars().next() {
        let escaped = next_escaped(rest);
        signs.push(escaped.or_else(|| (first != '*').then_some(first)));
        rest = &rest[if escaped.is_some() { 2 } else { first.len_utf8() }..];
    }
    signs
}

/// What an accepted answer looks like as an answer: it fits its own pattern. Where any characters
/// may stand within, three points do.
pub fn answer_of(pattern: &str) -> String {
    let any = '…';
    let mut words = String::new();
    for sign in signs(pattern) {
        if sign.is_some() || !words.ends_with(any) {
            words.push(sign.unwrap_or(any));
        }
    }
    // Before and after the words nothing has to stand.
    let trimmed = words.trim_matches(any);
    if trimmed.is_empty() { words } else { trimmed.to_owned() }
}

/// Whether a text fits a pattern in which `*` stands for any characters. Walks back to the last
/// star only, so it takes at most the product of both lengths.
fn matches(pattern: &str, text: &str) -> bool {
    let (pattern, text) = (signs(pattern), text.chars().collect::<Vec<char>>());
    let (mut p, mut t, mut star) = (0, 0, None);
    while t < text.len() {
        if pattern.get(p) == Some(&None) {
            star = Some((p, t));
            p += 1;
        } else if pattern.get(p) == Some(&Some(text[t])) {
            (p, t) = (p + 1, t + 1);
        } else if let Some((at, from)) = star {
            star = Some((at, from + 1));
            (p, t) = (at + 1, from + 1);
        } else {
            return false;
        }
    }
    pattern[p..].iter().all(Option::is_none)
}

#[cfg(test)]
#[path = "mark_tests.rs"]
mod tests;
