//! From crates to `dist/`.

use crate::finish;
use crate::process::run;
use crate::repo::Repo;
use crate::sizes;
use crate::tools::{Profile, Tools};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::time::{Instant, SystemTime};

/// What `dist/` is made from; a change in any of these makes it stale.
const SOURCES: [&str; 11] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "index.html",
    "src",
    "style",
    "tests/package-lock.json",
    "widgets",
    "xtask/Cargo.toml",
    "xtask/src",
];

/// Builds the release and shows what it weighs.
pub fn build(repo: &Repo) -> Result<()> {
    let started = Instant::now();
    let tools = Tools::ready(repo)?;
    // Gone until the build is complete: its presence is what says so.
    let _ = fs::remove_file(repo.dist.join(finish::LAST_FILE));
    tools.fetch_crates(repo)?;
    tools.compile(repo, Profile::Release)?;
    let mut trunk = tools.trunk(repo, Profile::Release)?;
    trunk.args(["--log=warn", "build", "--release", "--dist"]).arg(&repo.dist);
    // Everything is compiled: cargo has nothing to say but how its runs wait for each other.
    trunk.env("CARGO_TERM_QUIET", "true");
    run(&mut trunk).context("building the bundles")?;
    finish::finish(repo, &tools)?;
    sizes::show(repo)?;
    println!("\n{} is ready ({:.0} s)", repo.show(&repo.dist), started.elapsed().as_secs_f64());
    Ok(())
}

/// Builds the release unless it is newer than everything it is made from.
pub fn build_if_stale(repo: &Repo) -> Result<()> {
    let built = fs::metadata(repo.dist.join(finish::LAST_FILE)).and_then(|file| file.modified());
    let newest = SOURCES.iter().filter_map(|source| newest(&repo.root.join(source))).max();
    match (built, newest) {
        (Ok(built), Some(newest)) if newest < built => Ok(()),
        _ => build(repo),
    }
}

/// The newest change in a file or folder. A folder's own time counts: it tells of files removed.
fn newest(path: &Path) -> Option<SystemTime> {
    let own = fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
    let inside = fs::read_dir(path).into_iter().flatten().flatten();
    inside.filter_map(|entry| newest(&entry.path())).chain(own).max()
}
