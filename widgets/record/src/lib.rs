//! The widget `<adil-record>`: entries over time, as those of an honesty shop or a club.
//!
//! `model` has the rules, `session` what is written and kept, `components` show it, `bundle` mounts
//! it in a page. `SPEC` is what a page can rely on.

pub mod bundle;
mod components;
pub mod model;
mod session;
mod spec;

pub use spec::SPEC;
