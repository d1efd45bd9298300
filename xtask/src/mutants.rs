//! Faults that are made by hand, one at a time, to see which run of the tests finds them: what a
//! push runs has to find all that the whole suites find.

use crate::folder;
use crate::notes::Notes;
use crate::process::{command, host_cargo, output, run, succeeds};
use crate::repo::Repo;
use crate::report::Report;
use crate::test::{Told, in_browsers};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The table of the page.
const TABLE: &str = "Which run finds a fault";

/// The list of `tests/mutants.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    mutant: Vec<Mutant>,
}

/// A fault: in a file, one text stands for another.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mutant {
    /// What goes wrong.
    what: String,
    file: String,
    /// Stands once in the file.
    from: String,
    to: String,
    /// The crate whose tests on the host come first; missing where none could see it.
    host: Option<String>,
    /// The widget whose bundles are built anew.
    widget: String,
    /// The files below `tests/` that are run then.
    tests: Vec<String>,
}

/// The first run that found a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    Host,
    Push,
    Whole,
    Nowhere,
}

impl Found {
    fn word(self) -> &'static str {
        match self {
            Self::Host => "a push, on the host",
            Self::Push => "a push, in a browser",
            Self::Whole => "the whole suites only",
            Self::Nowhere => "nothing",
        }
    }
}

/// Makes each fault in a copy of the repository and notes what finds it.
///
/// # Errors
/// A fault that a push does not find, and a text that is not in its file any more.
pub fn mutants(repo: &Repo, notes: &Notes) -> Result<()> {
    let list =
        fs::read_to_string(repo.tests().join("mutants.toml")).context("tests/mutants.toml")?;
    let list: List = toml::from_str(&list).context("tests/mutants.toml")?;
    let copy = Copy::new(repo)?;
    // A fault that cannot be made any more is told before an hour has gone by.
    for mutant in &list.mutant {
        copy.with(mutant, |_| Ok(()))?;
    }
    let mut missed = Vec::new();
    for mutant in &list.mutant {
        if notes.has("fault", &mutant.what)? {
            continue;
        }
        println!("\n{}: {}", mutant.file, mutant.what);
        let found = copy.with(mutant, |copy| copy.find(mutant))?;
        println!("found by {}", found.word());
        notes.row(
            TABLE,
            &[
                ("fault", mutant.what.clone()),
                ("file", format!("`{}`", mutant.file)),
                ("found by", found.word().to_owned()),
            ],
        )?;
        if !matches!(found, Found::Host | Found::Push) {
            missed.push(mutant.what.as_str());
        }
    }
    if !missed.is_empty() {
        bail!("a push does not find: {}", missed.join("; "));
    }
    Ok(())
}

/// A checkout of its own, so that a run that is cut off leaves no fault in the sources.
struct Copy<'r> {
    original: &'r Repo,
    repo: Repo,
}

impl<'r> Copy<'r> {
    fn new(original: &'r Repo) -> Result<Self> {
        let root = original.wasm_target.with_file_name("mutants");
        if !root.exists() {
            let mut git = command("git");
            git.current_dir(&original.root).args(["worktree", "add", "--quiet", "--detach"]);
            run(git.arg(&root))?;
        }
        let mut git = command("git");
        run(git.current_dir(&root).args(["reset", "--quiet", "--hard"]).arg(head(original)?))?;
        let repo = Repo { dist: root.join("dist"), root, ..Repo::find()? };
        for file in folder::files(&original.dist)? {
            let target = repo.dist.join(folder::name(&original.dist, &file));
            fs::create_dir_all(target.parent().unwrap_or(&repo.dist))?;
            fs::copy(&file, target)?;
        }
        Ok(Self { original, repo })
    }

    /// Does something while the fault is there.
    fn with<T>(&self, mutant: &Mutant, act: impl FnOnce(&Self) -> Result<T>) -> Result<T> {
        let file = self.repo.root.join(&mutant.file);
        let text = fs::read_to_string(&file).with_context(|| mutant.file.clone())?;
        if text.matches(&mutant.from).count() != 1 {
            bail!("{} has to have this once: {}", mutant.file, mutant.from);
        }
        fs::write(&file, text.replacen(&mutant.from, &mutant.to, 1))?;
        let done = act(self);
        fs::write(&file, text)?;
        done
    }

    fn find(&self, mutant: &Mutant) -> Result<Found> {
        if let Some(host) = &mutant.host
            && !succeeds(self.cargo().args(["test", "--quiet", "--package", host]))
        {
            return Ok(Found::Host);
        }
        run(self.cargo().args(["xtask", "build", &mutant.widget]))?;
        for (whole, found) in [(false, Found::Push), (true, Found::Whole)] {
            if !succeeds(&mut self.tests(mutant, whole)?) {
                return Ok(found);
            }
        }
        Ok(Found::Nowhere)
    }

    /// Cargo in the copy; what is compiled lies where the original's does.
    fn cargo(&self) -> Command {
        let mut cargo = host_cargo();
        let target: Option<PathBuf> = self.original.wasm_target.parent().map(Into::into);
        cargo.current_dir(&self.repo.root).envs(target.map(|target| ("CARGO_TARGET_DIR", target)));
        cargo
    }

    fn tests(&self, mutant: &Mutant, whole: bool) -> Result<Command> {
        let report = Report::begin(self.original)?;
        let mut node = in_browsers(self.original, Told::Report(&report))?;
        // The suites are the original's: the copy has no packages.
        node.env("ADIL_DIST", &self.repo.dist);
        if whole {
            node.env("ADIL_WHOLE", "1");
        }
        node.args(["--test", "--test-reporter=dot", "--test-concurrency=2"]).args(&mutant.tests);
        Ok(node)
    }
}

fn head(repo: &Repo) -> Result<String> {
    let mut git = command("git");
    let found = output(git.current_dir(&repo.root).args(["rev-parse", "HEAD"]))?;
    Ok(found.trim().to_owned())
}
