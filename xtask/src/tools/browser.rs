//! The browser that tests run in.

use super::apt;
use crate::process::{announce, command, find_program, output};
use anyhow::{Result, bail};
use std::path::PathBuf;

/// Chromium and the program that drives it.
pub struct Browser {
    /// The browser.
    pub chromium: PathBuf,
    /// Its driver, which `wasm-bindgen-test-runner` talks to.
    pub driver: PathBuf,
}

/// The languages whose letters a fresh machine's fonts tend to lack.
const LETTERS: [&str; 2] = ["ar", "kk"];

impl Browser {
    /// Finds the browser, or installs it where this user may.
    pub fn ready() -> Result<Self> {
        let found = Self::find();
        if let (Some(browser), true) = (found, has_letters()) {
            return Ok(browser);
        }
        announce("installing Chromium, its driver and fonts for tests", "a minute");
        apt::install(&["chromium", "chromium-driver", "fontconfig", "fonts-noto-core"])?;
        let Some(browser) = Self::find() else {
            bail!(
                "tests need Chromium and its driver in PATH. Install them by hand; on Debian:\n  \
                 apt-get install chromium chromium-driver fonts-noto-core"
            );
        };
        if !has_letters() {
            println!(
                "warning: no font for {}: pictures of pages will show boxes",
                LETTERS.join(", ")
            );
        }
        Ok(browser)
    }

    fn find() -> Option<Self> {
        let names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
        let chromium = names.iter().find_map(|name| find_program(name))?;
        Some(Self { chromium, driver: find_program("chromedriver")? })
    }
}

/// What the other two engines need: a program, and the Debian packages that bring it.
const ENGINES: [(&str, &str); 3] = [
    ("firefox-esr", "firefox-esr"),
    // With what plays H.264.
    ("WebKitWebDriver", "webkit2gtk-driver gstreamer1.0-libav gstreamer1.0-plugins-good"),
    // WebKitGTK draws on a screen, and a server has none.
    ("Xvfb", "xvfb"),
];

/// Finds Firefox and `WebKitGTK`, or installs them where this user may.
pub fn engines_ready() -> Result<()> {
    let missing = || ENGINES.iter().filter(|(program, _)| find_program(program).is_none());
    if missing().next().is_none() {
        return Ok(());
    }
    let packages: Vec<&str> = missing().flat_map(|(_, names)| names.split(' ')).collect();
    announce("installing Firefox and WebKitGTK for tests", "a minute");
    apt::install(&packages)?;
    let missing: Vec<&str> = missing().map(|(_, package)| *package).collect();
    if !missing.is_empty() {
        bail!(
            "tests in three engines need more. Install it by hand; on Debian:\n  apt-get install {}",
            missing.join(" ")
        );
    }
    Ok(())
}

/// Whether some font has the letters; true where there is no way to know.
fn has_letters() -> bool {
    if find_program("fc-list").is_none() {
        return true;
    }
    LETTERS.iter().all(|language| {
        let fonts = output(command("fc-list").arg(format!(":lang={language}")));
        fonts.is_ok_and(|fonts| !fonts.trim().is_empty())
    })
}
