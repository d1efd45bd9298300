//! Reads which source file needs which, and finds circles and steps up between layers.
//!
//! A file needs another where it writes a path to something that is defined there, in a `use` or
//! anywhere else, macros included. A path through a re-export leads to where the thing is
//! defined, so a module may re-export what its children offer. Tests are left out.

mod circle;
mod paths;
mod read;
mod resolve;

pub use circle::circles;
pub use resolve::{Need, needs};

use std::io;
use std::path::Path;

/// What each file of a crate needs of its other files; `root` is its `lib.rs` or `main.rs`.
///
/// # Errors
///
/// Files that cannot be read, and those that are no Rust.
pub fn needs_of(root: &Path) -> io::Result<Vec<Need>> {
    Ok(needs(&read::modules(root)?))
}
