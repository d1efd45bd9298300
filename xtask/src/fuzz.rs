//! Looks for inputs that a parser cannot take, with libFuzzer, on `tests/fuzz`.

use crate::folder;
use crate::notes::Notes;
use crate::process::{command, host_cargo, host_tuple, output, run};
use crate::repo::Repo;
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::Instant;

/// How many inputs each target gets when the whole is wanted, and how many seconds at most; who
/// has less time sets `ADIL_FUZZ_SECONDS`, and the page says what was done.
pub const WHOLE: u64 = 10_000_000;
const LONGEST_RUN: u64 = 3_600;

fn seconds() -> u64 {
    let wish = std::env::var("ADIL_FUZZ_SECONDS").ok().and_then(|wish| wish.parse().ok());
    wish.unwrap_or(LONGEST_RUN)
}

/// No input is longer; every seed has to fit, the longest of the shipped files among them.
const LONGEST: &str = "-max_len=65536";

/// What the compiler adds to the code, so that the engine sees which way an input takes.
const FLAGS: [&str; 7] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
    "-Cdebug-assertions",
];

/// One target that runs.
struct Run {
    name: String,
    child: Child,
    log: PathBuf,
    started: Instant,
}

/// Builds the targets and runs each for so many inputs or an hour, two at a time; those that are
/// in the notes already ran before a cut.
pub fn fuzz(repo: &Repo, inputs: u64, notes: &Notes) -> Result<()> {
    let program = built(repo)?;
    let folder = repo.wasm_target.with_file_name("fuzz").join("runs");
    let _ = fs::remove_dir_all(&folder);
    let at = output(command("git").current_dir(&repo.root).args(["rev-parse", "--short", "HEAD"]))?;
    let words = dictionary(repo, &folder)?;
    let names = output(command(&program).env("ADIL_TARGET", "list"))?;
    let mut waiting = Vec::new();
    for name in names.lines().rev() {
        if !notes.has("target", name)? {
            waiting.push(name.to_owned());
        }
    }
    let mut running: Vec<Run> = Vec::new();
    // The hours of one target are not lost by what another one finds.
    let mut found = Vec::new();
    while !waiting.is_empty() || !running.is_empty() {
        while running.len() < 2
            && let Some(name) = waiting.pop()
        {
            running.push(start(&program, &folder, &words, name, inputs)?);
        }
        let mut still = Vec::new();
        for mut one in running {
            match one.child.try_wait()? {
                None => still.push(one),
                Some(status) if status.success() => tell(&one, at.trim(), notes)?,
                Some(_) => {
                    show(&one);
                    found.push(one.name);
                }
            }
        }
        running = still;
        std::thread::sleep(std::time::Duration::from_millis(200));
    }
    if !found.is_empty() {
        bail!("an input that it cannot take was found for: {}", found.join(", "));
    }
    Ok(())
}

/// Shows what a target found, in its own words.
fn show(one: &Run) {
    let log = fs::read_to_string(&one.log).unwrap_or_default();
    let tail: Vec<&str> = log.lines().rev().take(40).collect();
    println!("{}:", one.name);
    tail.iter().rev().for_each(|line| println!("{line}"));
}

fn built(repo: &Repo) -> Result<PathBuf> {
    let target = repo.wasm_target.with_file_name("fuzz");
    let host = host_tuple(command("rustc"))?;
    let mut cargo = host_cargo();
    cargo
        .current_dir(&repo.root)
        .args(["build", "--release", "--package", "adil-fuzz", "--features", "engine"])
        // With a target named, build scripts and macros stay as they are.
        .args(["--bin", "fuzz", "--target", &host])
        .env("CARGO_TARGET_DIR", &target)
        .env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}"))
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "3")
        .env("CARGO_PROFILE_RELEASE_OVERFLOW_CHECKS", "true");
    run(&mut cargo)?;
    Ok(target.join(host).join("release").join("fuzz"))
}

