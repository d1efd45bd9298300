//! The integrity pledge: `<adil-pledge>`.
//!
//! `model` has the rules, `session` what is done and kept, `components` what is seen, `bundle` the
//! ways in; each knows only those before it. `SPEC` is what a page can rely on.

pub mod bundle;
mod components;
pub mod model;
mod session;
mod spec;

pub use spec::SPEC;
