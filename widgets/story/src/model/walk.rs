//! All that learners can come to: every place with every value that is possible there, and what
//! leads from each to the next.

use std::collections::{BTreeMap, BTreeSet};

use adil::json::number_text;

use super::content::{Place, Story};
use super::run::{Act, Outcome, Spot};

/// The most steps of a way that is counted: a story with a loop has ways without an end.
const LONGEST: usize = 1_000;
/// The most ways that are counted.
const MOST_WAYS: u64 = 1_000_000_000_000;

/// How many ways lead from the start to an ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ways {
    /// Those that were counted.
    pub count: u64,
    /// Whether these are all.
    pub is_whole: bool,
}

impl Ways {
    /// As it is said: `1320`, or `more than 1320`.
    pub fn text(self) -> String {
        let count = number_text(self.count as f64);
        if self.is_whole { count } else { ["more than ", &count].concat() }
    }
}

/// The spots that learners can come to, and what leads on from each.
#[derive(Clone, Debug)]
pub struct Walk {
    /// The spots; the first is the start.
    pub spots: Vec<Spot>,
    /// What can be done at each spot, and which spot follows. Empty also for a spot that was not
    /// looked at any more.
    pub ways: Vec<Vec<(Act, usize)>>,
    /// Whether all spots were looked at.
    pub is_whole: bool,
}

impl Story {
    /// What can be done at a spot, and where it leads. Answers that come to the same count once.
    pub fn ways(&self, spot: &Spot) -> Vec<(Act, Spot)> {
        if self.asks(spot) {
            let mut ways: Vec<(Act, Spot)> = Vec::new();
            for outcome in [Outcome::Right, Outcome::Partly, Outcome::Wrong] {
                let act = Act::Answered(outcome);
                let next = self.after(spot, act);
                ways.extend(
                    next.filter(|next| ways.iter().all(|(_, other)| other != next))
                        .map(|next| (act, next)),
                );
            }
            return ways;
        }
        let mut acts: Vec<Act> = self.offered(spot).into_iter().map(Act::Chose).collect();
        if acts.is_empty() {
            acts.push(Act::WentOn);
        }
        acts.into_iter().filter_map(|act| Some((act, self.after(spot, act)?))).collect()
    }
}

impl Walk {
    /// Goes all ways from the start, to at most so many spots.
    pub fn new(story: &Story, most: usize) -> Walk {
        let mut walk = Walk { spots: vec![story.first()], ways: Vec::new(), is_whole: true };
        let mut known: BTreeMap<Spot, usize> = BTreeMap::from([(story.first(), 0)]);
        let mut next = 0;
        while let Some(spot) = walk.spots.get(next) {
            let mut here = Vec::new();
            for (act, to) in story.ways(spot) {
                let n = match known.get(&to) {
                    Some(n) => *n,
                    None if walk.spots.len() < most => {
                        known.insert(to.clone(), walk.spots.len());
                        walk.spots.push(to);
                        walk.spots.len() - 1
                    }
                    None => {
                        walk.is_whole = false;
                        continue;
                    }
                };
                here.push((act, n));
            }
            walk.ways.push(here);
            next += 1;
        }
        walk
    }

    /// The places that were reached.
    pub fn reached(&self) -> BTreeSet<Place> {
        self.spots.iter().map(|spot| spot.place).collect()
    }

    fn ends(&self, n: usize) -> bool {
        matches!(self.spots[n].place, Place::Ending(_))
    }

    /// Counts the ways to an ending, step by step.
    pub fn count(&self) -> Ways {
        let mut count = 0_u64;
        let mut here = vec![0_u64; self.spots.len()];
        here[0] = 1;
        for _ in 0..LONGEST {
            let mut next = vec![0_u64; here.len()];
            let mut goes_on = false;
            for (n, ways) in here.iter().enumerate().filter(|(_, ways)| **ways > 0) {
                if self.ends(n) {
                    count = count.saturating_add(*ways);
                    continue;
                }
                for (_, to) in &self.ways[n] {
                    next[*to] = next[*to].saturating_add(*ways);
                    goes_on = true;
                }
            }
            if !goes_on {
                return Ways { count, is_whole: self.is_whole };
            }
            if count > MOST_WAYS {
                break;
            }
            here = next;
        }
        Ways { count: count.min(MOST_WAYS), is_whole: false }
    }

    /// The spots from which one of these can be reached, these among them.
    pub fn leading_to(&self, wanted: impl Fn(usize) -> bool) -> Vec<bool> {
        let mut before: Vec<Vec<usize>> = vec![Vec::new(); self.spots.len()];
        for (n, ways) in self.ways.iter().enumerate() {
            ways.iter().for_each(|(_, to)| before[*to].push(n));
        }
        let mut leads: Vec<bool> = (0..self.spots.len()).map(&wanted).collect();
        let mut waiting: Vec<usize> = (0..leads.len()).filter(|n| leads[*n]).collect();
        while let Some(n) = waiting.pop() {
            for from in &before[n] {
                if !leads[*from] {
                    leads[*from] = true;
                    waiting.push(*from);
                }
            }
        }
        leads
    }

    /// The spots from which an ending can be reached.
    pub fn ending(&self) -> Vec<bool> {
        self.leading_to(|n| self.ends(n))
    }

    /// Whether nothing leads on from a spot that is no ending.
    pub fn is_stuck(&self, n: usize) -> bool {
        !self.ends(n) && self.ways[n].is_empty()
    }
}

impl Story {
    /// The places that could be reached if every condition held.
    pub fn reachable_by_structure(&self) -> BTreeSet<Place> {
        let mut reached = BTreeSet::from([Place::Scene(self.start)]);
        let mut waiting = vec![self.start];
        while let Some(n) = waiting.pop() {
            let scene = &self.scenes[n];
            let open = scene.choices.is_empty() || scene.choices.iter().any(|c| c.to.is_none());
            let conditional = scene.choices.iter().all(|c| c.fields.when.is_some());
            let routes = scene.routes.iter().filter(|_| open || conditional);
            let to = scene.choices.iter().filter_map(|choice| choice.to);
            for place in to.chain(routes.map(|(_, place)| *place)) {
                if reached.insert(place)
                    && let Place::Scene(next) = place
                {
                    waiting.push(next);
                }
            }
        }
        reached
    }
}
