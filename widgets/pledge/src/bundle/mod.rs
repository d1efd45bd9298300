//! The way in for each bundle: what it mounts, and what of it loads later. Only this knows all
//! that can be seen.

pub mod certificate;
pub mod class;
pub mod lazy;
pub mod pledge;
pub mod reminder;
pub mod verify;
mod whole;

pub use crate::session::pledge::{Bundle, LazyPart, Session};
pub use whole::WHOLE;
