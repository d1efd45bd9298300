//! A scale from one end to the other.

mod fields;
mod model;
mod view;

pub use model::Scale;
