//! The build id: it changes when any file of the release does, so that `adil.js` can ask for
//! the files that belong to it and never gets a browser's old copy.

use super::integrity::hash;
use crate::folder::{files, name, read, write};
use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// What the scripts have where the id goes.
const TOKEN: &str = "__ADIL_BUILD__";

/// What the script for pages without the internet has where the list of files goes.
const LIST: &str = "__ADIL_FILES__";

/// Writes the id into `adil.js`, and with a list of files into `adil-offline.js`.
pub fn stamp(dist: &Path) -> Result<()> {
    let (script, worker) = (dist.join("adil.js"), dist.join("adil-offline.js"));
    let id = id(dist, &script)?;
    replace(&script, &[(TOKEN, &id)])?;
    replace(&worker, &[(TOKEN, &id), (LIST, &list(dist)?)])
}

fn replace(script: &Path, places: &[(&str, &str)]) -> Result<()> {
    let mut text = read(script)?;
    for (token, words) in places {
        if !text.contains(token) {
            let script = script.display();
            bail!("{script} has no {token}: browsers would mix old and new files");
        }
        text = text.replace(token, words);
    }
    write(script, &text)
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

/// The files that pages ask for beside their own, each with its hash, as a text in a script.
fn list(dist: &Path) -> Result<String> {
    let mut lines = String::new();
    for file in files(dist)? {
        let name = name(dist, &file);
        if is_asked_for(&name) {
            let bytes = fs::read(&file).with_context(|| format!("cannot read {name}"))?;
            write!(lines, "{name} {}\\n", hash::<Sha256>("sha256", &bytes))?;
        }
    }
    Ok(lines)
}

/// Whether widgets, or the lines of a page, ask for a file of the release.
fn is_asked_for(name: &str) -> bool {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let is_code = [".js", ".css", ".wasm"].iter().any(|ending| file.ends_with(ending));
    match folder {
        // The worker's own script is kept by the browser.
        "" => is_code && file != "adil-offline.js",
        "locales" => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_asked_for;

    #[track_caller]
    fn check(name: &str, expected: bool) {
        assert_eq!(is_asked_for(name), expected, "{name}");
    }

    #[test]
    fn what_widgets_ask_for_is_listed() {
        check("adil.js", true);
        check("adil-quiz_bg.lazy.wasm", true);
        check("purify.js", true);
        check("locales/quiz.kk.json", true);
        check("adil-offline.js", false);
        check("index.html", false);
        check("examples/pictures/p1-pen.svg", false);
        check("style/gallery.css", false);
    }
}
