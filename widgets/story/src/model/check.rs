//! What is amiss in a story: for its author, found by going all ways that learners can go.

use std::collections::BTreeMap;

use adil::content::Level;
use adil::json::{Problem, number_text};
use adil::rules::{Range, Value, Values};

use super::content::{Place, Scene, Story};
use super::fields::{Effects, Face};
use super::length::{MOST_SENTENCES, lengths, most_words};
use super::run::{Act, Outcome};
use super::walk::{Walk, Ways};

/// What a check found.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What is amiss, in the order of the file.
    pub findings: Vec<Finding>,
    /// How many ways lead from the start to an ending.
    pub ways: Ways,
}

/// Something that is amiss, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The place in the file.
    pub path: String,
    /// What it is.
    pub kind: FindingKind,
}

/// What is amiss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingKind {
    /// No way leads to this scene or ending.
    Unreached,
    /// Nothing is offered here and nothing leads on, with these values.
    DeadEnd(String),
    /// From here no way leads to an ending any more, with these values.
    NoWayOut(String),
    /// The condition holds with none of the values that are possible here, or others come first.
    NeverHolds,
    /// A variable would leave its range, and stops at its border: a name, what it would become,
    /// and the range.
    LeavesRange(String, i32, (i32, i32)),
    /// More words than a learner of the level reads on one screen: the language, how many, and
    /// how many there may be.
    ManyWords(String, usize, usize),
    /// More sentences than a panel has: the language, and how many.
    ManySentences(String, usize),
    /// There is more than was looked at: so many spots.
    MoreThan(usize),
}

impl Finding {
    fn new(path: &str, kind: FindingKind) -> Finding {
        Finding { path: path.to_owned(), kind }
    }

    /// Whether it may well be meant: a value that stops at its border, or a long story.
    pub fn is_note(&self) -> bool {
        matches!(self.kind, FindingKind::LeavesRange(..) | FindingKind::MoreThan(_))
    }

    /// The finding as its author reads it.
    pub fn sentence(&self) -> String {
        let count = |n: usize| number_text(n as f64);
        let (expected, found) = match &self.kind {
            FindingKind::Unreached => ("a way that leads here".to_owned(), "none".to_owned()),
            FindingKind::DeadEnd(values) => {
                ("a choice that is offered, or a route".into(), ["none", values].concat())
            }
            FindingKind::NoWayOut(values) => {
                ("a way from here to an ending".into(), ["only a circle", values].concat())
            }
            FindingKind::NeverHolds => {
                ("what holds at times".into(), "what never does when learners are here".into())
            }
            FindingKind::LeavesRange(name, found, (least, most)) => {
                let [least, most] = [least, most].map(|n| number_text(f64::from(*n)));
                let expected = [name, " from ", &least, " to ", &most].concat();
                let found = number_text(f64::from(*found));
                (expected, [&found, ", which stops at the border"].concat())
            }
            FindingKind::ManyWords(lang, found, most) => {
                let expected = ["at most ", &count(*most), " words a screen"].concat();
                (expected, [count(*found).as_str(), lang].concat())
            }
            FindingKind::ManySentences(lang, found) => {
                let expected = ["at most ", &count(MOST_SENTENCES), " sentences a panel"].concat();
                (expected, [count(*found).as_str(), lang].concat())
            }
            FindingKind::MoreThan(looked) => {
                let expected = ["at most ", &count(*looked), " different moments"].concat();
                (expected, "more, so that not all ways were looked at".into())
            }
        };
        Problem::new(&self.path, &expected, &found).sentence()
    }
}

/// Looks at all that learners of a level can come to, at most so many spots.
pub fn check(story: &Story, level: Level, most: usize) -> Report {
    let walk = Walk::new(story, most);
    let mut findings = Vec::new();
    if !walk.is_whole {
        findings.push(Finding::new("", FindingKind::MoreThan(most)));
    }
    unreached(story, &walk, &mut findings);
    if walk.is_whole {
        without_a_way(story, &walk, &mut findings);
        never(story, &walk, &mut findings);
    }
    beyond(story, &walk, &mut findings);
    too_long(story, level, &mut findings);
    let ways = walk.count();
    Report { findings, ways }
}

fn path_of(place: Place) -> String {
    let (list, n) = match place {
        Place::Scene(n) => ("scenes[", n),
        Place::Ending(n) => ("endings[", n),
    };
    [list, &number_text(n as f64), "]"].concat()
}

fn in_list(path: &str, list: &str, n: usize, field: &str) -> String {
    [path, ".", list, "[", &number_text(n as f64), "]", field].concat()
}

/// The values as an author reads them: ` with trust = 1, told = false`.
fn told(story: &Story, values: &Values) -> String {
    let one = |variable: &adil::rules::Variable| {
        let name = variable.name();
        let value = match story.variables.value(values, name)? {
            Value::Number(n) => number_text(f64::from(n)),
            Value::Flag(flag) => if flag { "true" } else { "false" }.to_owned(),
            Value::Word(word) => ["'", word, "'"].concat(),
        };
        Some([name, " = ", &value].concat())
    };
    let all: Vec<String> = story.variables.all().iter().filter_map(one).collect();
    if all.is_empty() { String::new() } else { [" with ", &all.join(", ")].concat() }
}

/// What no way reaches. Where not all was looked at, only what no way could reach at all.
fn unreached(story: &Story, walk: &Walk, findings: &mut Vec<Finding>) {
    let reached = if walk.is_whole { walk.reached() } else { story.reachable_by_structure() };
    let all = (0..story.scenes.len()).map(Place::Scene);
    let all = all.chain((0..story.endings.len()).map(Place::Ending));
    for place in all.filter(|place| !reached.contains(place)) {
        findings.push(Finding::new(&path_of(place), FindingKind::Unreached));
    }
}

