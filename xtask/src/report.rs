//! What a run of tests ends with: how long its stages and its slowest tests took, and which share
//! of the sampled tests ran.

use crate::repo::Repo;
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

const DAY: u64 = 86_400;
const SLOWEST: usize = 10;

/// Collects what the tests tell while they run.
pub struct Report {
    file: PathBuf,
    /// Chooses the sample; the same for all parts of a run.
    seed: String,
    stages: Vec<(&'static str, Duration)>,
}

impl Report {
    /// Begins anew. The seed is the day, unless `ADIL_SEED` has another.
    pub fn begin(repo: &Repo) -> Result<Self> {
        let file = repo.wasm_target.with_file_name("test-report.jsonl");
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&file, "").context("cannot begin the report")?;
        let today =
            SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |age| age.as_secs() / DAY);
        let seed = std::env::var("ADIL_SEED").unwrap_or_else(|_| today.to_string());
        Ok(Self { file, seed, stages: Vec::new() })
    }

    /// Has tests in another program tell of themselves.
    pub fn tell<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        command.env("ADIL_REPORT", &self.file).env("ADIL_SEED", &self.seed)
    }

    /// Adds a stage that ended.
    pub fn add(&mut self, stage: &'static str, took: Duration) {
        self.stages.push((stage, took));
    }

    /// Prints the tables.
    pub fn show(&self) -> Result<()> {
        let text = fs::read_to_string(&self.file).context("cannot read the report")?;
        print!("{}", told(&text, &self.seed));
        println!("\nstages:");
        for (stage, took) in &self.stages {
            println!("{:>8.1} s  {stage}", took.as_secs_f64());
        }
        let total: Duration = self.stages.iter().map(|(_, took)| *took).sum();
        println!("{:>8.1} s  in all", total.as_secs_f64());
        Ok(())
    }
}

/// The slowest tests and the samples, from lines of JSON; a line that is cut off is left out.
fn told(text: &str, seed: &str) -> String {
    let lines: Vec<Value> =
        text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let mut tests: Vec<(u64, &str, &str)> = lines
        .iter()
        .filter_map(|line| {
            Some((
                line["ms"].as_u64()?,
                line["test"].as_str()?,
                line["file"].as_str().unwrap_or(""),
            ))
        })
        .collect();
    tests.sort_unstable_by(|a, b| b.cmp(a));
    let mut told = String::new();
    if !tests.is_empty() {
        told += "\nslowest tests:\n";
    }
    for (ms, test, file) in tests.iter().take(SLOWEST) {
        let seconds = Duration::from_millis(*ms).as_secs_f64();
        told += &format!("{seconds:>8.1} s  {file}: {test}\n");
    }
    let mut samples: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    for line in &lines {
        let (ran, of) = (line["ran"].as_u64(), line["of"].as_u64());
        if let (Some(title), Some(ran), Some(of)) = (line["sampled"].as_str(), ran, of) {
            let sum = samples.entry(title).or_default();
            *sum = (sum.0 + ran, sum.1 + of);
        }
    }
    let samples: Vec<String> = samples
        .into_iter()
        .map(|(title, (ran, of))| format!("{ran:>6} of {of:<6} {title}\n"))
        .collect();
    let samples = samples.concat();
    if !samples.is_empty() {
        told +=
            &format!("\nsampled, seed {seed} (ADIL_SEED={seed} runs the same again):\n{samples}");
    }
    told
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn the_slowest_come_first_and_samples_name_their_seed() {
        let lines = r#"{"test":"quick","file":"a","ms":10}
{"test":"slow","file":"b","ms":2500}
{"sampled":"hostile texts","ran":1,"of":4}
{"sampled":"hostile texts","ran":1,"of":5}
{"test":"cut o"#;
        let told = told(lines, "20786");
        let at = |part: &str| told.find(part);
        assert!(at("2.5 s  b: slow") < at("0.0 s  a: quick"), "{told}");
        assert!(told.contains("ADIL_SEED=20786") && told.contains("2 of 9"), "{told}");
        assert!(!told.contains("cut o"));
    }

    #[test]
    fn a_run_without_browsers_tells_nothing() {
        assert_eq!(told("", "1"), "");
    }
}
