//! Measurements of the release in a real browser. They print figures and fail on none: machines
//! are noisy.

use crate::adil_command;
use crate::bundle::build_if_stale;
use crate::folder;
use crate::notes::Notes;
use crate::process::{command, run};
use crate::repo::Repo;
use crate::tools::{Browser, Tools, engines_ready, ffmpeg_ready};
use anyhow::{Result, bail};
use std::path::Path;

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// All there is.
    All,
    /// How quickly pages stand, beside other players and by themselves.
    Pages,
    /// How exactly a lesson stops, and what it costs while it plays.
    Playing,
}

/// Runs the files of `tests/bench` that measure this, and the comparison with other players in
/// its folder, one after the other.
pub fn bench(repo: &Repo, which: Which, notes: Option<&Notes>) -> Result<()> {
    build_if_stale(repo)?;
    let tools = Tools::ready(repo)?;
    let browser = Browser::ready()?;
    engines_ready()?;
    ffmpeg_ready()?;
    let folder = repo.tests().join("bench");
    let mut benches: Vec<_> =
        folder::files(&folder)?.into_iter().filter(|file| file.parent() == Some(&folder)).collect();
    if benches.is_empty() {
        bail!("tests/bench has no file");
    }
    benches.push(folder.join("peers").join("bench.mjs"));
    let plays = |bench: &Path| {
        bench.file_name().is_some_and(|name| name.to_string_lossy().starts_with("video-"))
    };
    benches.retain(|bench| which == Which::All || plays(bench) == (which == Which::Playing));
    let adil = adil_command::built(repo)?;
    for bench in benches {
        let mut node = command("node");
        node.current_dir(repo.tests())
            .arg(&bench)
            .env("PATH", tools.path()?)
            .env("ADIL_DIST", &repo.dist)
            .env("ADIL_COMMAND", &adil)
            .env("CHROMIUM", &browser.chromium);
        if let Some(notes) = notes {
            notes.tell(&mut node);
        }
        run(&mut node)?;
    }
    Ok(())
}
