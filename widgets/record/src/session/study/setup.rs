//! A study while it is set up: the draft, what is wrong with it, its file.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use adil::Json;
use adil::content::open;
use adil::host::{download, parse_json};
use adil::json::write;
use adil::progress::{Keep, Slot};
use adil::ui::{Announcer, Choice, Flag, Number};
use leptos::prelude::*;

use super::pupil::DAYS;
use crate::model::study::{Draft, Rows, Study};
use crate::session::Shared;
use crate::session::context::fresh_id;

/// What stands below the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Nothing: it was changed since.
    Nothing,
    /// The study as pupils see it.
    Trial,
    /// That the file is saved, and how a page uses it.
    Saved,
}

const SHOWN: [Shown; 3] = [Shown::Nothing, Shown::Trial, Shown::Saved];

struct Inside {
    slot: Slot,
    draft: RefCell<Draft>,
    /// What is wrong, once somebody asked.
    troubles: RefCell<Vec<(String, &'static str)>>,
    /// The draft before a row was taken out, or another study was opened.
    before: RefCell<Option<Draft>>,
    /// Why a file was not taken.
    refusal: RefCell<String>,
    /// The field that takes the focus when the form is made anew.
    focus: RefCell<String>,
    was_asked: Cell<bool>,
}

/// A handle to a study that is set up.
#[derive(Clone, Copy)]
pub struct Setup {
    /// What does not change.
    pub shared: Shared<Study>,
    inside: StoredValue<Rc<Inside>, LocalStorage>,
    /// Changes when the form has other rows, or all other texts.
    pub rows: Number,
    /// Changes when something else is wrong than before.
    pub checks: Number,
    /// Counts the changes of the draft.
    pub changes: Number,
    /// What stands below the form.
    pub shown: Choice<Shown>,
    /// Whether the last loss can be taken back.
    pub can_undo: Flag,
    /// Whether the browser refused to keep the draft.
    pub refused: Flag,
    announcer: Announcer,
}

impl Setup {
    /// Goes on with what is kept, or begins with the study of the page.
    pub fn new(shared: Shared<Study>, announcer: Announcer) -> Setup {
        let (slot, kept) = shared.read(|widget| {
            let keep = widget.host.word("storage", Keep::from_word).unwrap_or(Keep::Device);
            // Two languages of one page are two drafts.
            let which = ["setup/", &widget.rich.lang, "/", &widget.host.id()].concat();
            let slot = widget.shared_slot(keep, "record", &which).lasting(DAYS);
            let kept = widget.kept_run(&slot);
            (slot, kept)
        });
        let draft = kept.as_ref().and_then(Draft::restore).unwrap_or_else(|| begun(shared));
        let inside = Inside {
            slot,
            draft: RefCell::new(draft),
            troubles: RefCell::default(),
            before: RefCell::default(),
            refusal: RefCell::default(),
            focus: RefCell::default(),
            was_asked: Cell::new(false),
        };
        shared.emit("adil-ready", vec![("entries", 0_usize.into())]);
        Setup {
            shared,
            inside: StoredValue::new_local(Rc::new(inside)),
            rows: Number::new(0),
            checks: Number::new(0),
            changes: Number::new(0),
            shown: Choice::new(&SHOWN, Shown::Nothing),
            can_undo: Flag::new(false),
            refused: Flag::new(false),
            announcer,
        }
    }

    /// Reads the draft as it is.
    pub fn draft<T>(self, read: impl FnOnce(&Draft) -> T) -> T {
        read(&self.inside.get_value().draft.borrow())
    }

    /// An interface text.
    pub fn text(self, key: &str) -> String {
        self.shared.text(key)
    }

    /// Writes into a field.
    pub fn set(self, name: &str, value: &str) {
        self.change(|draft| draft.set(name, value));
    }

    fn change(self, change: impl FnOnce(&mut Draft)) {
        let inside = self.inside.get_value();
        change(&mut inside.draft.borrow_mut());
        if self.can_undo.now() {
            self.can_undo.set(false);
        }
        if self.shown.now() != Shown::Nothing {
            self.shown.set(Shown::Nothing);
        }
        if inside.was_asked.get() {
            self.check();
        }
        self.keep();
        _ = self.changes.try_update(|n| *n = n.wrapping_add(1));
    }

    /// Adds a row, which takes the focus.
    pub fn add(self, rows: Rows) {
        let n = self.draft(|draft| draft.count(rows));
        let first = if rows == Rows::Item { "0.stem" } else { "text" };
        self.inside.get_value().focus.replace(rows.field(n, first));
        self.change(|draft| _ = draft.add(rows));
        self.redraw();
    }

    /// Takes a row out; it can be brought back.
    pub fn remove(self, rows: Rows, n: usize) {
        self.inside.get_value().focus.replace(["add-", rows.word()].concat());
        self.lose(|draft| draft.remove(rows, n));
        self.redraw();
        self.announcer.announce(&self.text("deleted"));
    }

    /// Changes the draft so that something of it goes, and can be brought back.
    fn lose(self, change: impl FnOnce(&mut Draft)) {
        let before = self.draft(Draft::clone);
        self.change(change);
        self.inside.get_value().before.replace(Some(before));
        self.can_undo.set(true);
    }

