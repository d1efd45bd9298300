//! A pilot study in the page.

mod collection;
mod pupil;

pub use collection::Collection;
pub use pupil::{Leading, Pupil, Step};
