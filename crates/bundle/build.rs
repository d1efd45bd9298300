//! Lets a release build be cut in two: what the page needs at once, and what comes later.

use std::path::Path;
use std::{env, fs, io};

const BUNDLES: &str = "src/bin";

fn main() -> io::Result<()> {
    println!("cargo::rustc-check-cfg=cfg(split)");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={BUNDLES}");
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    if is("PROFILE", "release") && is("CARGO_CFG_TARGET_ARCH", "wasm32") {
        println!("cargo::rustc-cfg=split");
        for bundle in fs::read_dir(BUNDLES)? {
            let path = bundle?.path();
            if has_lazy_chunk(&path)? {
                let name = path.file_stem().unwrap_or_default().to_string_lossy();
                // The splitter moves code by what the linker knew of it.
                println!("cargo::rustc-link-arg-bin={name}=--emit-relocs");
            }
        }
    }
    Ok(())
}

fn has_lazy_chunk(bundle: &Path) -> io::Result<bool> {
    Ok(fs::read_to_string(bundle)?.contains("adil::lazy!"))
}
