//! A new widget from a template: its crate, and its line in every list that knows all widgets.

use crate::links;
use crate::repo::Repo;
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::Path;

macro_rules! template {
    ($($file:literal => $made:literal),* $(,)?) => {
        [$((include_str!(concat!("../template/", $file, ".txt")), $made)),*]
    };
}

/// What each file is made from.
const FILES: [(&str, &str); 24] = template! {
    "Cargo.toml" => "widgets/__name__/Cargo.toml",
    "src/lib.rs" => "widgets/__name__/src/lib.rs",
    "src/spec.rs" => "widgets/__name__/src/spec.rs",
    "src/model/mod.rs" => "widgets/__name__/src/model/mod.rs",
    "src/session/mod.rs" => "widgets/__name__/src/session/mod.rs",
    "src/components/mod.rs" => "widgets/__name__/src/components/mod.rs",
    "src/bundle/mod.rs" => "widgets/__name__/src/bundle/mod.rs",
    "bin.rs" => "crates/bundle/src/bin/adil-__name__.rs",
    "styles.css" => "widgets/__name__/adil-__name__.css",
    "locales/en.json" => "widgets/__name__/locales/__name__.en.json",
    "locales/ru.json" => "widgets/__name__/locales/__name__.ru.json",
    "locales/kk.json" => "widgets/__name__/locales/__name__.kk.json",
    "locales/ar.json" => "widgets/__name__/locales/__name__.ar.json",
    "locales/de.json" => "widgets/__name__/locales/__name__.de.json",
    "locales/es.json" => "widgets/__name__/locales/__name__.es.json",
    "locales/fr.json" => "widgets/__name__/locales/__name__.fr.json",
    "locales/ky.json" => "widgets/__name__/locales/__name__.ky.json",
    "locales/tr.json" => "widgets/__name__/locales/__name__.tr.json",
    "locales/uz.json" => "widgets/__name__/locales/__name__.uz.json",
    "locales/zh.json" => "widgets/__name__/locales/__name__.zh.json",
    "examples/first.json" => "widgets/__name__/examples/first-__name__.json",
    "README.md" => "widgets/__name__/README.md",
    "tests/contract.rs" => "widgets/__name__/tests/contract.rs",
    "budget.toml" => "",
};

/// The lists that know all widgets: a file, the text before which the new line stands, the line.
const LISTS: [(&str, &str, &str); 2] = [
    (
        "Cargo.toml",
        "adil-pledge = {",
        "adil-__name__ = { path = \"widgets/__name__\", version = \"0.1.0\" }\n",
    ),
    ("crates/bundle/Cargo.toml", "adil-pledge.workspace", "adil-__name__.workspace = true\n"),
];

/// Writes a widget of this name: small letters, as in `poster`.
pub fn new_widget(repo: &Repo, name: &str) -> Result<()> {
    ensure!(
        name.len() > 1 && name.bytes().all(|byte| byte.is_ascii_lowercase()),
        "`{name}`: a widget's name has small letters only, as in poster"
    );
    if repo.root.join("widgets").join(name).exists() {
        bail!("there is a widgets/{name} already");
    }
    for (template, path) in FILES.iter().filter(|(_, path)| !path.is_empty()) {
        let path = repo.root.join(filled(path, name));
        fs::create_dir_all(path.parent().unwrap_or(&repo.root))?;
        fs::write(&path, filled(template, name)).with_context(|| path.display().to_string())?;
    }
    for (file, before, line) in LISTS {
        insert(&repo.root.join(file), before, &filled(line, name))?;
    }
    links::write(repo)?;
    let budgets = repo.tests().join("budgets.toml");
    let budget = FILES.iter().find(|(_, path)| path.is_empty()).map_or("", |(text, _)| text);
    fs::write(&budgets, fs::read_to_string(&budgets)? + &filled(budget, name))?;
    println!(
        "widgets/{name} is there. Next: ADIL_UPDATE=1 cargo test -p adil-{name}, which writes its \
         schema, manifest, types and tables; then cargo xtask serve."
    );
    Ok(())
}

/// A template with a name.
fn filled(template: &str, name: &str) -> String {
    let (first, rest) = name.split_at(1);
    let title = first.to_ascii_uppercase() + rest;
    template.replace("__name__", name).replace("__Name__", &title)
}

fn insert(file: &Path, before: &str, line: &str) -> Result<()> {
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let at = text.find(before);
    let at = at.with_context(|| format!("{} has no {before}", file.display()))?;
    fs::write(file, [&text[..at], line, &text[at..]].concat())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::process::{host_cargo, run};

    /// What a copy of the repository needs to test a widget on the host.
    const COPIED: [&str; 11] = [
        "Cargo.toml",
        "Cargo.lock",
        "clippy.toml",
        "rustfmt.toml",
        "index.html",
        "src",
        "widgets",
        "crates",
        "examples",
        "vendor",
        "xtask",
    ];

    fn copy(from: &Path, to: &Path) -> Result<()> {
        if from.is_dir() {
            fs::create_dir_all(to)?;
            for entry in fs::read_dir(from)? {
                let entry = entry?;
                copy(&entry.path(), &to.join(entry.file_name()))?;
            }
        } else {
            fs::copy(from, to)?;
        }
        Ok(())
    }

    /// A new widget passes its own tests in a copy of the repository, once what is generated was
    /// written.
    #[test]
    #[ignore = "compiles a copy of the repository: the stage `size` runs it"]
    fn a_new_widget_is_whole() -> Result<()> {
        let repo = Repo::find()?;
        let root = std::env::temp_dir().join(format!("adil-new-widget-{}", std::process::id()));
        fs::create_dir_all(&root)?;
        for name in COPIED {
            copy(&repo.root.join(name), &root.join(name))?;
        }
        for tests in ["browser", "fuzz", "layers"] {
            copy(&repo.tests().join(tests), &root.join("tests").join(tests))?;
        }
        fs::copy(repo.tests().join("budgets.toml"), root.join("tests/budgets.toml"))?;
        let built = repo.root.clone();
        let there = Repo { root: root.clone(), ..repo };
        new_widget(&there, "poster")?;
        assert!(new_widget(&there, "poster").is_err(), "a widget is not written over");
        assert!(new_widget(&there, "Poster 2").is_err(), "a name is a name");
        // A folder of its own: crates of the copy have the names of ours.
        let target = built.join("target/new-widget");
        let cargo = |update: &str| {
            let mut cargo = host_cargo();
            cargo
                .current_dir(&root)
                .args(["test", "--quiet", "--offline", "--package", "adil-poster"])
                .env("CARGO_TARGET_DIR", &target);
            if !update.is_empty() {
                cargo.env("ADIL_UPDATE", update);
            }
            run(&mut cargo)
        };
        let tried = cargo("1").and_then(|()| cargo(""));
        let made = ["poster.schema.json", "custom-elements.json", "adil-poster.d.ts"];
        let made = made.map(|file| root.join("widgets/poster").join(file).is_file());
        fs::remove_dir_all(&root)?;
        tried?;
        assert_eq!(made, [true; 3]);
        Ok(())
    }
}
