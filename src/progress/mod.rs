//! What a widget keeps between visits, by the rule the page sets: nothing, until the tab closes,
//! or on this device for ninety days.

use crate::json::{self, Json, number_text};

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
}

/// The browser refused to keep something: storage is blocked or full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

impl Slot {
    /// The slot for a widget, a content id, and the mode or element id that tells runs apart.
    pub fn new(keep: Keep, widget: &str, content: &str, which: &str) -> Slot {
        Slot { key: key(widget, content, which), old: String::new(), keep, more: 0.0 }
    }

    /// The same for a content at one address, which a copied file with the same id does not share.
    /// `twin` counts the elements before this one that are alike in all of it.
    pub fn at(keep: Keep, [widget, content, address, which]: [&str; 4], twin: usize) -> Slot {
        let old = if twin == 0 { key(widget, content, which) } else { String::new() };
        let place =
            if twin == 0 { String::new() } else { ["~", &number_text(twin as f64)].concat() };
        let key = key(widget, &[content, address, &place].concat(), which);
        Slot { key, old, keep, more: 0.0 }
    }

    /// The same slot for a run that stays so many days after its last change instead of [`DAYS`]: a
    /// school's summer is longer than these.
    #[must_use]
    pub fn lasting(self, days: f64) -> Slot {
        Slot { more: days - DAYS, ..self }
    }

    /// Whether an event of the browser's storage is about this slot.
    pub fn is_key(&self, key: &str) -> bool {
        self.keep == Keep::Device && key == self.key
    }

    /// Whether something is kept here, be it a run or not.
    pub fn is_taken(&self) -> bool {
        let Ok(Some(storage)) = self.storage() else { return false };
        let has = |key: &str| matches!(storage.get_item(key), Ok(Some(_)));
        has(&self.key) || has(&self.old)
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
        let kept = text(&self.key).or_else(|| text(&self.old).filter(|_| !self.old.is_empty()));
        open(&kept?, now, parse)
    }

    /// Keeps a run with today's day.
    ///
    /// # Errors
    /// [`Refused`] where the browser denies storage or has no room.
    pub fn save(&self, run: Json) -> Result<(), Refused> {
        let Some(storage) = self.storage()? else { return Ok(()) };
        let text =
            json::write(&Json::object([("day", (today() + self.more).into()), ("run", run)]));
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
        }
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

/// Deletes runs of any Adil content that have stood for too long.
fn sweep(storage: &web_sys::Storage, today: f64, parse: impl Fn(&str) -> Option<Json>) {
    let keys: Vec<String> = (0..storage.length().unwrap_or(0))
        .filter_map(|n| storage.key(n).ok().flatten())
        .filter(|key| key.starts_with(PREFIX))
        .collect();
    for key in keys {
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
}
