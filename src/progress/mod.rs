//! What a widget keeps between visits, by the rule the page sets: nothing, until the tab closes,
//! or on this device for ninety days.

use crate::json::{self, Json, number_text};
use crate::random::Random;

crate::words! {
    /// Where answers are kept. On shared school computers the default forgets with the tab.
    pub enum Keep {
        /// Only in memory, while the page is open.
        "none" Nothing,
        /// Until the tab is closed; survives reload and a crashed tab.
        "session" Session,
        /// On this device, for [`DAYS`] days after the last change.
        "device" Device,
    }
}

/// After how many days without a change a run on the device is deleted.
pub const DAYS: f64 = 90.0;

const PREFIX: &str = "adil/";

/// A place for one run: one widget with one content on this site.
#[derive(Clone, Debug)]
pub struct Slot {
    key: String,
    /// The key before 30 November 2026, when contents at two addresses shared it; empty without
    /// one.
    old: String,
    keep: Keep,
    /// How many days more than [`DAYS`] a run stays.
    more: f64,
    /// Which edition of the content it is for.
    edition: Edition,
}

/// What tells one edition of a content file from another, wherever each lies.
#[derive(Clone, Debug, Default)]
struct Edition {
    /// What the keys of all editions begin with; empty where a run is not handed on.
    begins: String,
    /// What they end with.
    ends: String,
    /// A number of the title, which all editions have.
    title: f64,
    version: String,
}

/// The browser refused to keep something: storage is blocked or full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

impl Slot {
    /// The slot for a widget, a content id, and the mode or element id that tells runs apart.
    pub fn new(keep: Keep, widget: &str, content: &str, which: &str) -> Slot {
        let (key, old) = (key(widget, content, which), String::new());
        Slot { key, old, keep, more: 0.0, edition: Edition::default() }
    }

    /// The same for a content at one address, which a copied file with the same id does not share.
    /// `twin` counts the elements before this one that are alike in all of it.
    pub fn at(keep: Keep, [widget, content, address, which]: [&str; 4], twin: usize) -> Slot {
        let old = if twin == 0 { key(widget, content, which) } else { String::new() };
        let place =
            if twin == 0 { String::new() } else { ["~", &number_text(twin as f64)].concat() };
        let key = key(widget, &[content, address, &place].concat(), which);
        Slot { key, old, keep, more: 0.0, edition: Edition::default() }
    }

    /// The same slot, made of the same parts, for one edition of content: its version, and the title
    /// that all have. Where nothing was kept at its address yet, it begins with what another edition
    /// kept at another.
    #[must_use]
    pub fn of_edition(
        self,
        [widget, content, which]: [&str; 3],
        [version, title]: [&str; 2],
    ) -> Slot {
        let edition = Edition {
            begins: [PREFIX, widget, "/", content, "@"].concat(),
            ends: ["/", which].concat(),
            title: Random::number_of(title) as f64,
            version: version.to_owned(),
        };
        Slot { edition, ..self }
    }

    /// The same slot for a run that stays so many days after its last change instead of [`DAYS`]: a
    /// school's summer is longer than these.
    #[must_use]
    pub fn lasting(self, days: f64) -> Slot {
        Slot { more: days - DAYS, ..self }
    }

    /// Whether it belongs to another element than the first with its content in a page.
    pub fn is_twin(&self) -> bool {
        self.old.is_empty()
    }

    /// Whether an event of the browser's storage is about this slot.
    pub fn is_key(&self, key: &str) -> bool {
        self.keep == Keep::Device && key == self.key
    }

    /// Whether something is kept here, be it a run or not.
    pub fn is_taken(&self) -> bool {
        let Ok(Some(storage)) = self.storage() else { return false };
        let has = |key: &str| matches!(storage.get_item(key), Ok(Some(_)));
        has(&self.key) || has(&self.old) || !self.others(&storage).is_empty()
    }

    /// The kept run, unless there is none, it is torn, or it has stood for too long.
    pub fn load(&self, parse: impl Fn(&str) -> Option<Json>) -> Option<Json> {
        let storage = self.storage().ok()??;
        let text = |key: &str| storage.get_item(key).ok().flatten();
        let mut now = 0.0;
        // A session ends with the tab, whatever becomes of the clock.
        if self.keep == Keep::Device {
            now = today();
            sweep(&storage, now, &parse);
        }
        let kept = text(&self.key)
            .or_else(|| text(&self.old).filter(|_| !self.old.is_empty()))
            .or_else(|| self.of_others(&storage, &parse));
        // What was forgotten here does not come back from another edition.
        open(&kept?, now, parse).filter(|run| *run != Json::Null)
    }

    /// Keeps a run with today's day.
    ///
    /// # Errors
    /// [`Refused`] where the browser denies storage or has no room.
    pub fn save(&self, run: Json) -> Result<(), Refused> {
        let Some(storage) = self.storage()? else { return Ok(()) };
        let text = json::write(&Json::object([
            ("day", (today() + self.more).into()),
            ("title", self.edition.title.into()),
            ("version", self.edition.version.as_str().into()),
            ("run", run),
        ]));
        storage.set_item(&self.key, &text).map_err(|_| Refused)?;
        self.forget_old(&storage);
        Ok(())
    }

    /// Forgets the run.
    pub fn clear(&self) {
        if let Ok(Some(storage)) = self.storage() {
            // Where removing is refused there was nothing to remove.
            _ = storage.remove_item(&self.key);
            self.forget_old(&storage);
            if !self.others(&storage).is_empty() {
                _ = self.save(Json::Null);
            }
        }
    }

