//! Figures of a widget: what pages load for it, and which tests stand behind it.

use crate::budget::{self, Known};
use crate::folder;
use crate::repo::Repo;
use anyhow::Result;
use serde::Serialize;

/// Tests of what all widgets promise alike.
const SHARED: [&str; 7] =
    ["every", "looks-languages", "heard-transcripts", "styled", "parts", "themes", "hostile"];

/// Tests of the widget that was there before names of widgets stood in names of files.
const QUIZ: [&str; 12] = [
    "class",
    "events",
    "heard",
    "limits",
    "looks",
    "looks-focus",
    "modes",
    "modes-keys",
    "modes-time",
    "notes",
    "print",
    "progress",
];

/// All figures.
pub struct All {
    costs: Vec<(String, Known)>,
    tests: Vec<Test>,
}

/// A file of tests.
#[derive(Clone, Debug, Serialize)]
pub struct Test {
    /// Its name, without folder and ending.
    pub name: String,
    /// What it promises, as its first lines say.
    pub promise: String,
}

/// Figures of one widget.
#[derive(Clone, Debug, Serialize)]
pub struct Figures {
    /// What a page loads: for the widget, for a mode with a bundle of its own, and what comes later.
    pub costs: Vec<(String, Known)>,
    /// Tests of it alone.
    pub own: Vec<Test>,
    /// Tests of all widgets.
    pub shared: Vec<Test>,
}

/// Reads budgets, sizes and tests.
pub fn read(repo: &Repo) -> Result<All> {
    let mut tests = Vec::new();
    for file in folder::ending(&repo.tests().join("e2e"), ".test.mjs")? {
        let name = folder::name(&repo.tests().join("e2e"), &file).replace(".test.mjs", "");
        tests.push(Test { name, promise: promise(&folder::read(&file)?) });
    }
    Ok(All { costs: budget::known(repo)?, tests })
}

/// The first comment of a file of tests.
fn promise(text: &str) -> String {
    let lines = text.lines().map_while(|line| line.strip_prefix("// "));
    lines.collect::<Vec<_>>().join(" ")
}

impl All {
    /// Those of one widget.
    pub fn of(&self, widget: &str) -> Figures {
        let is_of = |name: &str| name == widget || name.starts_with(&format!("{widget}-"));
        let is_own = |name: &str| is_of(name) || widget == "quiz" && QUIZ.contains(&name);
        let costs = self.costs.iter().filter(|(name, _)| is_of(name)).cloned().collect();
        let tests = |wanted: &dyn Fn(&str) -> bool| {
            self.tests.iter().filter(|test| wanted(&test.name)).cloned().collect()
        };
        Figures { costs, own: tests(&is_own), shared: tests(&|name| SHARED.contains(&name)) }
    }
}

#[cfg(test)]
mod tests {
    use super::{QUIZ, SHARED, promise, read};
    use crate::repo::Repo;
    use anyhow::Result;

    #[test]
    fn a_promise_is_the_first_comment() {
        assert_eq!(promise("// One,\n// two.\nimport x;\n// three"), "One, two.");
        assert_eq!(promise("import x;"), "");
    }

    #[test]
    fn the_tests_that_pages_name_are_there() -> Result<()> {
        let found = read(&Repo::find()?)?.of("video");
        assert_eq!(found.shared.len(), SHARED.len());
        assert!(read(&Repo::find()?)?.of("quiz").own.len() >= QUIZ.len());
        assert!(found.own.iter().chain(&found.shared).all(|test| !test.promise.is_empty()));
        assert!(found.costs.iter().any(|(name, known)| name == "video" && known.brotli > 0));
        Ok(())
    }
}
