//! Cards that belong together, or into groups.

mod fields;
mod model;
mod view;

pub use model::Matching;
