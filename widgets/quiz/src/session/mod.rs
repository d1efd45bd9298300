//! A run in the page: what learners do goes to the model, and from there to the page's events,
//! to what is kept, and back to the view through signals.
//!
//! The rooms: `moves` is what the learner does, `clock` the time of a timed run, `events` what the
//! page and screen readers are told, `keeping` what is kept, `given` what was answered before there
//! was a view, `lazy` what loads later.

mod clock;
mod events;
mod fold;
mod given;
mod keeping;
mod lazy;
mod moves;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use adil::host::{LazyChunk, WidgetContext, now, random_number};
use adil::progress::Slot;
use adil::ui::{Announcer, Choice, Number, Pieces};
use leptos::prelude::*;

use crate::model::{Answer, Item, Mark, Mode, OptionState, Quiz, Reading, Rules, Run, mark};

pub use events::{about, own_line};
pub use fold::fold;
pub use lazy::LazyPart;

/// A bundle that shows all of a quiz.
pub type Bundle = adil::host::Bundle<Session, LazyPart>;

/// What does not change while a quiz is mounted.
pub struct Context {
    /// Content, texts and the page's side.
    pub widget: WidgetContext<Quiz>,
    /// How the quiz is taken.
    pub rules: Rules,
    /// Where the run is kept.
    pub slot: Slot,
    /// The seed that the page set.
    pub seed: Option<u32>,
    /// What the bundle loads later; nothing where the whole is there.
    pub bundle: Option<Bundle>,
    /// What is noted meanwhile and no view follows.
    pub cells: Cells,
}

/// What is noted while a quiz is mounted and no view follows.
#[derive(Default)]
pub struct Cells {
    /// The run.
    run: RefCell<Run>,
    /// How many items the last event of progress told to be done.
    reported: Cell<usize>,
    /// When the clock of a timed run was last read, and what remained below a whole second.
    clock: Cell<(Reading, f64)>,
    /// When the shown item appeared, in the browser's milliseconds.
    pub shown_at: Cell<f64>,
    /// Whether focus should go to the stem when an item is shown: not on the first one, which
    /// would pull the page.
    pub moves_focus: Cell<bool>,
    /// Whether a number is asked for in the shown item and something else stands there.
    pub unread: Cell<bool>,
    /// What takes the focus once the rows of an order were made anew: a button of an entry.
    pub wish: Cell<Option<(usize, EntryButton)>>,
    /// How the options of the shown item stand after checking, in the author's order.
    pub states: RefCell<Vec<OptionState>>,
    /// Whether the styles of the result were added.
    pub is_dressed: Cell<bool>,
    /// What a learner asked for and is to be done when the rest of the bundle is there.
    waiting: RefCell<Vec<LazyPart>>,
}

/// The buttons of an entry that is put in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryButton {
    /// Moves it one place earlier.
    Earlier,
    /// Moves it one place later.
    Later,
    /// Puts it behind the others.
    Waiting,
}

impl std::ops::Deref for Context {
    type Target = WidgetContext<Quiz>;

    fn deref(&self) -> &WidgetContext<Quiz> {
        &self.widget
    }
}

impl Context {
    /// The address of the pledge that is remembered before learners answer for themselves.
    pub fn before(&self) -> Option<String> {
        let alone = matches!(self.rules.mode, Mode::Learn | Mode::Test);
        self.widget.host.attribute("before").filter(|_| alone)
    }

    /// The first screen of a new run.
    fn first(&self) -> Screen {
        if self.before().is_some() { Screen::Before } else { self.opening() }
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
    /// Nothing yet: what is kept is read by the later part of the bundle.
    Kept,
    /// A pledge that is remembered first.
    Before,
    /// The introduction, with a button to start.
    Intro,
    /// The item at the run's place.
    Item,
    /// What covers the item while the time stands still.
    Paused,
    /// The question whether a run with open items should end.
    Confirm,
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
    /// The file was edited, and something that was answered has no place in it any more.
    Changed,
}

impl Screen {
    const ALL: [Screen; 7] = [
        Screen::Kept,
        Screen::Before,
        Screen::Intro,
        Screen::Item,
        Screen::Paused,
        Screen::Confirm,
        Screen::Result,
    ];
}

/// Nothing, and everything there may be to know.
const NOTICES: [Option<Notice>; 6] = [
    None,
    Some(Notice::NotKept),
    Some(Notice::Joined),
    Some(Notice::Replaced),
    Some(Notice::Missing),
    Some(Notice::Changed),
];

/// The run, whose changes views follow.
#[derive(Clone, Copy)]
pub struct RunSignal {
    context: StoredValue<Rc<Context>, LocalStorage>,
    changes: Number,
}

impl RunSignal {
    /// Reads it and follows its changes.
    pub fn with<T>(self, read: impl FnOnce(&Run) -> T) -> T {
        self.changes.track();
        self.with_untracked(read)
    }

    /// Reads it.
    pub fn with_untracked<T>(self, read: impl FnOnce(&Run) -> T) -> T {
        match self.context.try_get_value() {
            Some(context) => read(&context.cells.run.borrow()),
            // The view is gone; a timer may still ask.
            None => read(&Run::default()),
        }
    }

    /// Changes something of it that no view of an answer shows, such as its time.
    pub fn update_quietly(self, change: impl FnOnce(&mut Run)) {
        if let Some(context) = self.context.try_get_value() {
            change(&mut context.cells.run.borrow_mut());
        }
    }

