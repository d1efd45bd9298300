//! A lesson that runs: which block, how much of its time is gone, whether the clock stands.
//!
//! Time comes from outside, as milliseconds that have passed. A block that is over does not end by
//! itself: people are in the middle of a sentence, and the teacher says when to go on.

use adil::Json;

use super::blocks::Variant;

/// A minute, in milliseconds.
pub const MINUTE: i64 = 60_000;

/// What was kept longer ago than this is no lesson that still runs: six hours, in milliseconds.
const LONGEST_PAUSE: f64 = 6.0 * 3_600_000.0;

/// What is kept of a lesson, by its names: what people read of it is made from these.
pub const LESSON_KEPT: [&str; 6] = ["variant", "block", "spent", "runs", "lengths", "at"];

/// A lesson that runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Agenda {
    /// The length of each block in milliseconds, with what was added.
    lengths: Vec<i64>,
    /// The block that runs; as many as there are when the lesson is over.
    block: usize,
    /// How much of its time is gone, in milliseconds; more than it has when it runs over.
    spent: i64,
    is_running: bool,
}

impl Agenda {
    /// A lesson that has not begun.
    pub fn new(variant: &Variant) -> Agenda {
        let length = |minutes: u32| i64::from(minutes) * MINUTE;
        Agenda {
            lengths: variant.blocks.iter().map(|block| length(block.minutes.get())).collect(),
            block: 0,
            spent: 0,
            is_running: false,
        }
    }

    /// The block that runs; none when the lesson is over.
    pub fn block(&self) -> Option<usize> {
        (self.block < self.lengths.len()).then_some(self.block)
    }

    /// Whether the clock runs.
    pub fn is_running(&self) -> bool {
        self.is_running
    }

    /// Whether anything has happened yet.
    pub fn has_begun(&self) -> bool {
        self.block > 0 || self.spent > 0 || self.is_running
    }

    /// The time left of this block in milliseconds; below zero when it runs over.
    pub fn left(&self) -> i64 {
        self.lengths.get(self.block).map_or(0, |length| length - self.spent)
    }

    /// The time left of the whole lesson in milliseconds.
    pub fn left_of_all(&self) -> i64 {
        let later: i64 = self.lengths.iter().skip(self.block + 1).sum();
        later + self.left().max(0)
    }

    /// The share of this block that is gone, from 0 to 1.
    pub fn share(&self) -> f64 {
        let length = self.lengths.get(self.block).copied().unwrap_or(1).max(1);
        (self.spent as f64 / length as f64).clamp(0.0, 1.0)
    }

    /// Lets so many milliseconds pass; whether the block's time ran out just now.
    pub fn pass(&mut self, milliseconds: i64) -> bool {
        if !self.is_running || self.block().is_none() {
            return false;
        }
        let had_time = self.left() > 0;
        self.spent = self.spent.saturating_add(milliseconds.max(0));
        had_time && self.left() <= 0
    }

    /// Starts the clock, or lets it stand.
    pub fn run(&mut self, on: bool) {
        self.is_running = on && self.block().is_some();
    }

    /// Gives this block another minute.
    pub fn add_minute(&mut self) {
        let is_over_time = self.left() < 0;
        if let Some(length) = self.lengths.get_mut(self.block) {
            // Who asks for a minute has a minute, however long the block has run over.
            *length = if is_over_time { self.spent + MINUTE } else { *length + MINUTE };
        }
    }

    /// Goes to a block, which begins anew; behind the last one the lesson is over.
    pub fn go(&mut self, block: usize) {
        self.block = block.min(self.lengths.len());
        self.spent = 0;
        if self.block().is_none() {
            self.is_running = false;
        }
    }

    /// Goes to the next block.
    pub fn next(&mut self) {
        self.go(self.block + 1);
    }

    /// Goes to the beginning of this block, or of the one before when this has hardly begun.
    pub fn back(&mut self) {
        let hardly = self.spent < 3_000;
        self.go(if hardly { self.block.saturating_sub(1) } else { self.block });
    }

    /// What is kept, and what another window is told; `now` is the device's clock in milliseconds.
    pub fn save(&self, variant: &Variant, now: f64) -> Json {
        let id = variant.blocks.get(self.block).map_or("", |block| block.id.as_str());
        let lengths = variant.blocks.iter().zip(&self.lengths);
        let lengths = lengths.map(|(block, length)| {
            Json::List(vec![block.id.as_str().into(), (*length as f64).into()])
        });
        Json::object([
            ("variant", variant.id.as_str().into()),
            ("block", id.into()),
            ("spent", (self.spent as f64).into()),
            ("runs", self.is_running.into()),
            ("lengths", Json::List(lengths.collect())),
            ("at", now.into()),
        ])
    }

    /// Whether the block in which a lesson was kept is gone from the plan.
    pub fn is_gone(variant: &Variant, kept: &Json) -> bool {
        let text = |name: &str| kept.get(name).and_then(Json::text).unwrap_or_default();
        let has = variant.blocks.iter().any(|block| block.id.as_str() == text("block"));
        !text("block").is_empty() && (!has || text("variant") != variant.id.as_str())
    }

    /// What was kept, for a plan whose author may have edited it since: lengths belong to blocks by
    /// their names, and a lesson in a block that is gone begins anew. Time that passed meanwhile
    /// counts, but neither a clock that was set back nor a night.
    pub fn restore(variant: &Variant, kept: &Json, now: f64) -> Agenda {
        let mut agenda = Agenda::new(variant);
        let text = |name: &str| kept.get(name).and_then(Json::text).unwrap_or_default();
        let number = |name: &str| kept.get(name).and_then(Json::number).unwrap_or_default();
        for pair in kept.get("lengths").map(Json::list).unwrap_or_default() {
            let [id, length] = pair.list() else { continue };
            let place = variant.blocks.iter().position(|b| Some(b.id.as_str()) == id.text());
            let length = length.number().map(milliseconds);
            if let Some((place, length)) = place.zip(length)
                && let Some(own) = agenda.lengths.get_mut(place)
                && length > *own
            {
                *own = length;
            }
        }
        let place = variant.blocks.iter().position(|block| block.id.as_str() == text("block"));
        agenda.block = match (place, text("block").is_empty() && kept.get("at").is_some()) {
            (Some(place), _) => place,
            (None, true) => agenda.lengths.len(),
            (None, false) => return agenda,
        };
        agenda.spent = milliseconds(number("spent"));
        let passed = now - number("at");
        if matches!(kept.get("runs"), Some(Json::Bool(true))) && passed < LONGEST_PAUSE {
            agenda.run(true);
            agenda.pass(milliseconds(passed));
        }
        agenda
    }
}

/// Milliseconds of a number that came from outside: none below zero, at most a day.
fn milliseconds(number: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation)]
    let whole = number.clamp(0.0, 86_400_000.0) as i64;
    whole
}

#[cfg(test)]
#[path = "agenda_tests.rs"]
mod tests;
