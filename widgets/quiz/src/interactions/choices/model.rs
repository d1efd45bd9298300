//! Choices: what they are, what they are worth, and how they are kept.
//!
//! Choosing one is worth the option's own score. Choosing many is worth the sum of the chosen
//! options' worths: the right ones add up to 1, and a wrong one without a score takes away what a
//! right one gives.

use adil::content::{Picture, Rich};
use adil::json::Json;

use crate::model::names::{Name, keep_chosen, restore_chosen};
use crate::model::{
    Fold, Interaction, Mark, Reason, Response, Verdict, distinct_below, index, is_whole,
};

/// Options to choose from.
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    /// The options in the author's order.
    pub options: Vec<ChoiceOption>,
    /// How many a learner picks.
    pub pick: Pick,
    /// Whether the order may be shuffled; yes and no keep theirs.
    pub may_shuffle: bool,
}

impl Choices {
    /// What each option is worth, given those that were chosen. Options that look the same count
    /// for each other: of these the chosen ones come first, and the first has the greatest worth.
    pub fn worths(&self, chosen: &[usize], lang: &str) -> Vec<f64> {
        let mut worths: Vec<f64> = self.options.iter().map(|option| option.worth).collect();
        let twin = |a: usize, b: usize| self.options[a].is_alike(&self.options[b], lang);
        let rest = (0..worths.len()).filter(|n| !chosen.contains(n));
        let there = |n: &usize| *n < self.options.len();
        let ranks: Vec<usize> = chosen.iter().copied().filter(there).chain(rest).collect();
        for (rank, n) in ranks.iter().enumerate() {
            for later in &ranks[rank + 1..] {
                if worths[*later] > worths[*n] && twin(*n, *later) {
                    worths.swap(*n, *later);
                }
            }
        }
        worths
    }

    /// How right it is to choose an option of this worth. Where several may be chosen, each part
    /// of the right answer is right.
    pub fn verdict_on(&self, worth: f64) -> Verdict {
        match self.pick {
            Pick::Poll => Verdict::Open,
            Pick::Many if worth > 0.0 => Verdict::Right,
            _ if is_whole(worth) => Verdict::Right,
            _ if worth > 0.0 => Verdict::Partly,
            _ => Verdict::Wrong,
        }
    }

    /// The options of the right answer: of one choice those that are worth most.
    pub fn right_options(&self) -> impl Iterator<Item = &ChoiceOption> {
        let best = self.options.iter().map(|option| option.worth).fold(0.0, f64::max);
        let least = if self.pick == Pick::Many { 0.0 } else { best };
        self.options.iter().filter(move |option| option.worth > 0.0 && option.worth >= least)
    }

    /// How each option stands after checking: chosen and how right that was, or right and not
    /// chosen, once that may be shown.
    pub fn states(&self, chosen: &[usize], lang: &str, reveals: bool) -> Vec<OptionState> {
        if self.pick == Pick::Poll {
            return Vec::new();
        }
        let state = |(n, worth)| match (self.verdict_on(worth), chosen.contains(&n)) {
            (verdict, true) => OptionState::Chosen(verdict),
            (Verdict::Right, false) if reveals => OptionState::Answer,
            _ => OptionState::Plain,
        };
        self.worths(chosen, lang).into_iter().enumerate().map(state).collect()
    }

    /// Raised hands as they are kept, under the looks of their options; nothing without any.
    pub fn keep_hands(&self, hands: &[usize]) -> Option<Json> {
        let raised = self.options.iter().zip(hands).filter(|(_, hands)| **hands > 0);
        let kept: Vec<_> = raised.map(|(option, hands)| (look(option), (*hands).into())).collect();
        (!kept.is_empty()).then_some(Json::Object(kept))
    }

    /// Raised hands as they were kept.
    pub fn restore_hands(&self, kept: &Json) -> Vec<usize> {
        let count = |option| kept.get(&look(option)).and_then(index).unwrap_or(0);
        let hands: Vec<usize> = self.options.iter().map(count).collect();
        if hands.iter().any(|hands| *hands > 0) { hands } else { Vec::new() }
    }

    fn names(&self) -> Vec<Name> {
        let name = |option: &ChoiceOption| {
            let name = if option.is_named { Name::of_id(&option.id) } else { Name::default() };
            let picture = option.picture.as_ref().map_or("", |image| image.src.0.as_str());
            match &option.label {
                ChoiceLabel::Text(text) => name.and(text.source(), picture),
                _ => name,
            }
        };
        self.options.iter().map(name).collect()
    }
}

/// How many options a learner picks, and whether one is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Exactly one.
    One,
    /// All that fit.
    Many,
    /// One, none of them right or wrong.
    Poll,
}

/// One option.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceOption {
    /// Its name in events: the author's, or its place from 1.
    pub id: String,
    /// Whether its author gave it the id.
    pub is_named: bool,
    /// What it says.
    pub label: ChoiceLabel,
    /// A picture above the text.
    pub picture: Option<Picture>,
    /// What choosing it adds, as a share of the item; see the head of this file.
    pub worth: f64,
    /// What is said when it was chosen.
    pub feedback: Option<Rich>,
}

