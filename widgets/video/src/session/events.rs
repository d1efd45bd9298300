//! What the page and the learner are told, and what is kept.

use adil::json::Json;
use leptos::prelude::*;

use super::state::seconds;
use super::{Acted, NOTICES, Notice, Session};
use crate::model::{Moment, Report, Spot};

/// The `:state()`s of the element, which are attributes, too.
const FLAGS: [&str; 11] = [
    "paused",
    "playing",
    "started",
    "ended",
    "buffering",
    "seeking",
    "fullscreen",
    "captions",
    "checkpoint",
    "locked",
    "complete",
];

impl Session {
    /// Sets the states of the element as they are at first, and takes what was done before for
    /// told.
    pub(super) fn tell_nothing_again(self) {
        let report = self.report();
        let context = self.context();
        context.cells.complete.set(report.complete);
        context.cells.told.set(report.passed);
        // An earlier view of the element may have left others.
        for name in FLAGS {
            self.set_state(name, (name == "complete" && report.complete) || name == "paused");
        }
    }

    /// Sets a `:state()`, and an attribute of the same name with `data-` before it, which older
    /// browsers can style, too.
    pub fn set_state(self, name: &str, on: bool) {
        self.flag_as(name, on.then_some(""));
    }

    /// Sets a `:state()` whose attribute has a value; nothing ends it.
    pub fn flag_as(self, name: &str, value: Option<&str>) {
        let context = self.context();
        context.host.state(name, value.is_some());
        let Some(element) = &context.element else { return };
        let attribute = ["data-", name].concat();
        _ = match value {
            Some(value) => element.set_attribute(&attribute, value),
            None => element.remove_attribute(&attribute),
        };
    }

    /// Shows and says what the learner has to know.
    pub fn tell(self, notice: Notice) {
        let n = notice as usize;
        self.notice.set(Some(n));
        // It says more than where a key led.
        self.context().cells.acted.set(Acted::Nothing);
        self.set_state("locked", notice == Notice::Locked);
        self.announcer.announce(&self.text(NOTICES[n]));
    }

    /// What was told need not be known any more.
    pub fn tell_no_more(self) {
        self.notice.set(None);
        self.set_state("locked", false);
    }

    /// Fires an event with the fields that all events have.
    pub fn emit(self, name: &str, fields: Vec<(&str, Json)>) {
        let context = self.context();
        let about = [
            ("widget", "video".into()),
            ("run", f64::from(context.run).into()),
            ("mode", if context.limits.teacher { "teacher" } else { "learn" }.into()),
        ];
        context.widget.emit(name, about, fields, false);
    }

    pub(super) fn emit_at(self, name: &str) {
        self.emit(name, vec![("at", seconds(self.at.get_untracked()))]);
    }

    /// What the end of the lesson tells.
    pub fn report(self) -> Report {
        let context = self.context();
        let duration = Moment(self.duration.get_untracked());
        self.done(|progress| progress.report(&context.document.body, duration))
    }

    /// Keeps the place and all that was done.
    pub fn keep(self) {
        let context = self.context();
        let checkpoints = &context.document.body.checkpoints;
        // Whoever saw the end begins anew the next time. A place that is still to be reached
        // counts, not the start from which a player goes there.
        let here = || context.cells.pending.get().unwrap_or(self.at.get_untracked());
        let at = if self.ended.now() { 0 } else { here() };
        let kept = {
            let mut done = context.cells.done.borrow_mut();
            done.at = Spot::at(Moment(at), checkpoints);
            done.save()
        };
        if !context.remember(&kept) {
            return;
        }
        if context.slot.save(kept).is_err() && self.notice.now().is_none() {
            self.tell(Notice::NotKept);
            if !context.cells.told_not_kept.replace(true) {
                self.emit("adil-storage", vec![("kept", false.into())]);
            }
        }
    }

    /// Tells the page when more is done, and when the lesson has become complete.
    pub fn settle(self) {
        let context = self.context();
        let report = self.report();
        if report.passed > context.cells.told.get() {
            context.cells.told.set(report.passed);
            let fields = vec![("done", report.passed.into()), ("total", report.checkpoints.into())];
            self.emit("adil-progress", fields);
        }
        if report.complete && !context.cells.complete.replace(true) {
            self.set_state("complete", true);
            let fields = vec![
                ("watched", report.watched.into()),
                ("unattended", report.unattended.into()),
                ("passed", report.passed.into()),
                ("checkpoints", report.checkpoints.into()),
            ];
            self.emit("adil-complete", fields);
        }
    }
}
