//! The rules of the pledge as plain Rust: what a pledge holds, when it is made, what its receipt
//! says. Knows no browser.

pub mod certificate;
pub mod class;
mod content;
mod pledge;
pub mod point;
pub mod receipt;

pub use content::{
    CertificateTexts, Clause, Gesture, MOST_CLAUSES, Pledge, Quarter, Reminder, SignatureKind,
};
pub use pledge::{Made, NUMBER, is_due, next_look, reminder_for};
