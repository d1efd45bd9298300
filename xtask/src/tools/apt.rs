//! Debian's packages, where this user may install them.

use crate::process::{command, find_program, output, run, succeeds};
use anyhow::Result;
use std::process::{Command, Stdio};

/// Installs packages: whether it could. `false` means there is no apt-get, no right to use it,
/// or no such package; the caller then says what to do by hand.
pub fn install(packages: &[&str]) -> Result<bool> {
    if find_program("apt-get").is_none() {
        return Ok(false);
    }
    let Some(prefix) = rights()? else {
        println!("no right to run apt-get (not root, and sudo asks for a password)");
        return Ok(false);
    };
    // Two parts of the set-up may install at the same time.
    let patience = "DPkg::Lock::Timeout=300";
    let options = ["-o", patience, "install", "--yes", "--quiet", "--no-install-recommends"];
    // The lists of packages may be old, or missing on a fresh machine.
    let updated = run(apt(prefix).args(["update", "--quiet"]));
    let installed = updated.and_then(|()| run(apt(prefix).args(options).args(packages)));
    if let Err(error) = &installed {
        println!("{error:#}");
    }
    Ok(installed.is_ok())
}

/// What to write before `apt-get`: nothing as root, `sudo` where it asks no password.
fn rights() -> Result<Option<&'static [&'static str]>> {
    if output(command("id").arg("-u"))?.trim() == "0" {
        return Ok(Some(&["env"]));
    }
    let sudo = find_program("sudo").is_some() && succeeds(command("sudo").args(["-n", "true"]));
    Ok(sudo.then_some(&["sudo", "-n", "env"]))
}

fn apt(prefix: &[&str]) -> Command {
    let mut command = command(prefix.first().copied().unwrap_or("env"));
    command
        .args(prefix.iter().skip(1))
        .args(["DEBIAN_FRONTEND=noninteractive", "apt-get"])
        .stdin(Stdio::null());
    command
}
