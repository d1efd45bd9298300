//! The register at an office's computer: what comes in, what is changed, what is saved.

use std::cell::RefCell;
use std::rc::Rc;

use adil::Json;
use adil::content::Day;
use adil::host::{WidgetContext, download, parse_json, random_number, read_file, today};
use adil::json::write;
use adil::progress::Slot;
use adil::ui::{Announcer, Flag, Number};
use leptos::prelude::*;
use leptos::web_sys::File;
use wasm_bindgen_futures::spawn_local;

use crate::model::{Check, Declared, Item, Register, Status};

struct Context {
    widget: WidgetContext<Check>,
    slot: Slot,
    id: u32,
    register: RefCell<Register>,
    news: RefCell<String>,
}

/// A handle to the register, to be passed to every component.
#[derive(Clone, Copy)]
pub struct Desk {
    context: StoredValue<Rc<Context>, LocalStorage>,
    /// Counts what came in and what went.
    pub list: Number,
    /// Counts all changes.
    pub changes: Number,
    /// Whether the browser refused to keep the register.
    pub refused: Flag,
    announcer: Announcer,
}

impl Desk {
    /// Opens the register that is kept, or an empty one.
    pub fn new(widget: WidgetContext<Check>, announcer: Announcer) -> Desk {
        let slot = widget.slot("check", "register");
        let kept = widget.kept_run(&slot).as_ref().and_then(Register::restore);
        let register = RefCell::new(kept.unwrap_or_default());
        let (id, news) = (random_number(), RefCell::default());
        let context = Context { widget, slot, id, register, news };
        let desk = Desk {
            context: StoredValue::new_local(Rc::new(context)),
            list: Number::new(0),
            changes: Number::new(0),
            refused: Flag::new(false),
            announcer,
        };
        let questions = desk.read(|widget| widget.document.body.questions.len());
        desk.emit("adil-ready", vec![("questions", questions.into())]);
        desk
    }

    /// Reads what the page gave.
    pub fn read<T>(self, read: impl FnOnce(&WidgetContext<Check>) -> T) -> T {
        read(&self.context.get_value().widget)
    }

    /// Reads the register.
    pub fn register<T>(self, read: impl FnOnce(&Register) -> T) -> T {
        read(&self.context.get_value().register.borrow())
    }

    /// What was said of the last file.
    pub fn news(self) -> String {
        self.context.get_value().news.borrow().clone()
    }

    /// An interface text.
    pub fn text(self, key: &str) -> String {
        self.read(|widget| widget.texts.get(key))
    }

    /// Whether a declaration should have been looked at by now; followed.
    pub fn is_due(self, n: usize) -> bool {
        self.changes.track();
        self.register(|register| register.is_due(n, &today()))
    }

    /// Takes in files: declarations, or whole registers.
    pub fn takes(self) -> Rc<dyn Fn(File)> {
        Rc::new(move |file| {
            spawn_local(async move {
                let text = read_file(&file).await;
                // The widget may have left the page while the file was read.
                if self.list.try_get_untracked().is_some() {
                    self.take(&file.name(), text);
                }
            });
        })
    }

    fn take(self, name: &str, text: Result<String, String>) {
        let json = text.and_then(|text| parse_json(&text)).unwrap_or(Json::Null);
        let words = if let Some(declared) = Declared::read(&json) {
            let mut is_new = false;
            self.change(|register| is_new = register.add(declared, &today()));
            self.text(if is_new { "taken_in" } else { "there_already" })
        } else if let Some(other) = Register::restore(&json) {
            let mut count = 0;
            self.change(|register| count = register.merge(other));
            self.read(|widget| widget.texts.count("declarations", count as f64))
        } else {
            self.read(|widget| widget.texts.fill("not_declaration", &[("name", name)]))
        };
        self.tell(words);
    }

    fn tell(self, words: String) {
        self.announcer.announce(&words);
        self.context.get_value().news.replace(words);
        _ = self.list.try_update(|n| *n += 1);
    }

    /// Changes a declaration's status or day.
    pub fn set(self, n: usize, change: impl FnOnce(&mut Item)) {
        self.change(|register| {
            if let Some(item) = register.items.get_mut(n) {
                change(item);
            }
        });
    }

    /// Takes a declaration out.
    pub fn remove(self, n: usize) {
        self.change(|register| {
            if n < register.items.len() {
                register.items.remove(n);
            }
        });
        self.tell(self.text("removed"));
    }

    /// Deletes all from this computer.
    pub fn clear(self) {
        self.change(|register| *register = Register::default());
        self.context.get_value().slot.clear();
        self.tell(self.text("empty"));
    }

    fn change(self, change: impl FnOnce(&mut Register)) {
        let context = self.context.get_value();
        change(&mut context.register.borrow_mut());
        _ = self.changes.try_update(|n| *n += 1);
        let kept = context.register.borrow().save();
        let is_ours = context.widget.remember(&kept);
        if is_ours && context.slot.save(kept).is_err() && !self.refused.now() {
            self.refused.set(true);
            self.emit("adil-storage", vec![("kept", false.into())]);
        }
    }

    /// Saves the register as a file.
    pub fn save(self) {
        let json = self.register(Register::save);
        download("register.json", "application/json", &write(&json));
        self.saved("json");
    }

    /// Saves the register as a table.
    pub fn save_csv(self) {
        let heads = ["received", "status", "next_review"].map(|key| self.text(key));
        let status = |status: Status| self.text(status_key(status));
        let text = self.register(|register| register.table(heads.clone(), status));
        download("register.csv", "text/csv;charset=utf-8", &text);
        self.saved("csv");
    }

    fn saved(self, kind: &str) {
        self.announcer.announce(&self.text("saved"));
        self.emit("adil-export", vec![("kind", kind.into())]);
    }

    fn emit(self, name: &str, fields: Vec<(&str, Json)>) {
        let context = self.context.get_value();
        let about = [
            ("widget", "check".into()),
            ("run", f64::from(context.id).into()),
            ("mode", "register".into()),
        ];
        context.widget.emit(name, about, fields, false);
    }

    /// A day as people write it.
    pub fn day(self, day: &Day) -> String {
        self.read(|widget| widget.texts.date(day))
    }
}

/// The key of a status in the texts.
pub const fn status_key(status: Status) -> &'static str {
    match status {
        Status::New => "status_new",
        Status::Open => "status_open",
        Status::Decided => "status_decided",
        Status::Closed => "status_closed",
    }
}
