//! Makes modules small.

use crate::process::{output, run};
use crate::tools::Tools;
use crate::version;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::PathBuf;

/// Older ones do not fail: they write modules that die in the page.
const OLDEST: u32 = 132;

/// Named one by one, because `--all-features` would have wasm-opt write imports in a compact
/// form that no browser reads yet. These are what browsers have had since 2022.
pub const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Flat code with rebuilt control flow compresses better than what the compiler wrote, and so do
/// functions with a single caller that stay apart when they are large: together 1.3 % of the
/// quiz's module (brotli).
const PASSES: [&str; 7] = [
    "--flatten",
    "--rereloop",
    "-Oz",
    "--converge",
    "--one-caller-inline-max-function-size",
    "60",
    "--reorder-locals",
];

/// What the passes before need, and nobody after them.
const STRIP: [&str; 3] = ["--strip-debug", "--strip-producers", "--strip-target-features"];

/// Optimises the modules in place.
pub fn optimise(tools: &Tools, modules: &[PathBuf]) -> Result<()> {
    let line = output(tools.npm_program("wasm-opt").arg("--version"))?;
    if version::parse(&line).is_none_or(|version| version.first() < Some(&OLDEST)) {
        bail!("wasm-opt {OLDEST} or newer is needed, this is `{}`", line.trim());
    }
    for module in modules {
        println!("optimising {}", module.file_name().unwrap_or_default().display());
        let small = module.with_extension("small");
        let mut optimiser = tools.npm_program("wasm-opt");
        optimiser.arg(module).args(PASSES).args(FEATURES).args(STRIP).arg("-o").arg(&small);
        run(&mut optimiser)?;
        fs::rename(&small, module).with_context(|| format!("replacing {}", module.display()))?;
    }
    Ok(())
}
