//! Symbolic links, which let a tool be kept in one place and found in another.

use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// Makes `link` a symbolic link to `target`, replacing another link.
pub fn link(target: &Path, link: &Path) -> Result<()> {
    if fs::read_link(link).is_ok_and(|old| old == target) {
        return Ok(());
    }
    match link.symlink_metadata() {
        Ok(old) if old.is_symlink() => fs::remove_file(link)?,
        Ok(_) => bail!("{} is in the way of a link: remove it", link.display()),
        Err(_) => {}
    }
    symlink(target, link)
        .with_context(|| format!("cannot link {} to {}", link.display(), target.display()))
}

#[cfg(unix)]
fn symlink(target: &Path, link: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(target, link)
}

#[cfg(windows)]
fn symlink(target: &Path, link: &Path) -> std::io::Result<()> {
    std::os::windows::fs::symlink_dir(target, link)
}
