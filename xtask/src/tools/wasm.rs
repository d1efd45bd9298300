//! A compiler for wasm32-unknown-unknown.
//!
//! Two things are wanted: the target's standard library, and that library's source, from which
//! a release build makes a smaller one (a sixth less in a small bundle). rustup has both.
//! Where rustup cannot download, Debian's compiler comes with the source.

use super::apt;
use super::link::link;
use crate::process::{announce, command, find_program, output, succeeds};
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// The target every bundle is built for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// What a build is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Quick to build again.
    Dev,
    /// Small to load.
    Release,
}

/// A compiler that can build for [`TARGET`].
#[derive(Debug, PartialEq, Eq)]
pub enum WasmToolchain {
    /// The compiler that is active anyway.
    Rustup {
        /// Whether it has the target's standard library.
        has_library: bool,
        /// Whether it has the library's source.
        has_source: bool,
    },
    /// Debian's packages `rustc-web`, `cargo-web` and `rust-web-src`.
    Debian {
        /// A folder with Debian's `cargo` and `rustc` and nothing else. `/usr/bin` itself,
        /// put first in `PATH`, would also replace the developer's own node and wasm-opt.
        programs: PathBuf,
        /// The linker, from a package of its own.
        linker: PathBuf,
    },
}

impl WasmToolchain {
    /// Finds a compiler, or installs what is missing.
    pub fn ready(tools: &Path) -> Result<Self> {
        let active = active()?;
        if let Some(Self::Rustup { has_library: true, has_source: true }) = active {
            return Ok(Self::Rustup { has_library: true, has_source: true });
        }
        if rustup_adds(tools)?
            && let Some(toolchain) = self::active()?
        {
            return Ok(toolchain);
        }
        if let Some(toolchain) = active {
            return Ok(toolchain);
        }
        if let Some(toolchain) = debian(tools)? {
            return Ok(toolchain);
        }
        let packages = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
        announce("installing Debian's compiler for WebAssembly", "a minute");
        if apt::install(&packages)?
            && let Some(toolchain) = debian(tools)?
        {
            return Ok(toolchain);
        }
        bail!(
            "there is no compiler for {TARGET}. Install one by hand, either\n  \
             rustup target add {TARGET} && rustup component add rust-src\nor, on Debian,\n  \
             apt-get install {}",
            packages.join(" ")
        )
    }

    /// The folder whose `cargo` and `rustc` must come first in `PATH`.
    pub fn programs(&self) -> Option<&Path> {
        match self {
            Self::Rustup { .. } => None,
            Self::Debian { programs, .. } => Some(programs),
        }
    }

