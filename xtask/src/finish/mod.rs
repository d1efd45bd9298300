//! What is done to Trunk's output to make it a release: each file
//! made small, the whole stamped with a build id, and hashes written for pages that check them.

mod glue;
mod integrity;
mod json;
mod lazy;
mod minify;
mod names;
mod stamp;
mod start;
mod wasm;

pub use minify::some as minify;

use crate::folder::ending;
use crate::repo::Repo;
use crate::sbom;
use crate::tools::Tools;
use anyhow::{Result, bail};

/// Written last: where it is, the release is complete.
pub const LAST_FILE: &str = integrity::FILE;

/// Makes Trunk's output a release.
pub fn finish(repo: &Repo, tools: &Tools) -> Result<()> {
    let dist = &repo.dist;
    let parts = lazy::cut(repo, tools)?;
    let modules = ending(dist, "_bg.wasm")?;
    if modules.is_empty() {
        bail!("Trunk made no module: does index.html still link to the bundles?");
    }
    wasm::optimise(repo, tools, &[&modules[..], &parts].concat())?;
    start::shorten(dist)?;
    names::shorten(tools, &modules)?;
    minify::scripts_and_styles(tools, dist)?;
    for file in ending(dist, ".json")? {
        json::minify_file(&file)?;
    }
    glue::check(dist)?;
    lazy::seal(&parts)?;
    sbom::write(repo)?;
    stamp::stamp(dist)?;
    integrity::write(dist)
}
