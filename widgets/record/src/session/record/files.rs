//! Files of a record.

use adil::Json;
use adil::host::{lower_case, parse_json, today};

use super::Session;
use crate::model::{Log, MOST_ENTRIES, Refusal, Table, entries_table, read_file, write_file};
use crate::session::context::{fresh_id, is_table};

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
        let parts = self.shared.goods_parts();
        let rows = self.entries(|entries| {
            self.shared.read(|widget| {
                let record = &widget.document.body;
                entries_table(record, entries, &goods, &widget.rich.lang, &parts)
            })
        });
        self.shared.save_table(&rows);
    }

    /// Joins the record of a file, or the entries of a table, with this one.
    pub fn open_text(self, name: &str, text: &str) {
        self.inside().refusal.take();
        let other = if is_table(name, text) {
            match self.read_table(text) {
                Ok(other) => other,
                Err(refusal) => {
                    let (key, details) = self.shared.why_no_table(&refusal);
                    self.inside().refusal.replace(details);
                    return self.bad_file.set(key);
                }
            }
        } else {
            let json = parse_json(text).unwrap_or(Json::Null);
            match read_file(&json, &self.shared.id()) {
                Ok(other) => other,
                Err(key) => return self.bad_file.set(key),
            }
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

    /// The entries of a table that are not here yet.
    fn read_table(self, text: &str) -> Result<Log, Refusal> {
        let goods = self.goods();
        let parts = self.shared.goods_parts();
        let inside = self.inside();
        let log = inside.log.borrow();
        let entries = self.shared.record(|record| {
            let table =
                Table { record, goods: &goods, today: &today(), parts: &parts, lower: &lower_case };
            table.entries(text, &log)
        })?;
        // A record that is not begun gets its own key: two groups may have the same table.
        let key = if log.key.is_empty() { fresh_id() } else { log.key.clone() };
        let mut other = Log::new(&key);
        for entry in entries {
            other.put(entry);
        }
        Ok(other)
    }

    /// What is wrong with the cells or columns of a table that was opened last.
    pub fn refused_details(self) -> Vec<String> {
        self.inside().refusal.borrow().clone()
    }
}
