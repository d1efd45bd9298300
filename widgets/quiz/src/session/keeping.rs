//! What is kept of a run, and what another tab kept; in the later part of the bundle.

use std::cell::RefCell;

use adil::host::follow_other_tabs;
use adil::json::Json;
use adil::progress::Keep;

use super::{Context, LazyPart, Notice, Screen, Session};
use crate::model::{Run, merge, resume, save};

thread_local! {
    /// Runs of views that ended before the later part was there, each with its content.
    static HELD: RefCell<Vec<(String, Run)>> = const { RefCell::new(Vec::new()) };
}

impl Context {
    /// Holds what was answered and could not be kept yet for the next view of this element.
    pub fn hold(&self) {
        if self.cells.waiting.borrow().contains(&LazyPart::Keep) {
            let place = HELD.with_borrow_mut(|held| {
                held.push((self.host.content(), self.cells.run.take()));
                held.len() - 1
            });
            _ = self.remember(&place.into());
        }
    }

    /// What was held at a place, if it was of this content.
    fn held(&self, place: &Json) -> Option<Run> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let place = place.number()? as usize;
        HELD.with_borrow_mut(|held| {
            let (_, run) = held.get_mut(place).filter(|held| held.0 == self.host.content())?;
            (!run.answers.is_empty()).then(|| std::mem::take(run))
        })
    }
}

impl Session {
    /// Goes on with the run that is kept; whether any was waited for.
    pub fn resume(self) -> bool {
        let context = self.context();
        let kept = context.kept_run(&context.slot);
        if self.screen.now() != Screen::Kept {
            // Another tab was faster than the later part of the bundle.
            if let (Some(kept), Keep::Device) = (kept, context.keeping()) {
                self.kept_elsewhere(&kept);
            }
            return false;
        }
        let held = kept.as_ref().and_then(|kept| context.held(kept));
        let is_held = held.is_some();
        let read = || resume(&context.document.body, &context.rules, &kept?);
        let mut screen = context.first();
        if let Some((mut run, lost)) = held.map(|run| (run, false)).or_else(read) {
            run.time.paused &= context.rules.may_pause();
            if run.finished {
                screen = Screen::Result;
            } else if run.started {
                screen = if run.time.paused { Screen::Paused } else { Screen::Item };
            }
            context.cells.reported.set(run.done(&context.document.body, context.rules.mode));
            self.run.update(|now| *now = run);
            if lost {
                self.notice.set(Some(Notice::Changed));
            }
        } else {
            self.begin_as_shown();
        }
        if is_held {
            self.keep();
        }
        self.screen.set(screen);
        true
    }

    /// Follows what other tabs keep, for as long as the quiz is mounted.
    pub fn follow_tabs(self) {
        follow_other_tabs(self.context().slot.clone(), move |run| self.kept_elsewhere(run));
    }

    /// Keeps the run, once it can be.
    pub(super) fn keep(self) {
        self.lazy_command(LazyPart::Keep);
    }

    /// Keeps the run.
    pub fn keep_now(self) {
        let context = self.context();
        let kept = self.run.with_untracked(|run| save(&context.document.body, run));
        if !context.remember(&kept) || self.notice.now() == Some(Notice::Replaced) {
            return;
        }
        if context.slot.save(kept).is_err() && self.notice.now().is_none() {
            self.notice.set(Some(Notice::NotKept));
            self.emit("adil-storage", vec![("kept", false.into())]);
        }
    }

    /// Another tab kept something in this run's slot: both runs become one, or this one steps
    /// back. Nothing answered here is lost.
    pub fn kept_elsewhere(self, theirs: &Json) {
        let context = self.context();
        let theirs = resume(&context.document.body, &context.rules, theirs);
        let Some((theirs, _)) = theirs else { return };
        // Both tabs pause together: theirs is what the learner did last.
        let paused = theirs.time.paused && context.rules.may_pause();
        match self.run.with_untracked(|ours| merge(ours, theirs)) {
            Some(mut merged) => {
                merged.time.paused = paused;
                let turns = self.run.with_untracked(|ours| ours.time.paused != paused);
                let changed = self.run.with_untracked(|ours| *ours != merged);
                let other = self.run.with_untracked(|ours| ours.id != merged.id);
                self.notice.set(Some(Notice::Joined));
                if changed {
                    let finished = merged.finished;
                    self.run.update(|run| *run = merged);
                    if finished {
                        context.host.state("complete", true);
                        self.screen.set(Screen::Result);
                    } else if other || turns {
                        self.screen.set(if paused { Screen::Paused } else { Screen::Item });
                    }
                }
            }
            None => self.notice.set(Some(Notice::Replaced)),
        }
    }

    /// Keeps this tab's run after another tab had replaced it.
    pub fn keep_this(self) {
        self.notice.set(None);
        self.keep();
    }

    /// Notes that the pledge was remembered.
    pub fn remind(self) {
        self.run.update(|run| run.reminded = true);
        self.keep();
    }
}
