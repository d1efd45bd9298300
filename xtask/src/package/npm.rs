//! The package for npm. Its `index.js` is `adil.js` with another way to find files: bundlers follow
//! only addresses that are written out, so there is a table of all of them.

use super::files::{copy, emptied, ending, folder, is_of_widgets};
use super::types::{self, Element};
use crate::folder::{files, name, read, write};
use crate::process::{command, find_program, run};
use crate::repo::Repo;
use crate::tools::Tools;
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// What the package is called.
const NAME: &str = "adil-widgets";

/// How `adil.js` finds its files, which the table takes the place of.
const ADDRESS: &str =
    "const address = (name) => new URL(`${name}?v=__ADIL_BUILD__`, import.meta.url).href;\n";

/// What stands there instead; what a page asks for again has something after the version.
const FROM_TABLE: &str = r#"const address = (name) => {
  const url = new URL(FILES[name] ?? `adil:${name}`);
  url.searchParams.set("v", "__VERSION__");
  return url.href;
};
"#;

/// Files that are written as they are.
const WRITTEN: [(&str, &str); 5] = [
    ("README.md", include_str!("../../package/npm/README.md")),
    ("server.js", include_str!("../../package/npm/server.js")),
    ("react.d.ts", include_str!("../../package/npm/react.d.ts")),
    ("vue.d.ts", include_str!("../../package/npm/vue.d.ts")),
    ("svelte.d.ts", include_str!("../../package/npm/svelte.d.ts")),
];

/// Makes the package's folder and its tarball; the tarball.
pub fn pack(repo: &Repo, tools: &Tools) -> Result<PathBuf> {
    let package = emptied(repo, NAME)?;
    let version = env!("CARGO_PKG_VERSION");
    let listed = released(&repo.dist, &package)?;
    script(repo, tools, &package, &listed, version)?;
    elements(repo, &package)?;
    for (file, text) in WRITTEN {
        write(&package.join(file), text)?;
    }
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        copy(&repo.root.join(licence), &package.join(licence))?;
    }
    write(&package.join("package.json"), &format!("{:#}\n", description(version)))?;
    if find_program("npm").is_none() {
        bail!("there is no npm: install Node.js 20 or newer, with npm");
    }
    let mut npm = command("npm");
    npm.args(["pack", "--silent", "--pack-destination"]).arg(folder(repo)).current_dir(&package);
    run(&mut npm).context("packing for npm")?;
    Ok(folder(repo).join(format!("{NAME}-{version}.tgz")))
}

/// What a file of the release is to the package.
#[derive(Debug, PartialEq, Eq)]
enum Role {
    /// Only the script tag, the gallery or a reader asks for it.
    Beside,
    /// `adil.js` asks for it.
    Asked,
    /// A style sheet that `adil.js` asks for. A server for development turns what ends in `.css`
    /// into a script, so it goes by another ending.
    Styles,
}

fn role(file: &str) -> Role {
    let is_at_root = !file.contains('/');
    let is_for_tags = file == "adil.js" || file.starts_with("frame");
    match ending(file) {
        "css" if is_at_root && file.starts_with("adil-") => Role::Styles,
        "js" if is_at_root && !is_for_tags => Role::Asked,
        "wasm" => Role::Asked,
        "json" if file.starts_with("locales/") => Role::Asked,
        _ => Role::Beside,
    }
}

/// Copies the release, which pages may use by the script tag; gives the lines of the table.
fn released(dist: &Path, package: &Path) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    for file in files(dist)? {
        let name = name(dist, &file);
        if !is_of_widgets(&name) {
            continue;
        }
        if let Some(theme) = name.strip_prefix("style/themes/") {
            copy(&file, &package.join("themes").join(theme))?;
        }
        copy(&file, &package.join("dist").join(&name))?;
        let address = match role(&name) {
            Role::Beside => continue,
            Role::Asked if ending(&name) == "json" => format!("./dist/{name}?no-inline"),
            Role::Asked => format!("./dist/{name}"),
            Role::Styles => {
                copy(&file, &package.join("styles").join(format!("{name}.txt")))?;
                format!("./styles/{name}.txt?no-inline")
            }
        };
        lines.push(format!("  \"{name}\": new URL(\"{address}\", import.meta.url),\n"));
    }
    Ok(lines)
}

