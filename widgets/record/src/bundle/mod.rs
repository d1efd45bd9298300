//! Where the bundles begin.

pub mod merge;
pub mod record;
mod whole;

pub use whole::WHOLE;
