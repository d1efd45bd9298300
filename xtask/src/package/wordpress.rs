//! The plug-in for WordPress: what stands in `hosts/wordpress`, with the release in it and a table
//! of what each element takes.

use super::{copy, emptied, folder};
use crate::folder::{files, name, read, write};
use crate::repo::Repo;
use anyhow::{Context, Result};
use serde_json::{Map, Value};
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What the plug-in, its folder and its text domain are called.
const NAME: &str = "adil";

/// Makes the plug-in's folder and the file to upload; the file.
pub fn pack(repo: &Repo) -> Result<PathBuf> {
    let place = emptied(repo, "wordpress")?;
    let plugin = place.join(NAME);
    let source = repo.root.join("hosts/wordpress").join(NAME);
    for file in files(&source)? {
        copy(&file, &plugin.join(name(&source, &file)))?;
    }
    for file in files(&repo.dist)? {
        let name = name(&repo.dist, &file);
        if needed(&name) {
            copy(&file, &plugin.join("dist").join(name))?;
        }
    }
    write(&plugin.join("elements.json"), &format!("{:#}\n", elements(repo)?))?;
    copy(&repo.root.join("LICENSE-MIT"), &plugin.join("LICENSE"))?;
    let zip = folder(repo).join("adil-wordpress.zip");
    archive(&place, &zip).with_context(|| format!("writing {}", zip.display()))?;
    Ok(zip)
}

/// Whether a page with a widget may ask for a file of the release.
fn needed(file: &str) -> bool {
    let is_gallery = file == "index.html" || file.starts_with("examples/");
    !is_gallery && !file.starts_with("style/") && !file.starts_with('.')
}

/// What each element takes: by the last part of its name, its attributes, each with the words that it
/// takes, or nothing for any text.
fn elements(repo: &Repo) -> Result<Value> {
    let mut all = Map::new();
    for widget in repo.widgets()? {
        let manifest = widget.join("custom-elements.json");
        let manifest: Value = serde_json::from_str(&read(&manifest)?)
            .with_context(|| format!("{} is no JSON", manifest.display()))?;
        let declaration = &manifest["modules"][0]["declarations"][0];
        let tag = declaration["tagName"].as_str().context("a manifest names no tag")?;
        let kind = tag.strip_prefix("adil-").unwrap_or(tag);
        all.insert(kind.to_owned(), taken(&declaration["attributes"]));
    }
    Ok(Value::Object(all))
}

fn taken(attributes: &Value) -> Value {
    let mut all = Map::new();
    for attribute in attributes.as_array().into_iter().flatten() {
        let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let takes = word(&attribute["type"]["text"]);
        let words = takes.contains(" | ").then(|| takes.split(" | ").collect::<Vec<_>>());
        all.insert(word(&attribute["name"]), words.into());
    }
    Value::Object(all)
}

/// Packs a folder. Two packings of the same files are alike.
fn archive(folder: &Path, to: &Path) -> Result<()> {
    let mut zip = ZipWriter::new(File::create(to)?);
    for file in files(folder)? {
        zip.start_file(name(folder, &file), SimpleFileOptions::default())?;
        zip.write_all(&fs::read(file)?)?;
    }
    zip.finish()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{needed, taken};
    use serde_json::json;

    #[test]
    fn words_are_listed_and_other_values_are_any_text() {
        let attributes = json!([
            { "name": "mode", "type": { "text": "learn | test" } },
            { "name": "seed", "type": { "text": "number" } },
        ]);
        assert_eq!(taken(&attributes), json!({ "mode": ["learn", "test"], "seed": null }));
    }

    #[test]
    fn the_gallery_stays_at_home() {
        let goes = ["adil.js", "locales/quiz.en.json", "frame.html", "purify.js"];
        assert_eq!(goes.map(needed), [true; 4]);
        let stays = ["index.html", "examples/x.json", "style/gallery.css", ".stage/x"];
        assert_eq!(stays.map(needed), [false; 4]);
    }
}
