//! The rules of a story as plain Rust: scenes, choices, endings, and the way through them. Knows no
//! browser.

mod content;
mod run;
mod walk;

pub use content::{Choice, Ending, Place, Scene, Story};
pub use run::{Run, Step};
pub use walk::{Walked, walk};
