//! The command of `crates/cli`, as tests and the site use it.

use crate::process::{host_cargo, run};
use crate::repo::Repo;
use anyhow::Result;
use std::path::PathBuf;

/// The variable that names it to what is started from here.
pub const VARIABLE: &str = "ADIL_COMMAND";

/// Builds it for this machine.
pub fn built(repo: &Repo) -> Result<PathBuf> {
    println!("building the command of crates/cli");
    let mut cargo = host_cargo();
    cargo.current_dir(&repo.root).args(["build", "--quiet", "--package", "adil-cli"]);
    run(&mut cargo)?;
    let name = format!("adil{}", std::env::consts::EXE_SUFFIX);
    Ok(repo.wasm_target.with_file_name("debug").join(name))
}
