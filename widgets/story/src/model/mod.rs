//! The rules of a story as plain Rust: scenes, choices, endings, and the way through them. Knows no
//! browser.

mod check;
mod content;
mod drawing;
mod fields;
mod run;
mod walk;

pub use check::{Finding, FindingKind, MOST_SENTENCES, Report, check, most_words};
pub use content::{Asked, Choice, Ending, Feeling, Place, Scene, Story};
pub use drawing::{
    Colour, Drawing, Drawings, FacePlace, Figure, HEIGHT, Ink, Panel, PathData, Placed, Shape,
    WIDTH,
};
pub use fields::{ChoiceFields, Effects, Face, Results, When, WrittenItem};
pub use run::{Act, Outcome, Run, Spot, Step};
pub use walk::{Walk, Ways};
