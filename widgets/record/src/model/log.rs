//! All entries of a group, joined with those of other tabs and devices.

use std::cmp::Ordering;

use adil::Json;
use adil::content::{Day, Localized};

use super::entry::{Entry, MOST_ENTRIES, entry_from};
use super::field::Good;
use super::period::Year;

/// What a group says of itself. Nothing of it leaves the device but in a file that is saved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct About {
    /// Raised with each change.
    pub version: u32,
    /// What the group is called.
    pub name: String,
    /// Its motto.
    pub motto: String,
    /// Its own price list; nothing where it has that of the file.
    pub goods: Option<Vec<Good>>,
}

/// A record of one group.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Log {
    /// Tells this record from those of other groups; empty before the first entry.
    pub key: String,
    /// What the group says of itself.
    pub about: About,
    /// The entries, by their ids; also those that were deleted.
    all: Vec<Entry>,
}

impl About {
    fn save(&self) -> Json {
        let good = |good: &Good| {
            let price = Json::Number(good.price as f64);
            let fields = [("id", good.id.as_str().into()), ("name", good.name.get("en").into())];
            let [id, name] = fields;
            Json::object([id, name, ("price", price)])
        };
        let goods = self.goods.as_ref().map(|goods| Json::List(goods.iter().map(good).collect()));
        Json::object([
            ("version", f64::from(self.version).into()),
            ("name", self.name.as_str().into()),
            ("motto", self.motto.as_str().into()),
            ("goods", goods.into()),
        ])
    }

    fn restore(kept: &Json) -> About {
        let text = |name: &str| {
            let text = kept.get(name).and_then(Json::text).unwrap_or_default();
            text.chars().take(120).collect::<String>()
        };
        let good = |json: &Json| {
            let id = json.get("id")?.text()?.to_owned();
            let name = Localized::plain(json.get("name")?.text()?);
            let price = json.get("price")?.number().filter(|n| n.fract() == 0.0)?;
            #[expect(clippy::cast_possible_truncation)]
            (0.0..=1e12).contains(&price).then_some(Good { id, name, price: price as i64 })
        };
        let goods = match kept.get("goods") {
            Some(Json::List(goods)) => goods.iter().take(40).map(good).collect(),
            _ => None,
        };
        let version = kept.get("version").and_then(Json::number).unwrap_or(0.0).clamp(0.0, 4e9);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let version = version as u32;
        About { version, name: text("name"), motto: text("motto"), goods }
    }
}

/// Which of two states of one entry counts: the newer one, and by a rule that is the same on all
/// devices where both are as new.
fn newer(a: &Entry, b: &Entry) -> Ordering {
    a.version.cmp(&b.version).then_with(|| a.cmp(b))
}

impl Log {
    /// A record without entries.
    pub fn new(key: &str) -> Log {
        Log { key: key.to_owned(), ..Log::default() }
    }

    /// The entries that are there, the newest day first.
    pub fn entries(&self) -> Vec<&Entry> {
        let mut entries: Vec<&Entry> = self.all.iter().filter(|entry| !entry.gone).collect();
        entries.sort_by(|a, b| b.day.cmp(&a.day).then_with(|| b.id.cmp(&a.id)));
        entries
    }

    /// Whether there is no entry, and none was deleted.
    pub fn is_new(&self) -> bool {
        self.all.is_empty() && self.about.version == 0
    }

    /// How many entries there are.
    pub fn count(&self) -> usize {
        self.all.iter().filter(|entry| !entry.gone).count()
    }

    /// The entry of an id, if it is there.
    pub fn find(&self, id: &str) -> Option<&Entry> {
        self.all.iter().find(|entry| entry.id == id && !entry.gone)
    }

    /// Whether another entry has this day.
    pub fn has_day(&self, day: &Day, but: &str) -> bool {
        self.all.iter().any(|entry| !entry.gone && entry.day == *day && entry.id != but)
    }

    /// The school years that have entries, and that of a day; the latest first.
    pub fn years(&self, month: u32, today: &Day) -> Vec<Year> {
        let live = self.all.iter().filter(|entry| !entry.gone);
        let mut years: Vec<Year> = live.map(|entry| Year::of(&entry.day, month)).collect();
        years.push(Year::of(today, month));
        years.sort_unstable_by(|a, b| b.cmp(a));
        years.dedup();
        years
    }

    /// Writes an entry, new or over the one of its id; whether there was room.
    pub fn put(&mut self, mut entry: Entry) -> bool {
        let old = self.all.iter_mut().find(|old| old.id == entry.id);
        if let Some(old) = old {
            entry.version = old.version.saturating_add(1);
            *old = entry;
            return true;
        }
        if self.count() >= MOST_ENTRIES {
            return false;
        }
        self.all.push(entry);
        true
    }

    /// Deletes an entry; what it was.
    pub fn delete(&mut self, id: &str) -> Option<Entry> {
        let entry = self.all.iter_mut().find(|entry| entry.id == id && !entry.gone)?;
        let before = entry.clone();
        entry.version = entry.version.saturating_add(1);
        entry.gone = true;
        entry.values.clear();
        Some(before)
    }

    /// Adds what another tab or device has: of each entry the newest state counts. The order in
    /// which records are joined does not matter.
    pub fn join(&mut self, other: &Log) {
        for entry in &other.all {
            match self.all.iter_mut().find(|own| own.id == entry.id) {
                Some(own) if newer(entry, own).is_gt() => *own = entry.clone(),
                Some(_) => {}
                None => self.all.push(entry.clone()),
            }
        }
        if self.key.is_empty() || (!other.key.is_empty() && other.key < self.key) {
            self.key.clone_from(&other.key);
        }
        let rank = |about: &About| (about.version, adil::json::write(&about.save()));
        if rank(&other.about) > rank(&self.about) {
            self.about = other.about.clone();
        }
    }

    /// The record as it is kept. A file has no deleted entries.
    pub fn save(&self, with_gone: bool) -> Json {
        let mut entries: Vec<&Entry> = self.all.iter().filter(|e| with_gone || !e.gone).collect();
        entries.sort_by(|a, b| a.day.cmp(&b.day).then_with(|| a.id.cmp(&b.id)));
        Json::object([
            ("key", self.key.as_str().into()),
            ("about", self.about.save()),
            ("entries", Json::List(entries.into_iter().map(Entry::save).collect())),
        ])
    }

    /// A record as it was kept; what is no entry is left out.
    pub fn restore(kept: &Json) -> Log {
        let key = kept.get("key").and_then(Json::text).unwrap_or_default();
        let key = key.chars().filter(char::is_ascii_alphanumeric).take(40).collect();
        let about = kept.get("about").map(About::restore).unwrap_or_default();
        let mut log = Log { key, about, all: Vec::new() };
        let entries = kept.get("entries").map(Json::list).unwrap_or_default();
        for entry in entries.iter().filter_map(entry_from).take(2 * MOST_ENTRIES) {
            log.join(&Log { all: vec![entry], ..Log::default() });
        }
        log
    }
}

#[cfg(test)]
#[path = "log_tests.rs"]
mod tests;
