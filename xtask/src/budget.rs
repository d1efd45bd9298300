//! What a page may load before a learner can answer: `tests/budgets.toml`.

use crate::finish::{files, name};
use crate::repo::Repo;
use crate::sizes::measure;
use crate::spent;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

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
pub struct Cost {
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
    pub fn line(&self, name: &str) -> String {
        let Self { brotli, requests, max_brotli, max_requests } = self;
        let verdict = if self.is_within() { "" } else { "  — OVER" };
        let bytes = format!("{brotli:>7} of {max_brotli} bytes");
        format!("{name:<18} {bytes}, {requests} of {max_requests} requests{verdict}")
    }
}

/// Fails when a page loads more than its budget, and says which files have changed.
pub fn check(repo: &Repo) -> Result<()> {
    let costs = costs(repo)?;
    for (name, cost) in &costs {
        println!("{}", cost.line(name));
    }
    spent::tell(&repo.tests().join("sizes.txt"), &counted(repo)?)?;
    if costs.values().all(Cost::is_within) {
        return Ok(());
    }
    bail!("a page loads more than tests/budgets.toml allows")
}

/// The bytes of every file that a budget counts.
fn counted(repo: &Repo) -> Result<spent::Sizes> {
    let mut sizes = spent::Sizes::new();
    for budget in budgets(repo)?.values() {
        let mut all: Vec<PathBuf> = budget.files.iter().map(|file| repo.dist.join(file)).collect();
        for pattern in &budget.largest_of {
            all.extend(matching(repo, pattern)?);
        }
        for file in all {
            sizes.insert(name(&repo.dist, &file), measure(&file)?.brotli);
        }
    }
    Ok(sizes)
}

/// What each page of the budget file loads in fact.
pub fn costs(repo: &Repo) -> Result<BTreeMap<String, Cost>> {
    budgets(repo)?.into_iter().map(|(name, budget)| Ok((name, cost(repo, &budget)?))).collect()
}

fn budgets(repo: &Repo) -> Result<BTreeMap<String, Budget>> {
    let path = repo.tests().join("budgets.toml");
    parse(&fs::read_to_string(&path).context("cannot read tests/budgets.toml")?)
}

fn parse(text: &str) -> Result<BTreeMap<String, Budget>> {
    toml::from_str(text).context("tests/budgets.toml")
}

fn cost(repo: &Repo, budget: &Budget) -> Result<Cost> {
    let mut brotli = 0;
    for file in &budget.files {
        brotli += measure(&repo.dist.join(file))?.brotli;
    }
    for pattern in &budget.largest_of {
        let sizes = matching(repo, pattern)?
            .iter()
            .map(|file| measure(file))
            .collect::<Result<Vec<_>>>()?;
        let largest = sizes.iter().map(|size| size.brotli).max();
        brotli += largest.with_context(|| format!("dist/ has no file {pattern}"))?;
    }
    Ok(Cost {
        brotli,
        requests: budget.files.len() + budget.largest_of.len(),
        max_brotli: budget.max_brotli,
        max_requests: budget.max_requests,
    })
}

fn matching(repo: &Repo, pattern: &str) -> Result<Vec<PathBuf>> {
    let mut found = files(&repo.dist)?;
    found.retain(|file| matches(pattern, &name(&repo.dist, file)));
    Ok(found)
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
    use super::{Cost, matches, parse};

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
    fn a_misspelt_key_is_an_error() {
        let budget = "[quiz]\nfiles = []\nmax_brotli = 1\nmax_requests = 1\n";
        assert!(parse(budget).is_ok());
        assert!(parse(&format!("{budget}max_brotly = 2\n")).is_err());
    }
}
