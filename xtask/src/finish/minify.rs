//! Makes scripts and styles small.

use crate::folder::ending;
use crate::process::run;
use crate::tools::Tools;
use anyhow::Result;
use std::path::{Path, PathBuf};

/// Minifies every script and style in place. File names stay, and scripts stay ES modules.
pub fn scripts_and_styles(tools: &Tools, dist: &Path) -> Result<()> {
    esbuild(
        tools,
        dist,
        &ending(dist, ".js")?,
        &["--format=esm", "--target=es2022", "--tree-shaking=true"],
    )?;
    // Without a target, which would have newer CSS rewritten for older browsers.
    esbuild(tools, dist, &ending(dist, ".css")?, &[])
}

/// Minifies some scripts and styles in place; other files stay as they are.
pub fn some(tools: &Tools, dist: &Path, files: &[PathBuf]) -> Result<()> {
    let of = |end: &str| -> Vec<PathBuf> {
        let is_of = |file: &&PathBuf| file.extension().is_some_and(|found| found == end);
        files.iter().filter(is_of).cloned().collect()
    };
    esbuild(tools, dist, &of("js"), &["--target=es2022"])?;
    esbuild(tools, dist, &of("css"), &[])
}

fn esbuild(tools: &Tools, dist: &Path, files: &[PathBuf], options: &[&str]) -> Result<()> {
    if files.is_empty() {
        return Ok(());
    }
    let mut esbuild = tools.npm_program("esbuild");
    esbuild
        .args(["--minify", "--charset=utf8", "--allow-overwrite", "--log-level=warning"])
        .arg(format!("--outbase={}", dist.display()))
        .arg(format!("--outdir={}", dist.display()))
        .args(options)
        .args(files);
    run(&mut esbuild)
}
