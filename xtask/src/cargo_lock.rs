//! What `Cargo.lock` says.

use anyhow::{Context, Result};
use std::path::Path;

/// The version of a package that occurs once in the workspace's `Cargo.lock`.
pub fn locked_version(root: &Path, package: &str) -> Result<String> {
    let path = root.join("Cargo.lock");
    let text = std::fs::read_to_string(&path).with_context(|| {
        format!("cannot read {}: run `cargo generate-lockfile`", path.display())
    })?;
    find(&text, package)
        .with_context(|| format!("Cargo.lock has no {package}: run `cargo generate-lockfile`"))
}

/// Cargo writes each package as `name = …` with `version = …` on the next line.
fn find(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.next()?;
    let version = lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::find;

    const LOCK: &str = "\
version = 4

[[package]]
name = \"wasm-bindgen-backend\"
version = \"0.2.7\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
source = \"registry\"
";

    #[test]
    fn finds_the_exact_name() {
        assert_eq!(find(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
    }

    #[test]
    fn finds_nothing_that_is_not_there() {
        assert_eq!(find(LOCK, "wasm"), None);
        assert_eq!(find("", "wasm-bindgen"), None);
    }
}
