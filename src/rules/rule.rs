//! Rules that were parsed and checked.

use super::check::{Flag, Number, Word};

/// Something that is true or false of the variables it was checked against.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition(pub(super) Flag);

/// A whole number that is reckoned from the variables it was checked against.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount(pub(super) Number);

/// A new value for one of the variables it was checked against.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub(super) variable: usize,
    pub(super) bounds: (i32, i32),
    pub(super) new: New,
}

/// Changes that follow each other: each one sees what those before it did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes(pub(super) Vec<Change>);

impl Changes {
    /// Each one, in the order of the file.
    pub fn all(&self) -> &[Change] {
        &self.0
    }
}

/// What a variable becomes.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum New {
    Number(Number),
    Flag(Flag),
    Word(Word),
}
