//! The clock of a timed run; in the later part of the bundle, but for what a view asks.

use adil::host::now;
use adil::ui::{every, listen};
use leptos::prelude::{Track, Update};

use super::{LazyPart, Screen, Session};
use crate::model::{Mode, Reading, Run};

/// Reads both clocks.
fn read() -> Reading {
    let page = leptos::web_sys::window().and_then(|window| window.document());
    let hidden = page.is_some_and(|page| page.hidden());
    Reading { steady: now(), wall: js_sys::Date::now(), hidden }
}

/// Whether the time that is left has just come down to half, to a minute or to ten seconds.
fn is_worth_a_word(limit: usize, before: usize, now: usize) -> bool {
    let passed = |left: usize| before < limit - left && limit - left <= now;
    [limit / 2, 60, 10].into_iter().any(|left| left < limit && passed(left))
}

impl Session {
    /// Reads the clock of a timed run for as long as the quiz is mounted.
    pub fn run_clock(self) {
        let context = self.context();
        let Some(limit) = context.rules.limit_seconds() else { return };
        let time = read();
        self.run.update(|run| context.cells.clock.set((time, run.catch_up(time.wall))));
        every(250, move || self.tick(limit));
        // What passes while the page is hidden or closed is counted from here on.
        let page = leptos::web_sys::window().and_then(|window| Some((window.document()?, window)));
        let Some((document, window)) = page else { return };
        let note = move |_| {
            self.tick(limit);
            if self.run.with_untracked(|run| run.started && !run.finished) {
                self.keep();
            }
        };
        listen(&document, "visibilitychange", Box::new(note));
        listen(&window, "pagehide", Box::new(note));
        self.tick(limit);
    }

    /// Counts what passed; ends the run when no time is left. Clocks count, not how often this is
    /// called: hidden tabs are slowed down.
    fn tick(self, limit: usize) {
        let context = self.context();
        let (last, rest) = context.cells.clock.get();
        let time = read();
        let runs = self.run.with_untracked(Run::runs) && !self.waits();
        let passed = if runs { rest + time.since(last) / 1_000.0 } else { rest };
        // What is kept says when the seconds were whole. No view follows that.
        context.cells.run.borrow_mut().time.noted = time.wall - passed.fract() * 1_000.0;
        context.cells.clock.set((time, passed.fract()));
        let seconds = self.run.with_untracked(|run| run.time.seconds);
        if passed >= 1.0 {
            self.run.update_quietly(|run| _ = run.count(passed));
            _ = self.seconds.try_update(|n| *n += 1);
        } else if !runs || seconds < limit {
            return;
        }
        let now = self.run.with_untracked(|run| run.time.seconds);
        if now / 10 > seconds / 10 {
            self.keep();
        }
        if now >= limit {
            // What was answered counts, though there was no time to check it.
            if context.rules.mode == Mode::Learn {
                self.check();
            }
            self.lazy_command(LazyPart::Finish);
            self.announcer.announce(&self.text("time_over"));
        } else if is_worth_a_word(limit, seconds, now) {
            self.say_time();
        }
    }

    /// Says how much time is left, where there is a limit.
    pub fn say_time(self) {
        if self.context().rules.limit_seconds().is_some() {
            self.lazy_command(LazyPart::SayTime);
        }
    }

    /// Says how much time is left; in the later part of the bundle.
    pub fn say_time_now(self) {
        let context = self.context();
        let Some(limit) = context.rules.limit_seconds() else { return };
        let left = limit.saturating_sub(self.run.with_untracked(|run| run.time.seconds));
        let mut words = vec![[&self.text("time_left"), ":"].concat()];
        for (key, n) in [("minutes", left / 60), ("seconds", left % 60)] {
            if n > 0 {
                words.push(context.texts.count(key, n as f64));
            }
        }
        self.announcer.announce(&words.join(" "));
    }

    /// Lets the time stand still, and covers the item.
    pub fn pause(self) {
        self.lazy_command(LazyPart::Pause);
    }

    /// Lets the time stand still and covers the item, or lets it run on.
    pub fn pause_now(self, on: bool) {
        if let Some(limit) = self.context().rules.limit_seconds() {
            self.tick(limit);
        }
        if self.run.with_untracked(|run| run.finished) {
            return;
        }
        self.run.update(|run| run.time.paused = on);
        self.keep();
        self.turn(if on { Screen::Paused } else { Screen::Item });
    }

    /// Whether a timed run has used all its time.
    pub fn is_time_over(self) -> bool {
        self.seconds.track();
        let limit = self.context().rules.limit_seconds();
        limit.is_some_and(|limit| self.run.with(|run| run.time.seconds >= limit))
    }
}
