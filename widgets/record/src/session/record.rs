//! A record in the page: what is written, kept and taken back.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use adil::Json;
use adil::content::{Day, Localized};
use adil::host::{follow_other_tabs, parse_json, today};
use adil::progress::{Keep, Slot};
use adil::ui::{Announcer, Choice, Flag, Number};
use leptos::prelude::*;

use super::Shared;
use super::context::fresh_id;
use crate::model::{
    About, ChartBy, Entry, Figures, Good, Log, Mistake, Rows, Value, Week, Year, entries_table,
    exact_amount, parse_amount, plain_amount, read_file, read_form, write_file,
};

/// How long a record stays on the device after its last change, in days: a school year.
const DAYS: f64 = 400.0;

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Results, charts and entries.
    Home,
    /// The form of an entry.
    Form,
    /// The form for the group and its price list.
    About,
}

const SCREENS: [Screen; 3] = [Screen::Home, Screen::Form, Screen::About];

/// What brings back what was there before the last act.
struct Undo {
    words: String,
    before: Vec<Entry>,
    made: Vec<String>,
    about: About,
}

/// A row of the price list while it is changed.
#[derive(Clone)]
pub struct PriceRow {
    /// The good.
    pub id: String,
    /// What was typed as its name.
    pub name: String,
    /// What was typed as its price.
    pub price: String,
}

#[derive(Default)]
struct Draft {
    /// The entry that is changed; empty for a new one.
    id: String,
    typed: Vec<(String, String)>,
    mistakes: Vec<Mistake>,
    prices: Vec<PriceRow>,
}

struct Inside {
    slot: Slot,
    log: RefCell<Log>,
    undo: RefCell<Option<Undo>>,
    draft: RefCell<Draft>,
    /// Whether a heading takes the focus: not on the first screen, which would pull the page.
    moves_focus: Cell<bool>,
}

/// A handle to the record, to be passed to every component.
#[derive(Clone, Copy)]
pub struct Session {
    /// What does not change.
    pub shared: Shared,
    inside: StoredValue<Rc<Inside>, LocalStorage>,
    /// What is shown; set anew for each step.
    pub screen: Choice<Screen>,
    /// Whether the browser refused to keep the record.
    pub refused: Flag,
    /// Whether there is something to take back.
    pub can_undo: Flag,
    /// What is wrong with the last file that was opened; the place of its key.
    pub bad_file: Choice<&'static str>,
    /// The calendar year in which the school year that is shown begins.
    pub year: Number,
    /// Whether all entries are listed.
    pub all: Flag,
    /// Whether the next paper is a sheet to count on.
    pub sheet: Flag,
    /// Counts the changes of the form.
    pub form: Number,
    changes: Number,
    announcer: Announcer,
}

/// What can be wrong with a file; the first is nothing.
const FILE_TROUBLES: [&str; 6] =
    ["", "file_none", "file_newer", "file_other", "file_empty", "file_full"];

impl Session {
    /// Opens what is kept, or begins.
    pub fn new(shared: Shared, announcer: Announcer) -> Session {
        let (slot, log) = shared.read(|widget| {
            // A record that ended with the tab would be none; there is no name of anybody in it.
            let keep = widget.host.word("storage", Keep::from_word).unwrap_or(Keep::Device);
            let id = widget.host.id();
            let slot = widget.shared_slot(keep, "record", &["log/", &id].concat()).lasting(DAYS);
            let log = widget.kept_run(&slot).as_ref().map(Log::restore).unwrap_or_default();
            (slot, log)
        });
        let year = Year::of(&today(), shared.record(|record| record.year_starts)).first;
        let inside = Inside {
            slot: slot.clone(),
            log: RefCell::new(log),
            undo: RefCell::default(),
            draft: RefCell::default(),
            moves_focus: Cell::new(false),
        };
        let session = Session {
            shared,
            inside: StoredValue::new_local(Rc::new(inside)),
            screen: Choice::new(&SCREENS, Screen::Home),
            refused: Flag::new(false),
            can_undo: Flag::new(false),
            bad_file: Choice::new(&FILE_TROUBLES, ""),
            year: Number::new(year),
            all: Flag::new(false),
            sheet: Flag::new(false),
            form: Number::new(0),
            changes: Number::new(0),
            announcer,
        };
        follow_other_tabs(slot, move |run| session.hear(run));
        let count = session.inside().log.borrow().count();
        shared.state("started", count > 0);
        shared.emit("adil-ready", vec![("entries", count.into())]);
        session
    }

