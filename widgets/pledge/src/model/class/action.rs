//! Promises, what can be done to a draft of them, and what comes of it.

use adil::json::Json;

/// The most characters of one promise: two sentences that a class can read from the wall.
pub const MOST_CHARACTERS: usize = 200;

/// The most hands for one promise; a whole school may vote in a hall.
pub const MOST_VOTES: u32 = 999;

/// One promise of a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    /// Tells it from the others, wherever it stands.
    pub key: u32,
    /// The promise as plain text.
    pub text: String,
    /// The hands that were counted.
    pub votes: u32,
    /// The clause of a file that it was, as long as nobody edits it.
    pub(super) origin: Option<Json>,
}

/// What can be done to a draft. Promises are named by their keys.
#[derive(Clone, Debug)]
pub enum Action {
    /// Adds a promise at the end.
    Add(String),
    /// Gives a promise another text.
    Edit(u32, String),
    /// Takes a promise out.
    Remove(u32),
    /// Moves a promise one place up, or down.
    Move(u32, bool),
    /// Brings back what was removed or replaced last.
    Undo,
    /// Sets the hands for a promise.
    Vote(u32, u32),
    /// Sets all hands to zero.
    ClearVotes,
    /// Keeps so many promises with most votes, and all that have as many votes as the last.
    KeepMost(usize),
    /// Names the pledge.
    Title(String),
    /// Takes another pledge in place of all.
    Replace(Vec<Promise>, String),
}

/// What came of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is done, or there was nothing to do.
    Done,
    /// It concerned the promise with this key, which now stands at this place; the first of many.
    At(u32, usize),
    /// So many promises are left, perhaps more than was asked for, since some are tied.
    Kept(usize, bool),
    /// All promises are tied, so none was removed.
    AllTied,
}

/// Why an action was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A promise needs words.
    Empty,
    /// It has so many characters, more than [`MOST_CHARACTERS`].
    Long(usize),
    /// There are [`MOST_CLAUSES`](crate::model::MOST_CLAUSES) already.
    Full,
}

/// A text on one line: blanks at its ends and several in a row go, and so do characters that
/// nobody sees.
pub(super) fn one_line(text: &str) -> String {
    let seen = |c: &char| c.is_whitespace() || !c.is_control();
    let clean: String = text.chars().filter(seen).collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of a promise, if it may be one.
pub(super) fn checked(text: &str) -> Result<String, Refusal> {
    let text = one_line(text);
    match text.chars().count() {
        0 => Err(Refusal::Empty),
        n if n > MOST_CHARACTERS => Err(Refusal::Long(n)),
        _ => Ok(text),
    }
}
