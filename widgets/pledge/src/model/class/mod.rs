//! A class that writes its own pledge: the draft and what may be done with it, the vote, the file
//! that comes of it, and codes that count without a server.

mod action;
mod draft;
mod file;
mod poster;
#[cfg(test)]
mod tests;

pub use action::{Action, MOST_CHARACTERS, MOST_VOTES, Outcome, Promise, Refusal};
pub use adil::tally::{Count, LONGEST_LIST, add_up, code, day_of};
pub use draft::Draft;
pub use file::suggestions;
pub use poster::type_size;
