//! What the tests of all commands share.

#![allow(dead_code, reason = "each test uses a part")]
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a command wrote, and how it ended.
pub struct Said {
    /// The exit code.
    pub code: i32,
    /// The first stream.
    pub out: String,
    /// The second stream.
    pub err: String,
}

/// Runs `adil`.
pub fn adil(arguments: &[&str]) -> Said {
    let output = Command::new(env!("CARGO_BIN_EXE_adil")).args(arguments).output().unwrap();
    Said {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The folder of the project.
pub fn repo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// All shipped content files.
pub fn examples() -> Vec<PathBuf> {
    let mut all = Vec::new();
    for widget in fs::read_dir(repo().join("widgets")).unwrap() {
        let Ok(files) = fs::read_dir(widget.unwrap().path().join("examples")) else { continue };
        let files = files.map(|file| file.unwrap().path());
        all.extend(files.filter(|file| file.extension().is_some_and(|end| end == "json")));
    }
    all.sort();
    all
}

/// A content file of a test.
pub fn written(name: &str, text: &str) -> PathBuf {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&file, text).unwrap();
    file
}
