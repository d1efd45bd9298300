//! Running other programs.

use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Variables that `cargo run` sets for this program and that would mislead a program started
/// from here: they name this crate, or the libraries of the compiler that built it.
const CARGO_RUN: [&str; 4] =
    ["CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH"];

/// A command as if typed in a shell, not started from within `cargo run`.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || CARGO_RUN.contains(&text.as_ref()) {
            command.env_remove(&name);
        }
    }
    command
}

/// The cargo that runs this program: the developer's own, for everything on the host.
pub fn host_cargo() -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// What this compiler calls the machine that it runs on, such as `x86_64-unknown-linux-gnu`.
pub fn host_tuple(mut rustc: Command) -> Result<String> {
    Ok(output(rustc.args(["--print", "host-tuple"]))?.trim().to_owned())
}

/// Runs a command to its end, its output shown as it comes.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}

/// Runs a command to its end and gives what it printed; its errors are shown as they come.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| cannot_start(command))?;
    if !output.status.success() {
        bail!("`{}` failed ({})", line(command), output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{}` printed no text", line(command)))
}

/// Runs a command silently: whether it succeeded.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// The first program of this name in `PATH`.
pub fn find_program(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|dir| dir.join(&file)).find(|path| path.is_file())
}

/// `PATH` with some folders before all others.
pub fn path_with(first: &[&Path]) -> Result<OsString> {
    let old = env::var_os("PATH").unwrap_or_default();
    let dirs = first.iter().map(|dir| dir.to_path_buf()).chain(env::split_paths(&old));
    env::join_paths(dirs).context("a tools folder's name has a character PATH cannot hold")
}

/// Says that a long step begins, and about how long it takes.
pub fn announce(what: &str, about: &str) {
    println!("{what} — about {about}, once");
}

fn cannot_start(command: &Command) -> String {
    format!("cannot start {}: is it installed?", command.get_program().display())
}

/// The command as typed: without the program's folder.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let words = std::iter::once(name).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
