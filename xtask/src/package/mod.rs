//! What other ways into a page take, made from the release: a package for npm, and plug-ins for
//! `WordPress` and wikis.

mod npm;
mod plugin;
mod types;

use crate::bundle::build_if_stale;
use crate::repo::Repo;
use crate::tools::Tools;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// What can be packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Package {
    /// For web teams with a bundler: the elements, their types, files and themes.
    Npm,
    /// For a host that prints pages by PHP, as `hosts/` has it: `WordPress`, `DokuWiki`,
    /// `MediaWiki`.
    Plugin(&'static str),
}

/// The hosts that have plug-ins.
pub const HOSTS: [&str; 3] = ["wordpress", "dokuwiki", "mediawiki"];

impl Package {
    /// The package of this name.
    pub fn parse(name: &str) -> Result<Self> {
        if name == "npm" {
            return Ok(Self::Npm);
        }
        let host = HOSTS.into_iter().find(|host| *host == name);
        host.map(Self::Plugin).with_context(|| {
            let hosts = HOSTS.join(", ");
            format!("`{name}` is no package; there are npm, {hosts}")
        })
    }
}

/// Makes a package from the release; the file to hand on.
pub fn package(repo: &Repo, which: Package) -> Result<PathBuf> {
    build_if_stale(repo)?;
    match which {
        Package::Npm => npm::pack(repo, &Tools::ready(repo)?),
        Package::Plugin(host) => plugin::pack(repo, host),
    }
}

/// Where packages are made.
pub fn folder(repo: &Repo) -> PathBuf {
    repo.wasm_target.with_file_name("packages")
}

/// Whether a file of the release is a widget's: all others are pages of the site, or show it.
fn is_of_widgets(file: &str) -> bool {
    if file.contains('/') {
        return file.starts_with("locales/") || file.starts_with("style/themes/");
    }
    !file.starts_with('.') && (ending(file) != "html" || file == "frame.html")
}

/// What stands after the last dot of a name.
fn ending(file: &str) -> &str {
    file.rsplit_once('.').map_or("", |(_, ending)| ending)
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
    use super::{Package, is_of_widgets};

    #[test]
    fn the_site_stays_at_home() {
        let goes = ["adil.js", "locales/quiz.en.json", "frame.html", "style/themes/neon.css"];
        assert_eq!(goes.map(is_of_widgets), [true; 4]);
        let stays = ["index.html", "ru/index.html", "examples/x.json", "site/site.css", ".stage/x"];
        assert_eq!(stays.map(is_of_widgets), [false; 5]);
    }

    #[test]
    fn an_unknown_package_is_answered_with_the_known() {
        assert_eq!(Package::parse("npm").ok(), Some(Package::Npm));
        assert_eq!(Package::parse("dokuwiki").ok(), Some(Package::Plugin("dokuwiki")));
        assert!(Package::parse("nmp").is_err_and(|error| error.to_string().contains("npm")));
    }
}
