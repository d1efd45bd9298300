//! What cuts films to length for measurements.

use super::apt;
use crate::process::{announce, find_program};
use anyhow::Result;

/// Finds ffmpeg, or installs it where this user may. Without it the measurements say what they
/// had to do without.
pub fn ffmpeg_ready() -> Result<()> {
    if find_program("ffmpeg").is_some() {
        return Ok(());
    }
    announce("installing ffmpeg, which cuts films to length", "a minute");
    apt::install(&["ffmpeg"])?;
    Ok(())
}
