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

/// So many seconds a push has for the promises that all widgets make, and for a widget's own tests.
const WIDGET: f64 = 60.0;

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
    told += &over_time(&tests);
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

/// The widgets whose end-to-end tests took longer than a push has for them: those that all have, or
/// their own. Two files run at a time, so a minute of tests is half a minute of a run.
fn over_time(tests: &[(u64, &str, &str)]) -> String {
    let mut sums: BTreeMap<(&str, &str), f64> = BTreeMap::new();
    for (ms, test, file) in tests {
        let Some(file) = file.strip_prefix("e2e/") else { continue };
        let (name, kind) = match test.split("adil-").nth(1).filter(|_| file.starts_with("every.")) {
            Some(rest) => (rest, "what all promise"),
            None => (file, "its own"),
        };
        let end = name.find(|sign: char| !sign.is_ascii_alphanumeric()).unwrap_or(name.len());
        *sums.entry((&name[..end], kind)).or_default() += Duration::from_millis(*ms).as_secs_f64();
    }
    let over = sums.into_iter().filter(|(_, seconds)| *seconds > WIDGET);
    let lines: Vec<String> =
        over.map(|((name, kind), seconds)| format!("{seconds:>8.1} s  {name}: {kind}\n")).collect();
    if lines.is_empty() {
        return String::new();
    }
    format!("\nlonger than {WIDGET} s of tests:\n{}", lines.concat())
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
    fn a_widget_that_takes_too_long_is_named() {
        let test = |file: &str, name: &str, seconds: u64| {
            format!(
                "{{\"test\":\"{name}\",\"file\":\"e2e/{file}.test.mjs\",\"ms\":{}}}\n",
                seconds * 1_000
            )
        };
        let lines = [
            test("plan", "runs", 40),
            test("plan-more", "runs on", 30),
            test("every", "adil-plan can be left", 61),
            test("every", "adil-quiz can be left", 10),
        ];
        let told = told(&lines.concat(), "1");
        assert!(told.contains("70.0 s  plan: its own"), "{told}");
        assert!(told.contains("61.0 s  plan: what all promise"), "{told}");
        assert!(!told.contains("quiz: what"), "{told}");
    }

    #[test]
    fn a_run_without_browsers_tells_nothing() {
        assert_eq!(told("", "1"), "");
    }
}
