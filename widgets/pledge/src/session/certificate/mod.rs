//! A certificate of a pledge, before it is seen.

mod desk;
mod given;
mod ruler;

pub use desk::Desk;
pub use given::{check_length, forged, receipt_of, sheet_of};
pub use ruler::{Ruler, canvas, font};
