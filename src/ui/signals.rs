//! Signals of one type. Each type of signal costs a page half a kilobyte, so all of a lesson's
//! are whole numbers.

use leptos::prelude::*;

/// A whole number that views follow.
pub type Number = RwSignal<u32>;

/// A condition that views follow.
#[derive(Clone, Copy)]
pub struct Flag(Number);

impl Flag {
    /// A condition that holds or not.
    pub fn new(on: bool) -> Flag {
        Flag(RwSignal::new(u32::from(on)))
    }

    /// Whether it holds; followed.
    pub fn get(self) -> bool {
        self.0.get() > 0
    }

    /// Whether it holds now.
    pub fn now(self) -> bool {
        self.0.get_untracked() > 0
    }

    /// Lets it hold or not.
    pub fn set(self, on: bool) {
        self.0.set(u32::from(on));
    }

    /// Lets it hold if it did not, and the other way round.
    pub fn toggle(self) {
        self.set(!self.now());
    }
}

/// A place in a list, or none, that views follow.
#[derive(Clone, Copy)]
pub struct Place(Number);

impl Place {
    /// A place, or none.
    pub fn new(place: Option<usize>) -> Place {
        Place(RwSignal::new(number(place)))
    }

    /// The place; followed.
    pub fn get(self) -> Option<usize> {
        place(self.0.get())
    }

    /// The place now.
    pub fn now(self) -> Option<usize> {
        place(self.0.get_untracked())
    }

    /// Follows it without reading.
    pub fn track(self) {
        self.0.track();
    }

    /// Sets it. Who follows is told even when it is the same.
    pub fn set(self, place: Option<usize>) {
        self.0.set(number(place));
    }
}

fn number(place: Option<usize>) -> u32 {
    place.and_then(|n| u32::try_from(n).ok()).unwrap_or(u32::MAX)
}

fn place(n: u32) -> Option<usize> {
    (n < u32::MAX).then_some(n as usize)
}
