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
                 HTML. Some view! has a static part that Leptos inserts that way, or inner_html \
                 is used: give the static element a dynamic child or attribute, or build it \
                 with leptos::html",
                name(dist, &glue)
            );
        }
    }
    Ok(())
}
