//! A text between questions; there is nothing to answer.

mod fields;
mod model;
mod view;

pub use model::Note;
