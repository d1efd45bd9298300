//! What the learner does, and where that leads.

use leptos::prelude::*;

use super::{Notice, Session, source};
use crate::model::{Landing, Moment, Progress, Spot, followed, landing};
use crate::player::medium::Medium;

impl Session {
    /// Plays, or stands still. The medium knows which at once; its events come later, and
    /// two quick presses would both do the same.
    pub fn toggle(self) {
        match self.medium().filter(|medium| !medium.paused()) {
            Some(medium) => _ = medium.pause(),
            None => self.play(),
        }
    }

    /// Plays on; behind an open checkpoint, if that may be.
    pub fn play(self) {
        if let Some(n) = self.open.now() {
            return self.go_on(n);
        }
        self.slides.set(false);
        self.load_lazy_chunk();
        self.context().source.plays.set(true);
        source::prepare(self);
        if self.ended.now() {
            self.set_ended(false);
            self.jump(0);
        }
        if let Some(medium) = self.medium() {
            medium.play();
        }
    }

    /// Goes somewhere as far as the lesson lets; a checkpoint in the way opens.
    pub fn seek(self, to: u32) {
        let end = self.duration.get_untracked();
        let to = if end > 0 { to.min(end) } else { to };
        let from = self.context().cells.last.get();
        self.flush();
        if let Some(to) = self.land(from, to) {
            self.set_ended(false);
            let pending = &self.context().cells.pending;
            let is_there = |medium: &Medium| {
                pending.get().is_none() && (self.started.now() || medium.duration() > 0)
            };
            match self.medium().filter(is_there) {
                Some(medium) => medium.seek(to),
                // Also instead of the place where it was left, while the file is on its way.
                None => pending.set(Some(to)),
            }
            self.place(to);
        }
    }

    /// Goes some milliseconds further or back.
    pub fn step(self, by: i32) {
        self.seek(self.at.get_untracked().saturating_add_signed(by));
    }

    /// Goes where the lesson itself leads: no rule stops it.
    pub fn jump(self, to: u32) {
        self.flush();
        self.watch(|watch| watch.seek(to));
        self.move_to(to);
    }

    /// Takes a video to the place that slides have reached, as far as its rules let.
    pub fn take_place(self) {
        if let Some(to) = self.land(0, self.at.get_untracked()) {
            self.jump(to);
        }
    }

    pub(super) fn move_to(self, to: u32) {
        let context = self.context();
        // However long it took to get there, nothing of the way was played.
        context.cells.stretch.set(None);
        context.cells.last.set(to);
        self.place(to);
        match self.medium() {
            Some(medium) if medium.duration() > 0 => {
                context.cells.own.set(Some(to));
                medium.seek(to);
            }
            _ => context.cells.pending.set(Some(to)),
        }
    }

    /// Closes what is open and goes on from somewhere.
    pub fn again(self, from: u32) {
        self.close();
        self.set_ended(false);
        self.jump(from);
        if !self.slides.now() {
            self.play();
        }
    }

    /// Goes to a slide: back freely, on as far as checkpoints let.
    pub fn turn_back_or_on(self, to: u32) {
        let from = self.at.get_untracked();
        if let Some(to) = self.land(from, to) {
            self.close();
            self.set_ended(false);
            self.jump(to);
        }
    }

    /// Goes to a part of the lesson, and on from there if it played.
    pub fn go_to(self, at: u32) {
        if self.slides.now() {
            return self.turn_back_or_on(at);
        }
        self.seek(at);
        if !self.started.now() {
            self.play();
        }
    }

    /// Turns slides as far as the lesson lets: to a position, or to a checkpoint before it.
    pub fn turn_to(self, to: u32) {
        let context = self.context();
        let from = self.at.get_untracked();
        let gates = context.cells.gates();
        let due = self.watch(|watch| watch.tick(&gates, to));
        let reached = due.map_or(to, |n| gates[n].at.min(to));
        let until = from + followed(reached.saturating_sub(from), self.slide_stood());
        self.change(self.ranges, |progress| progress.play(Moment(from), Moment(until), true));
        context.cells.last.set(reached);
        match due {
            Some(n) => {
                self.place(reached);
                self.show(n);
            }
            None => self.place(to),
        }
        self.keep();
        self.settle();
    }

    /// Where a seek really goes; nothing when a checkpoint opens instead.
    pub(super) fn land(self, from: u32, to: u32) -> Option<u32> {
        let context = self.context();
        let watched = self.done_now(Progress::watched);
        match landing(&context.cells.gates(), context.limits, &watched, from, to) {
            Landing::There(to) => Some(to),
            Landing::Watched(to) => {
                self.tell(Notice::NotFurther);
                Some(to)
            }
            Landing::Checkpoint(n) => {
                self.stop_at(n);
                self.locked();
                None
            }
        }
    }

    /// Sets a bookmark where the lesson is, or takes one away; whether one was set.
    pub fn bookmark(self, spot: Option<Spot>) -> bool {
        let context = self.context();
        let checkpoints = &context.document.body.checkpoints;
        let here = || Spot::at(Moment(self.at.get_untracked()), checkpoints);
        let spot = spot.unwrap_or_else(here);
        let mut was_set = false;
        self.change(self.changed, |progress| was_set = progress.bookmark(spot));
        self.keep();
        was_set
    }
}
