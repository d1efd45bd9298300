//! The video lesson: `<adil-video>`.
//!
//! `model` has the rules, `view` shows them, `SPEC` is what a page can rely on.

pub mod model;
mod spec;
pub mod view;

pub use spec::SPEC;
