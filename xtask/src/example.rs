//! The example of a Rust team: a Leptos app that shows the widgets as components.

use crate::process::run;
use crate::repo::Repo;
use crate::tools::{Profile, Tools};
use anyhow::{Context, Result};
use std::path::PathBuf;

/// Builds the app as its own team would, by Trunk and without our flags; the folder to serve.
pub fn build(repo: &Repo) -> Result<PathBuf> {
    let tools = Tools::ready(repo)?;
    let app = repo.root.join("examples/leptos-app");
    let dist = repo.wasm_target.join("leptos-app");
    tools.fetch_crates(repo)?;
    println!("building the Leptos app of examples/");
    let mut trunk = tools.trunk(repo, Profile::Dev)?;
    trunk.current_dir(&app).args(["--log=warn", "build", "--dist"]).arg(&dist);
    run(&mut trunk).context("building examples/leptos-app")?;
    Ok(dist)
}
