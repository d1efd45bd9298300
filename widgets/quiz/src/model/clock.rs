//! The time that a timed run has used, whatever becomes of its page and of clocks.
//!
//! While the page is in view the browser's own clock counts, which nobody can set. What passed
//! while the page was closed, hidden or asleep only the device's clock knows: there it counts
//! where it says more. Neither ever gives time back.

use super::Run;

impl Run {
    /// Counts seconds that passed; gives what remains below a whole one.
    pub fn count(&mut self, passed: f64) -> f64 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let whole = passed as usize;
        self.time.seconds = self.time.seconds.saturating_add(whole);
        passed.fract()
    }

    /// Counts what passed since the run was kept, as while its page was closed, by the device's
    /// clock now; gives what remains below a whole second.
    pub fn catch_up(&mut self, wall: f64) -> f64 {
        let counts = self.time.noted > 0.0 && self.runs();
        let passed = if counts { (wall - self.time.noted).max(0.0) / 1_000.0 } else { 0.0 };
        self.count(passed)
    }

    /// Whether its time runs.
    pub fn runs(&self) -> bool {
        self.started && !self.finished && !self.time.paused
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Reading, Time};
    use super::*;

    #[test]
    fn time_passes_whatever_becomes_of_the_devices_clock() {
        #[track_caller]
        fn check(hidden: bool, steady: f64, wall: f64, expected: f64) {
            let earlier = Reading { steady: 1_000.0, wall: 5_000.0, hidden };
            let now = Reading { steady: 1_000.0 + steady, wall: 5_000.0 + wall, hidden: false };
            assert!((now.since(earlier) - expected).abs() < 1e-9, "{now:?}");
        }
        check(false, 250.0, 250.0, 250.0);
        // The clock is set back by an hour, and on by a day.
        check(false, 250.0, -3_600_000.0, 250.0);
        check(false, 250.0, 86_400_000.0, 250.0);
        // A tablet that was locked slept, and its browser's clock with it.
        check(true, 250.0, 60_000.0, 60_000.0);
        check(true, 250.0, -3_600_000.0, 250.0);
    }

    /// Each reload gave back what had passed since the time was put down, up to ten seconds.
    #[test]
    fn the_time_of_a_closed_page_counts() {
        #[track_caller]
        fn check(change: impl Fn(&mut Run), now: f64, seconds: usize, rest: f64) {
            let time = Time { seconds: 10, noted: 1e12, paused: false };
            let mut run = Run { started: true, time, ..Run::default() };
            change(&mut run);
            let left = run.catch_up(1e12 + now * 1_000.0);
            assert_eq!(run.time.seconds, seconds);
            assert!((left - rest).abs() < 1e-3, "{left}");
        }
        check(|_| {}, 8.25, 18, 0.25);
        check(|_| {}, 0.0, 10, 0.0);
        check(|_| {}, -3_600.0, 10, 0.0);
        check(|run| run.time.paused = true, 600.0, 10, 0.0);
        check(|run| run.finished = true, 600.0, 10, 0.0);
        check(|run| run.started = false, 600.0, 10, 0.0);
        // A run that was kept before this was noted.
        check(|run| run.time.noted = 0.0, 600.0, 10, 0.0);
    }
}
