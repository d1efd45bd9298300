//! `sbom.json`: an inventory of all that a bundle is made of, in `CycloneDX`, for those who have to
//! answer for what their school puts on its pages.

use crate::process::{host_cargo, output};
use crate::repo::Repo;
use crate::tools::TARGET;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The file's name in `dist/`.
pub const FILE: &str = "sbom.json";

/// A crate or package that is part of the release.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    name: String,
    version: String,
    licence: String,
    /// Its address by the package-url rules.
    purl: String,
}

/// The npm packages that are copied into the release.
const PACKAGES: [&str; 2] = ["dompurify", "hls.js"];

/// All parts: crates that a bundle links, and packages that are copied.
pub fn parts(repo: &Repo) -> Result<Vec<Part>> {
    let mut found: BTreeSet<Part> = crates(repo)?;
    let lock = fs::read_to_string(repo.tests().join("package-lock.json"))
        .context("cannot read tests/package-lock.json")?;
    let lock: Value = serde_json::from_str(&lock).context("tests/package-lock.json")?;
    for name in PACKAGES {
        let entry = &lock["packages"][format!("node_modules/{name}")];
        let text = |key: &str| entry[key].as_str().unwrap_or_default().to_owned();
        let version = text("version");
        let purl = format!("pkg:npm/{name}@{version}");
        found.insert(Part { name: name.to_owned(), version, licence: text("license"), purl });
    }
    Ok(found.into_iter().collect())
}

/// The crates that the widgets link for browsers, without those that only build or test.
fn crates(repo: &Repo) -> Result<BTreeSet<Part>> {
    let mut cargo = host_cargo();
    cargo.current_dir(&repo.root).args(["metadata", "--format-version=1", "--offline"]);
    let text = output(cargo.args(["--filter-platform", TARGET]))?;
    Ok(linked(&serde_json::from_str(&text).context("cargo metadata")?))
}

fn linked(metadata: &Value) -> BTreeSet<Part> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let packages: BTreeMap<String, Value> =
        list(&metadata["packages"]).into_iter().map(|one| (text(&one["id"]), one)).collect();
    let nodes: BTreeMap<String, Value> = list(&metadata["resolve"]["nodes"])
        .into_iter()
        .map(|node| (text(&node["id"]), node))
        .collect();
    let is_widget = |id: &&String| {
        packages[*id]["manifest_path"].as_str().is_some_and(|p| p.contains("/crates/bundle/"))
    };
    let mut waiting: Vec<String> = packages.keys().filter(is_widget).cloned().collect();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if !seen.insert(id.clone()) {
            continue;
        }
        // Macros run while the compiler does; nothing of theirs is linked.
        let is_macro = |package: &Value| {
            list(&package["targets"])
                .iter()
                .any(|t| list(&t["kind"]).contains(&json!("proc-macro")))
        };
        for dependency in list(&nodes[&id]["deps"]) {
            let linked = list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
            let id = text(&dependency["pkg"]);
            if linked && packages.get(&id).is_some_and(|package| !is_macro(package)) {
                waiting.push(id);
            }
        }
    }
    let part = |id: &String| {
        let package = &packages[id];
        let (name, version) = (text(&package["name"]), text(&package["version"]));
        // What stands in for a crate under its name is ours.
        let kind = if package["source"].is_null() { "generic/adil" } else { "cargo" };
        let purl = format!("pkg:{kind}/{name}@{version}");
        Part { name, version, licence: text(&package["license"]), purl }
    };
    seen.iter().map(part).collect()
}

/// Writes the inventory. Nothing in it depends on the day or the machine.
pub fn write(repo: &Repo) -> Result<()> {
    let components: Vec<Value> = parts(repo)?
        .iter()
        .map(|part| {
            json!({
                "type": "library",
                "bom-ref": part.purl,
                "name": part.name,
                "version": part.version,
                "licenses": [{ "expression": part.licence.replace('/', " OR ") }],
                "purl": part.purl,
            })
        })
        .collect();
    let inventory = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": {
            "type": "library", "bom-ref": "adil", "name": "adil", "version": env!("CARGO_PKG_VERSION"),
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        } },
        "components": components,
    });
    fs::write(repo.dist.join(FILE), inventory.to_string()).context("cannot write the inventory")
}

#[cfg(test)]
mod tests {
    use super::linked;
    use serde_json::json;

    #[test]
    fn what_only_builds_or_tests_is_no_part() {
        let package = |id: &str, path: &str, kind: &str| {
            json!({ "id": id, "name": id, "version": "1.0.0", "license": "MIT",
                "manifest_path": path, "targets": [{ "kind": [kind] }] })
        };
        let uses =
            |id: &str, kind: Option<&str>| json!({ "pkg": id, "dep_kinds": [{ "kind": kind }] });
        let metadata = json!({
            "packages": [
                package("quiz", "/x/crates/bundle/Cargo.toml", "lib"), package("leptos", "/r/l", "lib"),
                package("macros", "/r/m", "proc-macro"), package("proptest", "/r/p", "lib"),
                package("xtask", "/x/xtask/Cargo.toml", "bin"), package("slotmap", "/r/s", "lib"),
            ],
            "resolve": { "nodes": [
                { "id": "quiz", "deps": [uses("leptos", None), uses("proptest", Some("dev"))] },
                { "id": "leptos", "deps": [uses("macros", None), uses("slotmap", None)] },
                { "id": "slotmap", "deps": [] },
            ] },
        });
        let found = linked(&metadata);
        let names: Vec<&str> = found.iter().map(|part| part.name.as_str()).collect();
        assert_eq!(names, ["leptos", "quiz", "slotmap"]);
    }
}
