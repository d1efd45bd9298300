//! What learners see. No rules here: the model has them.

pub mod aloud;
pub mod before;
pub mod between;
pub mod feedback;
pub mod frame;
mod glance;
mod interaction;
pub mod intro;
pub mod item;
pub mod keys;
pub mod lazy;
pub mod parts;
pub mod progress;
pub mod result;
mod spoken;

pub use interaction::InteractionView;
