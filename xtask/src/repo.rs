//! Where things are.

use anyhow::{Context, Result};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The project's folders. Everything else asks here instead of building paths of its own.
pub struct Repo {
    /// The folder of the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// What `cargo xtask build` makes and a school uploads.
    pub dist: PathBuf,
    /// The same for development. Apart, so that `serve` never spoils a release.
    pub dev_dist: PathBuf,
    /// Cargo's folder for WebAssembly builds. Apart from the host's, because the two may use
    /// different compilers, and so that `serve` and `cargo test` never wait for each other.
    pub wasm_target: PathBuf,
    /// Where tools are kept: outside the project, shared by all its checkouts.
    pub tools: PathBuf,
}

impl Repo {
    /// Finds the folders from this crate's own place and the environment.
    pub fn find() -> Result<Self> {
        let here = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = here.parent().context("the xtask crate has no folder above it")?.to_owned();
        let target = env::var_os("CARGO_TARGET_DIR").map_or("target".into(), PathBuf::from);
        let target = root.join(target);
        Ok(Self {
            dist: root.join("dist"),
            dev_dist: target.join("dev-dist"),
            wasm_target: target.join("wasm"),
            tools: tools_folder()?,
            root,
        })
    }

    /// The folder of npm's `package.json` and of the tests that use it.
    pub fn tests(&self) -> PathBuf {
        self.root.join("tests")
    }

    /// The folders of the widgets' crates.
    pub fn widgets(&self) -> Result<Vec<PathBuf>> {
        let mut found = Vec::new();
        for entry in fs::read_dir(self.root.join("widgets")).context("cannot read widgets/")? {
            found.push(entry?.path());
        }
        found.retain(|folder| folder.join("Cargo.toml").is_file());
        found.sort();
        Ok(found)
    }

    /// The bundles that the site links to, of some widgets or of all where none is named.
    pub fn bundles(&self, widgets: &[&str]) -> Result<Vec<String>> {
        let page = fs::read_to_string(self.root.join("index.html")).context("index.html")?;
        let named = page.lines().map(bundle_of).filter(|bundle| !bundle.is_empty());
        let is_wanted =
            |bundle: &&str| widgets.is_empty() || widgets.iter().any(|w| is_of(bundle, w));
        Ok(named.filter(is_wanted).map(str::to_owned).collect())
    }

    /// A path as a person would write it, from the project's root where it lies inside.
    pub fn show<'p>(&self, path: &'p Path) -> std::path::Display<'p> {
        path.strip_prefix(&self.root).unwrap_or(path).display()
    }
}

fn tools_folder() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("ADIL_TOOLS") {
        return Ok(folder.into());
    }
    let cache = match env::var_os("XDG_CACHE_HOME") {
        Some(cache) => PathBuf::from(cache),
        None => env::home_dir()
            .context("there is no home folder: set ADIL_TOOLS to a folder for tools")?
            .join(".cache"),
    };
    Ok(cache.join("adil").join("tools"))
}

/// The bundle that a line of a page links to.
pub fn bundle_of(line: &str) -> &str {
    let after = line.split_once("data-bin=\"").map_or("", |(_, after)| after);
    after.split('"').next().unwrap_or_default()
}

/// Whether a bundle is a widget's own or one of its modes.
pub fn is_of(bundle: &str, widget: &str) -> bool {
    let rest = bundle.strip_prefix("adil-").and_then(|name| name.strip_prefix(widget));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}
