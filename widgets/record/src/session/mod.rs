//! What is written and kept in the page, and what the page is told.

mod context;
mod merge;
mod record;
mod study;

pub use context::Shared;
pub use merge::Region;
pub use record::{Bundle, DAYS as RECORD_DAYS, LazyPart, PriceRow, Screen, Session};
pub use study::{Collection, DAYS as STUDY_DAYS, Leading, Pupil, Setup, Shown, Step};
