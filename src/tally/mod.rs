//! Counts that travel without a server: a code for each, lists of codes, their sum.

mod code;
mod list;

pub(crate) use code::{ALPHABET, letter};
pub use code::{Added, MOST, NoCode, Sum, Tally, mark};
pub use list::{Count, LONGEST_LIST, add_up, code, day_of};
