//! When a video stops for a checkpoint, and where a seek may go.

use super::Ranges;

/// A checkpoint as far as playing is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gate {
    /// Its cue: milliseconds from the start.
    pub at: u32,
    /// Whether nobody passes it unanswered.
    pub required: bool,
    /// Whether it was answered.
    pub passed: bool,
}

/// What limits a learner's seeking.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// A teacher shows the lesson: nothing blocks.
    pub teacher: bool,
    /// Seeking goes only where was watched.
    pub no_skip: bool,
}

/// How early a watcher stops, in milliseconds: stopping takes about a frame, and the picture is
/// then set on the cue.
const EARLY: u32 = 12;

/// The longest gap in what was watched that a learner who may not skip can cross, in
/// milliseconds: stops and slow starts leave such gaps. Less than any step of a key.
const SLACK: u32 = 1_000;

/// Follows the position while a video plays, and tells when to stop. Each checkpoint stops once
/// for each pass; a seek to before it makes it stop again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Watch {
    /// The earliest cue that has not stopped this pass.
    from: u32,
}

impl Watch {
    /// The position that a watcher sees while playing. The checkpoint to stop at, the first one
    /// where one step reached several: an index into the gates, which stand in order.
    pub fn tick(&mut self, gates: &[Gate], now: u32) -> Option<usize> {
        let seen = now.saturating_add(EARLY);
        let due = self.next(gates).filter(|n| gates[*n].at <= seen);
        self.from = match due {
            Some(n) => gates[n].at.saturating_add(1),
            // A position that stepped back by less than a seek, as clocks of media do, arms
            // nothing anew.
            None => self.from.max(now),
        };
        due
    }

    /// The next checkpoint that playing on will reach.
    pub fn next(&self, gates: &[Gate]) -> Option<usize> {
        let n = gates.partition_point(|gate| gate.at < self.from);
        (n < gates.len()).then_some(n)
    }

    /// Playing goes on from a position that a seek reached.
    pub fn seek(&mut self, to: u32) {
        self.from = to;
    }

    /// Playing goes on at a position where it was broken off: a checkpoint that was left there
    /// does not stop again.
    pub fn resume(&mut self, at: u32) {
        if self.from != at.saturating_add(1) {
            self.from = at;
        }
    }

    /// Playing goes on behind a checkpoint, on whose cue the picture stands.
    pub fn leave(&mut self, gate: Gate) {
        self.from = gate.at.saturating_add(1);
    }
}

/// Where a seek really goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Landing {
    /// Where the learner wanted.
    There(u32),
    /// Back to a required checkpoint that was not answered: its index.
    Checkpoint(usize),
    /// To the end of what was watched: milliseconds.
    Watched(u32),
}

/// Where a seek from a position to another goes. The first required checkpoint without an answer
/// stops it wherever it came from; seeking back is always free.
pub fn landing(gates: &[Gate], limits: Limits, watched: &Ranges, from: u32, to: u32) -> Landing {
    if limits.teacher {
        return Landing::There(to);
    }
    let blocked = gates.iter().position(|gate| gate.required && !gate.passed && gate.at < to);
    let seen = watched.list().iter().any(|(start, end)| (*start..=*end).contains(&to));
    let furthest =
        if limits.no_skip && !seen { to.min(watched.reach(0, SLACK).max(from)) } else { to };
    match blocked {
        Some(n) if gates[n].at <= furthest => Landing::Checkpoint(n),
        _ if to <= furthest => Landing::There(to),
        _ => Landing::Watched(furthest),
    }
}

#[cfg(test)]
#[path = "watch_tests.rs"]
mod tests;
