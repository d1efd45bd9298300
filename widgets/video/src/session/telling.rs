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
        let fixed = self.fixed();
        fixed.notes.complete.set(report.complete);
        fixed.notes.told.set(report.passed);
        // An earlier view of the element may have left others.
        for name in FLAGS {
            self.flag(name, (name == "complete" && report.complete) || name == "paused");
        }
    }

    /// Sets a `:state()`, and an attribute of the same name with `data-` before it, which older
    /// browsers can style, too.
    pub fn flag(self, name: &str, on: bool) {
        self.flag_as(name, on.then_some(""));
    }

    /// Sets a `:state()` whose attribute has a value; nothing ends it.
    pub fn flag_as(self, name: &str, value: Option<&str>) {
        let fixed = self.fixed();
        fixed.host.state(name, value.is_some());
        let Some(element) = &fixed.element else { return };
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
        self.fixed().notes.acted.set(Acted::Nothing);
        self.flag("locked", notice == Notice::Locked);
        self.said.say(&self.text(NOTICES[n]));
    }

    /// What was told need not be known any more.
    pub fn tell_no_more(self) {
        self.notice.set(None);
        self.flag("locked", false);
    }

    /// Fires an event with the fields that all events have.
    pub fn emit(self, name: &str, fields: Vec<(&str, Json)>) {
        let fixed = self.fixed();
        let about = [
            ("widget", "video".into()),
            ("run", f64::from(fixed.run).into()),
            ("mode", if fixed.limits.teacher { "teacher" } else { "learn" }.into()),
        ];
        fixed.opened.emit(name, about, fields, false);
    }

    pub(super) fn emit_at(self, name: &str) {
        self.emit(name, vec![("at", seconds(self.at.get_untracked()))]);
    }

    /// What the end of the lesson tells.
    pub fn report(self) -> Report {
        let fixed = self.fixed();
        let duration = Moment(self.duration.get_untracked());
        self.done(|progress| progress.report(&fixed.document.body, duration))
    }

    /// Keeps the place and all that was done.
    pub fn keep(self) {
        let fixed = self.fixed();
        let checkpoints = &fixed.document.body.checkpoints;
        // Whoever saw the end begins anew the next time. A place that is still to be reached
        // counts, not the start from which a player goes there.
        let here = || fixed.notes.pending.get().unwrap_or(self.at.get_untracked());
        let at = if self.ended.now() { 0 } else { here() };
        let kept = {
            let mut done = fixed.notes.done.borrow_mut();
            done.at = Spot::at(Moment(at), checkpoints);
            done.save()
        };
        fixed.remember(&kept);
        if fixed.slot.save(kept).is_err() && self.notice.now().is_none() {
            self.tell(Notice::NotKept);
            if !fixed.notes.told_not_kept.replace(true) {
                self.emit("adil-storage", vec![("kept", false.into())]);
            }
        }
    }

    /// Tells the page when more is done, and when the lesson has become complete.
    pub fn settle(self) {
        let fixed = self.fixed();
        let report = self.report();
        if report.passed > fixed.notes.told.get() {
            fixed.notes.told.set(report.passed);
            let fields = vec![("done", report.passed.into()), ("total", report.checkpoints.into())];
            self.emit("adil-progress", fields);
        }
        if report.complete && !fixed.notes.complete.replace(true) {
            self.flag("complete", true);
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