/// Dead ends, and circles that nothing leads out of; each scene is named once.
fn without_a_way(story: &Story, walk: &Walk, findings: &mut Vec<Finding>) {
    let (ends, sticks) = (walk.ending(), walk.leading_to(|n| walk.is_stuck(n)));
    let mut found: BTreeMap<Place, FindingKind> = BTreeMap::new();
    for (n, spot) in walk.spots.iter().enumerate() {
        let values = || told(story, &spot.values);
        if walk.is_stuck(n) {
            found.insert(spot.place, FindingKind::DeadEnd(values()));
        } else if !ends[n] && !sticks[n] {
            found.entry(spot.place).or_insert_with(|| FindingKind::NoWayOut(values()));
        }
    }
    findings.extend(found.into_iter().map(|(place, kind)| Finding::new(&path_of(place), kind)));
}

/// Conditions of choices and routes that never hold where learners come to them.
fn never(story: &Story, walk: &Walk, findings: &mut Vec<Finding>) {
    let mut offered: Vec<Vec<bool>> =
        story.scenes.iter().map(|scene| vec![false; scene.choices.len()]).collect();
    let mut routed: Vec<Vec<bool>> =
        story.scenes.iter().map(|scene| vec![false; scene.routes.len()]).collect();
    let mut reached = vec![false; story.scenes.len()];
    for (n, spot) in walk.spots.iter().enumerate() {
        let Place::Scene(scene) = spot.place else { continue };
        reached[scene] = true;
        story.offered(spot).into_iter().for_each(|choice| offered[scene][choice] = true);
        for (act, to) in &walk.ways[n] {
            let by_route = match act {
                Act::Chose(choice) => story.scenes[scene].choices[*choice].to.is_none(),
                Act::WentOn => true,
                Act::Answered(_) => false,
            };
            let route = story.routed(scene, &walk.spots[*to].values).and_then(|(_, route)| route);
            if let Some(route) = route.filter(|_| by_route) {
                routed[scene][route] = true;
            }
        }
    }
    for (n, scene) in story.scenes.iter().enumerate().filter(|(n, _)| reached[*n]) {
        let path = path_of(Place::Scene(n));
        for (at, choice) in scene.choices.iter().enumerate() {
            if choice.fields.when.is_some() && !offered[n][at] {
                let path = in_list(&path, "choices", at, ".if");
                findings.push(Finding::new(&path, FindingKind::NeverHolds));
            }
        }
        for (at, (when, _)) in scene.routes.iter().enumerate() {
            if when.is_some() && !routed[n][at] {
                let path = in_list(&path, "route", at, ".if");
                findings.push(Finding::new(&path, FindingKind::NeverHolds));
            }
        }
    }
}

/// Variables that would leave their range; each change is named once.
fn beyond(story: &Story, walk: &Walk, findings: &mut Vec<Finding>) {
    let mut found: BTreeMap<String, FindingKind> = BTreeMap::new();
    for (spot, ways) in walk.spots.iter().zip(&walk.ways) {
        let Place::Scene(n) = spot.place else { continue };
        for (act, _) in ways {
            let Some((effects, path)) = effects_of(&story.scenes[n], n, *act) else { continue };
            let mut values = spot.values.clone();
            for change in effects.changes.all() {
                if let Some(kind) = leaves(story, change, &values) {
                    found.entry(path.clone()).or_insert(kind);
                }
                change.apply(&mut values);
            }
        }
    }
    findings.extend(found.into_iter().map(|(path, kind)| Finding { path, kind }));
}

fn effects_of(scene: &Scene, n: usize, act: Act) -> Option<(&Effects, String)> {
    let path = path_of(Place::Scene(n));
    match act {
        Act::Chose(choice) => {
            let effects = &scene.choices.get(choice)?.fields.set;
            Some((effects, in_list(&path, "choices", choice, ".set")))
        }
        Act::Answered(outcome) => {
            let results = scene.asked.as_ref()?.results.as_ref()?;
            let effects = match outcome {
                Outcome::Right => &results.right,
                Outcome::Partly => &results.partly,
                Outcome::Wrong => &results.wrong,
                Outcome::Open => return None,
            };
            Some((effects, [&path, ".results.", outcome.word()].concat()))
        }
        Act::WentOn => None,
    }
}

fn leaves(story: &Story, change: &adil::rules::Change, values: &Values) -> Option<FindingKind> {
    let found = change.beyond(values)?;
    let name = change.name(&story.variables);
    match story.variables.find(name)?.1.range() {
        Range::Numbers(least, most) => {
            Some(FindingKind::LeavesRange(name.to_owned(), found, (*least, *most)))
        }
        _ => None,
    }
}

/// Screens with more words, and panels with more sentences, than learners of the level read.
fn too_long(story: &Story, level: Level, findings: &mut Vec<Finding>) {
    let most = most_words(level);
    for length in lengths(story) {
        let lang = &length.lang;
        let named = || if lang.is_empty() { String::new() } else { [" in ", lang].concat() };
        let path = path_of(length.place);
        if length.words > most {
            findings.push(Finding::new(&path, FindingKind::ManyWords(named(), length.words, most)));
        }
        if story.face == Face::Pictures && length.sentences > MOST_SENTENCES {
            let path = [&path, ".text"].concat();
            findings
                .push(Finding::new(&path, FindingKind::ManySentences(named(), length.sentences)));
        }
    }
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod tests;
