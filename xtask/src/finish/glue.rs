//! What may not be in the scripts that wasm-bindgen writes.

use super::{glues, name, read};
use anyhow::{Result, bail};
use std::path::Path;

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