    fn inside(self) -> Rc<Inside> {
        self.inside.get_value()
    }

    /// Another tab has changed the record.
    fn hear(self, run: &Json) {
        let Some(inside) = self.inside.try_get_value() else { return };
        inside.log.borrow_mut().join(&Log::restore(run));
        self.changed();
    }

    /// An interface text.
    pub fn text(self, key: &str) -> String {
        self.shared.text(key)
    }

    /// Reads the record, and follows its changes.
    pub fn log<T>(self, read: impl FnOnce(&Log) -> T) -> T {
        self.changes.track();
        read(&self.inside().log.borrow())
    }

    /// The school year that is shown.
    pub fn shown_year(self) -> Year {
        let month = self.shared.record(|record| record.year_starts);
        Year { first: self.year.get(), month }
    }

    /// The school years that can be shown, the latest first.
    pub fn years(self) -> Vec<Year> {
        let month = self.shared.record(|record| record.year_starts);
        self.log(|log| log.years(month, &today()))
    }

    /// Reads the entries of the year that is shown, the newest first.
    pub fn entries<T>(self, read: impl FnOnce(&[&Entry]) -> T) -> T {
        let year = self.shown_year();
        self.log(|log| {
            let entries = log.entries().into_iter().filter(|entry| year.has(&entry.day));
            read(&entries.collect::<Vec<_>>())
        })
    }

    /// The last week of the year that has an entry, with its figures.
    pub fn last_week(self) -> Option<(Week, Figures)> {
        let shared = self.shared;
        self.entries(|entries| {
            let week = Week::of(&entries.first()?.day);
            let inside = entries.iter().filter(|entry| Week::of(&entry.day) == week).copied();
            let figures = shared.record(|record| record.figures(&inside.collect::<Vec<_>>()));
            Some((week, figures))
        })
    }

    /// The figures of the year that is shown.
    pub fn year_figures(self) -> Figures {
        let shared = self.shared;
        self.entries(|entries| shared.record(|record| record.figures(entries)))
    }

    /// The rows of a chart: of the year that is shown, or of all years.
    pub fn rows(self, by: ChartBy) -> Rows {
        let shared = self.shared;
        if by == ChartBy::Year {
            return self.log(|log| shared.record(|record| record.rows(by, &log.entries())));
        }
        self.entries(|entries| shared.record(|record| record.rows(by, entries)))
    }

    /// The price list of the group.
    pub fn goods(self) -> Vec<Good> {
        self.log(|log| self.shared.record(|record| record.goods_of(&log.about)))
    }

    /// Whether the heading of a new screen takes the focus.
    pub fn takes_focus(self) -> bool {
        self.inside().moves_focus.take()
    }

    /// Shows another screen.
    pub fn show(self, screen: Screen) {
        self.announcer.clear();
        self.inside().moves_focus.set(true);
        self.screen.set(screen);
    }

    /// Says a sentence to screen readers.
    pub fn say(self, sentence: &str) {
        self.announcer.announce(sentence);
    }

    // The form of an entry

    /// Opens the form: for a new entry, or one that is there.
    pub fn open_form(self, id: &str) {
        let inside = self.inside();
        let typed = match inside.log.borrow().find(id) {
            Some(entry) => self.typed_of(entry),
            None => self.shared.record(|record| {
                let date = record.fields.iter().find(|f| f.kind == crate::model::Kind::Date);
                let id = date.map_or("", |field| field.id.as_str()).to_owned();
                vec![(id, today().as_str().to_owned())]
            }),
        };
        inside.draft.replace(Draft { id: id.to_owned(), typed, ..Draft::default() });
        self.show(Screen::Form);
    }

