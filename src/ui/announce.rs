//! What screen readers say when something changed elsewhere than at the focus.

use std::cell::Cell;

use leptos::prelude::*;
use web_sys::Element;

use super::dom::{Child, El, el};

/// Says sentences politely, one at a time.
#[derive(Clone, Copy)]
pub struct Announcer(StoredValue<Regions, LocalStorage>);

struct Regions {
    places: [Element; 2],
    turn: Cell<bool>,
}

impl Announcer {
    /// Says a sentence. The same sentence twice is said twice: the two live regions take turns,
    /// since a region whose text does not change stays silent.
    pub fn say(self, sentence: &str) {
        // What is said after the view has ended is for nobody.
        self.0.try_with_value(|regions| {
            let turn = !regions.turn.get();
            regions.turn.set(turn);
            let [one, other] = &regions.places;
            let (now, before) = if turn { (one, other) } else { (other, one) };
            now.set_text_content(Some(sentence));
            before.set_text_content(None);
        });
    }
}

/// The two live regions, which have to be in the page before anything is said, and the handle
/// to speak through them.
pub fn announcer() -> (Announcer, impl Child) {
    let region = || el("div").attr("role", "status").attr("class", "visually-hidden");
    let regions: [El; 2] = [region(), region()];
    let places = regions.each_ref().map(El::element);
    let said = StoredValue::new_local(Regions { places, turn: Cell::new(false) });
    (Announcer(said), Vec::from(regions))
}
