//! What screen readers say when something changed elsewhere than at the focus.

use std::cell::{Cell, RefCell};

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use web_sys::Element;

use super::dom::{Child, El, el};
use super::speech::{Line, ends_sentence};

/// How long a sentence stays, in milliseconds: long enough to be heard of, and gone before somebody
/// who reads the page line by line meets it.
const STAY: u32 = 1_000;

/// Says sentences politely, one at a time.
#[derive(Clone, Copy)]
pub struct Announcer(StoredValue<Regions, LocalStorage>);

struct Regions {
    places: [Element; 2],
    turn: Cell<bool>,
    end: RefCell<Option<Timeout>>,
}

impl Announcer {
    /// Says a sentence in the language of the interface. The same sentence twice is said twice: the
    /// two live regions take turns, since a region whose text does not change stays silent.
    pub fn announce(self, sentence: &str) {
        self.put(&el("span").child(sentence));
    }

    /// Says sentences, each in its language; without one in that of the interface.
    pub fn announce_lines(self, lines: &[Line]) {
        let lines = lines.iter().filter(|line| !line.words.trim().is_empty());
        let last = lines.clone().count();
        let sentences = lines.zip(1..).map(|(line, n)| sentence(line, n < last));
        self.put(&el("p").child(sentences.collect::<Vec<_>>()));
    }

    fn put(self, said: &El) {
        // What is said after the view has ended is for nobody.
        self.0.try_with_value(|regions| {
            let turn = !regions.turn.get();
            regions.clear();
            regions.turn.set(turn);
            _ = regions.places[usize::from(turn)].append_child(&said.element());
            let places = regions.places.clone();
            let end = Timeout::new(STAY, move || clear(&places));
            regions.end.replace(Some(end));
        });
    }

    /// Takes away what was said before something else is shown.
    pub fn clear(self) {
        self.0.try_with_value(Regions::clear);
    }
}

impl Regions {
    fn clear(&self) {
        self.end.take();
        clear(&self.places);
    }
}

/// A sentence; before another one it gets a full stop, where it has no end of its own.
fn sentence(line: &Line, goes_on: bool) -> El {
    let words = line.words.trim();
    let end = if ends_sentence(words) { " " } else { ". " };
    let said = el("span").child((words, goes_on.then_some(end)));
    if line.lang.is_empty() { said } else { said.attr("lang", &line.lang) }
}

fn clear(places: &[Element]) {
    places.iter().for_each(|place| place.set_text_content(None));
}

/// The two live regions, which have to be in the page before anything is said, and the handle
/// to speak through them.
pub fn announcer() -> (Announcer, impl Child) {
    let region = || el("div").attr("role", "status").attr("class", "visually-hidden");
    let made: [El; 2] = [region(), region()];
    let places = made.each_ref().map(El::element);
    let regions = Regions { places, turn: Cell::new(false), end: RefCell::new(None) };
    (Announcer(StoredValue::new_local(regions)), Vec::from(made))
}
