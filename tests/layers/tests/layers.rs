//! The layers of this repository, read from its imports.

#![allow(clippy::expect_used, reason = "a test may stop")]

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

/// The root file of each widget, by its name.
fn widgets() -> Vec<(String, PathBuf)> {
    let folders = std::fs::read_dir(repo().join("widgets")).expect("a folder of widgets");
    let root = |folder: std::fs::DirEntry| {
        let file = folder.path().join("src/lib.rs");
        let name = folder.file_name().to_string_lossy().into_owned();
        file.is_file().then_some((name, file))
    };
    folders.flatten().filter_map(root).collect()
}

/// Crates beside the widgets whose files may not need each other in circles.
const CRATES: [&str; 5] = [
    "src/lib.rs",
    "crates/cli/src/lib.rs",
    "crates/leptos/src/lib.rs",
    "xtask/src/main.rs",
    "tests/layers/src/lib.rs",
];

#[test]
fn no_circle_of_files() {
    let root = repo();
    let mut found = Vec::new();
    let crates = CRATES.iter().map(|name| ((*name).to_owned(), root.join(name)));
    for (name, file) in crates.chain(widgets()) {
        let needs = needs_of(&file).expect(&name);
        assert!(!needs.is_empty(), "{name}: nothing was read");
        for circle in circles(&needs) {
            let edges: Vec<_> = circle.iter().map(|need| told(need, &root)).collect();
            found.push(edges.join("\n  "));
        }
    }
    assert!(found.is_empty(), "{} circles:\n\n  {}\n", found.len(), found.join("\n\n  "));
}

/// The layers of a widget, from what needs nothing to what needs all.
const LAYERS: [&str; 5] = ["model", "player", "session", "components", "bundle"];

/// The layer of a file, by its folder; a kind of interaction has files of two layers.
fn layer(file: &Path) -> Option<usize> {
    let words: Vec<_> = file.iter().filter_map(|word| word.to_str()).collect();
    let after = words.iter().rposition(|word| *word == "src")? + 1;
    let of = |name: &str| LAYERS.iter().position(|layer| *layer == name);
    match words.get(after..)? {
        ["interactions", .., "view.rs"] => of("components"),
        ["interactions", .., file] if *file != "mod.rs" => of("model"),
        [folder, _, ..] => of(folder),
        _ => None,
    }
}

#[test]
fn a_layer_needs_only_those_before_it() {
    let root = repo();
    let mut found = Vec::new();
    for (name, file) in widgets() {
        let needs = needs_of(&file).expect(&name);
        let known =
            needs.iter().filter_map(|need| Some((need, layer(&need.from)?, layer(&need.to)?)));
        let known: Vec<_> = known.collect();
        assert!(!known.is_empty(), "{name}: no file is in a layer");
        let up = known.iter().filter(|(_, from, to)| to > from);
        found.extend(up.map(|(need, ..)| told(need, &root)));
    }
    assert!(found.is_empty(), "{} steps up:\n  {}\n", found.len(), found.join("\n  "));
}

/// A crate in a folder of its own; what its files need.
fn crate_of(name: &str, files: &[(&str, &str)]) -> Vec<Need> {
    let folder = std::env::temp_dir().join(format!("adil-layers-{name}-{}", std::process::id()));
    for (file, text) in files {
        let file = folder.join(file);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder is made");
        std::fs::write(file, text).expect("a file is written");
    }
    let needs = needs_of(&folder.join("lib.rs")).expect(name);
    std::fs::remove_dir_all(&folder).expect("the folder goes");
    needs
}

/// The edges of all circles, each as "from needs to".
fn check(name: &str, files: &[(&str, &str)], expected: &[&str]) {
    let needs = crate_of(name, files);
    let file = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let told = |need: &&Need| {
        format!(
            "{} needs {}",
            file(&need.from).unwrap_or_default(),
            file(&need.to).unwrap_or_default()
        )
    };
    let found: Vec<String> = circles(&needs).iter().flatten().map(told).collect();
    assert_eq!(found, expected, "{name}: {needs:#?}");
}

#[test]
fn circles_are_found() {
    check(
        "plain",
        &[
            ("lib.rs", "mod a; mod b;"),
            ("a.rs", "use super::b::B; pub struct A;"),
            ("b.rs", "pub struct B; fn f(_: crate::a::A) {}"),
        ],
        &["a.rs needs b.rs", "b.rs needs a.rs"],
    );
    check(
        "macro",
        &[
            ("lib.rs", "mod a; mod b;"),
            ("a.rs", "fn f() { vec![super::b::B] } pub struct A;"),
            ("b.rs", "pub struct B; fn f() { println!(\"{}\", super::a::A) }"),
        ],
        &["a.rs needs b.rs", "b.rs needs a.rs"],
    );
    // Through a re-export a path leads to what is meant, not to who offers it.
    check(
        "offered",
        &[
            ("lib.rs", "mod a; mod b; pub use b::B;"),
            ("a.rs", "pub struct A;"),
            ("b.rs", "use crate::a::A; pub struct B(A);"),
        ],
        &[],
    );
    check(
        "used",
        &[
            ("lib.rs", "mod b; pub use b::B; pub struct A; pub struct C(B);"),
            ("b.rs", "use crate::A; pub struct B(A);"),
        ],
        &["b.rs needs lib.rs", "lib.rs needs b.rs"],
    );
    // Tests may need anything.
    check(
        "tests",
        &[
            ("lib.rs", "mod a; mod b;"),
            ("a.rs", "use crate::b::B; pub struct A;"),
            ("b.rs", "pub struct B; #[cfg(test)] mod tests { use crate::a::A; }"),
        ],
        &[],
    );
}
