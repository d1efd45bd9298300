//! What other ways into a page take, made from the release: a package for npm, and plug-ins for
//! `WordPress` and wikis.

mod files;
mod npm;
mod plugin;
mod types;

use crate::bundle::build_if_stale;
use crate::repo::Repo;
use crate::tools::Tools;
use anyhow::{Context, Result};
use std::path::PathBuf;

pub use files::folder;

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

#[cfg(test)]
mod tests {
    use super::Package;

    #[test]
    fn an_unknown_package_is_answered_with_the_known() {
        assert_eq!(Package::parse("npm").ok(), Some(Package::Npm));
        assert_eq!(Package::parse("dokuwiki").ok(), Some(Package::Plugin("dokuwiki")));
        assert!(Package::parse("nmp").is_err_and(|error| error.to_string().contains("npm")));
    }
}
