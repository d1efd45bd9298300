//! The rules of a check as plain Rust: questions, answers, what they lead to. Knows no browser.

mod answers;
mod content;
mod declared;
mod fields;
mod pages;
mod table;
mod verdict;

pub use answers::{Answer, Answers, LONGEST_TEXT, Seen};
pub use content::{Case, Check, Derived, MOST_QUESTIONS, Outcome, Question};
pub use declared::{Declared, Field};
pub use fields::{
    Choice, Contact, Declaration, Edition, Entry, Keeping, Line, LineFields, Match, Privacy,
    QuestionFields, ResultFields, StepFields, Telling, Tone, Type,
};
pub use table::Finding;
pub use verdict::Verdict;

#[cfg(test)]
mod tests;
