//! `integrity.txt`: the hash a page puts into `integrity="…"`, for each file that runs.

use super::glue::glues;
use crate::folder::{self, ending, name};
use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The file's name.
pub const FILE: &str = "integrity.txt";

/// Writes the list. Comes last: every other file must have its final bytes.
pub fn write(dist: &Path) -> Result<()> {
    let mut listed = vec![dist.join("adil.js")];
    listed.extend(glues(dist)?);
    listed.extend(ending(dist, "_bg.wasm")?);
    let mut lines = String::new();
    for file in listed {
        let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        writeln!(lines, "{} {}", name(dist, &file), integrity(&bytes))?;
    }
    folder::write(&dist.join(FILE), &lines)
}

/// The hash as the attribute `integrity` has it.
pub fn integrity(bytes: &[u8]) -> String {
    hash::<Sha384>("sha384", bytes)
}

/// A hash as browsers compare it.
pub fn hash<D: Digest>(name: &str, bytes: &[u8]) -> String {
    format!("{name}-{}", STANDARD.encode(D::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::integrity;

    #[test]
    fn is_what_browsers_compare_with() {
        // The example of the Subresource Integrity specification.
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }
}
