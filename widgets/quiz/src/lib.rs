//! The quiz: `<adil-quiz>`.
//!
//! `model` has the rules, `session` the run, `components` show it, `bundle` mounts it in a page;
//! `interactions` has a folder for each kind of item. `SPEC` is what a page can rely on.

pub mod bundle;
mod components;
mod interactions;
pub mod model;
pub mod session;
mod spec;

pub use spec::SPEC;
