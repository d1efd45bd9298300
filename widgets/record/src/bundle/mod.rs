//! Where the bundles begin.

pub mod collect;
pub mod merge;
pub mod record;
pub mod setup;
pub mod study;
mod whole;

pub use whole::WHOLE;
