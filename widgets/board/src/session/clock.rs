//! Time: of the whole game, and of a card, a round at the stations or a speech.

use adil::host::now;
use adil::ui::every;
use leptos::prelude::*;

use super::Session;
use super::countdown::Countdown;
use crate::model::{Game, Move, Phase, Play, State, card};

/// After how many seconds the time is kept, where no move does it.
const KEPT_EVERY: usize = 20;

impl Session {
    /// The time that runs down now; followed.
    pub fn countdown(self) -> Countdown {
        self.ticks.track();
        *self.context().countdown.borrow()
    }

    /// How many seconds of the game are left; followed.
    pub fn left(self) -> Option<usize> {
        self.ticks.track();
        self.play(|play| play.and_then(Play::left))
    }

    /// Starts or stops what runs down.
    pub fn toggle_countdown(self) {
        let context = self.context();
        {
            let mut countdown = context.countdown.borrow_mut();
            if countdown.left() == 0 {
                countdown.passed = 0.0;
            }
            countdown.runs = !countdown.runs;
        }
        self.tick();
    }

    /// Begins it anew.
    pub fn reset_countdown(self) {
        self.set_countdown();
    }

    /// Gives the game five more minutes.
    pub fn add_minutes(self) {
        if self.follows() {
            return;
        }
        let context = self.context();
        if let Some(play) = context.play.borrow_mut().as_mut() {
            play.add_minutes(&context.widget.document.body, 5);
        }
        self.after_change();
    }

    fn tick(self) {
        _ = self.ticks.try_update(|n| *n = n.wrapping_add(1));
    }

    /// The time that this step of the game has, not running yet.
    pub(super) fn set_countdown(self) {
        let made = if self.is_primary() { None } else { self.time_here() };
        let (total, signal) = made.unwrap_or_default();
        *self.context().countdown.borrow_mut() =
            Countdown { total, signal, ..Countdown::default() };
        self.tick();
    }

    fn time_here(self) -> Option<(usize, usize)> {
        self.game(|game| {
            self.play(|play| match (game, play?.state()) {
                (Game::Board(board), State::Board(position)) => match position.phase {
                    Phase::Card(drawn) => Some((card(board, drawn)?.seconds?, 10)),
                    _ => None,
                },
                (Game::Quest(quest), State::Quest(course)) if !course.over => {
                    Some((quest.minutes * 60, 60))
                }
                (Game::Debate(debate), State::Debate(floor)) => {
                    Some((floor.seconds(debate)?, debate.signal))
                }
                _ => None,
            })
        })
    }

    /// Counts seconds until the view ends.
    pub(super) fn run_clock(self) {
        every(1_000, move || self.second());
    }

    fn second(self) {
        let context = self.context();
        let time = now();
        let passed = ((time - context.counted.replace(time)) / 1_000.0).max(0.0);
        self.count_down(passed);
        let is_over = self.game(|game| self.play(|p| p.is_none_or(|p| p.state().is_over(game))));
        let runs = self.screen.now() == super::Screen::Play && !is_over;
        let whole = if runs { self.whole_seconds(passed) } else { 0 };
        let late = {
            let mut play = context.play.borrow_mut();
            play.as_mut().is_some_and(|play| {
                play.spent += whole;
                runs && play.left() == Some(0) && !play.moves().contains(&Move::TimeUp)
            })
        };
        if late && self.make(Move::TimeUp) {
            self.say_time_is_over();
            self.keep();
        }
        let spent = self.play(|play| play.map_or(0, |play| play.spent));
        // A second tick within the same second keeps nothing anew.
        if whole > 0 && spent % KEPT_EVERY < whole && !self.follows() {
            self.keep();
        }
        self.tick();
    }

    /// The whole seconds of what has passed; the rest waits for the next tick.
    fn whole_seconds(self, passed: f64) -> usize {
        let context = self.context();
        let all = context.rest.get() + passed;
        context.rest.set(all.fract());
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let whole = all as usize;
        whole
    }

    fn count_down(self, passed: f64) {
        let context = self.context();
        let mut countdown = context.countdown.borrow_mut();
        if !countdown.runs {
            return;
        }
        let was_near = countdown.is_near();
        countdown.passed += passed;
        let (left, is_near) = (countdown.left(), countdown.is_near());
        if left == 0 {
            countdown.runs = false;
        }
        drop(countdown);
        if left == 0 {
            self.announcer.announce(&self.text("time_is_up"));
        } else if is_near && !was_near {
            self.announcer.announce(&self.count("seconds_left", left));
        }
    }
}
