//! What learners and teachers do, what is kept of it, and what the page is told. Makes nothing
//! that is seen.

pub mod certificate;
mod chance;
pub mod class;
mod context;
mod keys;
pub mod pledge;
pub mod reminder;
pub mod verify;

pub use context::Context;
