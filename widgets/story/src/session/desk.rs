//! The desk on which a learner makes a strip. Nothing of it is told, and it is kept only on
//! request, on this device alone.

use std::cell::RefCell;
use std::rc::Rc;

use adil::host::parse_json;
use adil::progress::{Keep, Slot};
use adil::ui::{Flag, IndexSignal, Number};
use leptos::prelude::*;

use super::Session;
use crate::model::{Drawings, Made, Strip};

struct Inside {
    strip: RefCell<Strip>,
    slot: Slot,
}

/// A handle to the strip, to be passed to every component.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The story after which it is made.
    pub session: Session,
    inside: StoredValue<Rc<Inside>, LocalStorage>,
    /// The cell of the figure that is worked on.
    pub chosen: IndexSignal,
    /// Whether the strip is kept.
    pub keeps: Flag,
    /// Whether saving a picture failed.
    pub failed: Flag,
    changes: Number,
    /// Counts what changes how many panels there are, or which is worked on.
    pub turns: Number,
}

impl Desk {
    /// A desk with the strip that was kept, else with an empty one.
    pub fn new(session: Session) -> Desk {
        let slot = session.read(|widget| widget.shared_slot(Keep::Device, "story", "strip"));
        let kept = slot.load(|text| parse_json(text).ok());
        let keeps = kept.is_some();
        let strip = kept
            .map(|kept| session.story(|story| Strip::restore(&story.drawings, &kept)))
            .unwrap_or_default();
        let inside = Rc::new(Inside { strip: RefCell::new(strip), slot });
        Desk {
            session,
            inside: StoredValue::new_local(inside),
            chosen: IndexSignal::new(None),
            keeps: Flag::new(keeps),
            failed: Flag::new(false),
            changes: Number::new(0),
            turns: Number::new(0),
        }
    }

    /// Reads the strip, and follows its changes.
    pub fn strip<T>(self, read: impl FnOnce(&Strip) -> T) -> T {
        self.changes.track();
        read(&self.inside.get_value().strip.borrow())
    }

    /// Reads the panel that is worked on, and follows its changes.
    pub fn here<T>(self, read: impl FnOnce(&Made) -> T) -> T {
        self.strip(|strip| read(strip.here()))
    }

    /// Reads the drawings.
    pub fn drawings<T>(self, read: impl FnOnce(&Drawings) -> T) -> T {
        self.session.story(|story| read(&story.drawings))
    }

    /// Changes the panel that is worked on.
    pub fn change<T>(self, change: impl FnOnce(&mut Made) -> T) -> T {
        let changed = change(self.inside.get_value().strip.borrow_mut().here_mut());
        self.changed();
        changed
    }

    /// Changes how many panels there are, or which is worked on.
    pub fn turn(self, change: impl FnOnce(&mut Strip)) {
        change(&mut self.inside.get_value().strip.borrow_mut());
        self.chosen.set(None);
        self.changed();
        _ = self.turns.try_update(|n| *n += 1);
    }

    fn changed(self) {
        _ = self.changes.try_update(|n| *n += 1);
        self.keep();
    }

    /// Has the strip kept on this device from now on, or deletes it there.
    pub fn set_keeps(self, keeps: bool) {
        self.keeps.set(keeps);
        if keeps { self.keep() } else { self.inside.get_value().slot.clear() }
    }

    fn keep(self) {
        if !self.keeps.now() {
            return;
        }
        let inside = self.inside.get_value();
        let kept = self.drawings(|drawings| inside.strip.borrow().save(drawings));
        if inside.slot.save(kept).is_err() {
            self.keeps.set(false);
            self.session.tell_refused();
        }
    }
}