/// Writes `index.js`.
fn script(
    repo: &Repo,
    tools: &Tools,
    package: &Path,
    listed: &[String],
    version: &str,
) -> Result<()> {
    let source = read(&repo.root.join("src/embed/adil.js"))?;
    let text = with_table(&source, listed, version)
        .context("adil.js finds its files in another way than the package knows")?;
    let file = package.join("index.js");
    write(&file, &text)?;
    let mut esbuild = tools.npm_program("esbuild");
    esbuild.args(["--minify", "--charset=utf8", "--format=esm", "--target=es2022"]);
    esbuild.args(["--allow-overwrite", "--log-level=warning"]).arg(&file);
    run(esbuild.arg(format!("--outfile={}", file.display())))
}

fn with_table(source: &str, listed: &[String], version: &str) -> Option<String> {
    let (before, after) = source.split_once(ADDRESS)?;
    let table = format!("const FILES = {{\n{}}};\n", listed.concat());
    Some([before, &table, &FROM_TABLE.replace("__VERSION__", version), after].concat())
}

/// Writes what is made from the elements' descriptions: one manifest, types, schemas.
fn elements(repo: &Repo, package: &Path) -> Result<()> {
    let mut elements = Vec::new();
    let mut declared = Vec::new();
    for widget in repo.widgets()? {
        let manifest = widget.join("custom-elements.json");
        let manifest: Value = serde_json::from_str(&read(&manifest)?)
            .with_context(|| format!("{} is no JSON", manifest.display()))?;
        let declaration = manifest["modules"][0]["declarations"][0].clone();
        let element = Element::read(&declaration)?;
        let types = format!("{}.d.ts", element.tag);
        copy(&widget.join(&types), &package.join("types").join(&types))?;
        for file in files(&widget)?.iter().filter(|file| file.parent() == Some(&widget)) {
            let name = name(&widget, file);
            if name.ends_with(".schema.json") {
                copy(file, &package.join("schemas").join(name))?;
            }
        }
        elements.push(element);
        declared.push(declaration);
    }
    write(&package.join("index.d.ts"), &types::index(&elements))?;
    let manifest = json!({
        "schemaVersion": "1.0.0",
        "modules": [{
            "kind": "javascript-module",
            "path": "index.js",
            "exports": elements.iter().map(Element::exported).collect::<Vec<_>>(),
            "declarations": declared,
        }],
    });
    write(&package.join("custom-elements.json"), &format!("{manifest:#}\n"))
}

/// `package.json`.
fn description(version: &str) -> Value {
    json!({
        "name": NAME,
        "version": version,
        "description": "Learning widgets for any web page: quizzes, video lessons, pledges",
        "license": env!("CARGO_PKG_LICENSE"),
        "type": "module",
        "types": "./index.d.ts",
        "exports": {
            ".": { "types": "./index.d.ts", "node": "./server.js", "default": "./index.js" },
            "./react": { "types": "./react.d.ts" },
            "./vue": { "types": "./vue.d.ts" },
            "./svelte": { "types": "./svelte.d.ts" },
            "./themes/*": "./themes/*",
            "./dist/*": "./dist/*",
            "./schemas/*": "./schemas/*",
            "./custom-elements.json": "./custom-elements.json",
            "./package.json": "./package.json",
        },
        "customElements": "custom-elements.json",
        "sideEffects": ["./index.js", "./dist/*.js", "./themes/*.css"],
        "keywords": ["web-components", "custom-elements", "quiz", "education"],
    })
}

#[cfg(test)]
mod tests {
    use super::{ADDRESS, Role, role, with_table};

    #[test]
    fn what_adil_js_asks_for_is_in_the_table() {
        let asked = ["adil-quiz.js", "adil-quiz_bg.wasm", "locales/quiz.en.json", "purify.js"];
        assert_eq!(asked.map(role), [const { Role::Asked }; 4]);
        assert_eq!(role("adil-quiz.css"), Role::Styles);
        let beside = ["adil.js", "frame.js", "frame.html", "examples/a.json", "integrity.txt"];
        assert_eq!(beside.map(role), [const { Role::Beside }; 5]);
    }

    #[test]
    fn the_table_stands_where_the_script_finds_its_files() {
        let adil = include_str!("../../../src/embed/adil.js");
        assert_eq!(adil.matches("import.meta.url").count(), 2, "addresses, and the tag itself");
        let made = with_table(adil, &["  \"x\": 1,\n".to_owned()], "9.8.7").unwrap_or_default();
        assert!(made.contains("const FILES = {\n  \"x\": 1,\n};\nconst address = "));
        assert!(made.contains("\"9.8.7\"") && !made.contains(ADDRESS));
        assert_eq!(with_table("something else", &[], ""), None);
    }
}
