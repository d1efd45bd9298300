//! Answers of many devices put together. Nothing of them is kept.

use std::cell::RefCell;
use std::rc::Rc;

use adil::Json;
use adil::host::parse_json;
use adil::ui::{Announcer, Number};
use leptos::prelude::*;

use crate::model::study::{Answers, Device, Refused, Sheet, Study, compared, read_answers};
use crate::session::Shared;

struct Gathered {
    device: RefCell<Device>,
    sheets: RefCell<Vec<(String, Sheet)>>,
    news: RefCell<Vec<String>>,
}

/// A handle to the answers of many devices. Nothing of them is kept.
#[derive(Clone, Copy)]
pub struct Collection {
    /// What does not change.
    pub shared: Shared<Study>,
    inside: StoredValue<Rc<Gathered>, LocalStorage>,
    changes: Number,
    announcer: Announcer,
}

impl Collection {
    /// An empty collection.
    pub fn new(shared: Shared<Study>, announcer: Announcer) -> Collection {
        shared.emit("adil-ready", vec![("entries", 0_usize.into())]);
        let inside = Gathered {
            device: RefCell::default(),
            sheets: RefCell::default(),
            news: RefCell::default(),
        };
        Collection {
            shared,
            inside: StoredValue::new_local(Rc::new(inside)),
            changes: Number::new(0),
            announcer,
        }
    }

    /// Reads the study.
    pub fn study<T>(self, read: impl FnOnce(&Study) -> T) -> T {
        self.shared.read(|widget| read(&widget.document.body))
    }

    /// Reads all answers, and follows their changes.
    pub fn answers<T>(self, read: impl FnOnce(&[Answers]) -> T) -> T {
        self.changes.track();
        read(&self.inside.get_value().device.borrow().answers)
    }

    /// The sheets of teachers, one for each file.
    pub fn sheets(self) -> Vec<Sheet> {
        self.changes.track();
        self.inside.get_value().sheets.borrow().iter().map(|(_, sheet)| sheet.clone()).collect()
    }

    /// What became of the files, in words.
    pub fn news(self) -> Vec<String> {
        self.changes.track();
        self.inside.get_value().news.borrow().clone()
    }

    /// Adds the text of a file; answers that are there count once.
    pub fn add(self, file: &str, text: &str) {
        let json = parse_json(text).unwrap_or(Json::Null);
        let id = self.shared.id();
        let said = match self.study(|study| read_answers(study, &json, &id)) {
            Err(key) => [file, ": ", &self.shared.text(key)].concat(),
            Ok(other) => {
                let inside = self.inside.get_value();
                let mut device = inside.device.borrow_mut();
                // A device is known by its first answer.
                let first = other.answers.first().map(|a| a.id.clone()).unwrap_or_default();
                let answers = other.answers.into_iter();
                let answers = answers.map(|one| Answers { code: compared(&one.code), ..one });
                let added = answers.filter(|one| device.add(one.clone())).count();
                let mut sheets = inside.sheets.borrow_mut();
                match sheets.iter_mut().find(|(known, _)| *known == first) {
                    Some((_, sheet)) => *sheet = other.sheet,
                    None => sheets.push((first, other.sheet)),
                }
                [file, ": ", &self.shared.count("answers_added", added)].concat()
            }
        };
        self.say(said);
    }

    /// Adds a code that a pupil copied; whether it could be.
    pub fn add_code(self, code: &str) -> bool {
        let id = self.shared.id();
        let key = match self.study(|study| study.answers_of(code, &id)) {
            Err(Refused::Shape) => "code_shape",
            Err(Refused::Check) => "code_wrong",
            Err(Refused::Foreign) => "answers_other",
            Ok(answers) => {
                let is_new = self.inside.get_value().device.borrow_mut().add(answers);
                if is_new { "code_added" } else { "code_twice" }
            }
        };
        self.say([code.trim(), ": ", &self.shared.text(key)].concat());
        key == "code_added"
    }

    /// Says what became of a file.
    pub fn say(self, said: String) {
        self.announcer.announce(&said);
        self.inside.get_value().news.borrow_mut().push(said);
        _ = self.changes.try_update(|n| *n += 1);
    }

    /// Saves all answers as a table.
    pub fn save_data(self) {
        let rows = self.answers(|answers| self.study(|study| study.data(answers)));
        self.shared.save_table(&rows);
    }

    /// Saves what the columns of the table are.
    pub fn save_dictionary(self) {
        let lang = self.shared.read(|widget| widget.rich.lang.clone());
        let words = |key: &str| self.shared.text(&["data_", key].concat());
        let rows = self.study(|study| study.dictionary(&lang, &words));
        self.shared.save_table(&rows);
    }
}
