//! What is said and seen, in words: the browser reads `WebVTT`, this chooses and shows it.

mod attach;
mod choice;
mod draw;
mod signals;

pub use choice::{Captions, are_missing};
pub use signals::CaptionSignals;
