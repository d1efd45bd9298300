//! The tests, in stages: the quick ones first.

use crate::bundle::build_if_stale;
use crate::notes::Notes;
use crate::package::{self, HOSTS, Package, package};
use crate::process::{command, host_cargo, run};
use crate::repo::Repo;
use crate::report::Report;
use crate::tools::{Browser, Profile, TARGET, Tools, cms_ready, engines_ready, ready_for_browsers};
use crate::{adil_command, budget, example, folder};
use anyhow::{Context, Result, bail};
use std::process::Command;
use std::time::Instant;

/// The crate whose tests run as WebAssembly in a browser, and nowhere else.
const BROWSER_TESTS: &str = "adil-browser-tests";

/// A part of the tests that can be run alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Format,
    Lint,
    Host,
    Browser,
    EndToEnd,
    Faults,
    Attacks,
    Engines,
    Size,
    Packages,
    Cms,
}

impl Stage {
    /// All that a push runs. Attacks take longer than all of it and are run by their name; a push
    /// has the most telling of their texts in `e2e/hostile.test.mjs`. Packages bring the tools of
    /// other teams along, and hosts themselves; both are run by their name, too.
    const ALL: [Self; 8] = [
        Self::Format,
        Self::Lint,
        Self::Host,
        Self::Browser,
        Self::EndToEnd,
        Self::Faults,
        Self::Engines,
        Self::Size,
    ];

    /// The stages of these names, or all where there is no name.
    pub fn parse(names: &[&str]) -> Result<Vec<Self>> {
        if names.is_empty() {
            return Ok(Self::ALL.to_vec());
        }
        names.iter().map(|name| Self::named(name)).collect()
    }

    fn named(name: &str) -> Result<Self> {
        let known = Self::ALL.into_iter().chain([Self::Attacks, Self::Packages, Self::Cms]);
        let found = known.into_iter().find(|stage| stage.name() == name);
        found.with_context(|| {
            let all = Self::ALL.map(Self::name).join(", ");
            format!("`{name}` is no stage; there are {all}")
        })
    }

    fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Lint => "lint",
            Self::Host => "host",
            Self::Browser => "browser",
            Self::EndToEnd => "e2e",
            Self::Faults => "faults",
            Self::Attacks => "attacks",
            Self::Engines => "engines",
            Self::Size => "size",
            Self::Packages => "packages",
            Self::Cms => "cms",
        }
    }

    /// Whether it needs more than Rust.
    fn needs_browsers(self) -> bool {
        !matches!(self, Self::Format | Self::Lint | Self::Host)
    }

    fn run(self, repo: &Repo, report: &Report) -> Result<()> {
        let told = Told::Report(report);
        match self {
            Self::Format => run(cargo(repo).args(["fmt", "--all", "--check"])),
            Self::Lint => run(linted(repo).args(["--no-run", "--workspace", "--all-targets"])),
            Self::Host => run(linted(repo).args(["--workspace", "--exclude", BROWSER_TESTS])),
            Self::Browser => browser(repo),
            Self::EndToEnd => pages(repo, "e2e", told),
            Self::Faults => pages(repo, "faults", told),
            Self::Attacks => {
                engines_ready()?;
                pages(repo, "attacks", told)
            }
            Self::Packages => pages(repo, "packages", told),
            Self::Cms => cms(repo, told),
            Self::Engines => {
                engines_ready()?;
                pages(repo, "engines", told)?;
                all_engines(repo, told)
            }
            Self::Size => {
                build_if_stale(repo)?;
                budget::check(repo)?;
                println!("a new widget from the template, in a copy of the repository");
                let mut new = cargo(repo);
                new.args(["test", "--quiet", "-p", "xtask", "a_new_widget", "--", "--ignored"]);
                run(&mut new)
            }
        }
    }
}

