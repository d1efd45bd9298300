//! Where the parts of `dist/` come from: licences, sources, an inventory, and whether two builds
//! from clean folders are alike to the byte.

use crate::folder::{files, name};
use crate::notes::Notes;
use crate::process::{command, host_cargo, run, succeeds};
use crate::repo::Repo;
use crate::tools::{Tools, cargo_deny};
use crate::{bundle, sbom};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The table of the page.
const TABLE: &str = "What `dist/` is made of";

/// Runs all checks and notes what came of them.
///
/// # Errors
///
/// A licence, a source or a known weakness that is not allowed, and builds that differ. A list of
/// weaknesses that cannot be reached is noted as such: not every machine reaches them.
pub fn supply(repo: &Repo, notes: &Notes) -> Result<()> {
    let program = cargo_deny(repo)?;
    let deny = |arguments: &[&str]| {
        let mut deny = command(&program);
        deny.current_dir(&repo.root).args(["--log-level", "error"]).args(arguments);
        deny
    };
    run(host_cargo().current_dir(&repo.root).args(["fetch", "--quiet"]))?;
    run(&mut deny(&["check", "--hide-inclusion-graph", "licenses", "bans", "sources"]))
        .context("deny.toml")?;
    row(notes, "licences, doubled crates and sources", "as deny.toml allows")?;
    let reached = succeeds(&mut deny(&["fetch", "db"]));
    if reached {
        run(&mut deny(&["check", "--disable-fetch", "advisories"]))?;
    }
    row(notes, "known weaknesses of crates (RustSec)", weaknesses(reached))?;
    for (whose, folder) in
        [("tests", repo.tests()), ("benchmarks", repo.tests().join("bench/peers"))]
    {
        let reached = audit(&folder)?;
        row(notes, &format!("known weaknesses of the {whose}' tools (npm)"), weaknesses(reached))?;
    }
    let parts = sbom::parts(repo)?;
    row(notes, "crates and packages in the inventory", &parts.len().to_string())?;
    twice(repo, notes)
}

fn weaknesses(reached: bool) -> &'static str {
    if reached { "none" } else { "not checked: the list could not be reached" }
}

/// Whether npm's list of weaknesses could be reached; what is found there is an error.
fn audit(folder: &Path) -> Result<bool> {
    let audit = || {
        let mut npm = command("npm");
        npm.current_dir(folder).arg("audit");
        npm
    };
    let answer = audit().arg("--json").output().context("cannot start npm")?;
    let report: Value = serde_json::from_slice(&answer.stdout).unwrap_or_default();
    match report["metadata"]["vulnerabilities"]["total"].as_u64() {
        None => Ok(false),
        Some(0) => Ok(true),
        Some(_) => run(&mut audit()).map(|()| true),
    }
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