    /// The keys of the same content at other addresses.
    fn others(&self, storage: &web_sys::Storage) -> Vec<String> {
        let Edition { begins, ends, .. } = &self.edition;
        let mut keys = if begins.is_empty() { Vec::new() } else { keys(storage, begins) };
        keys.retain(|key| key.ends_with(ends.as_str()) && *key != self.key);
        keys
    }

    /// What another edition kept at another address: of several the fullest, since one was perhaps
    /// only looked at. A copy has the version of what it was copied from, or another title.
    fn of_others(
        &self,
        storage: &web_sys::Storage,
        parse: &impl Fn(&str) -> Option<Json>,
    ) -> Option<String> {
        let mut found: Option<String> = None;
        for key in self.others(storage) {
            let text = storage.get_item(&key).ok().flatten().unwrap_or_default();
            let longest = found.as_ref().map_or(0, String::len);
            if text.len() > longest && parse(&text).is_some_and(|kept| self.is_edition(&kept)) {
                found = Some(text);
            }
        }
        found
    }

    /// Whether what was kept is of another edition of this content.
    fn is_edition(&self, kept: &Json) -> bool {
        let Edition { title, version, .. } = &self.edition;
        kept.get("title").and_then(Json::number).is_some_and(|other| (other - title).abs() < 0.5)
            && kept.get("version").and_then(Json::text).is_some_and(|other| other != version)
    }

    fn forget_old(&self, storage: &web_sys::Storage) {
        if !self.old.is_empty() {
            _ = storage.remove_item(&self.old);
        }
    }

    fn storage(&self) -> Result<Option<web_sys::Storage>, Refused> {
        let window = web_sys::window().ok_or(Refused)?;
        match self.keep {
            Keep::Nothing => Ok(None),
            Keep::Session => window.session_storage().ok().flatten().ok_or(Refused).map(Some),
            Keep::Device => window.local_storage().ok().flatten().ok_or(Refused).map(Some),
        }
    }
}

fn key(widget: &str, content: &str, which: &str) -> String {
    [PREFIX, widget, "/", content, "/", which].concat()
}

/// The run in a kept text, unless it is torn or too old. `today` is in days since 1970.
pub fn open(text: &str, today: f64, parse: impl Fn(&str) -> Option<Json>) -> Option<Json> {
    let kept = parse(text)?;
    // A clock that was set back makes the day lie in the future; the run stays.
    let age = today - kept.get("day")?.number()?;
    (age <= DAYS).then(|| kept.get("run").cloned()).flatten()
}

/// Whether a kept text has stood for too long, or is torn. What a newer version wrote in its own
/// way is left for it.
fn is_over(text: &str, today: f64, parse: impl Fn(&str) -> Option<Json>) -> bool {
    let day = parse(text).and_then(|kept| kept.get("day")?.number());
    day.is_none_or(|day| today - day > DAYS)
}

/// All keys with a beginning.
fn keys(storage: &web_sys::Storage, begins: &str) -> Vec<String> {
    (0..storage.length().unwrap_or(0))
        .filter_map(|n| storage.key(n).ok().flatten())
        .filter(|key| key.starts_with(begins))
        .collect()
}

/// Deletes runs of any Adil content that have stood for too long.
fn sweep(storage: &web_sys::Storage, today: f64, parse: impl Fn(&str) -> Option<Json>) {
    for key in keys(storage, PREFIX) {
        let text = storage.get_item(&key).ok().flatten().unwrap_or_default();
        if is_over(&text, today, &parse) {
            _ = storage.remove_item(&key);
        }
    }
}

/// Today in days since 1970, on the device's clock.
fn today() -> f64 {
    (js_sys::Date::now() / 86_400_000.0).floor()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Option<Json> {
        serde_json::from_str(text).ok()
    }

    #[test]
    fn a_run_is_forgotten_after_ninety_days_and_a_torn_one_at_once() {
        let kept = r#"{"day":100,"run":7}"#;
        assert_eq!(open(kept, 190.0, parse), Some(Json::Number(7.0)));
        assert_eq!(open(kept, 191.0, parse), None);
        assert_eq!(open(kept, 3.0, parse), Some(Json::Number(7.0)));
        for end in 0..kept.len() {
            assert_eq!(open(&kept[..end], 100.0, parse), None);
            assert!(is_over(&kept[..end], 100.0, parse));
        }
        assert!(!is_over(r#"{"day":100,"packed":"7"}"#, 190.0, parse));
        assert!(is_over(kept, 191.0, parse));
    }

    #[test]
    fn another_edition_has_the_title_and_another_version() {
        let slot = Slot::at(Keep::Device, ["quiz", "q", "@1", "learn/"], 0);
        let slot = slot.of_edition(["quiz", "q", "learn/"], ["2", "Geography"]);
        let check = |version: &str, title: &str, expected: bool| {
            let title = Random::number_of(title) as f64;
            let kept = Json::object([("version", version.into()), ("title", title.into())]);
            assert_eq!(slot.is_edition(&kept), expected, "{version} {title}");
        };
        check("1", "Geography", true);
        check("2", "Geography", false);
        check("1", "Maths", false);
        assert!(!slot.is_edition(&Json::Null), "an earlier Adil kept neither");
        assert_eq!(
            (slot.edition.begins.as_str(), slot.edition.ends.as_str()),
            ("adil/quiz/q@", "/learn/")
        );
    }
}
