//! JSON as a tree that remembers nothing but data, and typed reading from it with errors that
//! name the place.
//!
//! One type stands between the parser and the content types: readers that serde derives for
//! every content type cost a bundle several times as much, and cannot name the path of a mistake.
//! On the host serde reads it; in a bundle the browser parses, and `Json::from_js` copies.

mod canonical;
#[cfg(not(target_arch = "wasm32"))]
mod describe;
mod limits;
mod problem;
mod read;
mod record;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
mod tree;
mod values;

pub use canonical::canonical;
pub use limits::{DEEPEST, LARGEST, check_limits};
pub use problem::{Problem, Warnings, distinct};
pub use read::{Cursor, Fields, FromJson, Record, read_record};
pub use tree::{Json, number_from, number_text, write};
pub use values::Unread;
