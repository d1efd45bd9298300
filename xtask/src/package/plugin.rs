//! Plug-ins for hosts that print pages by PHP: what stands in `hosts/`, with the release in it, the
//! tag that all of them print, and a table of what each element takes.

use super::files::{copy, emptied, folder, is_of_widgets};
use crate::folder::{files, name, read, write};
use crate::repo::Repo;
use anyhow::{Context, Result};
use serde_json::{Map, Value};
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Makes the folder of a host's plug-in and the file to upload; the file. The host's folder holds
/// one folder, which is the plug-in's.
pub fn pack(repo: &Repo, host: &str) -> Result<PathBuf> {
    let place = emptied(repo, host)?;
    let hosts = repo.root.join("hosts");
    let mut inside = fs::read_dir(hosts.join(host)).with_context(|| format!("hosts/{host}"))?;
    let source = inside.next().with_context(|| format!("hosts/{host} is empty"))??.path();
    let plugin = place.join(source.file_name().unwrap_or_default());
    for file in files(&source)? {
        copy(&file, &plugin.join(name(&source, &file)))?;
    }
    for file in files(&repo.dist)? {
        let name = name(&repo.dist, &file);
        if is_of_widgets(&name) {
            copy(&file, &plugin.join("dist").join(name))?;
        }
    }
    write(&plugin.join("elements.json"), &format!("{:#}\n", elements(repo)?))?;
    copy(&hosts.join("php/element.php"), &plugin.join("element.php"))?;
    copy(&repo.root.join("LICENSE-MIT"), &plugin.join("LICENSE"))?;
    let zip = folder(repo).join(format!("adil-{host}.zip"));
    archive(&place, &zip).with_context(|| format!("writing {}", zip.display()))?;
    Ok(zip)
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
    use super::taken;
    use serde_json::json;

    #[test]
    fn words_are_listed_and_other_values_are_any_text() {
        let attributes = json!([
            { "name": "mode", "type": { "text": "learn | test" } },
            { "name": "seed", "type": { "text": "number" } },
        ]);
        assert_eq!(taken(&attributes), json!({ "mode": ["learn", "test"], "seed": null }));
    }
}
