//! The clock of a timed run.

use adil::host::now;

use super::{Screen, Session};
use crate::model::Mode;

impl Session {
    /// Reads the clock of a timed run; ends the run when no time is left. The browser's clock
    /// counts, not how often this is called: hidden tabs are slowed down.
    pub fn tick(self, limit: usize) {
        let fixed = self.fixed();
        let (last, rest) = fixed.notes.clock.get();
        let time = now();
        let runs = self.run.with_untracked(|run| run.started && !run.finished) && !self.waits();
        if !runs || self.paused.now() || self.screen.now() != Screen::Item {
            return fixed.notes.clock.set((time, rest));
        }
        let passed = rest + (time - last) / 1_000.0;
        fixed.notes.clock.set((time, passed.fract()));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let whole = passed.max(0.0) as usize;
        if whole == 0 {
            return;
        }
        self.run.update(|run| run.seconds += whole);
        let seconds = self.run.with_untracked(|run| run.seconds);
        if seconds % 10 < whole {
            self.keep();
        }
        if seconds >= limit {
            // What was answered counts, though there was no time to check it.
            if fixed.rules.mode == Mode::Learn {
                self.check();
            }
            self.said.say(&self.text("time_over"));
            self.finish();
        }
    }

    /// Whether a timed run has used all its time.
    pub fn is_time_over(self) -> bool {
        let limit = self.fixed().rules.limit_seconds();
        limit.is_some_and(|limit| self.run.with(|run| run.seconds >= limit))
    }
}