    /// An entry as it was typed.
    fn typed_of(self, entry: &Entry) -> Vec<(String, String)> {
        use crate::model::Kind;
        let mut typed = Vec::new();
        self.shared.record(|record| {
            for field in &record.fields {
                let id = field.id.as_str().to_owned();
                let text = match (&field.kind, entry.get(&id)) {
                    (Kind::Date, _) => entry.day.as_str().to_owned(),
                    (Kind::Money, Some(Value::Whole(n))) => plain_amount(*n, record.digits),
                    (_, Some(Value::Whole(n))) => plain_amount(*n, 0),
                    (_, Some(Value::Text(text))) => text.clone(),
                    (_, Some(Value::Goods(lines))) => {
                        for line in lines {
                            for (part, n) in [("out", line.out), ("back", line.back)] {
                                let input = [&id, ".", &line.good, ".", part].concat();
                                typed.push((input, plain_amount(n, 0)));
                            }
                        }
                        continue;
                    }
                    (_, None) => continue,
                };
                match &field.by {
                    Some(by) => typed.extend(
                        by.iter().map(|role| ([&id, ".", role.id.as_str()].concat(), text.clone())),
                    ),
                    None => typed.push((id, text)),
                }
            }
        });
        typed
    }

    /// Whether an entry that is there is changed.
    pub fn changes_one(self) -> bool {
        !self.inside().draft.borrow().id.is_empty()
    }

    /// What was typed into an input.
    pub fn typed(self, input: &str) -> String {
        let inside = self.inside();
        let draft = inside.draft.borrow();
        let found = draft.typed.iter().find(|(name, _)| name == input);
        found.map(|(_, text)| text.clone()).unwrap_or_default()
    }

    /// Takes what was typed into an input.
    pub fn type_in(self, input: &str, text: String) {
        let inside = self.inside();
        let mut draft = inside.draft.borrow_mut();
        match draft.typed.iter_mut().find(|(name, _)| name == input) {
            Some((_, old)) => *old = text,
            None => draft.typed.push((input.to_owned(), text)),
        }
    }

    /// What is wrong with an input, in words; follows the form.
    pub fn mistake(self, input: &str) -> Option<String> {
        self.form.track();
        let inside = self.inside();
        let draft = inside.draft.borrow();
        let mistake = draft.mistakes.iter().find(|mistake| mistake.input == input)?;
        let (key, n) = mistake.trouble.text();
        Some(self.shared.fill(key, &[("n", &n)]))
    }

    /// The first input that is wrong.
    pub fn first_mistake(self) -> Option<String> {
        let inside = self.inside();
        let draft = inside.draft.borrow();
        draft.mistakes.first().map(|mistake| mistake.input.clone())
    }

    fn mistaken(self, mistakes: Vec<Mistake>) {
        let count = self.shared.count("mistakes", mistakes.len());
        self.inside().draft.borrow_mut().mistakes = mistakes;
        _ = self.form.try_update(|n| *n += 1);
        self.say(&count);
    }

    /// Saves what was typed, unless something is wrong with it.
    pub fn save_form(self) {
        let inside = self.inside();
        let goods = self.goods_of_form();
        let id = inside.draft.borrow().id.clone();
        let read = {
            let log = inside.log.borrow();
            let taken = |day: &Day| log.has_day(day, &id);
            let typed = |input: &str| self.typed(input);
            self.shared.record(|record| read_form(record, &goods, &today(), &taken, &typed))
        };
        let (day, values) = match read {
            Ok(read) => read,
            Err(mistakes) => return self.mistaken(mistakes),
        };
        let old = inside.log.borrow().find(&id).cloned();
        let is_new = old.is_none();
        let id = if is_new { fresh_id() } else { id };
        let version = old.as_ref().map_or(1, |old| old.version);
        // What this content does not ask for stays as it was.
        let asks = |name: &str| {
            self.shared.record(|record| record.fields.iter().any(|f| f.id.as_str() == name))
        };
        let kept = old.iter().flat_map(|old| old.values.iter()).filter(|(name, _)| !asks(name));
        let values = values.into_iter().chain(kept.cloned()).collect();
        let entry = Entry { id: id.clone(), version, gone: false, day: day.clone(), values };
        let month = self.shared.record(|record| record.year_starts);
        self.year.set(Year::of(&day, month).first);
        let words = self.text(if is_new { "added" } else { "changed" });
        let made = if is_new { vec![id] } else { Vec::new() };
        self.act(words, old.into_iter().collect(), made, |log| _ = log.put(entry));
        self.show(Screen::Home);
        self.say(&self.text(if is_new { "added" } else { "changed" }));
        if is_new {
            let count = self.inside().log.borrow().count();
            self.shared.emit("adil-progress", vec![("entries", count.into())]);
        }
    }

