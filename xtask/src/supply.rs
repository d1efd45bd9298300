//! Where the parts of `dist/` come from: licences, sources, an inventory, and whether two builds
//! from clean folders are alike to the byte.

use crate::finish::{files, name};
use crate::process::{host_cargo, run, succeeds};
use crate::proof::Notes;
use crate::repo::Repo;
use crate::tools::{Tools, cargo_deny};
use crate::{bundle, sbom};
use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The table of the page.
const TABLE: &str = "What `dist/` is made of";

/// Runs all checks and notes what came of them.
pub fn supply(repo: &Repo, notes: &Notes) -> Result<()> {
    let deny = cargo_deny(repo)?;
    let mut check = host_cargo();
    check.current_dir(&repo.root).arg("fetch").arg("--quiet");
    run(&mut check)?;
    let deny = |what: &[&str]| {
        let mut check = crate::process::command(&deny);
        check.current_dir(&repo.root).args([
            "--log-level",
            "error",
            "check",
            "--hide-inclusion-graph",
        ]);
        check.args(what);
        check
    };
    run(&mut deny(&["licenses", "bans", "sources"])).context("deny.toml")?;
    row(notes, "licences, doubled crates and sources", "as deny.toml allows")?;
    // Its list of weaknesses lies on a server that not every machine reaches.
    let advisories = succeeds(&mut deny(&["advisories"]));
    let said = if advisories { "none known" } else { "not checked, or some found: see the log" };
    row(notes, "known weaknesses (RustSec)", said)?;
    let parts = sbom::parts(repo)?;
    row(notes, "crates and packages in the inventory", &parts.len().to_string())?;
    twice(repo, notes)
}

fn row(notes: &Notes, what: &str, found: &str) -> Result<()> {
    println!("{what}: {found}");
    notes.row(TABLE, &[("what", what.to_owned()), ("found", found.to_owned())])
}

/// Builds twice, each time from nothing, and compares.
fn twice(repo: &Repo, notes: &Notes) -> Result<()> {
    let tools = Tools::ready(repo)?;
    let mut builds = Vec::new();
    for _ in 0..2 {
        let mut clean = tools.command("cargo", repo, crate::tools::Profile::Release)?;
        run(clean.args(["clean", "--quiet"]))?;
        let _ = fs::remove_dir_all(&repo.dist);
        bundle::build(repo)?;
        builds.push(hashes(&repo.dist)?);
    }
    let [first, second] = builds.as_slice() else { bail!("there are no two builds") };
    let differ: Vec<&str> = first
        .keys()
        .chain(second.keys())
        .filter(|file| first.get(*file) != second.get(*file))
        .map(String::as_str)
        .collect();
    if !differ.is_empty() {
        bail!("two builds differ in {}", differ.join(", "));
    }
    row(notes, "two clean builds", &format!("{} files, all alike to the byte", first.len()))
}

fn hashes(dist: &Path) -> Result<BTreeMap<String, String>> {
    let hash = |file: &std::path::PathBuf| {
        let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        Ok((name(dist, file), format!("{:x}", Sha256::digest(bytes))))
    };
    files(dist)?.iter().map(hash).collect()
}
