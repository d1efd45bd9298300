//! The build id: it changes when any file of the release does, so that `adil.js` can ask for
//! the files that belong to it and never gets a browser's old copy.

use crate::folder::{files, name, read, write};
use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// What `adil.js` has where the id goes.
const TOKEN: &str = "__ADIL_BUILD__";

/// Writes the id into `adil.js`.
pub fn stamp(dist: &Path) -> Result<()> {
    let script = dist.join("adil.js");
    let text = read(&script)?;
    if !text.contains(TOKEN) {
        bail!("adil.js has no {TOKEN}: browsers would mix old and new files");
    }
    write(&script, &text.replace(TOKEN, &id(dist, &script)?))
}

/// The first ten digits of a hash over the names and contents of all files but one.
fn id(dist: &Path, except: &Path) -> Result<String> {
    let mut hash = Sha256::new();
    for file in files(dist)?.iter().filter(|file| *file != except) {
        let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        hash.update(name(dist, file));
        hash.update(bytes.len().to_le_bytes());
        hash.update(bytes);
    }
    Ok(format!("{:x}", hash.finalize())[..10].to_owned())
}
