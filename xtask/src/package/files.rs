//! Files of packages: which of the release go in, and where they are put.

use crate::repo::Repo;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// Where packages are made.
pub fn folder(repo: &Repo) -> PathBuf {
    repo.wasm_target.with_file_name("packages")
}

/// Whether a file of the release is a widget's: all others are pages of the site, or show it.
pub fn is_of_widgets(file: &str) -> bool {
    if file.contains('/') {
        return file.starts_with("locales/") || file.starts_with("style/themes/");
    }
    !file.starts_with('.') && (ending(file) != "html" || file == "frame.html")
}

/// What stands after the last dot of a name.
pub fn ending(file: &str) -> &str {
    file.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// An empty folder of this name among the packages.
pub fn emptied(repo: &Repo, name: &str) -> Result<PathBuf> {
    let folder = folder(repo).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(folder)
}

/// Copies a file, and makes the folder that it goes to.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, to)
        .with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::is_of_widgets;

    #[test]
    fn the_site_stays_at_home() {
        let goes = ["adil.js", "locales/quiz.en.json", "frame.html", "style/themes/square.css"];
        assert_eq!(goes.map(is_of_widgets), [true; 4]);
        let stays = ["index.html", "ru/index.html", "examples/x.json", "site/site.css", ".stage/x"];
        assert_eq!(stays.map(is_of_widgets), [false; 5]);
    }
}
