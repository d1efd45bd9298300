//! Where the lesson stops, and when it goes on.

use adil::Json;
use leptos::prelude::*;

use super::{Acted, Notice, Session, screen, slides};
use crate::model::{Next, Outcome, Progress, Watch};
use crate::player::medium::Medium;
use crate::player::watchers;

impl Session {
    /// Stops when a checkpoint is due; asked by every watcher.
    pub fn check(self) {
        let playing = self.medium().filter(|medium| !medium.paused() && !medium.seeking());
        let Some(medium) = playing else { return };
        let gates = self.context().cells.gates();
        if let Some(n) = self.watch(|watch| watch.tick(&gates, medium.position())) {
            self.stop_at(n);
        }
    }

    /// Lets the watchers look out for the next cue; asked again and again while it plays.
    pub(super) fn arm(self) {
        let context = self.context();
        let Some(medium) = self.medium().filter(|medium| !medium.paused()) else {
            return context.armed.disarm();
        };
        let Some((_, cue)) = self.next() else { return };
        context.armed.arm(&medium, cue, move || {
            if !self.is_over() {
                self.check();
                self.arm();
            }
        });
    }

    /// Lets the browser tell of every cue, too.
    pub fn watch_cues(self) {
        let Some(media) = self.medium().filter(Medium::is_ours) else { return };
        let context = self.context();
        watchers::watch_cues(&media, &context.document.body.checkpoints, move || self.check());
    }

    /// Lets the watch do something.
    pub(super) fn watch<T>(self, act: impl FnOnce(&mut Watch) -> T) -> T {
        let watch = &self.context().cells.watch;
        let mut changed = watch.get();
        let answer = act(&mut changed);
        watch.set(changed);
        answer
    }

    /// The cue that playing on will reach next, and the index of its checkpoint.
    pub fn next(self) -> Option<(usize, u32)> {
        let notes = &self.context().cells;
        let gates = notes.gates();
        let n = notes.watch.get().next(&gates)?;
        Some((n, gates[n].at))
    }

    pub(super) fn stop_at(self, n: usize) {
        let Some(cue) = self.checkpoint(n, |one| one.at.0) else { return };
        let context = self.context();
        let notes = &context.cells;
        if let Some(medium) = self.medium() {
            _ = medium.pause();
            let off = medium.position().abs_diff(cue);
            // A player elsewhere would load anew for a step that nobody sees.
            let worth = medium.is_ours() || off > 1_000;
            if medium.duration() == 0 {
                // Playing on begins here, once the video is there.
                notes.pending.set(Some(cue));
            } else if off > 0 && worth && medium.can_seek(cue) {
                notes.own.set(Some(cue));
                medium.seek(cue);
            }
        }
        notes.stretch.set(notes.stretch.get().map(|stretch| stretch.reaching(cue)));
        self.flush();
        notes.last.set(cue);
        self.place(cue);
        // Each checkpoint stops once for each pass, whoever led to it.
        let gates = notes.gates();
        self.watch(|watch| watch.leave(gates[n]));
        screen::leave_video_alone(self);
        self.show(n);
    }

    /// A seek to the very end plays nothing on, so that no watcher would see a checkpoint there.
    pub(super) fn stop_at_the_end(self, at: u32) {
        const NEAR: u32 = 12;
        let end = self.duration.get_untracked();
        let is_near = end > 0 && at.saturating_add(NEAR) >= end;
        if is_near
            && self.open.now().is_none()
            && let Some((n, _)) = self.next()
        {
            self.stop_at(n);
        }
    }

    /// Opens a checkpoint.
    pub fn show(self, n: usize) {
        self.open.set(Some(n));
        self.flag_as("checkpoint", Some("open"));
        self.context().cells.acted.set(Acted::Nothing);
        // What it is called is read where the focus goes.
        self.announcer.announce(&self.text("video_paused"));
        self.keep();
    }

    /// Whether the open checkpoint lets the learner go on.
    pub fn may_go_on(self, n: usize) -> bool {
        let is_free = self
            .checkpoint(n, |one| !one.required || self.done(|progress| progress.has_passed(one)));
        self.context().limits.teacher || is_free != Some(false)
    }

    /// Says why it does not go on.
    pub fn locked(self) {
        self.tell(Notice::Locked);
    }

    /// Closes a checkpoint; playing goes on behind it.
    pub fn leave(self, n: usize) {
        if let Some(gate) = self.context().cells.gates().get(n) {
            self.watch(|watch| watch.leave(*gate));
        }
        self.close();
    }

    pub(super) fn close(self) {
        self.open.set(None);
        self.set_state("checkpoint", false);
        self.tell_no_more();
    }

    fn count_gates(self) {
        let context = self.context();
        let checkpoints = &context.document.body.checkpoints;
        let gates = self.done_now(|progress| progress.gates(checkpoints));
        context.cells.gates.replace(gates.into());
    }

    /// Takes over what another tab keeps. Pages heard of it there.
    pub fn join(self, kept: &Json) {
        let theirs = Progress::restore(kept, &self.context().document.body.checkpoints);
        self.change(self.changed, |progress| progress.join(theirs));
        self.change(self.ranges, |_| {});
        self.count_gates();
        let report = self.report();
        let notes = &self.context().cells;
        notes.told.set(notes.told.get().max(report.passed));
        if report.complete {
            notes.complete.set(true);
            self.set_state("complete", true);
        }
    }

    /// Notes that a question cannot be shown, or that it can now.
    pub fn set_broken(self, n: usize, is_broken: bool) {
        let change = |one: &_| {
            self.change(self.changed, |progress| progress.set_broken(one, is_broken));
        };
        if self.checkpoint(n, change).is_some() {
            self.count_gates();
        }
    }

    /// Notes what came of a checkpoint, and tells what follows.
    pub fn answer(self, n: usize, outcome: Outcome) -> Next {
        let context = self.context();
        let checkpoints = &context.document.body.checkpoints;
        let Some(checkpoint) = checkpoints.get(n) else { return Next::On };
        let mut next = Next::On;
        self.change(self.changed, |progress| next = progress.answer(n, checkpoints, outcome));
        if context.limits.teacher {
            next = next.without_rules();
        }
        self.count_gates();
        let (attempts, passed) = self.done_now(|progress| {
            let attempts = progress.of(checkpoint).map_or(0, |answered| answered.attempts);
            (attempts, progress.has_passed(checkpoint))
        });
        self.flag_as("checkpoint", Some(if passed { "passed" } else { "failed" }));
        let fields = vec![
            ("checkpointId", checkpoint.id.as_str().into()),
            ("at", checkpoint.at.seconds().into()),
            ("outcome", outcome.word().into()),
            ("tries", f64::from(attempts).into()),
            ("passed", passed.into()),
        ];
        self.emit("adil-checkpoint", fields);
        self.keep();
        self.settle();
        next
    }

    /// Goes on behind an open checkpoint, or where its answer leads.
    pub fn go_on(self, n: usize) {
        match self.context().next.replace(Next::On) {
            Next::Ahead(to) | Next::Back(to) => self.again(to.0),
            _ if !self.may_go_on(n) => self.locked(),
            _ => {
                self.leave(n);
                let (at, end) = (self.at.get_untracked(), self.duration.get_untracked());
                if self.slides.now() {
                    slides::turn(self);
                } else if end > 0 && at + 250 >= end {
                    // A cue on the last picture: there is nothing left to play.
                    self.finish();
                } else {
                    self.play();
                }
            }
        }
    }
}
