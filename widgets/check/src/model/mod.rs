//! The rules of a check as plain Rust: questions, answers, what they lead to. Knows no browser.

mod answer;
mod answers;
mod content;
mod declared;
mod fields;
mod pages;
mod readiness;
mod register;
mod table;
mod verdict;

pub use answer::{Answer, LONGEST_TEXT};
pub use answers::{Answers, KEPT, Note, Seen};
pub use content::{Case, Check, Derived, MOST_QUESTIONS, Outcome, Question};
pub use declared::{Declared, Field};
pub use fields::{
    Choice, Contact, Declaration, Edition, Entry, Keeping, Line, LineFields, Match, Privacy,
    QuestionFields, ResultFields, StepFields, Telling, Tone, Type,
};
pub use readiness::{Bar, Gap, Sheet, Spread, TOP, csv};
pub use register::{Item, Register, Status};
pub use table::Finding;
pub use verdict::Verdict;

#[cfg(test)]
mod tests;
