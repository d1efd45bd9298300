//! What of each widget is shown, and in which order: `site/shown.json`. A widget that is not in it
//! shows its examples as they are.

use crate::folder;
use crate::repo::Repo;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Attributes by name.
pub type Attributes = BTreeMap<String, String>;

/// How one widget is shown.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Shown {
    /// Whom it is for, of `primary`, `secondary`, `university` and `staff`.
    pub ages: Vec<String>,
    /// Its attributes on the front page.
    pub front: Attributes,
    /// Its attributes on its own page, to begin with.
    pub first: Attributes,
    /// What goes with an example, by the name of its file.
    pub files: BTreeMap<String, Attributes>,
    /// What goes with a mode.
    pub modes: BTreeMap<String, Attributes>,
}

/// Widgets by name, in the order of the file.
pub fn read(repo: &Repo) -> Result<Vec<(String, Shown)>> {
    let text = folder::read(&repo.root.join("site/shown.json"))?;
    parse(&text).context("site/shown.json")
}

fn parse(text: &str) -> Result<Vec<(String, Shown)>> {
    #[derive(Deserialize)]
    struct Entry {
        widget: String,
        #[serde(flatten)]
        shown: serde_json::Value,
    }
    let entries: Vec<Entry> = serde_json::from_str(text)?;
    let shown = |Entry { widget, shown }| Ok((widget, serde_json::from_value(shown)?));
    entries.into_iter().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_names_only_what_there_is() -> Result<()> {
        let repo = Repo::find()?;
        for (widget, shown) in read(&repo)? {
            let folder = repo.root.join("widgets").join(&widget);
            let manifest = folder::read(&folder.join("custom-elements.json"))?;
            let is_attribute = |name: &String| {
                manifest.contains(&format!("\"fieldName\": \"{name}\""))
                    || manifest.contains(&format!("\"name\": \"{name}\""))
            };
            let all = shown
                .files
                .values()
                .chain(shown.modes.values())
                .chain([&shown.front, &shown.first]);
            for (name, value) in all.flatten() {
                assert!(is_attribute(name), "{widget}: {name}");
                assert!(name != "src" || folder.join("examples").join(value).is_file(), "{value}");
            }
            for file in shown.files.keys() {
                assert!(folder.join("examples").join(file).is_file(), "{file}");
            }
        }
        Ok(())
    }

    #[test]
    fn a_field_that_is_not_known_is_refused() {
        assert!(parse(r#"[{"widget": "quiz", "ages": ["primary"]}]"#).is_ok());
        assert!(parse(r#"[{"widget": "quiz", "age": []}]"#).is_err());
    }
}
