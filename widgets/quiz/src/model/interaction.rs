//! What every kind of interaction knows of itself. Each stands in a folder of `interactions`.

use adil::content::Rich;
use adil::json::{Cursor, Fields, Json, Problem};
use adil::random::Random;

use super::mark::{Fold, Mark, Verdict};
use super::response::Response;

/// One kind of interaction: what there is to do, and what an answer to it is worth.
pub trait Interaction: Sized {
    /// The answer before anything was done.
    fn empty(&self) -> Response;

    /// Whether an answer is ready to be checked; "I do not know" always is.
    fn is_complete(&self, response: &Response) -> bool;

    /// Whether an answer fits the item: a file that changed under a kept run, or a hostile stored
    /// run, must not bring an answer of another shape. "I do not know" always fits.
    fn fits(&self, response: &Response) -> bool;

    /// What an answer is worth; asked only where there is a right one.
    fn mark(&self, response: &Response, lang: &str, fold: Fold) -> Mark;

    /// The parts of an answer under names that outlive edits of the file, see [`super::names`].
    fn keep(&self, response: &Response) -> Vec<Json>;

    /// What is left of an answer as it was kept, and whether that is all of it.
    fn restore(&self, kept: &[Json]) -> (Response, bool);

    /// The key of the text that says what there is to do.
    fn task(&self) -> Option<&'static str>;

    /// The same for paper.
    fn paper_task(&self) -> Option<&'static str> {
        self.task()
    }

    /// Whether there is anything to answer.
    fn is_question(&self) -> bool {
        true
    }

    /// Whether there is a right answer.
    fn is_scored(&self) -> bool {
        true
    }

    /// Whether learners may say "I do not know" instead, where its author lets them.
    fn offers_unsure(&self) -> bool {
        self.is_scored()
    }

    /// The ids of what was chosen; empty where answers may be typed, which no event carries.
    fn option_ids(&self, _: &Response) -> Vec<String> {
        Vec::new()
    }

    /// The first part of an answer that has to be a number and is none.
    fn unread(&self, _: &Response, _: &str, _: Fold) -> Option<usize> {
        None
    }

    /// What its parts say of an answer.
    fn reasons(&self, _: &Response, _: &str) -> Vec<Reason> {
        Vec::new()
    }

    /// A random order of its parts.
    fn mixed(&self, random: &mut Random, count: usize) -> Vec<usize> {
        random.order(count)
    }
}

/// How authors write a kind of interaction: one or several types of items.
pub trait Authored: Sized {
    /// The words that authors write for `type`, in the order of the guide.
    const TYPES: &'static [&'static str];

    /// Reads an item of one of its types.
    ///
    /// # Errors
    /// What its author has to mend.
    fn read(word: &str, cursor: &Cursor, fields: &Fields) -> Result<Self, Problem>;

    /// Describes the fields of one of its types.
    #[cfg(not(target_arch = "wasm32"))]
    fn describe(
        word: &str,
        definitions: &mut adil::json::schema::Definitions,
        object: &mut adil::json::schema::ObjectSchema,
    );
}

/// What is said of an answer, or of a part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// The tone it is said in.
    pub verdict: Verdict,
    /// The option that it is about, where there are several.
    pub about: Option<Rich>,
    /// What it says.
    pub text: Rich,
}
