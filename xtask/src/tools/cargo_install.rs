//! Tools that are Rust programs, each in a folder named by its version.
//!
//! They are built without optimisation: building takes most of the wait, and running them
//! takes little.

use crate::cargo_lock::locked_version;
use crate::process::{announce, command, find_program, host_cargo, output, run};
use crate::repo::Repo;
use crate::version;
use anyhow::{Context, Result};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// Trunk's version. Newer ones want a newer Rust; read its notes on `data-trunk` attributes
/// before raising it.
const TRUNK: &str = "0.21.14";

/// The version of the check of crates.
const CARGO_DENY: &str = "0.18.9";

/// The splitter's version.
const WASM_SPLIT: &str = "0.2.4";

/// The folder with `wasm-bindgen` and its test runner, in the version the crates were locked
/// to: the program and the library must be equal.
pub fn wasm_bindgen(repo: &Repo) -> Result<PathBuf> {
    let wanted = locked_version(&repo.root, "wasm-bindgen")?;
    let folder = repo.tools.join(format!("wasm-bindgen-{wanted}"));
    let runner = "wasm-bindgen-test-runner";
    if let Some(bin) = kept(&folder, runner) {
        return Ok(bin);
    }
    if let (Some(found), Some(_)) = (find_program("wasm-bindgen"), find_program(runner)) {
        let line = output(command(&found).arg("--version"))?;
        if version::parse(&line).is_some_and(|found| Some(found) == version::parse(&wanted)) {
            return folder_of(&found);
        }
    }
    announce(&format!("installing wasm-bindgen {wanted}"), "a minute");
    // Not `--locked`: some of its locked dependencies have been withdrawn.
    // Its features are TLS, which a driver on this machine does not ask for.
    install(&folder, &["wasm-bindgen-cli", "--version", &wanted, "--no-default-features"])
}

/// The folder with `trunk`.
///
/// Its features are TLS and a check for updates; serving with live reload needs neither.
pub fn trunk(repo: &Repo) -> Result<PathBuf> {
    let folder = repo.tools.join(format!("trunk-{TRUNK}"));
    if let Some(bin) = kept(&folder, "trunk") {
        return Ok(bin);
    }
    if let Some(found) = find_program("trunk") {
        let line = output(command(&found).arg("--version"))?;
        if version::parse(&line) == version::parse(TRUNK) {
            return folder_of(&found);
        }
    }
    announce(&format!("installing Trunk {TRUNK}"), "3 minutes");
    install(&folder, &["trunk", "--version", TRUNK, "--locked", "--no-default-features"])
}

/// The folder with `wasm-split-cli`, which cuts a module in two by what the linker knew of it.
pub fn wasm_split(repo: &Repo) -> Result<PathBuf> {
    let folder = repo.tools.join(format!("wasm-split-{WASM_SPLIT}"));
    if let Some(bin) = kept(&folder, "wasm-split-cli") {
        return Ok(bin);
    }
    announce(&format!("installing wasm-split {WASM_SPLIT}"), "a minute");
    let crate_name = "wasm_split_cli_support";
    let features = ["--features", "build-binary"];
    install(&folder, &[&[crate_name, "--version", WASM_SPLIT, "--locked"], &features[..]].concat())
}

/// What checks licences and sources of crates.
pub fn cargo_deny(repo: &Repo) -> Result<PathBuf> {
    let folder = repo.tools.join(format!("cargo-deny-{CARGO_DENY}"));
    let program = |bin: PathBuf| bin.join(format!("cargo-deny{}", env::consts::EXE_SUFFIX));
    if let Some(bin) = kept(&folder, "cargo-deny") {
        return Ok(program(bin));
    }
    announce(&format!("installing cargo-deny {CARGO_DENY}"), "6 minutes");
    let bin = install(&folder, &["cargo-deny", "--version", CARGO_DENY, "--locked"])?;
    clean()?;
    Ok(program(bin))
}

/// Removes what only the building of tools needed.
pub fn clean() -> Result<()> {
    let folder = build_folder();
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}

fn install(folder: &Path, what: &[&str]) -> Result<PathBuf> {
    let mut cargo = host_cargo();
    cargo
        // Away from the project, whose settings are not meant for other programs.
        .current_dir(env::temp_dir())
        .env("CARGO_TARGET_DIR", build_folder())
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        // How far it is, also where the output is no terminal.
        .env("CARGO_TERM_PROGRESS_WHEN", "always")
        .env("CARGO_TERM_PROGRESS_WIDTH", "80")
        .args(["install", "--debug", "--root"])
        .arg(folder)
        .args(what);
    run(&mut cargo).with_context(|| {
        format!(
            "installing it by hand: cargo install --root {} {}",
            folder.display(),
            what.join(" ")
        )
    })?;
    Ok(folder.join("bin"))
}

fn kept(folder: &Path, program: &str) -> Option<PathBuf> {
    let bin = folder.join("bin");
    bin.join(format!("{program}{}", env::consts::EXE_SUFFIX)).is_file().then_some(bin)
}

/// Shared by the tools, which have many dependencies in common, but not by another run of this
/// program, which would remove it under the compiler's hands.
fn build_folder() -> PathBuf {
    env::temp_dir().join(format!("adil-tools-build-{}", std::process::id()))
}

fn folder_of(program: &Path) -> Result<PathBuf> {
    program.parent().map(Path::to_owned).context("a program without a folder")
}