impl ChoiceOption {
    /// Whether a learner cannot tell two options apart.
    pub fn is_alike(&self, other: &ChoiceOption, lang: &str) -> bool {
        let (ChoiceLabel::Text(text), ChoiceLabel::Text(others)) = (&self.label, &other.label)
        else {
            return false;
        };
        text.is_alike(others, lang) && self.picture == other.picture
    }

    /// Whether a learner of one of the languages cannot tell two options apart.
    pub fn is_twin(&self, other: &ChoiceOption) -> bool {
        let ChoiceLabel::Text(text) = &self.label else { return false };
        text.source().tags().any(|lang| self.is_alike(other, lang))
    }
}

/// What an option says.
#[derive(Clone, Debug, PartialEq)]
pub enum ChoiceLabel {
    /// The author's text.
    Text(Rich),
    /// "Yes", from the interface texts.
    Yes,
    /// "No"
    No,
    /// "I do not know"
    Unsure,
}

/// How an option stands after its item was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionState {
    /// Nothing to say of it.
    Plain,
    /// It was chosen, which was so right.
    Chosen(Verdict),
    /// It belongs to the right answer and was not chosen.
    Answer,
}

impl OptionState {
    /// The word for styles.
    pub const fn word(self) -> &'static str {
        match self {
            OptionState::Plain => "",
            OptionState::Chosen(verdict) => verdict.word(),
            OptionState::Answer => "answer",
        }
    }

    /// The key of the text that says so.
    pub const fn key(self) -> &'static str {
        match self {
            OptionState::Chosen(verdict) => verdict.key(),
            OptionState::Answer | OptionState::Plain => "right_answer",
        }
    }
}

impl Interaction for Choices {
    fn empty(&self) -> Response {
        Response::Chosen(Vec::new())
    }

    fn is_complete(&self, response: &Response) -> bool {
        !response.is_empty()
    }

    fn fits(&self, response: &Response) -> bool {
        let Response::Chosen(list) = response else { return false };
        distinct_below(list, self.options.len()) && (self.pick == Pick::Many || list.len() <= 1)
    }

    fn mark(&self, response: &Response, lang: &str, _: Fold) -> Mark {
        let chosen = response.chosen();
        // Nobody chooses an option twice; a kept run may say so.
        let distinct = chosen.iter().enumerate().filter(|(at, n)| !chosen[..*at].contains(n));
        let chosen: Vec<usize> = distinct.map(|(_, n)| *n).collect();
        let worths = self.worths(&chosen, lang);
        let mut options = chosen.iter().filter_map(|n| self.options.get(*n));
        let given: Vec<f64> = chosen.iter().filter_map(|n| worths.get(*n).copied()).collect();
        let share: f64 = given.iter().sum();
        if share <= 0.0 && options.any(|o| o.label == ChoiceLabel::Unsure) {
            return Mark::unmarked(Verdict::Unsure);
        }
        Mark::new(share, given.into_iter().map(|worth| self.verdict_on(worth)).collect())
    }

    fn keep(&self, response: &Response) -> Vec<Json> {
        keep_chosen(&self.names(), response)
    }

    fn restore(&self, kept: &[Json]) -> (Response, bool) {
        restore_chosen(&self.names(), kept)
    }

    fn task(&self) -> Option<&'static str> {
        match self.pick {
            _ if !self.may_shuffle => None,
            Pick::Many => Some("choose_all"),
            Pick::One | Pick::Poll => Some("choose_one"),
        }
    }

    fn is_scored(&self) -> bool {
        self.pick != Pick::Poll
    }

    // Yes and no have "I do not know" as an option of their own, or the author took it away.
    fn offers_unsure(&self) -> bool {
        self.is_scored() && self.may_shuffle
    }

    fn option_ids(&self, response: &Response) -> Vec<String> {
        response.chosen().iter().map(|n| self.options[*n].id.clone()).collect()
    }

    // Where several may be chosen, each with the option that it is about.
    fn reasons(&self, response: &Response, lang: &str) -> Vec<Reason> {
        let worths = self.worths(response.chosen(), lang);
        let reason = |n: &usize| {
            let (option, worth) = (self.options.get(*n)?, *worths.get(*n)?);
            let about = match &option.label {
                ChoiceLabel::Text(text) if self.pick == Pick::Many => Some(text.clone()),
                _ => None,
            };
            let verdict = self.verdict_on(worth);
            option.feedback.clone().map(|text| Reason { verdict, about, text })
        };
        response.chosen().iter().filter_map(reason).collect()
    }
}

/// What an option says and shows, as hands for it are kept: another order of options in a file
/// that was mended moves no hands, and another option has none.
fn look(option: &ChoiceOption) -> String {
    let words = match &option.label {
        ChoiceLabel::Text(text) => text.source().get(""),
        _ => &option.id,
    };
    let picture = option.picture.as_ref().map_or("", |picture| picture.src.0.as_str());
    [words, " ", picture].concat()
}
