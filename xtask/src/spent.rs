//! Which files took the bytes: sizes as they were last written down, in `tests/sizes.txt`, whose
//! history names the change that spent each of them.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

/// Bytes by the name of the file.
pub type Sizes = BTreeMap<String, usize>;

/// Says what has changed since the sizes were written down, or writes them down anew where
/// `ADIL_UPDATE` is set.
pub fn tell(record: &Path, now: &Sizes) -> Result<()> {
    if env::var_os("ADIL_UPDATE").is_some() {
        return fs::write(record, written(now)).context("cannot write tests/sizes.txt");
    }
    let changes = changes(&known(record)?, now);
    if !changes.is_empty() {
        println!("\nbytes since tests/sizes.txt (ADIL_UPDATE=1 cargo xtask test size renews it):");
        changes.iter().for_each(|change| println!("{change}"));
    }
    Ok(())
}

/// The sizes as they were last written down.
pub fn known(record: &Path) -> Result<Sizes> {
    read(&fs::read_to_string(record).context("cannot read tests/sizes.txt")?)
}

fn written(sizes: &Sizes) -> String {
    let mut text = String::new();
    for (name, bytes) in sizes {
        text.extend([&format!("{bytes:>7} "), name.as_str(), "\n"]);
    }
    text
}

fn read(text: &str) -> Result<Sizes> {
    let size = |line: &str| {
        let (bytes, name) = line.trim_start().split_once(' ')?;
        Some((name.to_owned(), bytes.parse().ok()?))
    };
    let sizes = text.lines().map(|line| size(line).with_context(|| format!("not a size: {line}")));
    sizes.collect::<Result<Sizes>>().context("tests/sizes.txt")
}

/// A line for each file that is not as large as it was.
fn changes(before: &Sizes, now: &Sizes) -> Vec<String> {
    let mut names: Vec<&String> = before.keys().chain(now.keys()).collect();
    names.sort_unstable();
    names.dedup();
    let bytes = |sizes: &Sizes, name: &String| sizes.get(name).copied().unwrap_or_default();
    let line = |name: &String| {
        let (was, is) = (bytes(before, name), bytes(now, name));
        let sign = if is > was { '+' } else { '-' };
        (was != is).then(|| format!("{was:>7} → {is:>7}  {sign}{:<6} {name}", is.abs_diff(was)))
    };
    names.into_iter().filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::{Sizes, changes, read, written};

    fn sizes(all: &[(&str, usize)]) -> Sizes {
        all.iter().map(|(name, bytes)| ((*name).to_owned(), *bytes)).collect()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let all = sizes(&[("adil.js", 3_190), ("a b.wasm", 12)]);
        assert_eq!(read(&written(&all)).ok(), Some(all));
        assert!(read("many adil.js").is_err());
        assert!(read("12").is_err());
    }

    #[test]
    fn files_that_grew_shrank_came_or_went_are_named() {
        let before = sizes(&[("same", 1), ("grew", 10), ("shrank", 10), ("went", 5)]);
        let now = sizes(&[("same", 1), ("grew", 12), ("shrank", 9), ("came", 7)]);
        let told = changes(&before, &now);
        let found = |name: &str, change: &str| {
            told.iter().any(|line| line.ends_with(name) && line.contains(change))
        };
        assert_eq!(told.len(), 4, "{told:?}");
        assert!(found("grew", "+2 ") && found("shrank", "-1 "));
        assert!(found("came", "+7 ") && found("went", "-5 "));
    }
}
