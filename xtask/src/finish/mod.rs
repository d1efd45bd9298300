//! What is done to Trunk's output to make it a release: each file
//! made small, the whole stamped with a build id, and hashes written for pages that check them.

mod glue;
mod html;
mod integrity;
mod json;
mod later;
mod minify;
mod names;
mod stamp;
mod start;
mod wasm;

use crate::repo::Repo;
use crate::tools::Tools;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// Written last: where it is, the release is complete.
pub const LAST_FILE: &str = integrity::FILE;

/// Makes Trunk's output a release.
pub fn finish(repo: &Repo, tools: &Tools) -> Result<()> {
    let dist = &repo.dist;
    html::strip_trunk_links(&dist.join("index.html"))?;
    let parts = later::cut(repo, tools)?;
    let modules = ending(dist, "_bg.wasm")?;
    if modules.is_empty() {
        bail!("Trunk made no module: does index.html still link to the bundles?");
    }
    wasm::optimise(tools, &modules)?;
    wasm::optimise(tools, &parts)?;
    start::shorten(dist)?;
    names::shorten(tools, &modules)?;
    minify::scripts_and_styles(tools, dist)?;
    for file in ending(dist, ".json")? {
        json::minify_file(&file)?;
    }
    glue::check(dist)?;
    later::seal(&parts)?;
    crate::sbom::write(repo)?;
    stamp::stamp(dist)?;
    integrity::write(dist)
}

/// Every file of a folder, subfolders included, in a stable order.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The files of a folder whose names end so.
fn ending(folder: &Path, end: &str) -> Result<Vec<PathBuf>> {
    let mut found = files(folder)?;
    found.retain(|path| path.to_string_lossy().ends_with(end));
    Ok(found)
}

/// Each bundle's glue: the script beside a module of the same name.
fn glues(dist: &Path) -> Result<Vec<PathBuf>> {
    Ok(ending(dist, "_bg.wasm")?.iter().map(|module| glue_of(module)).collect())
}

fn glue_of(module: &Path) -> PathBuf {
    PathBuf::from(module.to_string_lossy().replace("_bg.wasm", ".js"))
}

/// A file's name as a page writes it: from `dist/`, with forward slashes.
pub fn name(dist: &Path, file: &Path) -> String {
    let inside = file.strip_prefix(dist).unwrap_or(file);
    inside.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

fn write(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
}
