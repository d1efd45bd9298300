//! A lesson in the page, the windows that show it, and the desk of an action.

pub mod awake;
pub mod campaign;
mod lesson;
mod link;
pub mod windows;

pub use lesson::{Bundle, LazyPart, Mode, Session, View};
