//! Items of every type, in the few shapes that they are answered in.
//!
//! Authors write eleven types; learners meet five shapes. `single`, `multiple`, `truth` and
//! `poll` are [`Choices`]; `match` and `sort` are [`Place`]; `number`, `text` and `blanks` are
//! [`Fill`].

mod fields;
mod read;

pub use fields::ItemType;

use adil::content::{Localized, Picture, Reference, Rich, Source, parse, plain};
use adil::json::{FromJson, Place as At, Problem, Unread, number_text};

/// What an option is worth: 1 right, a part partly right, 0 or less not right.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Score(f64);

impl Score {
    /// The score as a number between −1 and 1.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl FromJson for Score {
    fn read(place: &At) -> Result<Self, Problem> {
        place.number(-1.0, 1.0, "a number between -1 and 1").map(Score)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        serde_json::json!({ "type": "number", "minimum": -1, "maximum": 1 })
    }
}

/// How many points an item gives: more than 0, at most 100.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Weight(f64);

impl Weight {
    /// The weight as a number.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl FromJson for Weight {
    fn read(place: &At) -> Result<Self, Problem> {
        place.number(0.01, 100.0, "a number between 0.01 and 100").map(Weight)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        serde_json::json!({ "type": "number", "minimum": 0.01, "maximum": 100 })
    }
}

adil::record! {
    /// What is said after an item was checked.
    pub struct Feedback {
        /// When it was right.
        "right" right: Option<Rich>,
        /// When it was partly right.
        "partly" partly: Option<Rich>,
        /// When it was not right.
        "wrong" wrong: Option<Rich>,
    }
}

adil::record! {
    /// What items of every type have.
    pub struct ItemBasics {
        /// Names the item for good within the file.
        "id" id: Reference,
        /// The question or task.
        "stem" stem: Rich,
        /// A picture beside the stem.
        "picture" picture: Option<Picture>,
        /// How many points it gives.
        "weight" weight: Weight = Weight(1.0),
        /// Hints, shown one after the other on request; they cost nothing.
        "hints" hints: Vec<Rich>,
        /// What is said after checking, beside what single options say.
        "feedback" feedback: Option<Feedback>,
        /// Why the right answer is right.
        "explanation" explanation: Option<Rich>,
        /// What the explanation rests on.
        "sources" sources: Vec<Source>,
        /// What the item teaches.
        "outcome" outcome: Unread<Localized>,
        /// The value it serves, such as fairness.
        "value" value: Unread<String>,
        /// The skill it trains, such as empathy.
        "skill" skill: Unread<String>,
    }
}

/// One item of a quiz.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What every item has.
    pub basics: ItemBasics,
    /// What there is to do.
    pub kind: ItemKind,
}

impl Item {
    /// The item's name within its file.
    pub fn id(&self) -> &str {
        self.basics.id.as_str()
    }

    /// The points it gives; none for items without a right answer.
    pub fn points(&self) -> f64 {
        if self.kind.is_scored() { self.basics.weight.get() } else { 0.0 }
    }
}

/// What there is to do in an item.
#[derive(Clone, Debug, PartialEq)]
pub enum ItemKind {
    /// Choose one or several options.
    Choices(Choices),
    /// Put entries in order.
    Order(Order),
    /// Give each card its place.
    Place(Place),
    /// Fill in words or numbers.
    Fill(Fill),
    /// Pick a step of a scale; no step is right or wrong.
    Scale(Scale),
}

impl Blank {
    /// The word that was chosen, by what stands in the blank: its place in the author's order. A
    /// number and not the word, so that it means the same in every language.
    pub fn chosen(&self, text: &str) -> Option<usize> {
        let BlankKind::Chosen { options } = &self.kind else { return None };
        (0..options.len()).find(|n| number_text(*n as f64) == text)
    }

    /// The unit as it is shown, without marks: "m²" for `m^2^`; empty where there is none.
    pub fn unit_words(&self, lang: &str) -> String {
        self.unit.as_ref().map(|unit| plain(&parse(unit.get(lang)))).unwrap_or_default()
    }
}

impl ItemKind {
    /// Whether there is a right answer.
    pub fn is_scored(&self) -> bool {
        match self {
            ItemKind::Choices(choices) => choices.pick != Pick::Poll,
            ItemKind::Scale(_) => false,
            _ => true,
        }
    }
}

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
    /// What choosing it adds, as a share of the item; see [`super::mark`].
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

/// Entries to put in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// The entries in the right order; at least two.
    pub entries: Vec<Rich>,
}

/// Cards that belong to places: pairs to match, or cards to sort into groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The cards.
    pub cards: Vec<Card>,
    /// The places, among them perhaps some to which no card belongs.
    pub targets: Vec<Rich>,
    /// The ids of the places, in the same order, where their author gave them some.
    pub target_ids: Vec<Reference>,
    /// Whether a place takes one card only, as in matching.
    pub pairs: bool,
}

/// A card and where it belongs.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// What it says.
    pub text: Rich,
    /// The place where it belongs, an index into the targets.
    pub target: usize,
    /// Why it belongs there.
    pub feedback: Option<Rich>,
}

impl Card {
    /// Whether two cards look the same and belong to different places.
    pub fn is_twin(&self, other: &Card) -> bool {
        self.target != other.target && self.text.is_twin(&other.text)
    }
}

/// A text with blanks in it, or a single blank below the stem.
#[derive(Clone, Debug, PartialEq)]
pub struct Fill {
    /// The text with `{1}`, `{2}` and so on; none when the only blank stands alone.
    pub text: Option<Localized>,
    /// The blanks; at least one.
    pub blanks: Vec<Blank>,
}

/// One blank.
#[derive(Clone, Debug, PartialEq)]
pub struct Blank {
    /// How it is filled.
    pub kind: BlankKind,
    /// A unit that stands after it.
    pub unit: Option<Localized>,
}

/// How a blank is filled.
#[derive(Clone, Debug, PartialEq)]
pub enum BlankKind {
    /// By typing words; each accepted answer has what it is worth.
    Words {
        /// The accepted answers; `*` stands for any characters, `\*` for a star.
        accepted: Vec<(Localized, f64)>,
        /// Whether capitals matter.
        case: bool,
        /// Whether accents matter.
        accents: bool,
    },
    /// By typing a number from `least` to `most`.
    Number {
        /// The least number that is right.
        least: f64,
        /// The greatest number that is right.
        most: f64,
        /// The right number, where the file names one and not only its bounds.
        answer: Option<f64>,
    },
    /// By choosing one of several words.
    Chosen {
        /// The words, the first is the right one; shown in a shuffled order.
        options: Vec<Localized>,
    },
}

/// Steps from one end to the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// The number of the first step.
    pub from: i32,
    /// The number of the last step, at most ten above the first.
    pub to: i32,
    /// What the first step means.
    pub low: Option<Rich>,
    /// What the last step means.
    pub high: Option<Rich>,
}
