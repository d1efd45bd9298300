//! A draft, and all that may be done with it, the vote among it.

use super::action::{Action, MOST_VOTES, Outcome, Promise, Refusal, checked, one_line};
use crate::model::MOST_CLAUSES;

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
    pub(super) id: String,
    /// How many different files it has become.
    pub(super) edition: u32,
    /// Whether it changed since it last became a file.
    pub(super) changed: bool,
    next: u32,
    undo: Option<Undo>,
    removals: u32,
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

    pub(super) fn with_keys(&mut self, mut clauses: Vec<Promise>) -> Vec<Promise> {
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
