//! Files of a release, by their names.

use std::path::Path;

use crate::node::{Node, el};

/// The bundle of a mode where it has one of its own.
pub fn bundle(dist: &Path, tag: &str, mode: Option<&str>) -> String {
    let own = mode.map(|mode| [tag, "-", mode].concat());
    let own = own.filter(|name| dist.join([name, ".js"].concat()).is_file());
    own.unwrap_or_else(|| tag.to_owned())
}

/// The sheet for questions that can be answered before the widget is there; beside `adil.js`.
pub const SHEET: &str = "adil-first.css";

/// The line that asks for a sheet.
pub fn sheet_line(address: &str) -> Node {
    el("link", []).with("rel", "stylesheet").with("href", address).into()
}
