//! What other ways into a page take, made from the release: a package for npm, a plug-in for
//! WordPress.

mod npm;
mod types;
mod wordpress;

use crate::bundle::build_if_stale;
use crate::repo::Repo;
use crate::tools::Tools;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// What can be packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Package {
    /// For web teams with a bundler: the elements, their types, files and themes.
    Npm,
    /// For WordPress: a block and a shortcode, with the release.
    WordPress,
}

impl Package {
    /// The package of this name.
    pub fn parse(name: &str) -> Result<Self> {
        match name {
            "npm" => Ok(Self::Npm),
            "wordpress" => Ok(Self::WordPress),
            _ => bail!("`{name}` is no package; there are npm, wordpress"),
        }
    }
}

/// Makes a package from the release; the file to hand on.
pub fn package(repo: &Repo, which: Package) -> Result<PathBuf> {
    build_if_stale(repo)?;
    match which {
        Package::Npm => npm::pack(repo, &Tools::ready(repo)?),
        Package::WordPress => wordpress::pack(repo),
    }
}

/// Where packages are made.
fn folder(repo: &Repo) -> PathBuf {
    repo.wasm_target.with_file_name("packages")
}

/// An empty folder of this name among the packages.
fn emptied(repo: &Repo, name: &str) -> Result<PathBuf> {
    let folder = folder(repo).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(folder)
}

/// Copies a file, and makes the folder that it goes to.
fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, to)
        .with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Package;

    #[test]
    fn an_unknown_package_is_answered_with_the_known() {
        assert_eq!(Package::parse("npm").ok(), Some(Package::Npm));
        assert!(Package::parse("nmp").is_err_and(|error| error.to_string().contains("npm")));
    }
}
