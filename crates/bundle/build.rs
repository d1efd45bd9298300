//! Lets a release build be cut in two: what the page needs at once, and what comes later.

use std::env;

/// The bundles that are cut.
const SPLIT: [&str; 4] = ["adil-quiz", "adil-pledge", "adil-video", "adil-board"];

fn main() {
    println!("cargo::rustc-check-cfg=cfg(split)");
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    if is("PROFILE", "release") && is("CARGO_CFG_TARGET_ARCH", "wasm32") {
        println!("cargo::rustc-cfg=split");
        for bundle in SPLIT {
            // The splitter moves code by what the linker knew of it.
            println!("cargo::rustc-link-arg-bin={bundle}=--emit-relocs");
        }
    }
}
