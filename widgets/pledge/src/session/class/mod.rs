//! A class writes its own pledge, votes, saves and counts.

mod board;
pub mod files;

pub use board::Board;
