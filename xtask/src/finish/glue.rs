//! The scripts that wasm-bindgen writes, and what may not be in them.

use crate::folder::{ending, name, read};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};

/// Each bundle's glue: the script beside a module of the same name.
pub fn glues(dist: &Path) -> Result<Vec<PathBuf>> {
    Ok(ending(dist, "_bg.wasm")?.iter().map(|module| glue_of(module)).collect())
}

/// The glue of one module.
pub fn glue_of(module: &Path) -> PathBuf {
    PathBuf::from(module.to_string_lossy().replace("_bg.wasm", ".js"))
}

/// Fails when a bundle can write HTML text into a page: rich text goes through the sanitiser,
/// and a page that requires Trusted Types would stop the widget.
pub fn check(dist: &Path) -> Result<()> {
    for glue in glues(dist)? {
        if read(&glue)?.contains("innerHTML") {
            bail!(
                "{} uses innerHTML, which breaks pages with Trusted Types and lets text become \
                 HTML. Leptos writes an element of a view! that way when nothing in it can \
                 change: make its text a block, <b>{{\"text\"}}</b> instead of <b>\"text\"</b>, \
                 and its attributes expressions; and use no inner_html",
                name(dist, &glue)
            );
        }
    }
    Ok(())
}
