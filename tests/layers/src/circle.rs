//! Circles: files that need each other, however long the way round.

use crate::Need;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::Path;

/// The shortest circle through each file that is in one, each circle once; its edges in order.
pub fn circles(needs: &[Need]) -> Vec<Vec<&Need>> {
    let mut from: BTreeMap<&Path, Vec<&Need>> = BTreeMap::new();
    for need in needs {
        from.entry(&need.from).or_default().push(need);
    }
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for start in from.keys() {
        let Some(circle) = shortest(&from, start) else { continue };
        let files: BTreeSet<&Path> = circle.iter().map(|need| need.from.as_path()).collect();
        if seen.insert(files) {
            found.push(circle);
        }
    }
    found.sort_by_key(Vec::len);
    found
}

/// The shortest way from a file back to itself.
fn shortest<'n>(from: &BTreeMap<&'n Path, Vec<&'n Need>>, start: &Path) -> Option<Vec<&'n Need>> {
    let mut came: BTreeMap<&Path, &'n Need> = BTreeMap::new();
    let mut waiting = VecDeque::from([start]);
    while let Some(file) = waiting.pop_front() {
        for need in from.get(file).into_iter().flatten() {
            let to = need.to.as_path();
            if to == start {
                let mut way = vec![*need];
                while way[0].from != start {
                    way.insert(0, came[way[0].from.as_path()]);
                }
                return Some(way);
            }
            if !came.contains_key(to) {
                came.insert(to, need);
                waiting.push_back(to);
            }
        }
    }
    None
}
