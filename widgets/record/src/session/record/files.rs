//! Files of a record.

use adil::Json;
use adil::host::parse_json;

use super::Session;
use crate::model::{MOST_ENTRIES, entries_table, read_file, write_file};

impl Session {
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
        if joined.count() > MOST_ENTRIES {
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
}