/// The words of our files, from their schemas: random bytes hardly ever spell one.
fn dictionary(repo: &Repo, folder: &Path) -> Result<PathBuf> {
    let mut words = BTreeSet::new();
    for widget in repo.widgets()? {
        for file in folder::files(&widget)? {
            if file.to_string_lossy().ends_with(".schema.json") {
                let text = fs::read_to_string(&file).context("cannot read a schema")?;
                collect(&serde_json::from_str(&text)?, &mut words);
            }
        }
    }
    let quoted = words.iter().map(|word| format!("\"\\\"{word}\\\"\"\n"));
    fs::create_dir_all(folder).context("cannot make a folder for runs")?;
    let file = folder.join("words.dict");
    fs::write(&file, quoted.collect::<String>()).context("cannot write the words")?;
    Ok(file)
}

/// Names of fields and fixed words in a schema.
fn collect(schema: &serde_json::Value, words: &mut BTreeSet<String>) {
    let fits = |word: &str| word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    match schema {
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                if fits(name) {
                    words.insert(name.clone());
                }
                collect(value, words);
            }
        }
        serde_json::Value::Array(list) => list.iter().for_each(|one| collect(one, words)),
        serde_json::Value::String(text) if text.len() < 24 && fits(text) => {
            words.insert(text.clone());
        }
        _ => {}
    }
}

fn start(program: &Path, folder: &Path, words: &Path, name: String, inputs: u64) -> Result<Run> {
    let corpus = folder.join(&name);
    fs::create_dir_all(&corpus).context("cannot make a folder for inputs")?;
    run(command(program).env("ADIL_TARGET", &name).env("ADIL_SEEDS", &corpus))?;
    let log = folder.join(format!("{name}.log"));
    let out = fs::File::create(&log).context("cannot begin a log")?;
    println!("{name}: {inputs} inputs");
    let child = command(program)
        .arg(&corpus)
        .args([LONGEST, "-timeout=30", "-rss_limit_mb=2048", "-print_final_stats=1"])
        .arg(format!("-runs={inputs}"))
        .arg(format!("-max_total_time={}", seconds()))
        .arg(format!("-dict={}", words.display()))
        .arg(format!("-artifact_prefix={}/", folder.join(&name).with_extension("").display()))
        .env("ADIL_TARGET", &name)
        .stdout(Stdio::null())
        .stderr(out)
        .spawn()
        .context("cannot start a target")?;
    Ok(Run { name, child, log, started: Instant::now() })
}

fn tell(one: &Run, at: &str, notes: &Notes) -> Result<()> {
    let log = fs::read_to_string(&one.log).unwrap_or_default();
    let stat = |name: &str| {
        let line = log.lines().find(|line| line.starts_with(name));
        line.and_then(|line| line.split_whitespace().last()).unwrap_or("?").to_owned()
    };
    let covered = log.lines().rev().find_map(|line| {
        let mut words = line.split_whitespace();
        words.find(|word| *word == "cov:")?;
        words.next()
    });
    let (inputs, seconds) =
        (stat("stat::number_of_executed_units"), one.started.elapsed().as_secs());
    println!("{}: {inputs} inputs in {seconds} s, none failed", one.name);
    notes.row(
        "Parsers and rules on generated inputs",
        &[
            ("target", one.name.clone()),
            ("at", at.to_owned()),
            ("inputs", inputs),
            ("seconds", seconds.to_string()),
            ("edges reached", covered.unwrap_or("?").to_owned()),
            ("inputs kept", stat("stat::new_units_added")),
            ("failures", "0".to_owned()),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::collect;
    use std::collections::BTreeSet;

    #[test]
    fn fields_and_fixed_words_of_a_schema_are_collected() {
        let schema = serde_json::json!({ "properties": { "at": { "enum": ["pre-1", "a b"] } } });
        let mut words = BTreeSet::new();
        collect(&schema, &mut words);
        assert!(words.contains("at") && words.contains("pre-1") && !words.contains("a b"));
    }
}
