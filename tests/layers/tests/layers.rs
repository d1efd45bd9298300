//! The layers of this repository, read from its imports.

use adil_layers::{Need, circles, needs_of};
use std::path::{Path, PathBuf};

/// The folder of the repository.
fn repo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// An edge as the one who has to cut it wants to read it.
fn told(need: &Need, root: &Path) -> String {
    let short = |path: &Path| path.strip_prefix(root).unwrap_or(path).display().to_string();
    format!("{}:{} needs {} ({})", short(&need.from), need.line, short(&need.to), need.path)
}

/// All crates whose files may not need each other in circles.
const CRATES: [&str; 6] = [
    "src/lib.rs",
    "widgets/quiz/src/lib.rs",
    "widgets/video/src/lib.rs",
    "widgets/pledge/src/lib.rs",
    "xtask/src/main.rs",
    "tests/layers/src/lib.rs",
];

#[test]
fn no_circle_of_files() {
    let root = repo();
    let mut found = Vec::new();
    for name in CRATES {
        let needs = needs_of(&root.join(name)).expect(name);
        assert!(!needs.is_empty(), "{name}: nothing was read");
        for circle in circles(&needs) {
            let edges: Vec<_> = circle.iter().map(|need| told(need, &root)).collect();
            found.push(edges.join("\n  "));
        }
    }
    assert!(found.is_empty(), "{} circles:\n\n  {}\n", found.len(), found.join("\n\n  "));
}
