//! What a suite finds, noted for `docs/proof.md`.

use crate::repo::Repo;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where a suite notes what it finds, and that the whole of it is wanted.
pub struct Notes {
    file: PathBuf,
}

impl Notes {
    /// Notes of a part of the page. They are begun anew, or gone on with where a run was cut off.
    pub fn new(repo: &Repo, part: &str, goes_on: bool) -> Result<Self> {
        let folder = repo.wasm_target.with_file_name("proof");
        fs::create_dir_all(&folder).context("cannot make a folder for notes")?;
        let file = folder.join(format!("{part}.jsonl"));
        if !goes_on || !file.exists() {
            fs::write(&file, "").context("cannot begin the notes")?;
        }
        Ok(Self { file })
    }

    /// Whether a row is there whose column of this name says so.
    pub fn has(&self, name: &str, value: &str) -> Result<bool> {
        let text = fs::read_to_string(&self.file).context("cannot read the notes")?;
        let mut rows =
            text.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
        Ok(rows.any(|note| note["row"][name] == value))
    }

    /// The file of the notes.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// The part is written: the next run of its suite begins anew.
    pub fn close(self) -> Result<()> {
        fs::rename(&self.file, self.file.with_extension("written.jsonl"))
            .context("cannot put the notes away")
    }

    /// Tells a suite in another program.
    pub fn tell<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        command.env("ADIL_NOTES", &self.file).env("ADIL_WHOLE", "1")
    }

    /// Notes a row of a table: its columns in order.
    pub fn row(&self, table: &str, columns: &[(&str, String)]) -> Result<()> {
        // A map of the library would sort them by name.
        let quoted = |text: &str| serde_json::Value::from(text).to_string();
        let columns = columns.iter().map(|(name, value)| quoted(name) + ":" + &quoted(value));
        let row = columns.collect::<Vec<_>>().join(",");
        let note = format!("{{\"table\":{},\"row\":{{{row}}}}}", quoted(table));
        let before = fs::read_to_string(&self.file).context("cannot read the notes")?;
        fs::write(&self.file, format!("{before}{note}\n")).context("cannot add to the notes")
    }
}
