//! What screen readers say when something changed elsewhere than at the focus.

use leptos::prelude::*;

use super::dom::{Child, el, follow};

/// Says sentences politely, one at a time.
#[derive(Clone, Copy)]
pub struct Announcer(RwSignal<(bool, String)>);

impl Announcer {
    /// Says a sentence. The same sentence twice is said twice: the two live regions take turns,
    /// since a region whose text does not change stays silent.
    pub fn say(self, sentence: String) {
        self.0.try_update(|(turn, text)| {
            *turn = !*turn;
            *text = sentence;
        });
    }
}

/// The two live regions, which have to be in the page before anything is said, and the handle
/// to speak through them.
pub fn announcer() -> (Announcer, impl Child) {
    let said = RwSignal::new((false, String::new()));
    let region = move |mine: bool| {
        el("div").attr("role", "status").attr("class", "visually-hidden").child(follow(move || {
            said.with(|(turn, text)| if *turn == mine { text.clone() } else { String::new() })
        }))
    };
    (Announcer(said), (region(true), region(false)))
}
