//! What the learner does, and where that leads.

use adil::host::{now, random_number};
use adil::ui::spoken;
use leptos::prelude::*;

use super::{Context, LazyPart, Notice, Screen, Session, fold, own_line};
use crate::interactions::with_kind;
use crate::model::{Answer, Interaction, ItemKind, Mode, Response, Run};

impl Session {
    /// Does what may have to be loaded first.
    pub(super) fn lazy_command(self, part: LazyPart) {
        if untrack(|| self.lazy(part)).is_some() {
            return;
        }
        let context = self.context();
        let mut waiting = context.cells.waiting.borrow_mut();
        if !waiting.contains(&part) {
            waiting.push(part);
        } else if part == LazyPart::Keep {
            // Nobody asked for it: who answers further items is told once.
            return;
        }
        self.load_lazy_chunk();
    }

    /// Whether a learner's act waits for the rest of the bundle.
    pub fn waits(self) -> bool {
        !self.context().cells.waiting.borrow().is_empty()
    }

    /// Does what waited.
    pub fn do_waiting(self) {
        if self.notice.now() == Some(Notice::Missing) {
            self.notice.set(None);
        }
        for part in self.context().cells.waiting.take() {
            _ = self.lazy(part);
        }
    }

    /// Changes the run by a learner's act. Boxed, since each caller would have all of this anew.
    pub(super) fn act(self, change: &mut dyn FnMut(&mut Run)) {
        let context = self.context();
        let starts = self.run.with_untracked(|run| !run.started && !run.finished);
        self.run.update(|run| {
            run.started = true;
            change(run);
        });
        if starts {
            if context.rules.limit_seconds().is_some() {
                // From here on its time counts, also while the clock is still on its way.
                context.cells.run.borrow_mut().time.noted = js_sys::Date::now();
            }
            self.emit_items("adil-start");
        }
        context.host.state("started", true);
        self.keep();
    }

    /// Leaves the introduction.
    pub fn start(self) {
        self.act(&mut |_| {});
        self.go(0);
        self.say_time();
    }

    /// Changes the shown answer.
    pub fn respond(self, mut response: Response) {
        self.act(&mut |run| run.respond(std::mem::replace(&mut response, Response::Unsure)));
        if self.context().rules.mode == Mode::Test {
            self.emit_progress();
        }
    }

    /// Marks the shown answer to come back to.
    pub fn flag(self) {
        self.act(&mut Run::flag);
    }

    /// Sets how many hands a class raised for an option of the shown item. No answer of anybody's.
    pub fn raise(self, option: usize, options: usize, hands: usize) {
        self.run.update(|run| run.raise(option, options, hands));
        self.keep();
    }

    /// Shows one more hint of the shown item.
    pub fn hint(self) {
        self.lazy_command(LazyPart::Hint);
    }

    /// Shows one more hint and says it; after the last one that is said again. In the later part of
    /// the bundle.
    pub fn hint_now(self) {
        let all = self.item(|item| item.basics.hints.len());
        let given = || untrack(|| self.answer(|answer| answer.hints)).unwrap_or(all);
        if given() < all {
            self.act(&mut Run::hint);
            self.emit("adil-hint", vec![("itemId", self.item(|item| item.id().to_owned()).into())]);
        }
        let rich = &self.context().rich;
        let last = given().checked_sub(1);
        let hint = self.item(|item| Some(spoken(rich, item.basics.hints.get(last?)?)));
        self.announcer.announce_lines(
            &[own_line(&[&self.text("hint"), ":"].concat())]
                .into_iter()
                .chain(hint)
                .collect::<Vec<_>>(),
        );
    }

    /// Checks the shown answer and says how right it is.
    pub fn check(self) {
        self.lazy_command(LazyPart::Check);
    }

    /// Checks the shown answer; in the later part of the bundle.
    pub fn check_now(self) {
        let context = self.context();
        let mut marked = None;
        self.act(&mut |run| {
            marked = run.check(&context.document.body, &context.rules, &context.rich.lang, fold);
        });
        let Some(marked) = marked else {
            if context.cells.unread.get() {
                self.tell_unread();
            }
            return;
        };
        let (options, attempts) = self
            .run
            .with_untracked(|run| run.current().map(|a| (option_ids(&context, a), a.attempts)))
            .unwrap_or_default();
        self.emit(
            "adil-answer",
            vec![
                ("itemId", self.item(|item| item.id().to_owned()).into()),
                ("optionIds", options.into()),
                ("verdict", marked.verdict.word().into()),
                ("score", marked.share.into()),
                ("tries", attempts.into()),
                ("ms", (now() - context.cells.shown_at.get()).round().into()),
            ],
        );
        self.emit_progress();
        self.say_verdict(&marked);
    }

