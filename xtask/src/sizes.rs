//! What files weigh on the wire.

use crate::folder::{files, name};
use crate::repo::Repo;
use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::path::Path;

/// A file's size in bytes: as it is, and as a server may send it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// As it is.
    pub raw: usize,
    /// With gzip, which every server can.
    pub gzip: usize,
    /// With brotli at its best, as for files compressed once and served often.
    pub brotli: usize,
}

/// Measures a file.
pub fn measure(file: &Path) -> Result<Size> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&bytes)?;
    let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut brotli = Vec::new();
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut brotli, &best)?;
    Ok(Size { raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
}

/// Whether a file is compressed by its own format: nobody compresses it once more.
fn is_packed(file: &Path) -> bool {
    let ending = file.extension().unwrap_or_default().to_string_lossy();
    ["mp3", "mp4", "png", "webm"].contains(&&*ending)
}

/// Prints a table of every text and module of the release.
pub fn show(repo: &Repo) -> Result<()> {
    println!("\n{:>9} {:>9} {:>9}  file", "raw", "gzip", "brotli");
    for file in files(&repo.dist)?.into_iter().filter(|file| !is_packed(file)) {
        let Size { raw, gzip, brotli } = measure(&file)?;
        println!("{raw:>9} {gzip:>9} {brotli:>9}  {}", name(&repo.dist, &file));
    }
    Ok(())
}
