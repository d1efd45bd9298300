//! The widget `<adil-board>`.
//!
//! `model` has the rules, `session` the run, `components` show it, `bundle` mounts it in a page.
//! `SPEC` is what a page can rely on.

pub mod bundle;
mod components;
pub mod model;
mod session;
mod spec;

pub use spec::SPEC;
