//! What a machine needs besides Rust, and how it gets there.
//!
//! Each part looks for its tool first and installs it only when it is missing, so that asking
//! again costs a few file look-ups. A part that cannot install says what to do by hand.

mod apt;
mod browser;
mod cargo_install;
mod cms;
mod ffmpeg;
mod link;
mod npm;
mod wasm;

pub use browser::{Browser, engines_ready};
pub use cargo_install::cargo_deny;
pub use cms::cms_ready;
pub use ffmpeg::ffmpeg_ready;
pub use wasm::{Profile, TARGET};

use crate::process::{command, path_with};
use crate::repo::Repo;
use anyhow::{Result, bail};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;
use wasm::WasmToolchain;

/// All that it takes to turn the crates into a web page's files.
pub struct Tools {
    wasm: WasmToolchain,
    wasm_bindgen: PathBuf,
    wasm_split: PathBuf,
    trunk: PathBuf,
    npm: PathBuf,
}

impl Tools {
    /// Finds or installs the tools.
    pub fn ready(repo: &Repo) -> Result<Self> {
        std::fs::create_dir_all(&repo.tools)?;
        let tools = Self {
            wasm: WasmToolchain::ready(&repo.tools)?,
            wasm_bindgen: cargo_install::wasm_bindgen(repo)?,
            wasm_split: cargo_install::wasm_split(repo)?,
            trunk: cargo_install::trunk(repo)?,
            npm: npm::packages(repo)?,
        };
        cargo_install::clean()?;
        Ok(tools)
    }

    /// A command that sees these tools and compiles for WebAssembly as the profile asks.
    pub fn command(&self, program: &str, repo: &Repo, profile: Profile) -> Result<Command> {
        let mut command = match self.wasm.programs() {
            Some(folder) if program == "cargo" => command(folder.join("cargo")),
            _ => command(program),
        };
        command
            .current_dir(&repo.root)
            .env("PATH", self.path()?)
            .env("CARGO_TARGET_DIR", &repo.wasm_target)
            // These would replace the flags of the profile.
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .envs(self.wasm.environment(profile));
        Ok(command)
    }

    /// `PATH` with these tools first.
    pub fn path(&self) -> Result<OsString> {
        let mut first = vec![self.npm.as_path(), &self.wasm_bindgen, &self.trunk];
        first.extend(self.wasm.programs());
        path_with(&first)
    }

    /// Trunk, which Trunk.toml and `index.html` tell what to build.
    pub fn trunk(&self, repo: &Repo, profile: Profile) -> Result<Command> {
        let program = self.trunk.join("trunk");
        self.command(&program.to_string_lossy(), repo, profile)
    }

    /// What makes a linked module one for browsers.
    pub fn wasm_bindgen(&self) -> Command {
        command(self.wasm_bindgen.join("wasm-bindgen"))
    }

    /// What cuts a linked module in two.
    pub fn splitter(&self) -> Command {
        command(self.wasm_split.join("wasm-split-cli"))
    }

    /// A program of an npm package.
    pub fn npm_program(&self, name: &str) -> Command {
        command(self.npm.join(name))
    }

    /// Compiles the bundles of some widgets, or of all where none is named, in one go, which uses
    /// every core; Trunk, which asks for one bundle after the other, then finds them ready.
    pub fn compile(&self, repo: &Repo, profile: Profile, only: &[&str]) -> Result<()> {
        let mut build = self.command("cargo", repo, profile)?;
        build.args(["build", "--offline", "--package", "adil-bundle", "--target", TARGET]);
        for bundle in repo.bundles(only)? {
            build.args(["--bin", &bundle]);
        }
        if profile == Profile::Release {
            build.arg("--release");
        }
        crate::process::run(&mut build)?;
        Ok(())
    }

    /// Fetches the sources of all crates: Trunk builds offline, as it would otherwise look
    /// for tools of its own. Macros run here, so their crates are those of this machine.
    pub fn fetch_crates(&self, repo: &Repo) -> Result<()> {
        let host = crate::process::host_tuple(self.command("rustc", repo, Profile::Release)?)?;
        let mut fetch = self.command("cargo", repo, Profile::Release)?;
        fetch.args(["fetch", "--quiet", "--target", TARGET, "--target", &host]);
        crate::process::run(&mut fetch)
    }
}

/// Finds or installs all that tests in browsers need; what is downloaded comes while the rest is
/// compiled.
pub fn ready_for_browsers(repo: &Repo) -> Result<()> {
    std::thread::scope(|scope| {
        let browsers = scope.spawn(|| Browser::ready().and_then(|_| engines_ready()));
        let tools = Tools::ready(repo);
        let browsers = browsers.join().unwrap_or_else(|_| bail!("cannot install browsers"));
        tools.and(browsers)
    })
}

/// Finds or installs everything, browsers included, and says what was found.
pub fn report(repo: &Repo) -> Result<()> {
    let tools = Tools::ready(repo)?;
    let browser = Browser::ready()?;
    println!("compiler      {}", tools.wasm.describe());
    println!("wasm-bindgen  {}", tools.wasm_bindgen.display());
    println!("wasm-split    {}", tools.wasm_split.display());
    println!("trunk         {}", tools.trunk.display());
    println!("npm packages  {}", tools.npm.display());
    println!("browser       {}", browser.chromium.display());
    println!("its driver    {}", browser.driver.display());
    Ok(())
}
