//! What a check of readiness has besides: notes to answers, an edition, and files beside the run.

use std::rc::Rc;

use adil::Json;
use adil::content::Day;
use adil::host::{download, parse_json, read_file, today};
use adil::json::write;
use leptos::prelude::*;
use leptos::web_sys::File;
use wasm_bindgen_futures::spawn_local;

use super::Session;
use super::beside::Beside;
use crate::model::{Check, Note};

/// What a file is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To go on with it
    Open,
    /// To compare with it
    Earlier,
    /// As that of another person
    Person,
}

impl Session {
    /// The place of the edition that is shown.
    pub fn edition(self) -> usize {
        self.context().edition.get()
    }

    /// Shows the clauses of another edition.
    pub fn set_edition(self, n: usize) {
        self.context().edition.set(n);
    }

    /// Changes what belongs to an answer.
    pub fn note(self, n: usize, change: impl FnOnce(&mut Note)) {
        self.change(|answers, check| answers.change_note(check, n, change));
    }

    /// Reads what stands beside the answers, and follows it.
    pub fn beside<T>(self, read: impl FnOnce(&Beside) -> T) -> T {
        self.files.track();
        read(&self.context().beside.borrow())
    }

    /// Says what this run is called.
    pub fn name_run(self, name: String) {
        self.context().beside.borrow_mut().name = name;
    }

    fn id(self) -> String {
        self.read(|widget| widget.document.envelope.id.as_str().to_owned())
    }

    /// Saves the run as a file.
    pub fn save_run(self) {
        let id = self.id();
        let name = self.context().beside.borrow().name.clone();
        let json = self.answers(|check, answers| check.sheet(&id, &name, &today(), answers));
        download(&[&id, ".json"].concat(), "application/json", &write(&json));
        self.saved("json");
    }

    /// Saves all answers as a table.
    pub fn save_csv(self) {
        let (id, edition) = (self.id(), self.edition());
        let heads: Vec<String> = self.text("csv_heads").split('|').map(str::to_owned).collect();
        let lang = self.read(|widget| widget.rich.lang.clone());
        let text = self.answers(|check, answers| check.table(&heads, &lang, edition, answers));
        download(&[&id, ".csv"].concat(), "text/csv;charset=utf-8", &text);
        self.saved("csv");
    }

    /// Takes files for a purpose.
    pub fn takes(self, purpose: Purpose) -> Rc<dyn Fn(File)> {
        Rc::new(move |file| {
            spawn_local(async move {
                let text = read_file(&file).await;
                // The widget may have left the page while the file was read.
                if self.files.try_get_untracked().is_some() {
                    self.take(purpose, &file.name(), text);
                }
            });
        })
    }

    fn take(self, purpose: Purpose, name: &str, text: Result<String, String>) {
        let id = self.id();
        let json = text.and_then(|text| parse_json(&text)).unwrap_or(Json::Null);
        let sheet = self.check(|check: &Check| check.read_sheet(&id, &json));
        let is_ours = sheet.is_some();
        if let Some(mut sheet) = sheet {
            if sheet.name.trim().is_empty() {
                name.clone_into(&mut sheet.name);
            }
            let context = self.context();
            match purpose {
                Purpose::Open => {
                    context.beside.borrow_mut().name.clone_from(&sheet.name);
                    self.change(|answers, _| *answers = sheet.answers);
                }
                Purpose::Earlier => context.beside.borrow_mut().earlier = Some(sheet),
                Purpose::Person => context.beside.borrow_mut().people.push(sheet),
            }
        }
        let words = self.fill(if is_ours { "file_taken" } else { "file_not" }, &[("name", name)]);
        self.say(&words);
        self.context().beside.borrow_mut().news = words;
        _ = self.files.try_update(|n| *n += 1);
        if is_ours && purpose == Purpose::Open {
            self.show(super::Screen::Result);
        }
    }

    /// A day as people write it.
    pub fn day(self, day: &Day) -> String {
        self.read(|widget| widget.texts.date(day))
    }
}
