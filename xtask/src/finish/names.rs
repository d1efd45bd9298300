//! Short names between a module and its glue.
//!
//! wasm-bindgen tells imports apart by hashes, which no compression makes smaller and which
//! stand in both files: short names took 3.0 kB brotli off the quiz.

use super::glue::glue_of;
use super::wasm::FEATURES;
use crate::folder::{read, write};
use crate::process::output;
use crate::tools::Tools;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What wasm-opt prints of its renaming: module, old name, new name.
#[derive(Deserialize)]
struct Renaming {
    imports: Vec<(String, String, String)>,
    exports: Vec<(String, String)>,
}

/// The name that wasm-opt gives to every module that is imported from.
const MODULE: &str = "a";

/// Renames what modules import and export, and the same in their glue, which must not be
/// minified yet.
pub fn shorten(tools: &Tools, modules: &[PathBuf]) -> Result<()> {
    for module in modules {
        let mut optimiser = tools.npm_program("wasm-opt");
        optimiser
            .arg(module)
            .args(FEATURES)
            .arg("--minify-imports-and-exports-and-modules")
            .arg("-o")
            .arg(module);
        let renaming = serde_json::from_str(&output(&mut optimiser)?)
            .with_context(|| format!("the new names in {}", module.display()))?;
        rewrite(&glue_of(module), &renaming)?;
    }
    Ok(())
}

fn rewrite(glue: &Path, renaming: &Renaming) -> Result<()> {
    let text = read(glue)?;
    let renamed = renamed(&text, renaming).with_context(|| format!("in {}", glue.display()))?;
    write(glue, &renamed)
}

/// The glue with new names: imports are keys of an object below the module's name, exports are
/// fields of `wasm`.
fn renamed(text: &str, renaming: &Renaming) -> Result<String> {
    let mut text = text.to_owned();
    let modules: BTreeSet<&str> = renaming.imports.iter().map(|(module, ..)| &**module).collect();
    for module in modules {
        text = text.replace(&format!("\"{module}\""), &format!("\"{MODULE}\""));
    }
    for (_, old, new) in &renaming.imports {
        // Only an import's own key is followed by a colon.
        let key = format!(" {old}: ");
        if text.matches(&key).count() != 1 {
            bail!("the import {old} is not there once");
        }
        text = text.replace(&key, &format!(" {new}: "));
    }
    let exports: BTreeMap<&str, &str> =
        renaming.exports.iter().map(|(old, new)| (&**old, &**new)).collect();
    Ok(with_exports(&text, &exports))
}

/// Replaces `wasm.name` where the whole name is an export.
fn with_exports(text: &str, exports: &BTreeMap<&str, &str>) -> String {
    const FIELD: &str = "wasm.";
    let mut parts = text.split(FIELD);
    let mut renamed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
        let (name, rest) = part.split_at(part.find(|c| !is_name(c)).unwrap_or(part.len()));
        renamed += FIELD;
        renamed += exports.get(name).copied().unwrap_or(name);
        renamed += rest;
    }
    renamed
}

#[cfg(test)]
mod tests {
    use super::{Renaming, renamed};

    const GLUE: &str =
        "const imports = { \"./b.js\": { \n f_1: function () { wasm.go(wasm.go_on); }, \n }};";

    fn renaming(import: &str) -> Renaming {
        Renaming {
            imports: vec![("./b.js".into(), import.into(), "A".into())],
            exports: vec![("go".into(), "B".into())],
        }
    }

    #[test]
    fn imports_exports_and_modules_get_their_new_names() {
        let text = renamed(GLUE, &renaming("f_1")).unwrap_or_default();
        let expected =
            "const imports = { \"a\": { \n A: function () { wasm.B(wasm.go_on); }, \n }};";
        assert_eq!(text, expected);
    }

    #[test]
    fn an_import_that_the_glue_has_not_stops_the_build() {
        assert!(renamed(GLUE, &renaming("f_2")).is_err());
    }
}
