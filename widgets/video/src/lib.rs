//! The video lesson: `<adil-video>`.
//!
//! A file needs only its own layer and those before it: `model` has the rules, `player` drives
//! what plays, `session` is the run, `components` show it, `bundle` is the way in. `SPEC` is what
//! a page can rely on.

#![expect(
    clippy::large_types_passed_by_value,
    reason = "a session is small in a bundle; only in builds for tests do signals know their origin"
)]

pub mod bundle;
mod components;
pub mod model;
mod player;
mod session;
mod spec;

pub use spec::SPEC;
