//! The rules of a story as plain Rust: scenes, choices, endings, and the way through them. Knows no
//! browser.

mod bubble;
mod cards;
mod check;
mod content;
mod drawing;
mod fields;
mod group;
mod length;
mod lit;
mod run;
mod shape;
mod sheet;
mod strip;
mod vote;
mod walk;
pub mod xapi;

pub use bubble::{Bubble, LETTER};
pub use cards::{cards, in_words, number_of};
pub use check::{Finding, FindingKind, Report, check};
pub use content::{Asked, Choice, Ending, Feeling, Place, Scene, Story};
pub use drawing::{Drawing, Drawings, FacePlace, Figure, HEIGHT, Ink, Panel, Placed, WIDTH};
pub use fields::{ChoiceFields, Effects, Face, Results, Sound, When, WrittenItem};
pub use group::{FEWEST, MOST, Role, roles};
pub use length::{Length, MOST_SENTENCES, lengths, most_words};
pub use lit::{Word, word_at, words};
pub use run::{Act, Outcome, Run, Spot, Step};
pub use shape::{Colour, PathData, Shape};
pub use sheet::{Sheet, svg_file};
pub use strip::{COLUMNS, MOST_LETTERS, MOST_PANELS, Made, ROWS, Standing, Strip};
pub use vote::{Decision, decision};
pub use walk::{Walk, Ways};
