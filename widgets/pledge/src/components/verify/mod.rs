//! What is seen of the check of receipts.

mod finding;
mod screen;

pub use screen::view;

/// The styles of this mode.
pub const STYLES: &str = include_str!("verify.css");
