//! How a learner likes lessons to be shown; kept by the page's rule for storage.

use std::cell::Cell;

use adil::host::parse_json;
use adil::json::Json;
use adil::progress::Slot;
use leptos::web_sys::Element;

/// How a learner likes lessons to be shown.
pub struct Prefs {
    slot: Slot,
    /// Whether captions are shown; at first they are: not every room is quiet.
    pub captions: Cell<bool>,
    /// How large captions are: a place in [`SIZES`].
    pub size: Cell<usize>,
    /// What lies behind captions: a place in [`BACKGROUNDS`].
    pub background: Cell<usize>,
}

/// How large captions are, as the names of texts and states.
pub const SIZES: [&str; 3] = ["small", "medium", "large"];
/// What lies behind captions.
pub const BACKGROUNDS: [&str; 3] = ["dark", "black", "none"];

impl Prefs {
    /// What was kept in a slot, else how lessons are shown at first.
    pub fn read(slot: Slot) -> Prefs {
        let kept = slot.load(|text| parse_json(text).ok());
        let number = |name: &str, most: usize| {
            let kept = kept.as_ref()?.get(name)?.number()?;
            (0..most).find(|n| (kept - *n as f64).abs() < 0.1)
        };
        Prefs {
            captions: Cell::new(number("captions", 2) != Some(0)),
            size: Cell::new(number("size", SIZES.len()).unwrap_or(1)),
            background: Cell::new(number("background", BACKGROUNDS.len()).unwrap_or(0)),
            slot,
        }
    }

    /// Keeps what the learner chose. Where the browser refuses, it lasts as long as the page.
    pub fn keep(&self) {
        _ = self.slot.save(Json::object([
            ("captions", usize::from(self.captions.get()).into()),
            ("size", self.size.get().into()),
            ("background", self.background.get().into()),
        ]));
    }

    /// Shows on the stage what the learner chose.
    pub fn show(&self, stage: &Element) {
        for (name, word) in [
            ("data-caption-size", SIZES[self.size.get()]),
            ("data-caption-background", BACKGROUNDS[self.background.get()]),
        ] {
            _ = stage.set_attribute(name, word);
        }
    }
}