    /// Notes how the options of the shown item stand after checking. In the later part of the
    /// bundle.
    pub fn note_states(self) {
        let context = self.context();
        let states = self.item(|item| match &item.kind {
            ItemKind::Choices(choices) => {
                let chosen = self.answer(|answer| answer.response.chosen().to_vec());
                let chosen = chosen.unwrap_or_default();
                choices.states(&chosen, &context.rich.lang, self.reveals())
            }
            _ => Vec::new(),
        });
        context.cells.states.replace(states);
    }

    /// Says that a number is asked for; the field has it in words and takes the focus. In the
    /// later part of the bundle.
    pub fn tell_unread(self) {
        self.announcer.announce(&self.text("not_number"));
        _ = self.told.try_update(|times| *times += 1);
    }

    /// "I do not know": checked at once in learn mode, kept as an answer in a test, which it never
    /// ends.
    pub fn unsure(self) {
        self.respond(Response::Unsure);
        if self.context().rules.mode == Mode::Learn {
            self.check();
        } else {
            self.next(false);
        }
    }

    /// Opens the shown answer for another try.
    pub fn retry(self) {
        let context = self.context();
        self.act(&mut |run| run.retry(&context.document.body, &context.rules));
        self.show();
    }

    /// Shows the item at the place of the run.
    pub fn show(self) {
        self.turn(Screen::Item);
    }

    /// Shows a screen that the learner asked for.
    pub(super) fn turn(self, screen: Screen) {
        let context = self.context();
        context.cells.shown_at.set(now());
        context.cells.moves_focus.set(true);
        context.cells.unread.set(false);
        _ = self.told.try_set(0);
        self.announcer.clear();
        self.screen.set(screen);
    }

    /// Shows an item of the run.
    pub fn go(self, at: usize) {
        self.run.update(|run| run.at = at.min(run.answers.len().saturating_sub(1)));
        self.keep();
        self.show();
    }

    /// Shows the next item; after the last it ends the run, where what was done may do so. What is
    /// no number is told once; who goes on all the same may.
    pub fn next(self, may_end: bool) {
        let unread = self.context().cells.unread.get() && untrack(|| !self.is_locked());
        if unread && self.told.get_untracked() == 0 {
            return self.lazy_command(LazyPart::TellUnread);
        }
        let (at, last) = self.run.with_untracked(|run| (run.at, run.at + 1 >= run.answers.len()));
        if !last {
            self.go(at + 1);
        } else if may_end {
            self.finish();
        }
    }

    /// Ends the run and shows the result; asks first while items are open.
    pub fn finish(self) {
        self.lazy_command(LazyPart::Ask);
    }

    /// Asks before the run ends, or ends it; in the later part of the bundle.
    pub fn ask_now(self) {
        let context = self.context();
        let open = |run: &Run| !run.open(&context.document.body, context.rules.mode).is_empty();
        if self.run.with_untracked(|run| open(run) && !run.finished) {
            self.turn(Screen::Confirm);
        } else {
            self.finish_now();
        }
    }

    /// Ends the run; in the later part of the bundle.
    pub fn finish_now(self) {
        let context = self.context();
        if !self.run.with_untracked(|run| run.finished) {
            self.act(&mut |run| {
                run.finish(&context.document.body, &context.rules, &context.rich.lang, fold);
            });
            self.emit_complete();
        }
        self.turn(Screen::Result);
        context.host.state("complete", true);
    }

    pub(super) fn begin(self, run: Run) {
        let context = self.context();
        context.slot.clear();
        self.notice.set(None);
        self.run.update(|now| *now = run);
        context.cells.reported.set(0);
        context.cells.clock.set((context.cells.clock.get().0, 0.0));
        context.host.state("complete", false);
        context.host.state("started", false);
        context.host.keep("");
        let reminds = !self.run.with_untracked(|run| run.reminded) && context.before().is_some();
        self.turn(if reminds { Screen::Before } else { context.opening() });
    }

    /// Leaves the reminder.
    pub fn open(self) {
        self.turn(self.context().opening());
    }

    /// Begins anew with all items. The last run is forgotten.
    pub fn restart(self) {
        let context = self.context();
        let seed = context.seed.unwrap_or_else(random_number);
        self.begin(Run::new(&context.document.body, &context.rules, random_number(), seed));
    }

    /// Begins anew with the items that were missed.
    pub fn retry_missed(self) {
        let context = self.context();
        let run = self.run.with_untracked(|run| {
            run.missed(&context.document.body, random_number(), random_number())
        });
        self.begin(run);
    }
}

/// The ids of chosen options; empty for answers of other shapes, whose content may be typed.
fn option_ids(context: &Context, answer: &Answer) -> Vec<String> {
    let item = &context.document.body.items[answer.item];
    with_kind!(&item.kind, kind => kind.option_ids(&answer.response))
}
