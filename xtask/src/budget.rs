//! What a page may load before a learner can answer: `tests/budgets.toml`.

use crate::folder::{files, name};
use crate::repo::Repo;
use crate::sizes::measure;
use crate::spent::{self, Sizes};
use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;

/// One thing that a page loads, as the file states it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    /// The files of `dist/` that are loaded.
    files: Vec<String>,
    /// Of the files of each pattern (one `*` in it), the largest is loaded.
    #[serde(default)]
    largest_of: Vec<String>,
    /// The most bytes, compressed with brotli.
    max_brotli: usize,
    /// The most requests.
    max_requests: usize,
}

/// What a page loads in fact.
#[derive(Debug, PartialEq, Eq)]
struct Cost {
    brotli: usize,
    requests: usize,
    max_brotli: usize,
    max_requests: usize,
}

impl Cost {
    /// Whether the page loads no more than it may.
    fn is_within(&self) -> bool {
        self.brotli <= self.max_brotli && self.requests <= self.max_requests
    }

    /// One line for a person.
    fn line(&self, name: &str) -> String {
        let Self { brotli, requests, max_brotli, max_requests } = self;
        let verdict = if self.is_within() { "" } else { "  — OVER" };
        let bytes = format!("{brotli:>7} of {max_brotli} bytes");
        format!("{name:<18} {bytes}, {requests} of {max_requests} requests{verdict}")
    }
}

/// What a page loads, as it was last written down.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Known {
    /// Bytes, compressed with brotli.
    pub brotli: usize,
    /// Requests.
    pub requests: usize,
}

/// What each page of the budget file loads by `tests/sizes.txt`, in the order of their names; pages
/// whose files were not weighed yet are left out.
pub fn known(repo: &Repo) -> Result<Vec<(String, Known)>> {
    let (budgets, sizes) = (budgets(repo)?, spent::known(&repo.tests().join("sizes.txt"))?);
    let known = |(name, budget): (String, Budget)| {
        let Cost { brotli, requests, .. } = cost(&budget, &sizes).ok()?;
        Some((name, Known { brotli, requests }))
    };
    Ok(budgets.into_iter().filter_map(known).collect())
}

/// Fails when a page loads more than its budget, and says which files have changed.
pub fn check(repo: &Repo) -> Result<()> {
    let (budgets, sizes) = (budgets(repo)?, counted(repo)?);
    let costs = costs_of(&budgets, &sizes)?;
    for (name, cost) in &costs {
        println!("{}", cost.line(name));
    }
    spent::tell(&repo.tests().join("sizes.txt"), &sizes)?;
    if costs.values().all(Cost::is_within) {
        return Ok(());
    }
    bail!("a page loads more than tests/budgets.toml allows")
}

/// Prints what each page of the budget file loads in fact.
pub fn show(repo: &Repo) -> Result<()> {
    println!("\nuntil the first question, and what comes later:");
    for (name, cost) in costs_of(&budgets(repo)?, &counted(repo)?)? {
        println!("{}", cost.line(&name));
    }
    Ok(())
}

fn budgets(repo: &Repo) -> Result<BTreeMap<String, Budget>> {
    let path = repo.tests().join("budgets.toml");
    parse(&fs::read_to_string(&path).context("cannot read tests/budgets.toml")?)
}

fn parse(text: &str) -> Result<BTreeMap<String, Budget>> {
    toml::from_str(text).context("tests/budgets.toml")
}

/// The bytes of every file that a budget counts.
fn counted(repo: &Repo) -> Result<Sizes> {
    let budgets = budgets(repo)?;
    let patterns: Vec<&String> =
        budgets.values().flat_map(|budget| budget.files.iter().chain(&budget.largest_of)).collect();
    let mut sizes = Sizes::new();
    for file in files(&repo.dist)? {
        let name = name(&repo.dist, &file);
        if patterns.iter().any(|pattern| matches(pattern, &name)) {
            sizes.insert(name, measure(&file)?.brotli);
        }
    }
    Ok(sizes)
}

fn costs_of(budgets: &BTreeMap<String, Budget>, sizes: &Sizes) -> Result<BTreeMap<String, Cost>> {
    budgets.iter().map(|(name, budget)| Ok((name.clone(), cost(budget, sizes)?))).collect()
}

fn cost(budget: &Budget, sizes: &Sizes) -> Result<Cost> {
    let mut brotli = 0;
    for pattern in budget.files.iter().chain(&budget.largest_of) {
        let found = sizes.iter().filter(|(name, _)| matches(pattern, name));
        let largest = found.map(|(_, bytes)| *bytes).max();
        brotli += largest.with_context(|| format!("dist/ has no file {pattern}"))?;
    }
    Ok(Cost {
        brotli,
        requests: budget.files.len() + budget.largest_of.len(),
        max_brotli: budget.max_brotli,
        max_requests: budget.max_requests,
    })
}

/// Whether a name is what a pattern with at most one `*` describes.
fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((start, end)) => {
            name.len() >= start.len() + end.len() && name.starts_with(start) && name.ends_with(end)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Cost, cost, matches, parse};
    use crate::spent::Sizes;

    const EXACT: Cost = Cost { brotli: 90_000, requests: 5, max_brotli: 90_000, max_requests: 5 };

    #[test]
    fn a_budget_may_be_used_up_but_not_passed() {
        assert!(EXACT.is_within());
        assert!(!Cost { brotli: 90_001, ..EXACT }.is_within());
        assert!(!Cost { requests: 6, ..EXACT }.is_within());
    }

    #[test]
    fn a_line_says_when_a_budget_is_passed() {
        assert!(!EXACT.line("quiz").contains("OVER"));
        assert!(Cost { requests: 6, ..EXACT }.line("quiz").contains("OVER"));
    }

    #[test]
    fn a_star_stands_for_any_text() {
        assert!(matches("locales/quiz.*.json", "locales/quiz.kk.json"));
        assert!(matches("adil.js", "adil.js"));
        assert!(!matches("locales/quiz.*.json", "locales/video.kk.json"));
        assert!(!matches("a*a", "a"));
    }

    #[test]
    fn of_a_pattern_the_largest_file_counts() {
        let sizes = [("a.js", 10), ("l.en.json", 3), ("l.kk.json", 5)];
        let sizes: Sizes = sizes.map(|(name, bytes)| (name.to_owned(), bytes)).into();
        let budget = |file: &str| {
            let text = format!(
                "[a]\nfiles = [\"{file}\"]\nlargest_of = [\"l.*.json\"]\n\
                 max_brotli = 15\nmax_requests = 2\n"
            );
            parse(&text).ok().and_then(|mut all| all.remove("a"))
        };
        let is_within = |file| cost(&budget(file)?, &sizes).ok().map(|cost| cost.is_within());
        assert_eq!(is_within("a.js"), Some(true));
        assert_eq!(is_within("gone.js"), None, "a file that is not there has no size");
    }

    #[test]
    fn a_misspelt_key_is_an_error() {
        let budget = "[quiz]\nfiles = []\nmax_brotli = 1\nmax_requests = 1\n";
        assert!(parse(budget).is_ok());
        assert!(parse(&format!("{budget}max_brotly = 2\n")).is_err());
    }
}
