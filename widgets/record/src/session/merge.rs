//! Files of several groups side by side. Nothing of them is kept.

use std::cell::RefCell;
use std::rc::Rc;

use adil::host::{lower_case, parse_json, today};
use adil::json::Json;
use adil::locale::NameOrder;
use adil::ui::{Announcer, Number};
use leptos::prelude::*;

use super::Shared;
use super::context::is_table;
use crate::model::{Added, Cell, Log, Merged, Record, Table, Year, read_file};

struct Inside {
    merged: RefCell<Merged>,
    /// What became of each file, in words.
    news: RefCell<Vec<String>>,
}

/// A handle to the list of groups.
#[derive(Clone, Copy)]
pub struct Region {
    /// What does not change.
    pub shared: Shared,
    inside: StoredValue<Rc<Inside>, LocalStorage>,
    /// The calendar year in which the school year that is shown begins.
    pub year: Number,
    changes: Number,
    announcer: Announcer,
}

impl Region {
    /// An empty list.
    pub fn new(shared: Shared, announcer: Announcer) -> Region {
        let year = Year::of(&today(), shared.record(|record| record.year_starts)).first;
        let inside = Inside { merged: RefCell::default(), news: RefCell::default() };
        let region = Region {
            shared,
            inside: StoredValue::new_local(Rc::new(inside)),
            year: Number::new(year),
            changes: Number::new(0),
            announcer,
        };
        shared.emit("adil-ready", vec![("entries", 0_usize.into())]);
        region
    }

    /// Reads the list, and follows its changes.
    pub fn merged<T>(self, read: impl FnOnce(&Merged) -> T) -> T {
        self.changes.track();
        read(&self.inside.get_value().merged.borrow())
    }

    /// What became of the files, in words.
    pub fn news(self) -> Vec<String> {
        self.changes.track();
        self.inside.get_value().news.borrow().clone()
    }

    /// The school year that is shown.
    pub fn shown_year(self) -> Year {
        Year { first: self.year.get(), month: self.shared.record(|record| record.year_starts) }
    }

    /// Forgets what became of earlier files.
    pub fn begin(self) {
        self.inside.get_value().news.borrow_mut().clear();
    }

    /// Adds the text of a file.
    pub fn add(self, file: &str, text: &str) {
        let read = if is_table(file, text) {
            self.read_table(file, text)
        } else {
            let json = parse_json(text).unwrap_or(Json::Null);
            read_file(&json, &self.shared.id()).map_err(|key| self.shared.text(key))
        };
        let said = match read {
            Err(why) => [file, ": ", &why].concat(),
            Ok(log) => {
                let name = self.name(&log.about.name);
                let inside = self.inside.get_value();
                let mut merged = inside.merged.borrow_mut();
                let key = match merged.add(log) {
                    Added::New => "group_new",
                    Added::Again => "group_again",
                };
                let order =
                    NameOrder::new(&self.shared.read(|widget| widget.texts.lang().to_owned()));
                merged.sort(|a, b| order.compare(a, b));
                let years = merged.years(self.shared.record(|record| record.year_starts));
                let shown = self.year.get_untracked();
                if let Some(year) = years.first().filter(|_| years.iter().all(|y| y.first != shown))
                {
                    self.year.set(year.first);
                }
                self.shared.fill(key, &[("name", &name)])
            }
        };
        self.say(said);
    }

    /// The record of a group that sent a table, under the name of its file.
    fn read_table(self, file: &str, text: &str) -> Result<Log, String> {
        let parts = self.shared.goods_parts();
        let name = file.rsplit_once('.').map_or(file, |(name, _)| name);
        let read = self.shared.record(|record| {
            let table = Table {
                record,
                goods: record.goods(),
                today: &today(),
                parts: &parts,
                lower: &lower_case,
            };
            table.log(text, name)
        });
        read.map_err(|refusal| {
            let (key, details) = self.shared.why_no_table(&refusal);
            [&[self.shared.text(key)], &details[..]].concat().join(" ")
        })
    }

    /// Says that a file cannot be read.
    pub fn say(self, said: String) {
        self.announcer.announce(&said);
        self.inside.get_value().news.borrow_mut().push(said);
        self.changed();
    }

    /// What a group is called; one without a name is called so.
    pub fn name(self, name: &str) -> String {
        if name.is_empty() { self.shared.text("no_name") } else { name.to_owned() }
    }

    /// Takes a group out of the list.
    pub fn remove(self, n: usize) {
        self.inside.get_value().merged.borrow_mut().remove(n);
        self.begin();
        self.changed();
    }

    fn changed(self) {
        _ = self.changes.try_update(|n| *n += 1);
    }

    /// Saves the list and the sums as a table.
    pub fn save_table(self) {
        let year = self.shown_year();
        let (labels, shared) = (self.shared.measures(), self.shared);
        let rows = self.merged(|merged| {
            let (each, all) = shared.record(|record: &Record| merged.figures(record, year));
            let names = merged.groups().iter().map(|group| self.name(&group.name));
            let row = |name: String, figures: &crate::model::Figures| {
                let cells = labels.iter().map(|(n, _)| shared.cell(figures.get(*n)));
                std::iter::once(Cell::Text(name)).chain(cells).collect::<Vec<Cell>>()
            };
            let head = labels.iter().map(|(_, label)| Cell::Text(label.clone()));
            let mut rows = vec![std::iter::once(Cell::Plain(String::new())).chain(head).collect()];
            rows.extend(names.zip(&each).map(|(name, figures)| row(name, figures)));
            rows.push(row(shared.text("together"), &all));
            rows
        });
        self.shared.save_table(&rows);
    }
}
