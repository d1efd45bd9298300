//! Signals of one type. Each type of signal costs a page half a kilobyte, so all that views
//! follow are whole numbers: as themselves, as conditions, as places in lists, or as a count of
//! changes to what lies in a plain cell.

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

    /// Lets it hold or not. Nothing happens where the view is gone.
    pub fn set(self, on: bool) {
        _ = self.0.try_set(u32::from(on));
    }

    /// Lets it hold if it did not, and the other way round.
    pub fn toggle(self) {
        self.set(!self.now());
    }
}

/// A place in a list, or none, that views follow.
#[derive(Clone, Copy)]
pub struct IndexSignal(Number);

impl IndexSignal {
    /// A place, or none.
    pub fn new(place: Option<usize>) -> IndexSignal {
        IndexSignal(RwSignal::new(number(place)))
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
        _ = self.0.try_set(number(place));
    }
}

fn number(place: Option<usize>) -> u32 {
    place.and_then(|n| u32::try_from(n).ok()).unwrap_or(u32::MAX)
}

fn place(n: u32) -> Option<usize> {
    (n < u32::MAX).then_some(n as usize)
}

/// One of a few values that views follow.
#[derive(Clone, Copy)]
pub struct Choice<T: 'static> {
    place: IndexSignal,
    all: &'static [T],
}

impl<T: Copy + PartialEq> Choice<T> {
    /// One of these values; the first where it is none of them.
    pub fn new(all: &'static [T], value: T) -> Choice<T> {
        let choice = Choice { place: IndexSignal::new(None), all };
        choice.set(value);
        choice
    }

    /// The value; followed.
    pub fn get(self) -> T {
        self.all[self.place.get().unwrap_or(0)]
    }

    /// The value now.
    pub fn now(self) -> T {
        self.all[self.place.now().unwrap_or(0)]
    }

    /// Follows it without reading.
    pub fn track(self) {
        self.place.track();
    }

    /// Sets it. Who follows is told even when it is the same.
    pub fn set(self, value: T) {
        self.place.set(self.all.iter().position(|one| *one == value).or(Some(0)));
    }
}
