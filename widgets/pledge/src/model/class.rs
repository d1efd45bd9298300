//! A class that writes its own pledge: the draft and what may be done with it, the vote, the file
//! that comes of it, and codes that count without a server.

mod codes;
mod file;

use adil::json::Json;

use super::MOST_CLAUSES;
pub use codes::{Count, LONGEST_LIST, add_up, code, day_of};
pub use file::suggestions;

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
    origin: Option<Json>,
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
    /// There are [`MOST_CLAUSES`] already.
    Full,
}

/// What [`Action::Undo`] brings back.
#[derive(Clone, Debug, PartialEq)]
enum Undo {
    /// Promises, each with the place where it stood.
    Removed(Vec<(usize, Promise)>),
    /// A whole list and its title.
    Replaced(Vec<Promise>, String),
}

/// A pledge in the making.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The promises, in order.
    pub clauses: Vec<Promise>,
    /// The title that the class typed; empty for the usual one.
    pub title: String,
    /// The id of the file that it becomes.
    id: String,
    /// How many different files it has become.
    edition: u32,
    /// Whether it changed since it last became a file.
    changed: bool,
    next: u32,
    undo: Option<Undo>,
    removals: u32,
}

/// A text on one line: blanks at its ends and several in a row go, and so do characters that
/// nobody sees.
fn one_line(text: &str) -> String {
    let seen = |c: &char| c.is_whitespace() || !c.is_control();
    let clean: String = text.chars().filter(seen).collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn checked(text: &str) -> Result<String, Refusal> {
    let text = one_line(text);
    match text.chars().count() {
        0 => Err(Refusal::Empty),
        n if n > MOST_CHARACTERS => Err(Refusal::Long(n)),
        _ => Ok(text),
    }
}

impl Draft {
    /// An empty draft. `chance` makes the name of its file: four letters or digits.
    pub fn new(chance: &str) -> Draft {
        Draft {
            clauses: Vec::new(),
            title: String::new(),
            id: ["class-pledge-", chance].concat(),
            edition: 0,
            changed: true,
            next: 0,
            undo: None,
            removals: 0,
        }
    }

    /// The promise with a key.
    pub fn get(&self, key: u32) -> Option<&Promise> {
        self.clauses.iter().find(|promise| promise.key == key)
    }

    /// Changes whenever something was removed; nothing when nothing can be brought back.
    pub fn removal(&self) -> Option<u32> {
        self.undo.as_ref().map(|_| self.removals)
    }

    /// The most votes that any promise has.
    pub fn most_votes(&self) -> u32 {
        self.clauses.iter().map(|promise| promise.votes).max().unwrap_or(0)
    }

    /// Does what an action says, or nothing.
    ///
    /// # Errors
    /// Why it was refused.
    pub fn apply(&mut self, action: Action) -> Result<Outcome, Refusal> {
        match action {
            Action::Add(text) => return self.add(&text),
            Action::Edit(key, text) => return self.edit(key, &text),
            Action::Move(key, up) => return Ok(self.shift(key, up)),
            Action::Undo => return self.undo(),
            Action::KeepMost(count) => return Ok(self.keep_most(count)),
            Action::Remove(key) => self.remove_where(|promise| promise.key == key),
            Action::Vote(key, votes) => {
                if let Some(promise) = self.clauses.iter_mut().find(|promise| promise.key == key) {
                    promise.votes = votes.min(MOST_VOTES);
                }
            }
            Action::ClearVotes => self.clauses.iter_mut().for_each(|promise| promise.votes = 0),
            Action::Title(title) => {
                let title = one_line(&title);
                self.changed |= title != self.title;
                self.title = title;
            }
            Action::Replace(clauses, title) => {
                let clauses = self.with_keys(clauses);
                let before = std::mem::replace(&mut self.clauses, clauses);
                let title = std::mem::replace(&mut self.title, one_line(&title));
                self.changed = true;
                self.removals += 1;
                self.undo = (!before.is_empty()).then_some(Undo::Replaced(before, title));
            }
        }
        Ok(Outcome::Done)
    }

    fn new_key(&mut self) -> u32 {
        self.next += 1;
        self.next
    }

    fn with_keys(&mut self, mut clauses: Vec<Promise>) -> Vec<Promise> {
        clauses.truncate(MOST_CLAUSES);
        clauses.iter_mut().for_each(|promise| promise.key = self.new_key());
        clauses
    }

    /// The list was edited: the one that was replaced before it does not come back any more.
    fn edited(&mut self) {
        self.changed = true;
        if matches!(self.undo, Some(Undo::Replaced(..))) {
            self.undo = None;
        }
    }

    fn add(&mut self, text: &str) -> Result<Outcome, Refusal> {
        let text = checked(text)?;
        if self.clauses.len() >= MOST_CLAUSES {
            return Err(Refusal::Full);
        }
        self.edited();
        let key = self.new_key();
        self.clauses.push(Promise { key, text, votes: 0, origin: None });
        Ok(Outcome::At(key, self.clauses.len() - 1))
    }

    fn edit(&mut self, key: u32, text: &str) -> Result<Outcome, Refusal> {
        let Some(at) = self.place(key) else { return Ok(Outcome::Done) };
        // A longer one of a file may stay as it is.
        if one_line(text) != self.clauses[at].text {
            self.clauses[at].text = checked(text)?;
            self.clauses[at].origin = None;
            self.edited();
        }
        Ok(Outcome::At(key, at))
    }

    fn shift(&mut self, key: u32, up: bool) -> Outcome {
        let Some(at) = self.place(key) else { return Outcome::Done };
        let to = if up { at.checked_sub(1) } else { Some(at + 1) };
        let Some(to) = to.filter(|to| *to < self.clauses.len()) else {
            return Outcome::At(key, at);
        };
        self.edited();
        self.clauses.swap(at, to);
        Outcome::At(key, to)
    }

    fn place(&self, key: u32) -> Option<usize> {
        self.clauses.iter().position(|promise| promise.key == key)
    }

    fn remove_where(&mut self, goes: impl Fn(&Promise) -> bool) {
        let all = std::mem::take(&mut self.clauses).into_iter().enumerate();
        let (gone, stay): (Vec<_>, Vec<_>) = all.partition(|(_, promise)| goes(promise));
        self.clauses = stay.into_iter().map(|(_, promise)| promise).collect();
        if !gone.is_empty() {
            self.changed = true;
            self.removals += 1;
            self.undo = Some(Undo::Removed(gone));
        }
    }

    fn undo(&mut self) -> Result<Outcome, Refusal> {
        match &self.undo {
            Some(Undo::Removed(gone)) if self.clauses.len() + gone.len() > MOST_CLAUSES => {
                return Err(Refusal::Full);
            }
            None => return Ok(Outcome::Done),
            _ => self.changed = true,
        }
        let first = match self.undo.take() {
            Some(Undo::Replaced(clauses, title)) => {
                self.clauses = clauses;
                self.title = title;
                self.clauses.first().map(|promise| promise.key)
            }
            Some(Undo::Removed(gone)) => {
                let first = gone.first().map(|(_, promise)| promise.key);
                // From the front, each finds the place it had among those before it.
                for (at, promise) in gone {
                    self.clauses.insert(at.min(self.clauses.len()), promise);
                }
                first
            }
            None => None,
        };
        let found = first.and_then(|key| Some(Outcome::At(key, self.place(key)?)));
        Ok(found.unwrap_or(Outcome::Done))
    }

    /// Whoever has as many votes as the last that stays, stays too: eight always have room.
    fn keep_most(&mut self, count: usize) -> Outcome {
        let count = count.clamp(1, MOST_CLAUSES);
        let mut votes: Vec<u32> = self.clauses.iter().map(|promise| promise.votes).collect();
        if votes.len() <= count {
            return Outcome::Kept(votes.len(), false);
        }
        votes.sort_unstable_by(|a, b| b.cmp(a));
        let least = votes[count - 1];
        let kept = votes.iter().filter(|n| **n >= least).count();
        if kept == votes.len() {
            return Outcome::AllTied;
        }
        self.remove_where(|promise| promise.votes < least);
        Outcome::Kept(kept, kept > count)
    }
}

/// The size of the type, in points, that fills about half of a poster on A4 with these promises
/// and leaves room for a title and signatures.
pub fn type_size(texts: &[&str]) -> u32 {
    // Hundredths of a point: a line of A4 with margins, and the height for promises.
    const WIDTH: usize = 50_000;
    const HEIGHT: usize = 43_000;
    let height = |size: usize| -> usize {
        // Letters are a little more than half as wide as high, in Cyrillic and bold type too.
        let a_line = WIDTH / (size * 58);
        let lines = |text: &&str| text.chars().count().div_ceil(a_line).max(1);
        texts.iter().map(|text| lines(text) * size * 130 + size * 50).sum()
    };
    let sizes = [32_u32, 28, 24, 21, 18, 16, 14, 12];
    sizes.into_iter().find(|size| height(*size as usize) <= HEIGHT).unwrap_or(12)
}

#[cfg(test)]
#[path = "class_tests.rs"]
mod tests;
