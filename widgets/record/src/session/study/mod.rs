//! A pilot study in the page.

mod collection;
mod pupil;
mod setup;

pub use collection::Collection;
pub use pupil::{DAYS, Leading, Pupil, Step};
pub use setup::{Setup, Shown};
