//! What is seen of a class that writes its own pledge.

mod board;
mod count;
mod editor;
mod entry;
mod files;
mod paper;
mod poster;
mod screen;
mod section;
mod votes;

pub use screen::view;

/// The styles of this mode.
pub const STYLES: &str = include_str!("class.css");
