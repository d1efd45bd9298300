//! A run in the page: what learners do goes to the model, and from there to the page's events,
//! to what is kept, and back to the view through signals.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use adil::host::{Later, Opened, now, parse_json, random_number};
use adil::json::Json;
use adil::progress::Slot;
use adil::ui::{Announcer, Pieces};
use leptos::prelude::*;

use super::fold::fold;
use super::later::{Part, Rest};
use crate::model::{
    Answer, Item, Mark, Mode, Quiz, Response, Rules, Run, Verdict, mark, merge, outcome, restore,
    save, stars,
};

/// What does not change while a quiz is mounted.
pub struct Fixed {
    /// Content, texts and the page's side.
    pub opened: Opened<Quiz>,
    /// How the quiz is taken.
    pub rules: Rules,
    /// Where the run is kept.
    pub slot: Slot,
    /// The seed that the page set.
    pub seed: Option<u32>,
    /// What the bundle loads later; nothing where the whole is there.
    pub bundle: Option<Bundle>,
    /// What is noted meanwhile and no view follows.
    pub notes: Notes,
}

/// A bundle that shows all of a quiz.
#[derive(Clone, Copy)]
pub struct Bundle {
    /// Gives what comes later.
    pub rest: Rest,
    /// Whether that is there from the start.
    pub in_one_piece: bool,
}

/// What is noted while a quiz is mounted and no view follows.
#[derive(Default)]
pub struct Notes {
    /// How many items the last event of progress told to be done.
    reported: Cell<usize>,
    /// When the clock of a timed run was last read, and what remained below a whole second.
    clock: Cell<(f64, f64)>,
    /// When the shown item appeared, in the browser's milliseconds.
    shown_at: Cell<f64>,
    /// Whether focus should go to the stem when an item is shown: not on the first one, which
    /// would pull the page.
    pub moves_focus: Cell<bool>,
    /// What takes the focus once the rows of an order were made anew: a button of an entry.
    pub wish: Cell<Option<(usize, super::order::Button)>>,
    /// What a learner asked for and is to be done when the rest of the bundle is there.
    waiting: RefCell<Vec<Part>>,
}

impl std::ops::Deref for Fixed {
    type Target = Opened<Quiz>;

    fn deref(&self) -> &Opened<Quiz> {
        &self.opened
    }
}

impl Fixed {
    /// The address of the pledge that is remembered before learners answer for themselves.
    pub fn before(&self) -> Option<String> {
        let alone = matches!(self.rules.mode, Mode::Learn | Mode::Test);
        self.opened.host.attribute("before").filter(|_| alone)
    }

    /// The quiz's own first screen.
    fn opening(&self) -> Screen {
        let intro = self.document.body.intro.is_some() || self.rules.time_limit().is_some();
        if intro { Screen::Intro } else { Screen::Item }
    }
}

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// A pledge that is remembered first.
    Before,
    /// The introduction, with a button to start.
    Intro,
    /// The item at the run's place.
    Item,
    /// The result.
    Result,
}

/// What a learner has to know about keeping answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The browser does not keep anything.
    NotKept,
    /// Another tab has the same run; both go on together.
    Joined,
    /// Another tab began anew; this one is not kept any more.
    Replaced,
    /// The rest of the bundle, which is needed now, cannot be loaded.
    Missing,
}

/// A handle to the run, to be passed to every part of the view.
#[derive(Clone, Copy)]
pub struct Session {
    fixed: StoredValue<Rc<Fixed>, LocalStorage>,
    /// The run.
    pub run: RwSignal<Run>,
    /// What is shown; set anew for each item.
    pub screen: RwSignal<Screen>,
    /// What has to be known about keeping.
    pub notice: RwSignal<Option<Notice>>,
    /// What screen readers are told.
    pub said: Announcer,
    /// Whether a timed run stands still.
    pub paused: RwSignal<bool>,
    /// What loads once the first item stands.
    pub later: Later,
}