    /// The environment in which cargo builds for [`TARGET`]. It depends on the profile and on
    /// `ADIL_TRIAL`, which changes one flag of a release to see what that is worth; nothing else:
    /// a changed flag rebuilds every crate.
    pub fn environment(&self, profile: Profile) -> Vec<(&'static str, OsString)> {
        let trial = std::env::var("ADIL_TRIAL").unwrap_or_default();
        let mut variables: Vec<(&'static str, OsString)> = Vec::new();
        if let Self::Debian { programs, linker } = self {
            variables.push(("CARGO", programs.join("cargo").into()));
            variables.push(("RUSTC", programs.join("rustc").into()));
            variables.push(("RUSTDOC", programs.join("rustdoc").into()));
            variables.push(("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker.into()));
        }
        let mut flags = Vec::new();
        if profile == Profile::Dev || trial == "erase-components" {
            // Shorter types in Leptos views: they compile faster.
            flags.push("--cfg=erase_components");
        }
        if self.rebuilds_library(profile) {
            // Lets a stable compiler take the unstable flags below.
            variables.push(("RUSTC_BOOTSTRAP", "1".into()));
            variables.push(("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort".into()));
            if profile == Profile::Release && trial != "library-for-speed" {
                variables.push(("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size".into()));
            }
            if profile == Profile::Release && trial != "panic-messages" {
                flags.extend([
                    "-Zunstable-options",
                    "-Cpanic=immediate-abort",
                    "-Zlocation-detail=none",
                    "-Zfmt-debug=none",
                ]);
            }
        }
        variables.push(("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" ").into()));
        variables
    }

    /// One line for a person.
    pub fn describe(&self) -> String {
        match self {
            Self::Rustup { has_source: true, .. } => "the active Rust toolchain".to_owned(),
            Self::Rustup { .. } => "the active Rust toolchain, without rust-src: releases come \
                                    out larger (`rustup component add rust-src` mends it)"
                .to_owned(),
            Self::Debian { linker, .. } => {
                format!("Debian's /usr/bin/rustc, with {}", linker.display())
            }
        }
    }

    fn rebuilds_library(&self, profile: Profile) -> bool {
        match self {
            Self::Rustup { has_library, has_source } => {
                *has_source && (profile == Profile::Release || !has_library)
            }
            Self::Debian { .. } => true,
        }
    }
}

/// What the active compiler has; none when it cannot build for the target.
fn active() -> Result<Option<WasmToolchain>> {
    let paths = ["--print=sysroot", "--print=target-libdir", "--target", TARGET];
    let printed = output(command("rustc").args(paths))?;
    let mut lines = printed.lines().map(Path::new);
    let (Some(sysroot), Some(library)) = (lines.next(), lines.next()) else {
        bail!("`rustc {}` printed no two paths", paths.join(" "));
    };
    let has_library = fs::read_dir(library).is_ok_and(|files| {
        files.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
    });
    let has_source = sysroot.join("lib/rustlib/src/rust/library/std/Cargo.toml").is_file();
    // A distribution's compiler has the source but not rustup's linker.
    let has_linker = fs::read_dir(sysroot.join("lib/rustlib")).is_ok_and(|hosts| {
        hosts.flatten().any(|host| host.path().join("bin").join(program("rust-lld")).is_file())
    });
    let usable = has_linker && (has_library || has_source);
    Ok(usable.then_some(WasmToolchain::Rustup { has_library, has_source }))
}

/// Has rustup add what is missing: whether it added anything. A refusal is remembered until the
/// compiler changes, so that the next command does not wait for it again.
fn rustup_adds(tools: &Path) -> Result<bool> {
    if find_program("rustup").is_none() {
        return Ok(false);
    }
    let marker = tools.join("rustup-refused");
    let version = output(command("rustc").arg("--version"))?;
    let compiler = version + &output(command("rustc").arg("--print=sysroot"))?;
    if fs::read_to_string(&marker).is_ok_and(|refused_for| refused_for == compiler) {
        return Ok(false);
    }
    announce("asking rustup for WebAssembly's standard library and its source", "20 seconds");
    let library = succeeds(command("rustup").args(["target", "add", TARGET]));
    let source = succeeds(command("rustup").args(["component", "add", "rust-src"]));
    if !(library && source) {
        println!("rustup refused; to have it asked again, remove {}", marker.display());
        fs::write(&marker, compiler).context("cannot remember that rustup refused")?;
    }
    Ok(library || source)
}

/// Debian's compiler, if it is there in full.
fn debian(tools: &Path) -> Result<Option<WasmToolchain>> {
    let there = Path::new("/usr/lib/rustlib/src/rust/library/std/Cargo.toml").is_file()
        && Path::new("/usr/bin/cargo").is_file()
        && Path::new("/usr/bin/rustc").is_file();
    let linker = (18..40)
        .rev()
        .map(|version| format!("wasm-ld-{version}"))
        .chain(["wasm-ld".to_owned()])
        .find_map(|name| find_program(&name));
    let (true, Some(linker)) = (there, linker) else {
        return Ok(None);
    };
    let programs = tools.join("debian-rust");
    fs::create_dir_all(&programs)?;
    for name in ["cargo", "rustc", "rustdoc"] {
        link(&Path::new("/usr/bin").join(name), &programs.join(name))?;
    }
    Ok(Some(WasmToolchain::Debian { programs, linker }))
}

fn program(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}

#[cfg(test)]
mod tests {
    use super::{Profile, WasmToolchain};

    fn flags(toolchain: &WasmToolchain, profile: Profile) -> String {
        let name = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";
        let variables = toolchain.environment(profile);
        let found = variables.into_iter().find(|(variable, _)| *variable == name);
        found.map(|(_, value)| value.to_string_lossy().into_owned()).unwrap_or_default()
    }

    #[test]
    fn a_release_is_rebuilt_for_size_where_the_source_is() {
        let full = WasmToolchain::Rustup { has_library: true, has_source: true };
        assert!(flags(&full, Profile::Release).contains("immediate-abort"));
        let bare = WasmToolchain::Rustup { has_library: true, has_source: false };
        assert_eq!(flags(&bare, Profile::Release), "");
    }

    #[test]
    fn development_rebuilds_only_a_missing_library() {
        let has = |toolchain: &WasmToolchain| {
            let variables = toolchain.environment(Profile::Dev);
            variables.iter().any(|(name, _)| *name == "CARGO_UNSTABLE_BUILD_STD")
        };
        assert!(!has(&WasmToolchain::Rustup { has_library: true, has_source: true }));
        assert!(has(&WasmToolchain::Rustup { has_library: false, has_source: true }));
    }

    #[test]
    fn only_development_erases_components() {
        let full = WasmToolchain::Rustup { has_library: true, has_source: true };
        assert!(flags(&full, Profile::Dev).contains("erase_components"));
        assert!(!flags(&full, Profile::Release).contains("erase_components"));
    }
}
