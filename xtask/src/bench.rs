//! Measurements of the release in a real browser. They print figures and fail on none: machines
//! are noisy.

use crate::bundle::build_if_stale;
use crate::finish;
use crate::process::{command, run};
use crate::proof::Notes;
use crate::repo::Repo;
use crate::tools::{Browser, Tools, engines_ready};
use anyhow::{Result, bail};

/// Runs every file of `tests/bench`, and the comparison with other players in its folder, one
/// after the other.
pub fn run_all(repo: &Repo, notes: Option<&Notes>) -> Result<()> {
    build_if_stale(repo)?;
    let tools = Tools::ready(repo)?;
    let browser = Browser::ready()?;
    engines_ready()?;
    let folder = repo.tests().join("bench");
    let mut benches: Vec<_> =
        finish::files(&folder)?.into_iter().filter(|file| file.parent() == Some(&folder)).collect();
    if benches.is_empty() {
        bail!("tests/bench has no file");
    }
    benches.push(folder.join("peers").join("bench.mjs"));
    for bench in benches {
        let mut node = command("node");
        node.current_dir(repo.tests())
            .arg(&bench)
            .env("PATH", tools.path()?)
            .env("ADIL_DIST", &repo.dist)
            .env("CHROMIUM", &browser.chromium);
        if let Some(notes) = notes {
            notes.tell(&mut node);
        }
        run(&mut node)?;
    }
    Ok(())
}
