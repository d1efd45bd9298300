//! What is written and kept in the page, and what the page is told.

mod context;
mod merge;
mod record;
mod study;

pub use context::Shared;
pub use merge::Region;
pub use record::{Bundle, LazyPart, PriceRow, Screen, Session};
pub use study::{Collection, Leading, Pupil, Step};
