//! The words of the pages themselves: `site/texts/LANGUAGE.json`.

use crate::folder;
use anyhow::{Context, Result};
use serde_json::Value;
use std::path::Path;

/// The language that stands at the root of the site, and whose words stand in where others lack.
pub const FIRST: &str = "en";

/// A language of the pages.
pub struct Language {
    /// Its tag.
    pub code: String,
    /// Its words.
    pub texts: Value,
}

impl Language {
    /// Where its lines begin: `ltr` or `rtl`.
    pub fn dir(&self) -> &str {
        self.text(&["dir"])
    }

    /// The folder of its pages: empty for the first one.
    pub fn folder(&self) -> String {
        if self.code == FIRST { String::new() } else { format!("{}/", self.code) }
    }

    /// A text by its way through the file; empty where there is none.
    pub fn text(&self, way: &[&str]) -> &str {
        let found = way.iter().try_fold(&self.texts, |value, key| value.get(key));
        found.and_then(Value::as_str).unwrap_or_default()
    }
}

/// All languages, the first one first.
pub fn read(folder: &Path) -> Result<Vec<Language>> {
    let mut languages = Vec::new();
    for file in folder::ending(folder, ".json")? {
        let texts = serde_json::from_str(&folder::read(&file)?);
        let texts = texts.with_context(|| file.display().to_string())?;
        let code = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        languages.push(Language { code, texts });
    }
    // In the order in which people who read several would look for theirs.
    let place = |language: &Language| language.texts["place"].as_u64();
    languages.sort_by_key(place);
    let first: Value = languages.first().context("site/texts is empty")?.texts.clone();
    languages.iter_mut().for_each(|language| complete(&mut language.texts, &first));
    Ok(languages)
}

/// Takes what is missing from another file.
fn complete(texts: &mut Value, from: &Value) {
    let (Value::Object(texts), Value::Object(from)) = (texts, from) else { return };
    for (key, value) in from {
        match texts.get_mut(key) {
            Some(own) => complete(own, value),
            None => _ = texts.insert(key.clone(), value.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repo::Repo;
    use anyhow::Result;
    use serde_json::json;

    fn keys(value: &Value, at: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                fields.iter().for_each(|(key, value)| keys(value, &format!("{at}.{key}"), found));
            }
            _ => found.push(at.to_owned()),
        }
    }

    #[test]
    fn what_is_missing_is_taken_from_the_first_language() {
        let mut texts = json!({"a": {"b": "own"}});
        complete(&mut texts, &json!({"a": {"b": "first", "c": "first"}, "d": "first"}));
        assert_eq!(texts, json!({"a": {"b": "own", "c": "first"}, "d": "first"}));
    }

    #[test]
    fn every_language_has_every_text_and_says_whether_it_is_a_draft() -> Result<()> {
        let folder = Repo::find()?.root.join("site/texts");
        let mut all = Vec::new();
        for file in folder::ending(&folder, ".json")? {
            let texts: Value = serde_json::from_str(&folder::read(&file)?)?;
            let is_first = file.ends_with("en.json");
            assert_eq!(texts["_status"], if is_first { json!(null) } else { json!("draft") });
            let mut found = Vec::new();
            keys(&texts, "", &mut found);
            found.retain(|key| key != "._status");
            found.sort();
            all.push((file, found));
        }
        for pair in all.windows(2) {
            assert_eq!(pair[0].1, pair[1].1, "{:?}, {:?}", pair[0].0, pair[1].0);
        }
        Ok(())
    }
}
