//! What is kept of a run, and what another tab kept.

use adil::json::Json;

use super::{Notice, Screen, Session};
use crate::model::{merge, restore, save};

impl Session {
    pub(super) fn keep(self) {
        let fixed = self.fixed();
        let kept = self.run.with_untracked(|run| save(&fixed.document.body, run));
        fixed.remember(&kept);
        if self.notice.now() == Some(Notice::Replaced) {
            return;
        }
        if fixed.slot.save(kept).is_err() && self.notice.now().is_none() {
            self.notice.set(Some(Notice::NotKept));
            self.emit("adil-storage", vec![("kept", false.into())]);
        }
    }

    /// Another tab kept something in this run's slot: both runs become one, or this one steps
    /// back. Nothing answered here is lost.
    pub fn kept_elsewhere(self, theirs: &Json) {
        let fixed = self.fixed();
        let Some(theirs) = restore(&fixed.document.body, theirs) else { return };
        match self.run.with_untracked(|ours| merge(ours, theirs)) {
            Some(merged) => {
                let changed = self.run.with_untracked(|ours| *ours != merged);
                let other = self.run.with_untracked(|ours| ours.id != merged.id);
                self.notice.set(Some(Notice::Joined));
                if changed {
                    let finished = merged.finished;
                    self.run.update(|run| *run = merged);
                    if finished {
                        fixed.host.state("complete", true);
                        self.screen.set(Screen::Result);
                    } else if other {
                        self.screen.set(Screen::Item);
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