impl Session {
    /// Starts or resumes a run.
    pub fn new(fixed: Fixed, said: Announcer) -> Session {
        let quiz = &fixed.document.body;
        let resumed = fixed.kept_run(&fixed.slot).and_then(|kept| restore(quiz, &kept));
        let run = resumed.unwrap_or_else(|| {
            let seed = fixed.seed.unwrap_or_else(random_number);
            Run::new(quiz, &fixed.rules, random_number(), seed)
        });
        let before = fixed.before().map(|_| Screen::Before);
        let screen = match (run.finished, run.started) {
            (true, _) => Screen::Result,
            (false, false) => before.unwrap_or_else(|| fixed.opening()),
            _ => Screen::Item,
        };
        let done = run.done(quiz, fixed.rules.mode);
        fixed.notes.reported.set(done);
        fixed.notes.clock.set((now(), 0.0));
        fixed.notes.shown_at.set(now());
        let in_one_piece = fixed.bundle.is_none_or(|bundle| bundle.in_one_piece);
        Session {
            later: Later::load(&fixed.opened.host, in_one_piece),
            fixed: StoredValue::new_local(Rc::new(fixed)),
            run: RwSignal::new(run),
            screen: RwSignal::new(screen),
            notice: RwSignal::new(None),
            said,
            paused: RwSignal::new(false),
        }
    }

    /// What does not change.
    pub fn fixed(self) -> Rc<Fixed> {
        self.fixed.get_value()
    }

    /// An interface text.
    pub fn text(self, key: &str) -> String {
        self.fixed().texts.get(key)
    }

    /// The shown item's index in the file; follows the run.
    pub fn item_index(self) -> usize {
        self.answer(|answer| answer.item).unwrap_or(0)
    }

    /// Reads the shown answer and follows its changes.
    pub fn answer<T>(self, read: impl FnOnce(&Answer) -> T) -> Option<T> {
        self.run.try_with(|run| run.current().map(read)).flatten()
    }

    /// Reads the shown item.
    pub fn item<T>(self, read: impl FnOnce(&Item) -> T) -> T {
        let fixed = self.fixed();
        let index = self.run.with_untracked(|run| run.current().map_or(0, |answer| answer.item));
        read(&fixed.document.body.items[index])
    }

    /// Whether the feedback of the shown answer is shown now.
    pub fn is_marked(self) -> bool {
        let shows = self.fixed().rules.mode == Mode::Learn;
        shows && self.answer(|answer| answer.checked) == Some(true)
    }

    /// What the shown answer is worth, if its feedback is shown now.
    pub fn mark(self) -> Option<Mark> {
        let fixed = self.fixed();
        let worth = |answer: &Answer| {
            let item = &fixed.document.body.items[answer.item];
            mark(item, &answer.response, &fixed.rich.lang, fold)
        };
        self.is_marked().then(|| self.answer(worth)).flatten()
    }

    /// What comes later, when it is there; follows its coming.
    pub fn rest(self, part: Part) -> Option<Pieces> {
        let bundle = self.fixed().bundle?;
        (bundle.rest)(self.later, self, part)
    }

    /// Asks again for what could not be loaded of the bundle.
    pub fn ask_for_rest(self) {
        self.later.retry(&self.fixed().host);
    }

    /// Does what may have to be loaded first.
    fn now_or_later(self, part: Part) {
        if untrack(|| self.rest(part)).is_some() {
            return;
        }
        let fixed = self.fixed();
        let mut waiting = fixed.notes.waiting.borrow_mut();
        if !waiting.contains(&part) {
            waiting.push(part);
        }
        self.ask_for_rest();
    }

    /// Whether a learner's act waits for the rest of the bundle.
    pub fn waits(self) -> bool {
        !self.fixed().notes.waiting.borrow().is_empty()
    }

    /// Does what waited.
    pub fn do_waiting(self) {
        if self.notice.get_untracked() == Some(Notice::Missing) {
            self.notice.set(None);
        }
        for part in self.fixed().notes.waiting.take() {
            _ = self.rest(part);
        }
    }

    /// Whether the shown answer can not be changed now.
    pub fn is_locked(self) -> bool {
        self.run.with(|run| run.finished) || self.answer(|answer| answer.checked).unwrap_or(true)
    }

    /// Whether the right answer may be shown: checked, and no try left or none needed.
    pub fn reveals(self) -> bool {
        let fixed = self.fixed();
        self.is_marked() && !self.run.with(|run| run.may_retry(&fixed.document.body, &fixed.rules))
    }

    /// Fires an event with the fields that all events have.
    pub fn emit(self, name: &str, mut fields: Vec<(&str, Json)>) {
        let fixed = self.fixed();
        let (run, reminded) = self.run.with_untracked(|run| (run.id, run.reminded));
        fields.push(("reminded", reminded.into()));
        let about = [
            ("widget", "quiz".into()),
            ("run", f64::from(run).into()),
            ("mode", fixed.rules.mode.word().into()),
        ];
        fixed.opened.emit(name, about, fields, false);
    }

