//! From paths to the files that define what they name.

use crate::read::{Module, Name};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// One file needs another of its crate.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Need {
    /// The file that needs.
    pub from: PathBuf,
    /// The file that is needed.
    pub to: PathBuf,
    /// The first line that says so.
    pub line: usize,
    /// What is written there.
    pub path: String,
}

/// What files need of each other, once for each pair.
pub fn needs(modules: &BTreeMap<Name, Module>) -> Vec<Need> {
    let mut found: BTreeMap<(PathBuf, PathBuf), Need> = BTreeMap::new();
    for (name, module) in modules {
        for mention in &module.mentions {
            let Some(to) =
                absolute(modules, name, &mention.path).and_then(|p| file_of(modules, &p, 0))
            else {
                continue;
            };
            if *to == module.file {
                continue;
            }
            let need = Need {
                from: module.file.clone(),
                to: to.clone(),
                line: mention.line,
                path: mention.path.join("::"),
            };
            let kept = found.entry((need.from.clone(), need.to.clone())).or_insert(need.clone());
            if need.line < kept.line {
                *kept = need;
            }
        }
    }
    found.into_values().collect()
}

/// A path from the crate's root; nothing where it leads to another crate.
fn absolute(modules: &BTreeMap<Name, Module>, name: &[String], path: &[String]) -> Option<Name> {
    let mut words = path.iter();
    let mut base = match words.next()?.as_str() {
        "crate" => Vec::new(),
        "self" => name.to_vec(),
        "super" => name.split_last()?.1.to_vec(),
        first => {
            let here = modules.get(name)?;
            if !here.defines.contains(first) && !here.uses.contains_key(first) {
                return None;
            }
            [name, &[first.to_owned()]].concat()
        }
    };
    for word in words {
        if word == "super" {
            base.pop()?;
        } else {
            base.push(word.clone());
        }
    }
    Some(base)
}

/// More re-exports of one thing than this are a circle of names.
const DEPTH: usize = 16;

/// The file that defines what a path from the root names.
fn file_of<'m>(
    modules: &'m BTreeMap<Name, Module>,
    path: &[String],
    depth: usize,
) -> Option<&'m PathBuf> {
    let mut at = 0;
    while at < path.len() && modules.contains_key(&path[..=at]) {
        at += 1;
    }
    let here = &path[..at];
    let module = modules.get(here)?;
    let Some(next) = path.get(at) else { return Some(&module.file) };
    if depth > DEPTH || module.defines.contains(next) {
        return Some(&module.file);
    }
    let led = |target: &[String], rest: &[String]| {
        let target = absolute(modules, here, target)?;
        file_of(modules, &[&target, rest].concat(), depth + 1)
    };
    if let Some(target) = module.uses.get(next) {
        return led(target, &path[at + 1..]);
    }
    let offers = |glob: &[String]| {
        let target = modules.get(&absolute(modules, here, glob)?)?;
        (target.defines.contains(next) || target.uses.contains_key(next)).then_some(())
    };
    let found = module.globs.iter().find_map(|glob| offers(glob).and(led(glob, &path[at..])));
    // A macro may have made it here. At the root, it is a macro that is exported there.
    found.or((at > 0).then_some(&module.file))
}
