//! What an answer is worth.
//!
//! An item's worth is a share between 0 and 1. Options may take away, but never below 0:
//!
//! - Choosing one: the option's own score.
//! - Choosing many: the sum of the chosen options' worths; the right ones add up to 1, and a
//!   wrong one without a score takes away what a right one gives.
//! - Order: the share of neighbours that follow each other as they should, so that one entry in
//!   the wrong place does not cost everything.
//! - Matching and sorting: the share of cards in their place.
//! - Blanks: the mean of the blanks' worths.

use super::{Blank, BlankKind, ChoiceLabel, Item, ItemKind, Pick, Response};

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
}

/// Makes alike what counts as alike. The browser has the tables for this; a bundle passes a
/// function that asks it.
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
            let options = chosen.iter().filter_map(|n| choices.options.get(*n));
            let options: Vec<_> = options.collect();
            let share: f64 = options.iter().map(|option| option.worth).sum();
            if share <= 0.0 && options.iter().any(|option| option.label == ChoiceLabel::Unsure) {
                return open(Verdict::Unsure);
            }
            let one = choices.pick == Pick::One;
            let part = |worth: f64| match worth {
                w if one => Verdict::of(w),
                w if w > 0.0 => Verdict::Right,
                _ => Verdict::Wrong,
            };
            plain(share, options.iter().map(|option| part(option.worth)).collect())
        }
        (ItemKind::Order(order), Response::Chosen(given)) => {
            let last = order.entries.len() - 1;
            let links = given.windows(2).filter(|pair| pair[0] + 1 == pair[1]).count();
            let at_place = |(n, entry): (usize, &usize)| right(n == *entry);
            plain(links as f64 / last as f64, given.iter().enumerate().map(at_place).collect())
        }
        (ItemKind::Place(place), Response::Placed(places)) => {
            let is_right =
                |(card, place): (&super::Card, &Option<usize>)| Some(card.target) == *place;
            let parts = place.cards.iter().zip(places).map(is_right);
            mean(parts.map(|is_right| if is_right { 1.0 } else { 0.0 }), plain)
        }
        (ItemKind::Fill(fill), Response::Typed(texts)) => {
            let blanks = fill.blanks.iter().zip(texts);
            mean(blanks.map(|(blank, text)| mark_blank(blank, text, lang, fold)), plain)
        }
        _ => plain(0.0, Vec::new()),
    }
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
            let folding = Folding { case: !case, accents: !accents };
            let alike = |text: &str| {
                let text = fold(text, folding);
                text.split_whitespace().collect::<Vec<_>>().join(" ")
            };
            let typed = alike(text);
            let worth = accepted
                .iter()
                .filter(|(pattern, _)| matches(&alike(pattern.get(lang)), &typed))
                .map(|(_, worth)| worth.clamp(0.0, 1.0));
            worth.fold(0.0, f64::max)
        }
        BlankKind::Number { least, most } => {
            let unit = blank.unit.as_ref().map_or("", |unit| unit.get(lang));
            let number = read_number(text, unit, lang);
            // 0.1 + 0.2 is within 0.3 ± 0.
            let hair = |bound: f64| 1e-9 * bound.abs().clamp(1.0, 1e12);
            let fits = number.is_some_and(|n| n >= least - hair(*least) && n <= most + hair(*most));
            if fits { 1.0 } else { 0.0 }
        }
        BlankKind::Chosen { options } => {
            let is_right = options.first().is_some_and(|option| option.get(lang) == text);
            if is_right { 1.0 } else { 0.0 }
        }
    }
}

/// Whether a text fits a pattern in which `*` stands for any characters. Walks back to the last
/// star only, so it takes at most the product of both lengths.
fn matches(pattern: &str, text: &str) -> bool {
    let (pattern, text): (Vec<char>, Vec<char>) =
        (pattern.chars().collect(), text.chars().collect());
    let (mut p, mut t, mut star) = (0, 0, None);
    while t < text.len() {
        if pattern.get(p) == Some(&'*') {
            star = Some((p, t));
            p += 1;
        } else if pattern.get(p) == Some(&text[t]) {
            (p, t) = (p + 1, t + 1);
        } else if let Some((at, from)) = star {
            star = Some((at, from + 1));
            (p, t) = (at + 1, from + 1);
        } else {
            return false;
        }
    }
    pattern[p..].iter().all(|c| *c == '*')
}

/// The number that a learner typed: with comma or point, with blanks or apostrophes between
/// thousands, in Arabic digits, with or without its unit.
pub fn read_number(text: &str, unit: &str, lang: &str) -> Option<f64> {
    let text = text.trim();
    let text = if unit.is_empty() { text } else { text.strip_suffix(unit).unwrap_or(text) };
    let ascii = |c: char| match c {
        '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10),
        '۰'..='۹' => char::from_digit(c as u32 - '۰' as u32, 10),
        '٫' => Some('.'),
        '−' | '–' => Some('-'),
        '\'' | '’' | '٬' | '_' => None,
        c if c.is_whitespace() => None,
        c => Some(c),
    };
    let mut plain: String = text.chars().filter_map(ascii).collect();
    let last_comma = plain.rfind(',');
    let last_point = plain.rfind('.');
    let thousands = match (last_comma, last_point) {
        (Some(comma), Some(point)) => Some(if comma > point { '.' } else { ',' }),
        // "1,000" is a thousand in English, and one in Russian and Kazakh.
        (Some(comma), None) => {
            let groups = plain.len() - comma == 4 || plain.matches(',').count() > 1;
            (groups && lang.starts_with("en")).then_some(',')
        }
        _ => None,
    };
    if let Some(mark) = thousands {
        plain.retain(|c| c != mark);
    }
    adil::json::number_from(&plain.replace(',', "."))
}

#[cfg(test)]
#[path = "mark_tests.rs"]
mod tests;