    fn keep(self) {
        let fixed = self.fixed();
        let kept = self.run.with_untracked(|run| save(&fixed.document.body, run));
        fixed.remember(&kept);
        if self.notice.get_untracked() == Some(Notice::Replaced) {
            return;
        }
        if fixed.slot.save(kept).is_err() && self.notice.get_untracked().is_none() {
            self.notice.set(Some(Notice::NotKept));
            self.emit("adil-storage", vec![("kept", false.into())]);
        }
    }

    /// Another tab kept something in this run's slot: both runs become one, or this one steps
    /// back. Nothing answered here is lost.
    pub fn kept_elsewhere(self, text: &str) {
        let fixed = self.fixed();
        let Some(theirs) = parse_json(text).ok().as_ref().and_then(|kept| kept.get("run").cloned())
        else {
            return;
        };
        let Some(theirs) = restore(&fixed.document.body, &theirs) else { return };
        match self.run.with_untracked(|ours| merge(ours, &theirs)) {
            Some(merged) => {
                let changed = self.run.with_untracked(|ours| *ours != merged);
                self.notice.set(Some(Notice::Joined));
                if changed {
                    let finished = merged.finished;
                    self.run.set(merged);
                    if finished {
                        fixed.host.state("complete", true);
                        self.screen.set(Screen::Result);
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

    /// Changes the run by a learner's act. Boxed, since each caller would have all of this anew.
    fn act(self, change: &mut dyn FnMut(&mut Run)) {
        let fixed = self.fixed();
        let starts = self.run.with_untracked(|run| !run.started && !run.finished);
        self.run.update(|run| {
            run.started = true;
            change(run);
        });
        if starts {
            self.emit_items("adil-start");
        }
        fixed.host.state("started", true);
        self.keep();
    }

    /// Fires an event that tells how many items the run has.
    pub fn emit_items(self, name: &str) {
        let items = self.run.with_untracked(|run| run.answers.len());
        self.emit(name, vec![("items", items.into())]);
    }

    /// Leaves the introduction.
    pub fn start(self) {
        self.act(&mut |_| {});
        self.go(0);
    }

    /// Changes the shown answer.
    pub fn respond(self, mut response: Response) {
        self.act(&mut |run| run.respond(std::mem::replace(&mut response, Response::Unsure)));
        if self.fixed().rules.mode == Mode::Test {
            self.emit_progress();
        }
    }

    /// Marks the shown answer to come back to.
    pub fn flag(self) {
        self.act(&mut Run::flag);
    }

    /// Shows one more hint of the shown item.
    pub fn hint(self) {
        let all = self.item(|item| item.basics.hints.len());
        if self.answer(|answer| answer.hints >= all).unwrap_or(true) {
            return;
        }
        self.act(&mut Run::hint);
        self.emit("adil-hint", vec![("itemId", self.item(|item| item.id().to_owned()).into())]);
    }

    fn emit_progress(self) {
        let fixed = self.fixed();
        let (done, total) = self.run.with_untracked(|run| {
            (run.done(&fixed.document.body, fixed.rules.mode), run.answers.len())
        });
        if done <= fixed.notes.reported.get() {
            return;
        }
        fixed.notes.reported.set(done);
        self.emit("adil-progress", vec![("done", done.into()), ("total", total.into())]);
    }

    /// Checks the shown answer and says how right it is.
    pub fn check(self) {
        self.now_or_later(Part::Check);
    }

    /// Checks the shown answer; in the later part of the bundle.
    pub fn check_now(self) {
        let fixed = self.fixed();
        let mut marked = None;
        self.act(&mut |run| {
            marked = run.check(&fixed.document.body, &fixed.rules, &fixed.rich.lang, fold);
        });
        let Some(marked) = marked else { return };
        let (options, tries) = self
            .run
            .with_untracked(|run| run.current().map(|a| (chosen_ids(&fixed, a), a.tries)))
            .unwrap_or_default();
        self.emit(
            "adil-answer",
            vec![
                ("itemId", self.item(|item| item.id().to_owned()).into()),
                ("optionIds", options.into()),
                ("verdict", marked.verdict.word().into()),
                ("score", marked.share.into()),
                ("tries", tries.into()),
                ("ms", (now() - fixed.notes.shown_at.get()).round().into()),
            ],
        );
        self.emit_progress();
        self.say_verdict(&marked);
    }

    /// "I do not know": checked at once in learn mode, kept as an answer in a test.
    pub fn unsure(self) {
        self.respond(Response::Unsure);
        if self.fixed().rules.mode == Mode::Learn {
            self.check();
        } else {
            self.next();
        }
    }

    fn say_verdict(self, mark: &Mark) {
        let texts = super::feedback::spoken(self, mark);
        self.said.say(&texts);
    }

    /// Opens the shown answer for another try.
    pub fn retry(self) {
        let fixed = self.fixed();
        self.act(&mut |run| run.retry(&fixed.document.body, &fixed.rules));
        self.show();
    }

    fn show(self) {
        self.turn(Screen::Item);
    }

    /// Shows a screen that the learner asked for.
    fn turn(self, screen: Screen) {
        let fixed = self.fixed();
        fixed.notes.shown_at.set(now());
        fixed.notes.moves_focus.set(true);
        self.screen.set(screen);
    }

    /// Shows an item of the run.
    pub fn go(self, at: usize) {
        self.run.update(|run| run.at = at.min(run.answers.len().saturating_sub(1)));
        self.keep();
        self.show();
    }

    /// Shows the next item, or the result after the last.
    pub fn next(self) {
        let (at, last) = self.run.with_untracked(|run| (run.at, run.at + 1 >= run.answers.len()));
        if last { self.finish() } else { self.go(at + 1) }
    }

    /// Ends the run and shows the result.
    pub fn finish(self) {
        self.now_or_later(Part::Finish);
    }

    /// Ends the run; in the later part of the bundle.
    pub fn finish_now(self) {
        let fixed = self.fixed();
        if !self.run.with_untracked(|run| run.finished) {
            self.act(&mut |run| {
                run.finish(&fixed.document.body, &fixed.rules, &fixed.rich.lang, fold);
            });
            self.emit_complete();
        }
        self.turn(Screen::Result);
        fixed.host.state("complete", true);
    }

    fn emit_complete(self) {
        let fixed = self.fixed();
        let outcome =
            self.run.with_untracked(|run| outcome(&fixed.document.body, &fixed.rules, run));
        self.emit(
            "adil-complete",
            vec![
                ("score", outcome.raw.into()),
                ("max", outcome.max.into()),
                ("scaled", outcome.scaled.into()),
                ("passed", outcome.passed.into()),
                ("band", outcome.band.into()),
                ("stars", outcome.scaled.map(stars).into()),
            ],
        );
    }

    fn begin(self, run: Run) {
        let fixed = self.fixed();
        fixed.slot.clear();
        self.notice.set(None);
        self.run.set(run);
        fixed.notes.reported.set(0);
        self.paused.set(false);
        fixed.host.state("complete", false);
        fixed.host.state("started", false);
        fixed.host.keep("");
        let reminds = !self.run.with_untracked(|run| run.reminded) && fixed.before().is_some();
        self.turn(if reminds { Screen::Before } else { fixed.opening() });
    }

    /// Notes that the pledge was remembered.
    pub fn remind(self) {
        self.run.update(|run| run.reminded = true);
        self.keep();
    }

    /// Leaves the reminder.
    pub fn open(self) {
        self.turn(self.fixed().opening());
    }

    /// Begins anew with all items. The last run is forgotten.
    pub fn restart(self) {
        let fixed = self.fixed();
        let seed = fixed.seed.unwrap_or_else(random_number);
        self.begin(Run::new(&fixed.document.body, &fixed.rules, random_number(), seed));
    }

    /// Begins anew with the items that were missed.
    pub fn retry_missed(self) {
        let fixed = self.fixed();
        let run = self.run.with_untracked(|run| {
            run.missed(&fixed.document.body, random_number(), random_number())
        });
        self.begin(run);
    }

    /// Reads the clock of a timed run; ends the run when no time is left. The browser's clock
    /// counts, not how often this is called: hidden tabs are slowed down.
    pub fn tick(self, limit: usize) {
        let fixed = self.fixed();
        let (last, rest) = fixed.notes.clock.get();
        let time = now();
        let runs = self.run.with_untracked(|run| run.started && !run.finished) && !self.waits();
        if !runs || self.paused.get_untracked() || self.screen.get_untracked() != Screen::Item {
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

/// The ids of chosen options; empty for answers of other shapes, whose content may be typed.
fn chosen_ids(fixed: &Fixed, answer: &Answer) -> Vec<String> {
    let item = &fixed.document.body.items[answer.item];
    match (&item.kind, &answer.response) {
        (crate::model::ItemKind::Choices(choices), Response::Chosen(chosen)) => {
            chosen.iter().map(|n| choices.options[*n].id.clone()).collect()
        }
        _ => Vec::new(),
    }
}

/// The key of the text that names a verdict.
pub const fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Right => "correct",
        Verdict::Partly => "partly",
        Verdict::Wrong => "not_quite",
        Verdict::Unsure => "unsure_fine",
        Verdict::Open => "thanks",
    }
}
