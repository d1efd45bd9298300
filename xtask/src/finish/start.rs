//! How a bundle's glue starts its module. wasm-bindgen writes a start for every way of loading;
//! `adil.js` has one: it passes the response it asked for.

use super::glue::glues;
use crate::folder::{name, read, write};
use anyhow::{Context, Result};
use std::path::Path;

/// Where wasm-bindgen's own start begins, and what ends it.
const FIRST: &str = "let wasmModule, wasmInstance, wasm;";
const LAST: &str = "export { initSync, __wbg_init as default };";

/// A server that does not know the type of a module gets no streaming, but it works.
const START: &str = r#"let wasm;
export default async ({ module_or_path }) => {
    const response = await module_or_path;
    const imports = __wbg_get_imports();
    const { instance } = await (response.headers.get("content-type") === "application/wasm"
        ? WebAssembly.instantiateStreaming(response, imports)
        : WebAssembly.instantiate(await response.arrayBuffer(), imports));
    wasm = instance.exports;
    wasm.__wbindgen_start();
};
"#;

/// Writes the short start into every glue, which must not be minified yet.
pub fn shorten(dist: &Path) -> Result<()> {
    for glue in glues(dist)? {
        let text = with_short_start(&read(&glue)?).with_context(|| {
            format!("{} does not start as this version of wasm-bindgen does", name(dist, &glue))
        })?;
        write(&glue, &text)?;
    }
    Ok(())
}

fn with_short_start(glue: &str) -> Option<String> {
    let (before, rest) = glue.split_once(FIRST)?;
    let (start, after) = rest.split_once(LAST)?;
    start.contains("wasm.__wbindgen_start();").then(|| [before, START, after].concat())
}

#[cfg(test)]
mod tests {
    use super::{FIRST, LAST, START, with_short_start};

    #[test]
    fn replaces_the_start_and_nothing_else() {
        let long = "function __wbg_finalize_init() { wasm.__wbindgen_start(); }";
        let glue = ["before\n", FIRST, long, LAST, "\nafter"].concat();
        let short = ["before\n", START, "\nafter"].concat();
        assert_eq!(with_short_start(&glue), Some(short));
    }

    #[test]
    fn another_start_is_not_taken_for_this_one() {
        for glue in [String::new(), [FIRST, "something else", LAST].concat()] {
            assert_eq!(with_short_start(&glue), None);
        }
    }
}