    /// Changes it.
    pub fn update(self, change: impl FnOnce(&mut Run)) {
        let Some(context) = self.context.try_get_value() else { return };
        change(&mut context.cells.run.borrow_mut());
        self.changes.set(self.changes.get_untracked().wrapping_add(1));
    }
}

/// A handle to the run, to be passed to every part of the view.
#[derive(Clone, Copy)]
pub struct Session {
    context: StoredValue<Rc<Context>, LocalStorage>,
    /// The run.
    pub run: RunSignal,
    /// What is shown; set anew for each item.
    pub screen: Choice<Screen>,
    /// What has to be known about keeping.
    pub notice: Choice<Option<Notice>>,
    /// How often it was told that a number is asked for, since the item is shown.
    pub told: Number,
    /// Counts the seconds of a timed run, whose views of answers have nothing to do with them: a
    /// list that is made anew each second would lose the focus.
    pub seconds: Number,
    /// What screen readers are told.
    pub announcer: Announcer,
    /// What loads once the first item stands.
    pub lazy_chunk: LazyChunk,
}

impl Session {
    /// Starts a run; where one is kept, that is gone on with once it is read.
    pub fn new(context: Context, announcer: Announcer) -> Session {
        let seed = context.seed.unwrap_or_else(random_number);
        let run = Run::new(&context.document.body, &context.rules, random_number(), seed);
        // Where the page holds the first question nobody waits for what takes over the answer.
        let is_kept = context.may_have_kept(&context.slot) || context.host.given().is_some();
        let screen = if is_kept { Screen::Kept } else { context.first() };
        context.cells.shown_at.set(now());
        let in_one_piece = context.bundle.is_none_or(|bundle| bundle.in_one_piece);
        context.cells.run.replace(run);
        let lazy_chunk = LazyChunk::load(&context.widget.host, in_one_piece);
        let context = StoredValue::new_local(Rc::new(context));
        Session {
            lazy_chunk,
            context,
            run: RunSignal { context, changes: Number::new(0) },
            screen: Choice::new(&Screen::ALL, screen),
            notice: Choice::new(&NOTICES, None),
            told: Number::new(0),
            seconds: Number::new(0),
            announcer,
        }
    }

    /// What does not change.
    pub fn context(self) -> Rc<Context> {
        self.context.get_value()
    }

    /// An interface text.
    pub fn text(self, key: &str) -> String {
        self.context().texts.get(key)
    }

    /// A whole number as people write it in the learner's language.
    pub fn number(self, n: usize) -> String {
        self.context().texts.number(n as f64)
    }

    /// The shown item's index in the file; follows the run.
    pub fn item_index(self) -> usize {
        self.answer(|answer| answer.item).unwrap_or(0)
    }

    /// Reads the shown answer and follows its changes.
    pub fn answer<T>(self, read: impl FnOnce(&Answer) -> T) -> Option<T> {
        self.run.with(|run| run.current().map(read))
    }

    /// Reads the shown item.
    pub fn item<T>(self, read: impl FnOnce(&Item) -> T) -> T {
        let context = self.context();
        let index = self.run.with_untracked(|run| run.current().map_or(0, |answer| answer.item));
        read(&context.document.body.items[index])
    }

    /// Whether the shown item asks something.
    pub fn asks(self) -> bool {
        self.item(|item| item.kind.is_question())
    }

    /// The places of the items that ask something.
    pub fn questions(self) -> Vec<usize> {
        self.run.with_untracked(|run| run.questions(&self.context().document.body))
    }

    /// The number of the question at a place, from 1, and how many there are; nothing where
    /// nothing is asked.
    pub fn question_number(self, at: usize) -> Option<(usize, usize)> {
        let questions = self.questions();
        questions.iter().position(|place| *place == at).map(|n| (n + 1, questions.len()))
    }

    /// Whether the feedback of the shown answer is shown now.
    pub fn is_marked(self) -> bool {
        let shows = self.context().rules.mode == Mode::Learn;
        shows && self.answer(|answer| answer.checked) == Some(true)
    }

    /// What the shown answer is worth, if its feedback is shown now.
    pub fn mark(self) -> Option<Mark> {
        let context = self.context();
        let worth = |answer: &Answer| {
            let item = &context.document.body.items[answer.item];
            mark(item, &answer.response, &context.rich.lang, fold)
        };
        self.is_marked().then(|| self.answer(worth)).flatten()
    }

    /// What comes later, when it is there; follows its coming.
    pub fn lazy(self, part: LazyPart) -> Option<Pieces> {
        let bundle = self.context().bundle?;
        (bundle.lazy)(self.lazy_chunk, self, part)
    }

    /// Asks again for what could not be loaded of the bundle.
    pub fn load_lazy_chunk(self) {
        self.lazy_chunk.retry(&self.context().host);
    }

    /// Whether the shown answer can not be changed now.
    pub fn is_locked(self) -> bool {
        self.run.with(|run| run.finished) || self.answer(|answer| answer.checked).unwrap_or(true)
    }

    /// Whether the right answer may be shown: checked, and no try left or none needed.
    pub fn reveals(self) -> bool {
        let context = self.context();
        self.is_marked()
            && !self.run.with(|run| run.may_retry(&context.document.body, &context.rules))
    }
}
