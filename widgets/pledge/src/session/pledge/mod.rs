//! The run: one learner makes a pledge.

mod acts;
pub mod calendar;
pub mod receipt;
mod stage;
mod way;

pub use stage::Stage;
pub use way::{Bundle, LazyPart, Session};
