//! Entries to put in order.

mod fields;
mod model;
mod view;

pub use model::Order;
