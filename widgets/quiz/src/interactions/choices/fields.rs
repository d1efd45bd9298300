//! Choices as authors write them: `single`, `multiple`, `truth` and `poll`.

use adil::content::{Picture, Reference, Rich};
use adil::json::{Cursor, Fields, Problem, Record, distinct, number_text};

use super::super::reading::{Score, at_least, warn_of_twins};
use super::model::{ChoiceLabel, ChoiceOption, Choices, Pick};
use crate::model::Authored;

adil::words! {
    /// What a learner chooses.
    pub enum ChoiceType {
        /// One option.
        "single" Single,
        /// All options that fit.
        "multiple" Multiple,
        /// Whether a sentence is true.
        "truth" Truth,
        /// An option; none is right or wrong.
        "poll" Poll,
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

impl Authored for Choices {
    const TYPES: &'static [&'static str] = ChoiceType::WORDS;

    fn read(word: &str, _: &Cursor, fields: &Fields) -> Result<Choices, Problem> {
        match ChoiceType::from_word(word) {
            Some(ChoiceType::Multiple) => choices(fields, Pick::Many),
            Some(ChoiceType::Poll) => choices(fields, Pick::Poll),
            Some(ChoiceType::Truth) => Ok(truth(TruthFields::from_fields(fields)?)),
            Some(ChoiceType::Single) | None => choices(fields, Pick::One),
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn describe(
        word: &str,
        definitions: &mut adil::json::schema::Definitions,
        object: &mut adil::json::schema::ObjectSchema,
    ) {
        match ChoiceType::from_word(word) {
            Some(ChoiceType::Truth) => TruthFields::describe(definitions, object),
            _ => ChoicesFields::describe(definitions, object),
        }
    }
}

fn choices(fields: &Fields, pick: Pick) -> Result<Choices, Problem> {
    let options = ChoicesFields::from_fields(fields)?.options;
    at_least(fields, "options", 2, options.len())?;
    let positive: f64 = options.iter().filter_map(|o| o.score).map(|s| s.get().max(0.0)).sum();
    let best = options.iter().filter_map(|o| o.score).any(|s| s.get() >= 1.0);
    if pick == Pick::One && !best || pick == Pick::Many && positive <= 0.0 {
        let problem = fields.missing("options");
        return Err(problem.but_expected("an option with \"score\": 1").but_found("none"));
    }
    let right = options.iter().filter(|o| o.score.is_some_and(|s| s.get() > 0.0)).count();
    let worth = |score: Option<Score>| match (pick, score) {
        (Pick::One, score) => score.map_or(0.0, Score::get),
        (Pick::Many, Some(score)) => score.get() / positive,
        (Pick::Many, None) => -1.0 / right as f64,
        (Pick::Poll, _) => 0.0,
    };
    let option = |(n, option): (usize, OptionFields)| ChoiceOption {
        is_named: option.id.is_some(),
        id: option.id.map_or_else(|| number_text((n + 1) as f64), |id| id.as_str().to_owned()),
        label: ChoiceLabel::Text(option.text),
        picture: option.picture,
        worth: worth(option.score),
        feedback: option.feedback,
    };
    let options: Vec<_> = options.into_iter().enumerate().map(option).collect();
    let ids: Vec<_> = options.iter().map(|option| option.id.as_str()).collect();
    distinct(&fields.path_of("options"), &ids, "option of this item")?;
    let is_twin = |a: usize, b: usize| options[a].is_twin(&options[b]);
    warn_of_twins(fields, "options", options.len(), &is_twin);
    Ok(Choices { options, pick, may_shuffle: true })
}

fn truth(fields: TruthFields) -> Choices {
    let reasons = fields.reasons.unwrap_or(Reasons { yes: None, no: None, unsure: None });
    let option = |id: &str, label, worth, feedback| ChoiceOption {
        id: id.into(),
        is_named: true,
        label,
        picture: None,
        worth,
        feedback,
    };
    let worth = |right| if right { 1.0 } else { 0.0 };
    let mut options = vec![
        option("yes", ChoiceLabel::Yes, worth(fields.answer), reasons.yes),
        option("no", ChoiceLabel::No, worth(!fields.answer), reasons.no),
    ];
    if fields.unsure {
        let worth = fields.unsure_score.map_or(0.0, Score::get);
        options.push(option("unsure", ChoiceLabel::Unsure, worth, reasons.unsure));
    }
    Choices { options, pick: Pick::One, may_shuffle: false }
}
