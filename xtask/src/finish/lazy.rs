//! Cuts bundles in two: what a page needs at once, and what may come later.
//!
//! A bundle that has a lazy chunk was linked with a stub in its place (`lazy!` in the core
//! crate). Trunk's output of such a bundle is unfinished; it is made anew from the linked module:
//! split, bound, and its glue taught to load the rest.

use super::glue::glues;
use super::integrity::integrity;
use crate::folder::{ending, read, write};
use crate::process::run;
use crate::repo::Repo;
use crate::tools::{TARGET, Tools};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// What the glue of an unfinished bundle imports from.
const PLACEHOLDER: &str = "__wasm_split_placeholder__";

/// What the splitter calls the two modules.
const MAIN: &str = "main.wasm";
const REST: &str = "split_lazy.wasm";

/// How the name of a lazy chunk ends.
pub const ENDING: &str = "_bg.lazy.wasm";

/// Where the glue of a bundle gets the hash of its lazy chunk.
const HASH: &str = "__ADIL_LATER__";

/// Cuts the bundles that have a lazy chunk; gives those parts.
pub fn cut(repo: &Repo, tools: &Tools) -> Result<Vec<PathBuf>> {
    let mut parts = Vec::new();
    for glue in glues(&repo.dist)? {
        if read(&glue)?.contains(PLACEHOLDER) {
            parts.push(cut_one(repo, tools, &glue)?);
        }
    }
    Ok(parts)
}

fn cut_one(repo: &Repo, tools: &Tools, glue: &Path) -> Result<PathBuf> {
    let name = glue.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    println!("splitting {name}");
    let linked = repo.wasm_target.join(TARGET).join("release").join(format!("{name}.wasm"));
    let folder = repo.wasm_target.join("split").join(&name);
    let _ = fs::remove_dir_all(&folder);
    let mut split = tools.splitter();
    run(split.args(["--target", "web"]).arg(&linked).arg(&folder))?;
    check(&folder)?;
    let mut bind = tools.wasm_bindgen();
    bind.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", &name]);
    run(bind.arg("--out-dir").arg(&repo.dist).arg(folder.join(MAIN)))?;
    write(glue, &(read(glue)? + &loader()))?;
    let part = repo.dist.join(format!("{name}{ENDING}"));
    fs::copy(folder.join(REST), &part).with_context(|| format!("writing {}", part.display()))?;
    Ok(part)
}

/// Fails when the splitter made other files than these two: nobody would load them.
fn check(folder: &Path) -> Result<()> {
    let mut found: Vec<_> = ending(folder, ".wasm")?;
    found.retain(|file| file.parent() == Some(folder));
    let names: Vec<_> = found.iter().filter_map(|file| file.file_name()).collect();
    if names != [MAIN, REST] {
        bail!("{} holds {names:?}, not {MAIN} and {REST}", folder.display());
    }
    Ok(())
}

/// The export `part`, which loads the lazy chunk of the glue's own instance from an address: once,
/// and again after a failure. Its names are those before shortening.
fn loader() -> String {
    format!(
        r#"
let lazy;
export const part = (address) => lazy ??= fetch(
    address, {{ integrity: "{HASH}" }},
).then((found) => found.arrayBuffer()).then((bytes) => WebAssembly.instantiate(bytes, {{
    __wasm_split: {{
        memory: wasm.memory,
        __indirect_function_table: wasm.__indirect_function_table,
        __wasm_split_shared0: wasm.__wasm_split_shared0,
    }},
}})).then(() => {{}}, (error) => {{ lazy = undefined; throw error; }});
"#
    )
}

/// Writes the hashes of the parts, which have their final bytes now, into their glues.
pub fn seal(parts: &[PathBuf]) -> Result<()> {
    for part in parts {
        let glue = PathBuf::from(part.to_string_lossy().replace(ENDING, ".js"));
        let bytes = fs::read(part).with_context(|| format!("cannot read {}", part.display()))?;
        let text = read(&glue)?;
        if !text.contains(HASH) {
            bail!("{} does not load {}", glue.display(), part.display());
        }
        write(&glue, &text.replace(HASH, &integrity(&bytes)))?;
    }
    Ok(())
}
