//! Runs that several tabs of one device may change.

use std::cell::RefCell;

use wasm_bindgen::JsCast;

use super::parse_json;
use crate::json::{Json, write};
use crate::progress::{Refused, Slot};

/// Tells each run that another tab of this device keeps in a slot, until the current owner
/// ends.
pub fn follow_other_tabs(slot: Slot, act: impl Fn(&Json) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let heard = move |event: web_sys::Event| {
        let Some(event) = event.dyn_ref::<web_sys::StorageEvent>() else { return };
        let is_ours = event.key().is_some_and(|key| slot.is_key(&key));
        let text = event.new_value().filter(|_| is_ours);
        let kept = text.and_then(|text| parse_json(&text).ok());
        match kept.as_ref().and_then(|kept| kept.get("run")) {
            // Forgotten there.
            None | Some(Json::Null) => {}
            Some(run) => act(run),
        }
    };
    crate::ui::listen(&window, "storage", Box::new(heard));
}

/// A slot, and what this tab knows to lie in it. A browser tells a tab that sleeps nothing, so a
/// widget looks here before it writes over what another tab kept.
pub struct TabSlot {
    slot: Slot,
    known: RefCell<String>,
}

impl TabSlot {
    /// A slot in which this run, if any, was found.
    pub fn new(slot: Slot, found: Option<&Json>) -> TabSlot {
        TabSlot { slot, known: RefCell::new(found.map(write).unwrap_or_default()) }
    }

    /// The slot itself.
    pub fn slot(&self) -> Slot {
        self.slot.clone()
    }

    /// Notes what another tab kept.
    pub fn hear(&self, run: &Json) {
        self.known.replace(write(run));
    }

    /// The run that another tab kept since this one looked last; nothing where none did.
    pub fn newer(&self) -> Option<Json> {
        let run = self.slot.load(|text| parse_json(text).ok())?;
        let text = write(&run);
        (self.known.replace(text.clone()) != text).then_some(run)
    }

    /// Keeps a run.
    ///
    /// # Errors
    /// [`Refused`] where the browser denies storage or has no room; what lies there stays known.
    pub fn save(&self, run: Json) -> Result<(), Refused> {
        let text = write(&run);
        self.slot.save(run)?;
        self.known.replace(text);
        Ok(())
    }
}
