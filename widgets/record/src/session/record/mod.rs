//! A record in the page: what is written, kept and taken back.

mod about;
mod files;
mod form;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use adil::Json;
use adil::host::{LazyChunk, follow_other_tabs, parse_json, today};
use adil::progress::{Keep, Slot};
use adil::ui::{Announcer, Choice, Flag, Number, Pieces};
use leptos::prelude::*;

use super::Shared;
use super::context::fresh_id;
use crate::model::{About, ChartBy, Entry, Figures, Good, Log, Mistake, Rows, Week, Year};

/// How long a record stays on the device after its last change, in days: a school year.
pub const DAYS: f64 = 400.0;

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

/// What loads once the first screen stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LazyPart {
    /// The form of an entry.
    Form,
    /// The form for the group and its price list.
    About,
    /// Files, paper and settings.
    Files,
    /// What is printed.
    Paper,
}

/// The bundle that shows a record, of which a part loads later.
pub type Bundle = adil::host::Bundle<Session, LazyPart>;

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
    /// What was wrong with the table that was opened last.
    refusal: RefCell<Vec<String>>,
    /// Whether a heading takes the focus: not on the first screen, which would pull the page.
    moves_focus: Cell<bool>,
}

/// A handle to the record, to be passed to every component.
#[derive(Clone, Copy)]
pub struct Session {
    /// What does not change.
    pub shared: Shared,
    inside: StoredValue<Rc<Inside>, LocalStorage>,
    /// How far what loads later is.
    pub lazy_chunk: LazyChunk,
    bundle: Bundle,
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
const FILE_TROUBLES: [&str; 9] = [
    "",
    "file_none",
    "file_newer",
    "file_other",
    "file_empty",
    "file_full",
    "table_none",
    "table_columns",
    "table_cells",
];

/// Joins what is kept in a slot with a record.
fn join_kept(log: &mut Log, slot: &Slot) {
    if let Some(kept) = slot.load(|text| parse_json(text).ok()) {
        log.join(&Log::restore(&kept));
    }
}

impl Session {
    /// Opens what is kept, or begins.
    pub fn new(shared: Shared, announcer: Announcer, bundle: Bundle) -> Session {
        let (slot, log) = shared.read(|widget| {
            // A record that ended with the tab would be none; there is no name of anybody in it.
            let keep = widget.host.word("storage", Keep::from_word).unwrap_or(Keep::Device);
            let id = widget.host.id();
            let slot = widget.shared_slot(keep, "record", &["log/", &id].concat()).lasting(DAYS);
            let mut log = widget.kept_run(&slot).as_ref().map(Log::restore).unwrap_or_default();
            join_kept(&mut log, &slot);
            (slot, log)
        });
        let year = Year::of(&today(), shared.record(|record| record.year_starts)).first;
        let inside = Inside {
            slot: slot.clone(),
            log: RefCell::new(log),
            undo: RefCell::default(),
            draft: RefCell::default(),
            refusal: RefCell::default(),
            moves_focus: Cell::new(false),
        };
        let session = Session {
            shared,
            inside: StoredValue::new_local(Rc::new(inside)),
            lazy_chunk: shared.read(|w| LazyChunk::load(&w.host, bundle.in_one_piece)),
            bundle,
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

    /// A part that loads once the first screen stands, when it is there; follows its coming.
    pub fn lazy(self, part: LazyPart) -> Option<Pieces> {
        (self.bundle.lazy)(self.lazy_chunk, self, part)
    }

    fn inside(self) -> Rc<Inside> {
        self.inside.get_value()
    }

    /// Another tab has changed the record.
    fn hear(self, run: &Json) {
        let Some(inside) = self.inside.try_get_value() else { return };
        inside.log.borrow_mut().join(&Log::restore(run));
        let joined = inside.log.borrow().save(true);
        self.shared.read(|widget| widget.remember(&joined));
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
        // What another tab kept while this one did not hear of it, as one that slept, stays.
        join_kept(&mut inside.log.borrow_mut(), &inside.slot);
        let run = inside.log.borrow().save(true);
        let is_ours = self.shared.read(|widget| widget.remember(&run));
        if is_ours && inside.slot.save(run).is_err() && !self.refused.now() {
            self.refused.set(true);
            self.shared.emit("adil-storage", vec![("kept", false.into())]);
        }
        self.shared.state("started", inside.log.borrow().count() > 0);
    }
}
