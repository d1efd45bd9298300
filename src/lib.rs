//! What every Adil widget shares; knows no widget.
//!
//! A content file flows one way: `json` reads text into a tree, `content` parses the tree into
//! types, a widget's model applies its rules, its view shows them through `ui`, `progress` keeps
//! the run, and `host` carries events and states out to the page.

pub mod json;

pub mod amounts;
pub mod calendar;
pub mod content;
pub mod csv;
pub mod embed;
pub mod host;
pub mod locale;
pub mod percent;
pub mod progress;
pub mod random;
pub mod rules;
pub mod spelled;
pub mod tally;
pub mod typed;
pub mod ui;

pub use content::{Envelope, Level, Localized, Rich};
pub use json::{Json, Problem};
