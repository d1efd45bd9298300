//! All ways through a story, for tests and for authors who want to know whether it holds.

use std::collections::BTreeSet;

use super::{Place, Run, Story};

/// What walking all ways found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Walked {
    /// How many ways lead from the start to an ending; more than this where `is_whole` is false.
    pub paths: usize,
    /// Whether all ways were walked, and not only as many as asked.
    pub is_whole: bool,
    /// The ids of scenes and endings that no way reaches.
    pub unreached: Vec<String>,
    /// The ids of scenes where nothing is offered and nothing leads on.
    pub stuck: BTreeSet<String>,
}

/// The longest way that is walked: a story with a loop has ways without an end.
const LONGEST: usize = 1_000;

/// Walks all ways from the start, at most `limit` of them.
pub fn walk(story: &Story, limit: usize) -> Walked {
    let mut found = Walked { is_whole: true, ..Walked::default() };
    let mut reached: BTreeSet<Place> = BTreeSet::new();
    let mut waiting = vec![Run::default()];
    while let Some(run) = waiting.pop() {
        let (place, values) = run.place(story);
        reached.insert(place);
        let Place::Scene(scene) = place else {
            found.paths += 1;
            continue;
        };
        if found.paths >= limit || run.steps.len() >= LONGEST {
            found.is_whole = false;
            break;
        }
        let offered = story.offered(scene, &values);
        let ways: Vec<Option<usize>> = if offered.is_empty() {
            vec![None]
        } else {
            offered.into_iter().rev().map(Some).collect()
        };
        let before = waiting.len();
        for choice in ways {
            let mut next = run.clone();
            if next.take(story, choice) {
                waiting.push(next);
            }
        }
        if waiting.len() == before {
            found.stuck.insert(story.id(place).to_owned());
        }
    }
    let all = (0..story.scenes.len()).map(Place::Scene);
    let all = all.chain((0..story.endings.len()).map(Place::Ending));
    let missing = all.filter(|place| !reached.contains(place));
    found.unreached = missing.map(|place| story.id(place).to_owned()).collect();
    found
}
