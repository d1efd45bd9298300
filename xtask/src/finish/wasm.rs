//! Makes modules small.

use crate::process::{output, run};
use crate::repo::Repo;
use crate::tools::Tools;
use crate::version;
use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

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

/// Optimises the modules in place, as many at a time as there are cores: each takes one. What an
/// earlier build made of the same bytes is taken from there.
pub fn optimise(repo: &Repo, tools: &Tools, modules: &[PathBuf]) -> Result<()> {
    let line = output(tools.npm_program("wasm-opt").arg("--version"))?;
    if version::parse(&line).is_none_or(|version| version.first() < Some(&OLDEST)) {
        bail!("wasm-opt {OLDEST} or newer is needed, this is `{}`", line.trim());
    }
    let made = repo.wasm_target.join("optimised");
    fs::create_dir_all(&made).context("cannot make a folder for optimised modules")?;
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(module) = modules.get(next.fetch_add(1, Ordering::Relaxed)) {
            optimise_one(tools, module, &made, &line)?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| {
            worker.join().unwrap_or_else(|_| bail!("optimising ended before its time"))
        })
    })
}

fn optimise_one(tools: &Tools, module: &Path, made: &Path, version: &str) -> Result<()> {
    let show = || module.display().to_string();
    let mut hash = Sha256::new();
    hash.update(fs::read(module).with_context(show)?);
    for word in PASSES.iter().chain(&FEATURES).chain(&STRIP).chain([&version]) {
        hash.update(word);
    }
    let kept = made.join(format!("{:x}.wasm", hash.finalize()));
    if !kept.exists() {
        println!("optimising {}", module.file_name().unwrap_or_default().display());
        // Under another name until it is whole: a build may be cut off.
        let small = made.join(module.file_name().unwrap_or_default()).with_extension("small");
        let mut optimiser = tools.npm_program("wasm-opt");
        optimiser.arg(module).args(PASSES).args(FEATURES).args(STRIP).arg("-o").arg(&small);
        run(&mut optimiser)?;
        fs::rename(&small, &kept).with_context(show)?;
    }
    fs::copy(&kept, module).with_context(show)?;
    Ok(())
}