    /// The price list that the form has: of an entry that is changed, its own prices.
    pub fn goods_of_form(self) -> Vec<Good> {
        let mut goods = self.goods();
        let inside = self.inside();
        let log = inside.log.borrow();
        let draft = inside.draft.borrow();
        let Some(entry) = log.find(&draft.id) else { return goods };
        for (_, value) in &entry.values {
            let Value::Goods(lines) = value else { continue };
            for line in lines {
                match goods.iter_mut().find(|good| good.id == line.good) {
                    Some(good) => good.price = line.price,
                    None => goods.push(Good {
                        id: line.good.clone(),
                        name: self.shared.record(|record| {
                            let listed = record.goods().iter().find(|g| g.id == line.good);
                            let name = listed.map(|good| good.name.clone());
                            name.unwrap_or_else(|| Localized::plain(&line.good))
                        }),
                        price: line.price,
                    }),
                }
            }
        }
        goods
    }

    // Entries

    /// Deletes an entry; it can be brought back.
    pub fn delete(self, id: &str) {
        let entry = self.inside().log.borrow().find(id).cloned();
        let words = self.text("deleted");
        self.act(words.clone(), entry.into_iter().collect(), Vec::new(), |log| _ = log.delete(id));
        self.say(&words);
    }

    /// Deletes all of the record; it can be brought back until the page is left.
    pub fn delete_all(self) {
        let before: Vec<Entry> = self.log(|log| log.entries().into_iter().cloned().collect());
        let ids: Vec<String> = before.iter().map(|entry| entry.id.clone()).collect();
        let words = self.text("deleted_all");
        self.act(words.clone(), before, Vec::new(), |log| {
            ids.iter().for_each(|id| _ = log.delete(id));
            log.about = About { version: log.about.version + 1, ..About::default() };
        });
        self.say(&words);
    }

    /// Does something to the record that can be taken back.
    fn act(self, words: String, before: Vec<Entry>, made: Vec<String>, act: impl FnOnce(&mut Log)) {
        let inside = self.inside();
        {
            let mut log = inside.log.borrow_mut();
            if log.key.is_empty() {
                log.key = fresh_id();
            }
            let about = log.about.clone();
            inside.undo.replace(Some(Undo { words, before, made, about }));
            act(&mut log);
        }
        self.bad_file.set("");
        self.can_undo.set(true);
        self.changed();
        self.keep();
    }

    /// What was done last, in words.
    pub fn done(self) -> String {
        let inside = self.inside();
        let undo = inside.undo.borrow();
        undo.as_ref().map(|undo| undo.words.clone()).unwrap_or_default()
    }

    /// Takes the last act back.
    pub fn undo(self) {
        let inside = self.inside();
        let Some(undo) = inside.undo.take() else { return };
        {
            let mut log = inside.log.borrow_mut();
            undo.made.iter().for_each(|id| _ = log.delete(id));
            undo.before.into_iter().for_each(|entry| _ = log.put(entry));
            if log.about != undo.about {
                log.about = About { version: log.about.version + 1, ..undo.about };
            }
        }
        self.can_undo.set(false);
        self.changed();
        self.keep();
        self.say(&self.text("undone"));
    }

    fn changed(self) {
        _ = self.changes.try_update(|n| *n += 1);
    }

    fn keep(self) {
        let inside = self.inside();
        let run = inside.log.borrow().save(true);
        let is_ours = self.shared.read(|widget| widget.remember(&run));
        if is_ours && inside.slot.save(run).is_err() && !self.refused.now() {
            self.refused.set(true);
            self.shared.emit("adil-storage", vec![("kept", false.into())]);
        }
        self.shared.state("started", inside.log.borrow().count() > 0);
    }

    // Files

    /// Saves all of the record as a file.
    pub fn save_json(self) {
        let json = self.shared.read(|widget| {
            let envelope = &widget.document.envelope;
            let inside = self.inside();
            let log = inside.log.borrow();
            write_file(&log, envelope.id.as_str(), &envelope.content_version)
        });
        self.shared.save_json(&json);
    }

