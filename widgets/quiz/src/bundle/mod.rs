//! Where a bundle begins: what each mode mounts, and what of it loads later.

pub mod class;
mod lazy;
mod learn;
mod open;
pub mod print;
mod whole;

pub use lazy::lazy;
pub use learn::mount;
pub use whole::WHOLE;
