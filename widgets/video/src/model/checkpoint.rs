//! Where a lesson stops, as its author wrote it.

use adil::content::{Count, ItemSchema, Localized, Reference, Rich};
use adil::json::{Cursor, FromJson, Problem, distinct, read_record};

use super::Moment;
use super::list::{ascending, list};

/// The most checkpoints that one lesson may have.
pub const MOST_CHECKPOINTS: usize = 200;

adil::record! {
    /// A question that a learner answers for themselves; it is not marked and not kept.
    pub struct Reflection {
        /// The question.
        "prompt" prompt: Rich,
        /// One good answer, shown afterwards.
        "answer" answer: Option<Rich>,
    }
}

/// What describes the item of a checkpoint.
#[derive(Clone, Debug, PartialEq)]
pub struct QuizItem;

impl ItemSchema for QuizItem {
    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        adil_quiz::model::Item::schema(definitions)
    }
}

/// The item of a checkpoint.
pub type WrittenItem = adil::content::WrittenItem<QuizItem>;

adil::record! {
    /// A place where the video stops, as authors write it: with an item, a reflection or a note.
    pub struct CheckpointFields {
        /// Names it for good; progress is kept under it.
        "id" id: Reference,
        /// When the video stops.
        "at" at: Moment,
        /// What it is about, in the list and on the bar.
        "title" title: Option<Localized>,
        /// An item of a quiz.
        "item" item: Option<WrittenItem>,
        /// A question that is not marked.
        "reflection" reflection: Option<Reflection>,
        /// Words to read, or a reason to pause.
        "note" note: Option<Rich>,
        /// Whether nobody passes it unanswered.
        "required" required: bool = false,
        /// How often it may be answered.
        "tries" attempts: Option<Count>,
        /// From where to watch again after a wrong answer; before `at`.
        "rewindTo" rewind_to: Option<Moment>,
        /// Whether a wrong answer leads back: nothing else goes on from it, and it is asked again.
        "rewinds" rewinds: bool = false,
        /// Where a right answer goes on; after `at`. Checkpoints between are excused.
        "skipTo" skip_to: Option<Moment>,
    }
}

/// What a checkpoint asks.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// An item of a quiz.
    Item(WrittenItem),
    /// A question that is not marked.
    Reflection(Reflection),
    /// Words to read.
    Note(Rich),
}

/// A place where the video stops.
#[derive(Clone, Debug, PartialEq)]
pub struct Checkpoint {
    /// Names it for good.
    pub id: Reference,
    /// When the video stops.
    pub at: Moment,
    /// What it is about.
    pub title: Option<Localized>,
    /// What it asks.
    pub question: Question,
    /// Whether nobody passes it unanswered.
    pub required: bool,
    /// How often it may be answered; nothing for without limit.
    pub attempts: Option<usize>,
    /// From where to watch again after a wrong answer.
    pub rewind_to: Option<Moment>,
    /// Whether a wrong answer leads back.
    pub rewinds: bool,
    /// Where a right answer goes on.
    pub skip_to: Option<Moment>,
}

impl Checkpoint {
    /// What it asks, in its author's words.
    pub fn stem(&self) -> Option<Rich> {
        match &self.question {
            Question::Item(item) => item.stem(),
            Question::Reflection(reflection) => Some(reflection.prompt.clone()),
            Question::Note(note) => Some(note.clone()),
        }
    }

    /// From where to look at it again: as its author says, else ten seconds before.
    pub fn again_from(&self) -> Moment {
        self.rewind_to.unwrap_or(Moment(self.at.0.saturating_sub(10_000)))
    }
}

impl FromJson for Checkpoint {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        let fields: CheckpointFields = read_record(cursor)?;
        let question = match (fields.item, fields.reflection, fields.note) {
            (Some(item), None, None) => Question::Item(item),
            (None, Some(reflection), None) => Question::Reflection(reflection),
            (None, None, Some(note)) => Question::Note(note),
            _ => return Err(cursor.expected("just one of item, reflection or note")),
        };
        let wrong = |name: &str, expected: &str, found: Moment| {
            let path = [&cursor.path(), ".", name].concat();
            Problem::new(&path, expected, &adil::json::number_text(found.seconds()))
        };
        if let Some(late) = fields.rewind_to.filter(|to| *to >= fields.at) {
            return Err(wrong("rewindTo", "a time before the checkpoint", late));
        }
        if let Some(early) = fields.skip_to.filter(|to| *to <= fields.at) {
            return Err(wrong("skipTo", "a time after the checkpoint", early));
        }
        Ok(Checkpoint {
            id: fields.id,
            at: fields.at,
            title: fields.title,
            question,
            required: fields.required,
            attempts: fields.attempts.map(|attempts| attempts.0),
            rewind_to: fields.rewind_to,
            rewinds: fields.rewinds,
            skip_to: fields.skip_to,
        })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        CheckpointFields::schema(definitions)
    }
}

list!(
    /// Checkpoints in the order of their cues, each with an id and a cue of its own.
    Checkpoints, Checkpoint, "a list of checkpoints", in_order
);

fn in_order(cursor: &Cursor, list: &[Checkpoint]) -> Result<(), Problem> {
    if list.len() > MOST_CHECKPOINTS {
        return Err(cursor.expected("at most 200 checkpoints; split the lesson"));
    }
    let ids: Vec<&str> = list.iter().map(|one| one.id.as_str()).collect();
    distinct(&cursor.path(), &ids, "checkpoint of this file")?;
    ascending(cursor, "at", &list.iter().map(|one| one.at).collect::<Vec<_>>())
}