    /// Saves the entries of the year that is shown as a table.
    pub fn save_table(self) {
        let goods = self.goods();
        let parts = ["price", "out", "back"].map(|key| self.text(key));
        let rows = self.entries(|entries| {
            self.shared.read(|widget| {
                let record = &widget.document.body;
                entries_table(record, entries, &goods, &widget.rich.lang, &parts)
            })
        });
        self.shared.save_table(&rows);
    }

    /// Joins the record of a file with this one.
    pub fn open_text(self, text: &str) {
        let id = self.shared.id();
        let json = parse_json(text).unwrap_or(Json::Null);
        let other = match read_file(&json, &id) {
            Ok(other) => other,
            Err(key) => return self.bad_file.set(key),
        };
        let inside = self.inside();
        let mut joined = inside.log.borrow().clone();
        joined.join(&other);
        if joined.count() > crate::model::MOST_ENTRIES {
            return self.bad_file.set("file_full");
        }
        let (mut before, mut made) = (Vec::new(), Vec::new());
        for entry in joined.entries() {
            match inside.log.borrow().find(&entry.id) {
                Some(old) if old != entry => before.push(old.clone()),
                Some(_) => {}
                None => made.push(entry.id.clone()),
            }
        }
        let words = self.shared.count("opened", made.len());
        self.act(words.clone(), before, made, |log| *log = joined);
        self.say(&words);
    }

    // The group

    /// Opens the form for the group and its price list.
    pub fn open_about(self) {
        let inside = self.inside();
        let (about, digits) =
            (inside.log.borrow().about.clone(), self.shared.record(|record| record.digits));
        let row = |good: &Good| PriceRow {
            id: good.id.clone(),
            name: self.shared.words(&good.name),
            price: plain_amount(good.price, digits),
        };
        let prices = self.goods().iter().map(row).collect();
        let typed = vec![("name".to_owned(), about.name), ("motto".to_owned(), about.motto)];
        inside.draft.replace(Draft { typed, prices, ..Draft::default() });
        self.show(Screen::About);
    }

    /// The rows of the price list while it is changed.
    pub fn prices(self) -> Vec<PriceRow> {
        self.inside().draft.borrow().prices.clone()
    }

    /// Changes the rows of the price list.
    pub fn change_prices(self, change: impl FnOnce(&mut Vec<PriceRow>)) {
        change(&mut self.inside().draft.borrow_mut().prices);
    }

    /// Adds a row to the price list.
    pub fn add_price(self) {
        self.change_prices(|rows| {
            let (name, price) = (String::new(), String::new());
            rows.push(PriceRow { id: fresh_id(), name, price });
        });
        _ = self.form.try_update(|n| *n += 1);
    }

    /// Takes a row out of the price list.
    pub fn remove_price(self, id: &str) {
        self.change_prices(|rows| rows.retain(|row| row.id != id));
        _ = self.form.try_update(|n| *n += 1);
    }

    /// Saves what the group says of itself, unless a price is none.
    pub fn save_about(self) {
        let digits = self.shared.record(|record| record.digits);
        let rows: Vec<PriceRow> =
            self.prices().into_iter().filter(|row| !row.name.trim().is_empty()).collect();
        let (mut goods, mut mistakes) = (Vec::new(), Vec::new());
        for row in rows {
            // What a field shows has a point; what is typed is as people write.
            let price = exact_amount(&row.price, digits);
            match price.or_else(|| parse_amount(&row.price, digits)) {
                Some(price) => {
                    let name: String = row.name.trim().chars().take(80).collect();
                    goods.push(Good { id: row.id, name: Localized::plain(&name), price });
                }
                None => mistakes.push(Mistake {
                    input: ["price.", &row.id].concat(),
                    trouble: crate::model::Trouble::NoMoney,
                }),
            }
        }
        if !mistakes.is_empty() {
            return self.mistaken(mistakes);
        }
        let text = |input: &str| self.typed(input).trim().chars().take(120).collect::<String>();
        let (name, motto) = (text("name"), text("motto"));
        let goods = (!goods.is_empty()).then_some(goods);
        let words = self.text("about_saved");
        self.act(words.clone(), Vec::new(), Vec::new(), |log| {
            log.about = About { version: log.about.version + 1, name, motto, goods };
        });
        self.show(Screen::Home);
        self.say(&words);
    }
}
