//! Measurements of the release in a real browser. They print figures and fail on none: machines
//! are noisy.

use crate::bundle::build_if_stale;
use crate::finish;
use crate::process::{command, run};
use crate::repo::Repo;
use crate::tools::{Browser, Tools, engines_ready};
use anyhow::{Result, bail};

/// Runs every file of `tests/bench`, one after the other.
pub fn bench(repo: &Repo) -> Result<()> {
    build_if_stale(repo)?;
    let tools = Tools::ready(repo)?;
    let browser = Browser::ready()?;
    engines_ready()?;
    let mut benches = finish::files(&repo.tests().join("bench"))?;
    benches.sort();
    if benches.is_empty() {
        bail!("tests/bench has no file");
    }
    for bench in benches {
        let mut node = command("node");
        node.current_dir(repo.tests())
            .arg(&bench)
            .env("PATH", tools.path()?)
            .env("ADIL_DIST", &repo.dist)
            .env("CHROMIUM", &browser.chromium);
        run(&mut node)?;
    }
    Ok(())
}
