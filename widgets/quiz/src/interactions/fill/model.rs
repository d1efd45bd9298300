//! What filled blanks are worth, and how they are kept: the mean of the blanks' worths.

use adil::content::base_language;
use adil::json::Json;
use adil::typed::{is_blank, look_alike};

use super::blank::{Blank, BlankKind, Fill};
use super::kept::{fill_again, name_of, word_names};
use super::number::read_number;
use super::pattern::matches;
use crate::model::names::{Name, pair, write};
use crate::model::{Fold, Folding, Interaction, Mark, Response};

impl Interaction for Fill {
    fn empty(&self) -> Response {
        Response::Typed(vec![String::new(); self.blanks.len()])
    }

    fn is_complete(&self, response: &Response) -> bool {
        matches!(response, Response::Typed(texts) if texts.iter().all(|text| !is_blank(text)))
    }

    fn fits(&self, response: &Response) -> bool {
        let Response::Typed(list) = response else { return false };
        let is_word = |(blank, text): (&Blank, &String)| {
            let chooses = matches!(blank.kind, BlankKind::Chosen { .. });
            !chooses || text.is_empty() || blank.chosen(text).is_some()
        };
        list.len() == self.blanks.len() && self.blanks.iter().zip(list).all(is_word)
    }

    fn mark(&self, response: &Response, lang: &str, fold: Fold) -> Mark {
        let Response::Typed(texts) = response else { return Mark::new(0.0, Vec::new()) };
        let blanks = self.blanks.iter().zip(texts);
        Mark::mean(blanks.map(|(blank, text)| mark_blank(blank, text, lang, fold)))
    }

    fn keep(&self, response: &Response) -> Vec<Json> {
        let Response::Typed(texts) = response else { return Vec::new() };
        let names: Vec<Name> = self.blanks.iter().map(name_of).collect();
        let typed = self.blanks.iter().zip(texts).enumerate().map(|(n, (blank, text))| {
            let word = blank.chosen(text).map(|word| write(&word_names(blank), word));
            pair(write(&names, n), word.unwrap_or_else(|| text.as_str().into()))
        });
        typed.collect()
    }

    fn restore(&self, kept: &[Json]) -> (Response, bool) {
        let mut texts = vec![String::new(); self.blanks.len()];
        let all = fill_again(&mut texts, self, kept);
        (Response::Typed(texts), all)
    }

    fn task(&self) -> Option<&'static str> {
        Some(match self.text {
            Some(_) => "blanks_hint",
            None if self.is_number() => "number_hint",
            None => "text_hint",
        })
    }

    fn paper_task(&self) -> Option<&'static str> {
        Some(match self.text {
            Some(_) => "blanks_hint",
            None if self.is_number() => "paper_number",
            None => "paper_text",
        })
    }

    fn unread(&self, response: &Response, lang: &str, fold: Fold) -> Option<usize> {
        let Response::Typed(texts) = response else { return None };
        let amiss = |(blank, text): (&Blank, &String)| is_unread(blank, text, lang, fold);
        self.blanks.iter().zip(texts).position(amiss)
    }
}

/// Whether a blank asks for a number and has something else.
pub fn is_unread(blank: &Blank, text: &str, lang: &str, fold: Fold) -> bool {
    matches!(blank.kind, BlankKind::Number { .. })
        && !is_blank(text)
        && read_number(text, &blank.unit_words(lang), lang, fold).is_none()
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