    /// Brings back what went last.
    pub fn undo(self) {
        if let Some(before) = self.inside.get_value().before.take() {
            self.change(|draft| *draft = before);
            self.redraw();
            self.announcer.announce(&self.text("undone"));
        }
    }

    /// Shows one form or two.
    pub fn set_parallel(self, on: bool) {
        self.inside.get_value().focus.replace("parallel".to_owned());
        self.change(|draft| draft.set("parallel", if on { "yes" } else { "" }));
        self.redraw();
    }

    fn redraw(self) {
        _ = self.rows.try_update(|n| *n = n.wrapping_add(1));
    }

    /// Whether this field takes the focus now.
    pub fn takes_focus(self, name: &str) -> bool {
        let inside = self.inside.get_value();
        let takes = *inside.focus.borrow() == name;
        if takes {
            inside.focus.take();
        }
        takes
    }

    /// Why a field cannot stay as it is; followed.
    pub fn trouble(self, name: &str) -> Option<String> {
        self.checks.track();
        let inside = self.inside.get_value();
        let troubles = inside.troubles.borrow();
        troubles.iter().find(|(field, _)| field == name).map(|(_, key)| self.text(key))
    }

    /// How many fields cannot stay as they are; followed.
    pub fn trouble_count(self) -> usize {
        self.checks.track();
        self.inside.get_value().troubles.borrow().len()
    }

    /// The name of the first field that cannot stay as it is.
    pub fn first_trouble(self) -> Option<String> {
        let inside = self.inside.get_value();
        let troubles = inside.troubles.borrow();
        troubles.first().map(|(name, _)| name.clone())
    }

    /// Looks at all fields; whether they are a study.
    fn check(self) -> bool {
        let inside = self.inside.get_value();
        let troubles = inside.draft.borrow().troubles();
        let is_right = troubles.is_empty();
        if *inside.troubles.borrow() != troubles {
            inside.troubles.replace(troubles);
            _ = self.checks.try_update(|n| *n = n.wrapping_add(1));
        }
        is_right
    }

    /// Looks at all fields because somebody asked for it; whether they are a study.
    fn is_ready(self) -> bool {
        self.inside.get_value().was_asked.set(true);
        let is_right = self.check();
        if !is_right {
            self.announcer.announce(&self.shared.count("mistakes", self.trouble_count()));
        }
        is_right
    }

    /// The study as a file has it.
    pub fn file(self) -> Json {
        let (lang, level) = self
            .shared
            .read(|widget| (widget.texts.lang().to_owned(), widget.document.envelope.level.word()));
        self.draft(|draft| draft.file(&lang, level))
    }

    /// The name of its file.
    pub fn file_name(self) -> String {
        [self.draft(|draft| draft.get("id").to_owned()).as_str(), ".json"].concat()
    }

    /// Saves the file; whether it could.
    pub fn save(self) -> bool {
        let is_ready = self.is_ready();
        if is_ready {
            download(&self.file_name(), "application/json", &write(&self.file()));
            self.shared.emit("adil-export", vec![("what", "json".into())]);
            self.shown.set(Shown::Saved);
            self.announcer.announce(&self.text("setup_saved"));
        }
        is_ready
    }

    /// Shows the study as pupils see it; whether it could.
    pub fn try_it(self) -> bool {
        let is_ready = self.is_ready();
        if is_ready {
            self.shown.set(Shown::Trial);
        }
        is_ready
    }

    /// Goes on with the study of a file.
    pub fn open(self, name: &str, text: &str) {
        let inside = self.inside.get_value();
        let refusal = match open::<Study>(name, text, parse_json) {
            Err(message) => {
                self.announcer.announce(&self.text("setup_none"));
                message
            }
            Ok((document, _)) => {
                let lang = self.shared.read(|widget| widget.rich.lang.clone());
                let envelope = &document.envelope;
                let id = envelope.id.as_str();
                let opened = Draft::of(&document.body, id, &envelope.title, &lang);
                inside.was_asked.set(false);
                inside.troubles.take();
                self.lose(|draft| *draft = opened);
                self.announcer.announce(&self.text("setup_opened"));
                String::new()
            }
        };
        inside.refusal.replace(refusal);
        self.redraw();
    }

    /// Begins anew with the study of the page.
    pub fn begin_again(self) {
        let fresh = begun(self.shared);
        self.inside.get_value().was_asked.set(false);
        self.inside.get_value().troubles.take();
        self.lose(|draft| *draft = fresh);
        self.redraw();
        self.announcer.announce(&self.text("setup_begun"));
    }

    /// Why the last file was not taken; empty where it was.
    pub fn refusal(self) -> String {
        self.inside.get_value().refusal.borrow().clone()
    }

    fn keep(self) {
        let inside = self.inside.get_value();
        let saved = inside.draft.borrow().save();
        let is_ours = self.shared.read(|widget| widget.remember(&saved));
        if is_ours && inside.slot.save(saved).is_err() && !self.refused.now() {
            self.refused.set(true);
            self.shared.emit("adil-storage", vec![("kept", false.into())]);
        }
    }
}

/// The study of the page, under a name of its own.
fn begun(shared: Shared<Study>) -> Draft {
    let id = ["study-", &fresh_id()].concat();
    shared.read(|widget| {
        let document = &widget.document;
        Draft::of(&document.body, &id, &document.envelope.title, &widget.rich.lang)
    })
}
