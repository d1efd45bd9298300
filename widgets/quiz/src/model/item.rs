//! One item of a quiz: what all items have, and what there is to do.

use adil::content::{Localized, Picture, Reference, Rich, Source};
use adil::json::{Cursor as At, FromJson, Json, Problem, Record, Unread};

use super::interaction::{Interaction, Reason};
use super::mark::{Fold, Mark, Verdict};
use super::response::Response;
use crate::interactions::{ItemKind, with_kind};

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
    fn read(cursor: &At) -> Result<Self, Problem> {
        cursor.number(0.01, 100.0, "a number between 0.01 and 100").map(Weight)
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
        "outcome" outcome: Option<Localized>,
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

    /// All that is said of an answer: of its parts, then of the whole.
    pub fn reasons(&self, response: &Response, mark: &Mark, lang: &str) -> Vec<Reason> {
        let mut reasons = match mark.verdict {
            Verdict::Unsure => Vec::new(),
            _ => with_kind!(&self.kind, kind => kind.reasons(response, lang)),
        };
        let whole = self.basics.feedback.as_ref().and_then(|feedback| match mark.verdict {
            Verdict::Right | Verdict::Open => feedback.right.as_ref(),
            Verdict::Partly => feedback.partly.as_ref().or(feedback.wrong.as_ref()),
            Verdict::Wrong | Verdict::Unsure => feedback.wrong.as_ref(),
        });
        let whole =
            whole.map(|text| Reason { verdict: mark.verdict, about: None, text: text.clone() });
        reasons.extend(whole);
        reasons
    }
}

impl FromJson for Item {
    fn read(cursor: &At) -> Result<Self, Problem> {
        let fields = cursor.fields("an item in braces")?;
        let basics = ItemBasics::from_fields(&fields)?;
        let kind = ItemKind::read(cursor, &fields)?;
        fields.finish();
        Ok(Item { basics, kind })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        let variant = |word: &&str| {
            definitions.object(&format!("Item-{word}"), &[], |definitions, object| {
                object.tag("type", word);
                ItemBasics::describe(definitions, object);
                ItemKind::describe(word, definitions, object);
            })
        };
        let variants: Vec<_> = ItemKind::types().iter().map(variant).collect();
        serde_json::json!({ "oneOf": variants })
    }
}

/// Marks an answer. An answer of another shape than the item's is worth nothing.
pub fn mark(item: &Item, response: &Response, lang: &str, fold: Fold) -> Mark {
    match response {
        Response::Unsure => Mark::unmarked(Verdict::Unsure),
        _ if !item.kind.is_scored() => Mark::unmarked(Verdict::Open),
        _ => with_kind!(&item.kind, kind => kind.mark(response, lang, fold)),
    }
}

/// What an item's kind knows of itself, whichever it is.
impl ItemKind {
    /// The answer before anything was done.
    pub fn empty(&self) -> Response {
        with_kind!(self, kind => kind.empty())
    }

    /// Whether an answer is ready to be checked.
    pub fn is_complete(&self, response: &Response) -> bool {
        *response == Response::Unsure || with_kind!(self, kind => kind.is_complete(response))
    }

    /// Whether an answer has the item's shape.
    pub fn fits(&self, response: &Response) -> bool {
        *response == Response::Unsure || with_kind!(self, kind => kind.fits(response))
    }

    /// Whether there is anything to answer.
    pub fn is_question(&self) -> bool {
        with_kind!(self, kind => kind.is_question())
    }

    /// Whether there is a right answer.
    pub fn is_scored(&self) -> bool {
        with_kind!(self, kind => kind.is_scored())
    }

    /// Whether learners may say "I do not know" instead.
    pub fn offers_unsure(&self) -> bool {
        with_kind!(self, kind => kind.offers_unsure())
    }

    /// The key of the text that says what there is to do.
    pub fn task(&self) -> Option<&'static str> {
        with_kind!(self, kind => kind.task())
    }

    /// The same for paper.
    pub fn paper_task(&self) -> Option<&'static str> {
        with_kind!(self, kind => kind.paper_task())
    }

    /// The answer as it is kept.
    pub fn keep(&self, response: &Response) -> Json {
        if *response == Response::Unsure {
            return Json::Null;
        }
        let list = with_kind!(self, kind => kind.keep(response));
        Json::object([(response.key(), Json::List(list))])
    }

    /// What is left of an answer as it was kept, and whether that is all of it.
    pub fn restore(&self, kept: &Json) -> (Response, bool) {
        if *kept == Json::Null {
            return (Response::Unsure, true);
        }
        let empty = self.empty();
        let Some(Json::List(list)) = kept.get(empty.key()) else { return (empty, false) };
        let (response, all) = with_kind!(self, kind => kind.restore(list));
        if self.fits(&response) { (response, all) } else { (empty, false) }
    }
}

#[cfg(test)]
#[path = "mark_tests.rs"]
mod mark_tests;
#[cfg(test)]
#[path = "names_tests.rs"]
mod names_tests;
