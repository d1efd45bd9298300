//! Drops what a bundle offers to its page and the page never asks for.
//!
//! A dependency's `#[wasm_bindgen]` items stay in every bundle that links the crate, called or
//! not: as exports they are what the linker starts from when it looks for dead code. What is
//! called is known only here, where the page's side is known too.

mod glue;
mod imports;

use super::{read, wasm, write};
use crate::process::output;
use crate::tools::Tools;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// More rounds than a bundle takes; each but the last removes something.
const ROUNDS: usize = 8;

/// All that `adil.js` takes from a bundle; `{}` is the glue's file name.
const TAKEN: &str = "export { default, mount } from \"./{}\";\n";

/// Drops the exports that no script uses, and what only they kept. Comes before the optimiser,
/// which then works on what is left.
pub fn drop_exports(tools: &Tools, modules: &[PathBuf]) -> Result<()> {
    for module in modules {
        let glue = super::glue_of(module);
        let source = read(&glue)?;
        if !glue::is_a_bundles(&source) {
            println!("{} is not a widget's: all its exports stay", glue.display());
            continue;
        }
        write(&glue, &glue::free_of_side_effects(&source))?;
        drop_exports_of(tools, module, &glue)?;
    }
    Ok(())
}

/// Drops the functions that modules no longer ask of their scripts, and then what the scripts
/// no longer need. Comes after the optimiser, which may have removed the last calls of some.
pub fn drop_imports(tools: &Tools, modules: &[PathBuf]) -> Result<()> {
    for module in modules {
        let glue = super::glue_of(module);
        if glue::is_a_bundles(&read(&glue)?) {
            drop_imports_of(module, &glue)?;
            let shaken = shaken(tools, &glue)?;
            write(&glue, &shaken)?;
        }
    }
    Ok(())
}

/// In rounds: without an export some imports go, and with their functions uses of exports.
fn drop_exports_of(tools: &Tools, module: &Path, glue: &Path) -> Result<()> {
    let mut before = BTreeSet::new();
    for _ in 0..ROUNDS {
        drop_imports_of(module, glue)?;
        let Some(used) = glue::exports_used(&shaken(tools, glue)?) else {
            println!("{} uses its module in an unknown way: all exports stay", glue.display());
            return Ok(());
        };
        if used == before {
            break;
        }
        keep_exports(tools, module, &used)?;
        before = used;
    }
    Ok(())
}

fn drop_imports_of(module: &Path, glue: &Path) -> Result<()> {
    let bytes = fs::read(module).with_context(|| format!("cannot read {}", module.display()))?;
    let Some(imported) = imports::names(&bytes) else {
        println!("{} has imports of an unknown kind: all stay", module.display());
        return Ok(());
    };
    write(glue, &glue::without_unasked(&read(glue)?, &imported))
}

/// The glue without what `adil.js` cannot reach. Not minified, to be readable by
/// [`glue::exports_used`].
fn shaken(tools: &Tools, glue: &Path) -> Result<String> {
    let name = glue.file_name().unwrap_or_default().to_string_lossy();
    let entry = glue.with_extension("entry.js");
    write(&entry, &TAKEN.replace("{}", &name))?;
    let mut esbuild = tools.npm_program("esbuild");
    esbuild.arg(&entry).args(["--bundle", "--format=esm", "--target=es2022", "--charset=utf8"]);
    esbuild.arg("--log-level=warning");
    let text = output(&mut esbuild);
    fs::remove_file(&entry).with_context(|| format!("cannot remove {}", entry.display()))?;
    text
}

/// Drops all exports of a module but these.
fn keep_exports(tools: &Tools, module: &Path, used: &BTreeSet<String>) -> Result<()> {
    println!("keeping {} exports of {}", used.len(), module.display());
    let graph = module.with_extension("graph");
    let small = module.with_extension("small");
    write(&graph, &graph_of(used).to_string())?;
    let mut metadce = tools.npm_program("wasm-metadce");
    metadce.arg(module).arg("--graph-file").arg(&graph).args(wasm::FEATURES);
    // It prints the thousands of things it removes.
    output(metadce.arg("-o").arg(&small))?;
    fs::remove_file(&graph).with_context(|| format!("cannot remove {}", graph.display()))?;
    fs::rename(&small, module).with_context(|| format!("replacing {}", module.display()))
}

/// What `wasm-metadce` is told of the world outside the module: the script is there to stay
/// and reaches these exports.
fn graph_of(used: &BTreeSet<String>) -> Value {
    let script = json!({ "name": "script", "root": true, "reaches": used });
    let export = |name: &String| json!({ "name": name, "export": name });
    std::iter::once(script).chain(used.iter().map(export)).collect()
}

#[cfg(test)]
mod tests {
    use super::graph_of;
    use serde_json::json;

    #[test]
    fn the_graph_has_a_root_and_a_node_for_each_export() {
        let used = ["memory", "mount"].map(str::to_owned).into();
        let expected = json!([
            { "name": "script", "root": true, "reaches": ["memory", "mount"] },
            { "name": "memory", "export": "memory" },
            { "name": "mount", "export": "mount" },
        ]);
        assert_eq!(graph_of(&used), expected);
    }
}