/// Whom a suite tells what it found.
#[derive(Clone, Copy)]
pub enum Told<'r> {
    /// `docs/proof.md`, of the whole of it.
    Proof(&'r Notes),
    /// The end of this run.
    Report(&'r Report),
}

/// Runs stages until one fails, then says how long each took.
pub fn test(repo: &Repo, stages: &[Stage]) -> Result<()> {
    let mut report = Report::begin(repo)?;
    let total = Instant::now();
    if stages.iter().any(|stage| stage.needs_browsers()) {
        ready_for_browsers(repo)?;
    }
    for &stage in stages {
        println!("\n== {} ({:.0} s so far)", stage.name(), total.elapsed().as_secs_f64());
        let started = Instant::now();
        let ended = stage.run(repo, &report).with_context(|| {
            format!("the stage failed; to run it again: cargo xtask test {}", stage.name())
        });
        report.add(stage.name(), started.elapsed());
        if ended.is_err() {
            report.show()?;
        }
        ended?;
    }
    report.show()?;
    println!("\nall passed");
    Ok(())
}

fn cargo(repo: &Repo) -> Command {
    let mut cargo = host_cargo();
    cargo.current_dir(&repo.root);
    cargo
}

/// `cargo test` with Clippy as the compiler of our own crates, every warning an error. What lint
/// compiled is what the tests of the host are: `cargo clippy` would only check, and all
/// dependencies would be compiled twice.
fn linted(repo: &Repo) -> Command {
    let mut cargo = cargo(repo);
    cargo
        .arg("test")
        .env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver")
        // As `cargo clippy -- -D warnings` hands it on.
        .env("CLIPPY_ARGS", "-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__");
    cargo
}

/// Each test crate is compiled to WebAssembly and run in a page of its own.
fn browser(repo: &Repo) -> Result<()> {
    let tools = Tools::ready(repo)?;
    let browser = Browser::ready()?;
    let mut cargo = tools.command("cargo", repo, Profile::Dev)?;
    cargo
        .args(["test", "--tests", "--package", BROWSER_TESTS, "--target", TARGET])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", repo.tests().join("webdriver.json"));
    run(&mut cargo)
}

/// Real pages, in real browsers, against the release: the tests of a folder; the whole of them
/// where notes are taken.
pub fn pages(repo: &Repo, folder: &str, told: Told) -> Result<()> {
    let mut tests = folder::files(&repo.tests().join(folder))?;
    tests.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    if tests.is_empty() {
        bail!("tests/{folder} has no file *.test.mjs");
    }
    let mut node = in_browsers(repo, told)?;
    if folder == "e2e" {
        node.env("ADIL_LEPTOS_APP", example::build(repo)?);
        node.env("ADIL_COMMAND", adil_command::built(repo)?);
    }
    if folder == "packages" {
        node.env("ADIL_PACKAGE", package(repo, Package::Npm)?);
    }
    if folder == "cms" {
        for host in HOSTS {
            package(repo, Package::Plugin(host))?;
        }
        node.env("ADIL_PACKAGES", package::folder(repo));
        node.env("ADIL_COMMAND", adil_command::built(repo)?);
    }
    // Tests wait now and then, so there is one file more than there are cores; one at a time where
    // films are watched by the clock.
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let lanes = if folder == "engines" { 1 } else { cores + 1 };
    node.args(["--test", "--test-reporter=spec"]).arg(format!("--test-concurrency={lanes}"));
    run(node.args(&tests))
}

/// The package for npm in the tools of others, and our parts in their hosts.
pub fn ways(repo: &Repo, told: Told) -> Result<()> {
    pages(repo, "packages", told).and(cms(repo, told))
}

/// Hosts of others, on loopback.
fn cms(repo: &Repo, told: Told) -> Result<()> {
    cms_ready()?;
    pages(repo, "cms", told)
}

/// The end-to-end tests in Firefox and `WebKitGTK`: chosen ones, or all where notes are taken.
pub fn all_engines(repo: &Repo, told: Told) -> Result<()> {
    engines_ready()?;
    run(in_browsers(repo, told)?.arg("engines/all.mjs"))
}

/// The contact sheet of all widgets, in `target/looks`, compared with what was kept; and what the pages
/// of the site cost.
pub fn looks(repo: &Repo, told: Told) -> Result<()> {
    let mut node = in_browsers(repo, told)?;
    run(node.arg("proof/looks.mjs").arg(repo.wasm_target.with_file_name("looks")))
}

/// Node.js in the folder of the tests, with a release and browsers.
pub fn in_browsers(repo: &Repo, told: Told) -> Result<Command> {
    build_if_stale(repo)?;
    let tools = Tools::ready(repo)?;
    let browser = Browser::ready()?;
    let mut node = command("node");
    node.current_dir(repo.tests())
        .env("PATH", tools.path()?)
        .env("ADIL_DIST", &repo.dist)
        .env("CHROMIUM", &browser.chromium);
    match told {
        Told::Proof(notes) => notes.tell(&mut node),
        Told::Report(report) => report.tell(&mut node),
    };
    Ok(node)
}

#[cfg(test)]
mod tests {
    use super::Stage;
    use anyhow::Result;

    #[test]
    fn no_name_means_all() -> Result<()> {
        assert_eq!(Stage::parse(&[])?, Stage::ALL);
        Ok(())
    }

    #[test]
    fn names_are_run_in_the_order_given() -> Result<()> {
        assert_eq!(Stage::parse(&["size", "host"])?, [Stage::Size, Stage::Host]);
        Ok(())
    }

    #[test]
    fn an_unknown_name_is_answered_with_the_known() {
        let error = Stage::parse(&["hots"]).map_err(|error| error.to_string());
        assert!(error.is_err_and(|text| text.contains("format, lint, host")));
    }
}
