//! The rules of a story as plain Rust: scenes, choices, endings, and the way through them. Knows no
//! browser.

mod cards;
mod check;
mod content;
mod drawing;
mod fields;
mod lit;
mod run;
mod strip;
mod vote;
mod walk;
pub mod xapi;

pub use cards::{cards, in_words, number_of};
pub use check::{Finding, FindingKind, MOST_SENTENCES, Report, check, most_words};
pub use content::{Asked, Choice, Ending, Feeling, Place, Scene, Story};
pub use drawing::{
    Colour, Drawing, Drawings, FacePlace, Figure, HEIGHT, Ink, Panel, PathData, Placed, Shape,
    WIDTH,
};
pub use fields::{ChoiceFields, Effects, Face, Results, When, WrittenItem};
pub use lit::{Word, word_at, words};
pub use run::{Act, Outcome, Run, Spot, Step};
pub use strip::{
    Bubble, COLUMNS, LETTER, MOST_LETTERS, MOST_PANELS, Made, ROWS, Sheet, Standing, Strip,
    svg_file,
};
pub use vote::{Decision, decision};
pub use walk::{Walk, Ways};
