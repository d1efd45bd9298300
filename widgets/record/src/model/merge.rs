//! Files of several groups side by side: a list by name, and their sums. No ranks.

use super::content::Record;
use super::entry::Entry;
use super::figures::Figures;
use super::log::Log;
use super::period::Year;

/// A group with what it wrote.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What it is called.
    pub name: String,
    log: Log,
}

/// What became of a file that was added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// The group is new.
    New,
    /// The group was there; of each entry the newest state counts.
    Again,
}

/// All groups whose files were added.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merged {
    groups: Vec<Group>,
}

impl Merged {
    /// Adds the record of a file; one of a group that is there is joined with it, so that nothing
    /// counts twice.
    pub fn add(&mut self, log: Log) -> Added {
        let shares = |group: &&mut Group| !log.key.is_empty() && group.log.key == log.key;
        if let Some(group) = self.groups.iter_mut().find(shares) {
            group.log.join(&log);
            group.name.clone_from(&group.log.about.name);
            return Added::Again;
        }
        self.groups.push(Group { name: log.about.name.clone(), log });
        Added::New
    }

    /// Takes a group out, by its place in the list.
    pub fn remove(&mut self, n: usize) {
        if n < self.groups.len() {
            self.groups.remove(n);
        }
    }

    /// Puts the list into the order of names.
    pub fn sort(&mut self, order: impl Fn(&str, &str) -> std::cmp::Ordering) {
        self.groups.sort_by(|a, b| order(&a.name, &b.name));
    }

    /// The groups, in the order of the list.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The school years that have entries; the latest first.
    pub fn years(&self, month: u32) -> Vec<Year> {
        let entries = self.groups.iter().flat_map(|group| group.log.entries());
        let mut years: Vec<Year> = entries.map(|entry| Year::of(&entry.day, month)).collect();
        years.sort_unstable_by(|a, b| b.cmp(a));
        years.dedup();
        years
    }

    /// The figures of each group in a year, and those of all together.
    pub fn figures(&self, record: &Record, year: Year) -> (Vec<Figures>, Figures) {
        let of = |group: &Group| -> Vec<Entry> {
            let entries = group.log.entries().into_iter();
            entries.filter(|entry| year.has(&entry.day)).cloned().collect()
        };
        let each: Vec<Vec<Entry>> = self.groups.iter().map(of).collect();
        let figures = |entries: &Vec<Entry>| record.figures(&entries.iter().collect::<Vec<_>>());
        let all: Vec<&Entry> = each.iter().flatten().collect();
        (each.iter().map(figures).collect(), record.figures(&all))
    }
}
