//! A story on paper: cards with shuffled numbers, and rules as people read them.

use adil::random::Random;
use adil::rules::Variables;

use super::content::{Place, Story};

/// The places of a story as cards: that of number 1 first, which is where all begin. The others
/// are shuffled, so that nobody reads on by leafing.
pub fn cards(story: &Story, seed: u32) -> Vec<Place> {
    let start = Place::Scene(story.start);
    let scenes = (0..story.scenes.len()).map(Place::Scene).filter(|place| *place != start);
    let others: Vec<Place> = scenes.chain((0..story.endings.len()).map(Place::Ending)).collect();
    let order = Random::fork(seed, "cards").order(others.len());
    std::iter::once(start).chain(order.into_iter().map(|n| others[n])).collect()
}

/// The number of a place's card, from 1.
pub fn number_of(cards: &[Place], place: Place) -> usize {
    cards.iter().position(|card| *card == place).map_or(0, |n| n + 1)
}

/// A rule as people read it: names become labels in a language, signs those of mathematics, and
/// the small words are given.
pub fn in_words(rule: &str, variables: &Variables, lang: &str, small: [&str; 3]) -> String {
    let mut out = String::new();
    let mut rest = rule.trim();
    while let Some(first) = rest.chars().next() {
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
        if matches!(first, '\'' | '"' | '‘' | '“') {
            // A word in quotation marks stays as it is.
            let end = rest[first.len_utf8()..].find(['\'', '"', '’', '”']);
            let end = end.map_or(rest.len(), |end| {
                let close = first.len_utf8() + end;
                close + rest[close..].chars().next().map_or(0, char::len_utf8)
            });
            out.push_str(&rest[..end]);
            rest = &rest[end..];
        } else if is_name(first) {
            let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
            let word = &rest[..end];
            let label = variables.find(word).and_then(|(_, variable)| variable.label());
            out.push_str(match word {
                "and" => small[0],
                "or" => small[1],
                "not" => small[2],
                _ => label.map_or(word, |label| label.get(lang)),
            });
            rest = &rest[end..];
        } else {
            let signs = [(">=", "≥"), ("<=", "≤"), ("!=", "≠"), ("-", "−"), ("*", "×")];
            let found = signs.iter().find(|(sign, _)| rest.starts_with(sign));
            let (taken, shown) = found.copied().unwrap_or(("", ""));
            if taken.is_empty() {
                out.push(first);
                rest = &rest[first.len_utf8()..];
            } else {
                out.push_str(shown);
                rest = &rest[taken.len()..];
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use adil::content::{Document, open};
    use adil::rules::{Name, Variable};
    use proptest::prelude::*;

    use super::*;

    fn cash_box() -> Story {
        let parse = |text: &str| serde_json::from_str(text).map_err(|e| e.to_string());
        let text = include_str!("../../examples/cash-box.json");
        let (document, _): (Document<Story>, _) = open("a.json", text, parse).unwrap();
        document.body
    }

    fn variables() -> Variables {
        let trust = Variable::number(Name::parse("trust").unwrap(), 0, 9, 0);
        let trust = trust.labelled(Some(adil::content::Localized::plain("Trust")));
        Variables::new(vec![trust, Variable::flag(Name::parse("told").unwrap(), false)]).unwrap()
    }

    #[test]
    fn rules_are_told_in_the_words_of_the_story() {
        let check = |rule: &str, expected: &str| {
            assert_eq!(in_words(rule, &variables(), "en", ["und", "oder", "nicht"]), expected);
        };
        check("trust >= 8 and not told", "Trust ≥ 8 und nicht told");
        check("trust - 2", "Trust − 2");
        check("told or trust != 3", "told oder Trust ≠ 3");
        check("told = 'trust and'", "told = 'trust and'");
        check("'", "'");
        check("", "");
    }

    proptest! {
        #[test]
        fn every_card_is_there_once_and_the_first_is_the_start(seed: u32) {
            let story = cash_box();
            let cards = cards(&story, seed);
            prop_assert_eq!(number_of(&cards, Place::Scene(story.start)), 1);
            let mut all = cards.clone();
            all.sort_unstable();
            all.dedup();
            prop_assert_eq!(all.len(), 15);
        }

        #[test]
        fn any_rule_can_be_told(rule in ".{0,60}") {
            in_words(&rule, &variables(), "en", ["and", "or", "not"]);
        }
    }
}
