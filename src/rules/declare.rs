//! The variables of a content file: names, what each can be, and what it is at first.

use super::lexer::{LARGEST, is_of_name, is_quote, small_word};
use super::parse::function;
use crate::content::Localized;

/// The most variables that a file may declare.
pub const MOST_VARIABLES: usize = 64;

/// The most words that a variable may choose from.
pub const MOST_WORDS: usize = 40;

/// What a variable can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Range {
    /// A whole number from the first to the second, both included.
    Numbers(i32, i32),
    /// True or false.
    Flags,
    /// One of these words.
    Words(Vec<String>),
}

/// A named value that rules read and change. What it is at first lies within its range.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    name: Name,
    range: Range,
    /// The number, 0 or 1 of a flag, or the place of the word.
    first: i32,
    label: Option<Localized>,
}

impl Variable {
    /// A whole number. Bounds beyond a million become a million, the first value the nearest
    /// one within them.
    pub fn number(name: Name, least: i32, most: i32, first: i32) -> Variable {
        let least = least.clamp(-LARGEST, LARGEST);
        let most = most.clamp(least, LARGEST.max(least));
        let first = first.clamp(least, most);
        Variable { name, range: Range::Numbers(least, most), first, label: None }
    }

    /// True or false.
    pub fn flag(name: Name, first: bool) -> Variable {
        Variable { name, range: Range::Flags, first: i32::from(first), label: None }
    }

    /// One of a few words, at first the one at this place. Nothing where there is none, where
    /// there are more than [`MOST_WORDS`], or where one cannot be written in a rule.
    pub fn words(name: Name, words: &[&str], first: usize) -> Option<Variable> {
        let fit = (1..=MOST_WORDS).contains(&words.len()) && words.iter().all(|w| is_word(w));
        let alone = |(n, word): (usize, &&str)| !words[..n].contains(word);
        if !fit || !words.iter().enumerate().all(alone) {
            return None;
        }
        let first = i32::try_from(first.min(words.len() - 1)).unwrap_or(0);
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        Some(Variable { name, range: Range::Words(words), first, label: None })
    }

    /// The same variable with words for learners.
    #[must_use]
    pub fn labelled(self, label: Option<Localized>) -> Variable {
        Variable { label, ..self }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name.0
    }

    /// What it can be.
    pub fn range(&self) -> &Range {
        &self.range
    }

    /// What learners are told that it is, if they are told.
    pub fn label(&self) -> Option<&Localized> {
        self.label.as_ref()
    }

    /// What it is at first: the number, 0 or 1 of a flag, or the place of the word.
    pub(super) fn first(&self) -> i32 {
        self.first
    }

    /// The least and the greatest value; of words, the places of the first and the last.
    pub(super) fn bounds(&self) -> (i32, i32) {
        match &self.range {
            Range::Numbers(least, most) => (*least, *most),
            Range::Flags => (0, 1),
            Range::Words(words) => (0, i32::try_from(words.len()).unwrap_or(1) - 1),
        }
    }

    /// Kind and name, as errors say it.
    pub(super) fn described(&self) -> String {
        let kind = match self.range {
            Range::Numbers(..) => "the number ",
            Range::Flags => "the flag ",
            Range::Words(_) => "the word ",
        };
        [kind, self.name()].concat()
    }
}

/// Whether a text can be a word of a rule: 1 to 60 characters, no quotation mark or line break.
pub(super) fn is_word(text: &str) -> bool {
    let length = text.chars().count();
    (1..=60).contains(&length)
        && text.trim().len() == text.len()
        && !text.chars().any(|c| is_quote(c) || c < ' ')
}

/// A name of a variable: up to 40 letters a to z, digits and `_`, first a letter, and no word of
/// the language itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name(String);

impl Name {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Parses a name.
    pub fn parse(text: &str) -> Option<Name> {
        let fits = text.len() <= 40
            && text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text.chars().all(is_of_name)
            && !Name::is_taken(text);
        fits.then(|| Name(text.to_owned()))
    }

    /// Whether rules use this name themselves.
    pub(super) fn is_taken(text: &str) -> bool {
        small_word(text).is_some() || function(text).is_some()
    }
}

/// All variables of a file, in its order. No two have the same name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Variables(Vec<Variable>);

impl Variables {
    /// Variables that a widget declares itself. Nothing where two have the same name, or where
    /// there are more than [`MOST_VARIABLES`].
    pub fn new(list: Vec<Variable>) -> Option<Variables> {
        let alone = |(n, one): (usize, &Variable)| !list[..n].iter().any(|v| v.name == one.name);
        let fit = list.len() <= MOST_VARIABLES && list.iter().enumerate().all(alone);
        fit.then_some(Variables(list))
    }

    /// Each one, in the order of the file.
    pub fn all(&self) -> &[Variable] {
        &self.0
    }

    /// The place and the variable of a name.
    pub fn find(&self, name: &str) -> Option<(usize, &Variable)> {
        self.0.iter().enumerate().find(|(_, variable)| variable.name() == name)
    }

    /// The names as an error lists them.
    pub(super) fn listed(&self) -> String {
        let mut names: Vec<&str> = self.0.iter().take(12).map(Variable::name).collect();
        if self.0.len() > names.len() {
            names.push("…");
        }
        match names[..] {
            [] => "no name, since the file declares no variables".into(),
            [name] => ["the name ", name].concat(),
            _ => ["one of the names ", &names.join(", ")].concat(),
        }
    }
}
