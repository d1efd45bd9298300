//! What is seen of a certificate, on the screen and on paper.

mod drawing;
mod logo;
mod paper;
mod picture;
mod print;
mod screen;
mod words;

pub use screen::{refused, view};

/// The styles of this mode.
pub const STYLES: &str = include_str!("certificate.css");
