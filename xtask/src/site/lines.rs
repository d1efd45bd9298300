//! The lines of an example, as `adil embed` writes them: the element, and between its tags the text
//! for readers without scripts.

use super::shown::Attributes;
use crate::process::{command, output};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// The sheet of such questions.
const SHEET: &str = "adil-first.css";

/// An example on a page.
pub struct Example {
    /// The content file.
    pub file: PathBuf,
    /// Its address from the page.
    pub src: String,
    /// What stands in the tag beside it.
    pub attributes: Attributes,
    /// The language of the text; that of the file where it is not in it.
    pub language: Option<String>,
}

/// The element with its text, and whether its first question can be answered before the widget runs,
/// which asks for a sheet; by the command of `crates/cli`.
pub fn of(embed: &Path, example: &Example) -> Result<(String, bool)> {
    let mut embed = command(embed);
    embed.args(["embed", "--src", &example.src]);
    if let Some(language) = &example.language {
        embed.args(["--lang", language]);
    }
    for (name, value) in &example.attributes {
        // An attribute that is there or not stands without a value.
        let is_bare = value.is_empty() || value == "true";
        embed.arg("--attr").arg(if is_bare { name.clone() } else { format!("{name}={value}") });
    }
    let lines = output(embed.arg(&example.file))?;
    let element = lines.find("<adil-").map(|start| lines[start..].trim_end().to_owned());
    let element = element.context("adil embed wrote no element")?;
    Ok((element, lines.contains(SHEET)))
}
