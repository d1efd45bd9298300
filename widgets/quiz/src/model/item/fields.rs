//! The eleven types as authors write them.

use adil::content::{Localized, Picture, Reference, Rich};
use adil::json::{FromJson, Place as At, Problem};

use super::Score;

adil::words! {
    /// What a learner does in an item.
    pub enum ItemType {
        /// Choose one option.
        "single" Single,
        /// Choose all options that fit.
        "multiple" Multiple,
        /// Say whether a sentence is true.
        "truth" Truth,
        /// Choose an option; none is right or wrong.
        "poll" Poll,
        /// Put entries in order.
        "order" Order,
        /// Find the pairs.
        "match" Match,
        /// Sort cards into groups.
        "sort" Sort,
        /// Type a number.
        "number" Number,
        /// Type a few words.
        "text" Text,
        /// Fill the blanks of a text.
        "blanks" Blanks,
        /// Pick a step of a scale; none is right or wrong.
        "scale" Scale,
    }
}

adil::record! {
    /// An option to choose.
    pub struct OptionFields {
        /// Its name in events and results.
        "id" id: Option<Reference>,
        /// What it says.
        "text" text: Rich,
        /// A picture above the text.
        "picture" picture: Option<Picture>,
        /// 1 right, a part partly right, 0 neutral, less than 0 wrong. Missing: 0 in `single`;
        /// in `multiple` a wrong one takes away what a right one gives.
        "score" score: Option<Score>,
        /// What is said when it was chosen.
        "feedback" feedback: Option<Rich>,
    }
}

adil::record! {
    /// Options to choose from.
    pub struct ChoicesFields {
        /// The options, at least two.
        "options" options: Vec<OptionFields>,
    }
}

adil::record! {
    /// What is said after each answer to a true-or-false sentence.
    pub struct Reasons {
        /// After "yes".
        "yes" yes: Option<Rich>,
        /// After "no".
        "no" no: Option<Rich>,
        /// After "I do not know".
        "unsure" unsure: Option<Rich>,
    }
}

adil::record! {
    /// A sentence that is true or not.
    pub struct TruthFields {
        /// Whether it is true.
        "answer" answer: bool,
        /// Whether "I do not know" stands beside yes and no.
        "unsure" unsure: bool = true,
        /// What "I do not know" is worth.
        "unsureScore" unsure_score: Option<Score>,
        /// What is said after each answer.
        "reasons" reasons: Option<Reasons>,
    }
}

adil::record! {
    /// Entries to put in order.
    pub struct OrderFields {
        /// The entries in the right order, at least two.
        "entries" entries: Vec<Rich>,
    }
}

adil::record! {
    /// Two that belong together.
    pub struct PairFields {
        /// The one that stands first.
        "left" left: Rich,
        /// The one to find.
        "right" right: Rich,
        /// Why they belong together.
        "feedback" feedback: Option<Rich>,
    }
}

adil::record! {
    /// Pairs to find.
    pub struct MatchFields {
        /// The pairs, at least two.
        "pairs" pairs: Vec<PairFields>,
        /// More right sides, to which nothing belongs.
        "extra" extra: Vec<Rich>,
    }
}

adil::record! {
    /// A group.
    pub struct GroupFields {
        /// Its name in this file.
        "id" id: Reference,
        /// What it says.
        "text" text: Rich,
    }
}

adil::record! {
    /// A card to sort.
    pub struct CardFields {
        /// What it says.
        "text" text: Rich,
        /// The id of the group where it belongs.
        "group" group: Reference,
        /// Why it belongs there.
        "feedback" feedback: Option<Rich>,
    }
}

adil::record! {
    /// Cards to sort into groups.
    pub struct SortFields {
        /// The groups, at least two.
        "groups" groups: Vec<GroupFields>,
        /// The cards, at least one.
        "cards" cards: Vec<CardFields>,
    }
}

adil::record! {
    /// A number to type.
    pub struct NumberFields {
        /// The right number; or `least` and `most` instead.
        "answer" answer: Option<f64>,
        /// How far off is still right.
        "tolerance" tolerance: f64 = 0.0,
        /// The least number that is right.
        "least" least: Option<f64>,
        /// The greatest number that is right.
        "most" most: Option<f64>,
        /// The unit, shown behind the field.
        "unit" unit: Option<Localized>,
    }
}

adil::record! {
    /// An accepted answer that is worth less than the whole.
    pub struct AcceptedFields {
        /// The answer; `*` stands for any characters, `\*` for a star.
        "text" text: Localized,
        /// What it is worth.
        "score" score: Option<Score>,
    }
}

adil::record! {
    /// Words to type.
    pub struct WordsFields {
        /// Every answer that is accepted; `*` stands for any characters, `\*` for a star.
        "accepted" accepted: Vec<Accepted>,
        /// Whether capitals matter.
        "case" case: bool = false,
        /// Whether accents matter.
        "accents" accents: bool = false,
    }
}

adil::record! {
    /// A blank in a text: typed words, a number, or words to choose from.
    pub struct BlankFields {
        /// Words to choose from, the right one first; they are shown shuffled. Of marks a list of
        /// choices can show small digits only, as in x².
        "options" options: Vec<Localized>,
        /// Every typed answer that is accepted; `*` stands for any characters, `\*` for a star.
        "accepted" accepted: Vec<Accepted>,
        /// Whether capitals matter.
        "case" case: bool = false,
        /// Whether accents matter.
        "accents" accents: bool = false,
        /// The right number.
        "answer" answer: Option<f64>,
        /// How far off is still right.
        "tolerance" tolerance: f64 = 0.0,
    }
}

adil::record! {
    /// A text with blanks.
    pub struct BlanksFields {
        /// The text, with {1}, {2} and so on where a blank is.
        "text" text: Localized,
        /// The blanks in the order of their numbers.
        "blanks" blanks: Vec<BlankFields>,
    }
}

adil::record! {
    /// A scale.
    pub struct ScaleFields {
        /// The number of the first step.
        "from" from: f64 = 1.0,
        /// The number of the last step, at most ten above the first.
        "to" to: f64 = 5.0,
        /// What the first step means.
        "low" low: Option<Rich>,
        /// What the last step means.
        "high" high: Option<Rich>,
    }
}

/// Whether a star in an accepted answer looks like one that multiplies, as in `2*3`.
fn has_product(text: &str) -> bool {
    text.as_bytes().windows(3).any(|at| {
        let sides = [at[0], at[2]];
        at[1] == b'*'
            && sides.iter().all(u8::is_ascii_alphanumeric)
            && sides.iter().any(u8::is_ascii_digit)
    })
}

/// An accepted answer, and what it is worth; in a file the text may stand alone for a whole one.
#[derive(Clone, Debug, PartialEq)]
pub struct Accepted(pub Localized, pub f64);

impl FromJson for Accepted {
    fn read(place: &At) -> Result<Self, Problem> {
        let accepted = if place.json().get("text").is_none() {
            Accepted(Localized::read(place)?, 1.0)
        } else {
            let fields = AcceptedFields::read(place)?;
            Accepted(fields.text, fields.score.map_or(1.0, Score::get))
        };
        if accepted.0.tag_where(has_product).is_some() {
            place.warn("* stands for any characters here; write \\\\* for the star itself");
        }
        Ok(accepted)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        let (text, fields) = (Localized::schema(definitions), AcceptedFields::schema(definitions));
        serde_json::json!({ "anyOf": [text, fields] })
    }
}
