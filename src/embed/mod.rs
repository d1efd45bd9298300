//! The script tag, and the table of what each element offers to a page.
//!
//! `adil.js` beside this file is the one place for hand-written JavaScript: it defines the
//! element classes before any WebAssembly arrives.

#[cfg(not(target_arch = "wasm32"))]
pub mod contract;
#[cfg(not(target_arch = "wasm32"))]
mod latin;
mod spec;
mod tokens;

pub use spec::{Attribute, Event, Named, Spec, Token};
pub use tokens::TOKENS;

/// The script tag's source, for tests that compare it with the [`Spec`]s.
pub const SCRIPT: &str = include_str!("adil.js");
