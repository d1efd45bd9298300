//! npm's packages: wasm-opt, esbuild, the sanitiser, and what the browser tests use.
//!
//! They are installed in a folder named by the lock file's hash and linked to from `tests/`, so
//! that a changed lock file gets a folder of its own and a fresh checkout reuses an old one.

use super::link::link;
use crate::process::{announce, command, find_program, run};
use crate::repo::Repo;
use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// The folder with the packages' programs.
pub fn packages(repo: &Repo) -> Result<PathBuf> {
    let lock = repo.tests().join("package-lock.json");
    let text = fs::read(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
    let hash = format!("{:x}", Sha256::digest(text));
    let folder = repo.tools.join(format!("npm-{}", &hash[..12]));
    if !folder.is_dir() {
        install(repo, &folder)?;
    }
    let modules = folder.join("node_modules");
    link(&modules, &repo.tests().join("node_modules"))?;
    Ok(modules.join(".bin"))
}

/// Installs beside the folder and renames at the end: a folder that is there is complete.
fn install(repo: &Repo, folder: &Path) -> Result<()> {
    if find_program("npm").is_none() {
        bail!("there is no npm: install Node.js 20 or newer, with npm");
    }
    announce("installing npm's packages (wasm-opt, esbuild, test tools)", "10 seconds");
    let partial = folder.with_extension(format!("partial-{}", std::process::id()));
    fs::create_dir_all(&partial)?;
    for file in ["package.json", "package-lock.json", ".npmrc"] {
        fs::copy(repo.tests().join(file), partial.join(file))
            .with_context(|| format!("cannot copy tests/{file}"))?;
    }
    run(command("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(&partial))
        .context("npm could not install what tests/package-lock.json lists")?;
    fs::rename(&partial, folder).with_context(|| format!("cannot make {}", folder.display()))
}
