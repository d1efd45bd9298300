//! A run in the page: what people answer, what is kept, what the page is told.

mod beside;
mod declaration;
mod privacy;
pub mod readiness;
pub mod register;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use adil::Json;
use adil::host::{LazyChunk, WidgetContext, random_number};
use adil::progress::{Keep, Slot};
use adil::ui::{Announcer, Flag, Number, Pieces, effect};
use leptos::prelude::*;

use crate::model::{Answer, Answers, Check, Keeping, Telling, Verdict};
use beside::Beside;

/// At most so many sets of answers are tried in the page to prove the rules.
const PROVEN: u64 = 5_000;

/// What does not change while the widget is mounted, and what no component subscribes to.
struct Context {
    widget: WidgetContext<Check>,
    slot: Slot,
    id: u32,
    mode: &'static str,
    answers: RefCell<Answers>,
    /// What was typed into the declaration, by its lines.
    typed: RefCell<Vec<String>>,
    /// The measures that are proposed.
    proposed: RefCell<Vec<usize>>,
    /// What names the review day in calendars; empty until it was saved.
    review: RefCell<String>,
    asked: Vec<Flag>,
    screen: Cell<Screen>,
    edition: Cell<usize>,
    beside: RefCell<Beside>,
    started: Cell<bool>,
    moves_focus: Cell<bool>,
}

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What people read first, and their role.
    Intro,
    /// A screen of questions.
    Page(usize),
    /// What the answers lead to.
    Result,
    /// The declaration.
    Declaration,
    /// A case to practise with.
    Case(usize),
}

/// What loads once the first screen stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LazyPart {
    /// A screen behind the questions
    Screen(Screen),
    /// What is wrong with the rules, for their author
    Findings,
}

/// A bundle that shows a check.
pub type Bundle = adil::host::Bundle<Session, LazyPart>;

/// A handle to the run, to be passed to every component.
#[derive(Clone, Copy)]
pub struct Session {
    /// What loads later.
    pub lazy_chunk: LazyChunk,
    bundle: Bundle,
    context: StoredValue<Rc<Context>, LocalStorage>,
    screens: Number,
    changes: Number,
    /// Whether the answers are kept on this device, as was asked.
    pub kept: Flag,
    /// Whether the browser refused to keep them.
    pub refused: Flag,
    /// Whether answers were left out that no longer fit the file.
    pub edited: Flag,
    /// Whether all is covered.
    pub covered: Flag,
    /// Whether an answer is missing that was asked for.
    pub misses: Flag,
    /// Counts changes to what stands beside the answers.
    pub files: Number,
    announcer: Announcer,
}

impl Session {
    /// Starts a run, or goes on with one that is kept.
    pub fn new(
        widget: WidgetContext<Check>,
        announcer: Announcer,
        mode: &'static str,
        bundle: Bundle,
    ) -> Session {
        let lazy_chunk = LazyChunk::load(&widget.host, bundle.in_one_piece);
        let check = &widget.document.body;
        let which = [mode, "/", &widget.host.id()].concat();
        let slot = match check.privacy.keep {
            Keeping::Page => widget.slot("check", mode),
            Keeping::Asked => widget.slot_with(Keep::Device, "check", mode),
            Keeping::Never => widget.shared_slot(Keep::Nothing, "check", &which),
        };
        let kept = match check.privacy.keep {
            Keeping::Never => None,
            _ => widget.kept_run(&slot),
        };
        let answers = kept.as_ref().map(|kept| Answers::restore(check, kept)).unwrap_or_default();
        let edited = kept.as_ref().is_some_and(|kept| !answers.are_all(check, kept));
        let review = kept.as_ref().and_then(|kept| kept.get("review")?.text().map(str::to_owned));
        let review = RefCell::new(review.unwrap_or_default());
        let asked = check.see(&answers).asked.into_iter().map(Flag::new).collect();
        let is_kept = check.privacy.keep == Keeping::Asked && slot.is_taken();
        let (typed, proposed) = (RefCell::default(), RefCell::default());
        let (screen, moves_focus) = (Cell::new(Screen::Intro), Cell::new(false));
        let (edition, beside) = (Cell::new(0), RefCell::default());
        let started = Cell::new(!answers.is_empty());
        let (id, answers) = (random_number(), RefCell::new(answers));
        let context = Context {
            widget,
            slot,
            id,
            mode,
            answers,
            typed,
            proposed,
            review,
            asked,
            screen,
            edition,
            beside,
            started,
            moves_focus,
        };
        let session = Session {
            lazy_chunk,
            bundle,
            context: StoredValue::new_local(Rc::new(context)),
            screens: Number::new(0),
            changes: Number::new(0),
            kept: Flag::new(is_kept),
            refused: Flag::new(false),
            edited: Flag::new(edited),
            covered: Flag::new(false),
            misses: Flag::new(false),
            files: Number::new(0),
            announcer,
        };
        session.guard();
        session.state("started", session.context().started.get());
        effect(Box::new(move || _ = session.lazy(LazyPart::Findings)));
        session
            .emit("adil-ready", vec![("questions", session.check(|c| c.questions.len()).into())]);
        session
    }

    fn context(self) -> Rc<Context> {
        self.context.get_value()
    }

    /// What comes later, when it is there; follows its coming.
    pub fn lazy(self, part: LazyPart) -> Option<Pieces> {
        (self.bundle.lazy)(self.lazy_chunk, self, part)
    }

    /// Reads what the page gave.
    pub fn read<T>(self, read: impl FnOnce(&WidgetContext<Check>) -> T) -> T {
        read(&self.context().widget)
    }

    /// Reads the check.
    pub fn check<T>(self, read: impl FnOnce(&Check) -> T) -> T {
        read(&self.context().widget.document.body)
    }

    /// An interface text.
    pub fn text(self, key: &str) -> String {
        self.read(|widget| widget.texts.get(key))
    }

    /// An interface text with its places filled.
    pub fn fill(self, key: &str, values: &[(&str, &str)]) -> String {
        self.read(|widget| widget.texts.fill(key, values))
    }

    /// A whole number as people write it.
    pub fn number(self, n: usize) -> String {
        self.read(|widget| widget.texts.number(n as f64))
    }

    /// Says a sentence to screen readers.
    pub fn say(self, sentence: &str) {
        self.announcer.announce(sentence);
    }

    /// Reads the answers, and follows their changes.
    pub fn answers<T>(self, read: impl FnOnce(&Check, &Answers) -> T) -> T {
        self.changes.track();
        let context = self.context();
        let answers = context.answers.borrow();
        read(&context.widget.document.body, &answers)
    }

    /// Whether a question is asked; followed.
    pub fn asks(self, n: usize) -> bool {
        self.context().asked.get(n).is_some_and(|flag| flag.get())
    }

    /// What the answers lead to.
    pub fn verdict(self) -> Verdict {
        self.answers(Check::verdict)
    }

    /// What is shown; followed.
    pub fn screen(self) -> Screen {
        self.screens.track();
        self.context().screen.get()
    }

    /// Whether the heading of a new screen takes the focus.
    pub fn takes_focus(self) -> bool {
        self.context().moves_focus.take()
    }

    /// Shows a screen.
    pub fn show(self, screen: Screen) {
        self.announcer.clear();
        self.misses.set(false);
        let context = self.context();
        context.moves_focus.set(true);
        context.screen.set(screen);
        _ = self.screens.try_update(|n| *n += 1);
        self.state("complete", screen == Screen::Result);
    }

    /// Tells the page that the result is shown.
    pub fn tell_result(self) {
        let told = self.check(|check| check.privacy.tell == Telling::Result);
        let first = self.verdict().results.first().copied().filter(|_| told);
        let id = self
            .check(|check| first.map_or("", |n| check.results[n].fields.id.as_str()).to_owned());
        self.emit("adil-complete", vec![("resultId", id.into())]);
    }

    /// Goes to the first screen of questions.
    pub fn start(self) {
        self.begin();
        self.show(Screen::Page(0));
    }

    /// Goes on from a screen of questions, unless an answer is missing there.
    pub fn go_on(self, page: usize) {
        let (pages, missing) =
            self.answers(|check, answers| (check.pages(answers), check.missing(answers)));
        let here = pages.get(page).cloned().unwrap_or_default();
        if here.iter().any(|n| missing.contains(n)) {
            self.misses.set(true);
            self.say(&self.text("answer_first"));
            return;
        }
        let fields = vec![("done", (page + 1).into()), ("total", pages.len().into())];
        self.emit("adil-progress", fields);
        self.show(if page + 1 < pages.len() { Screen::Page(page + 1) } else { Screen::Result });
    }

    /// Goes one screen back.
    pub fn back(self, page: usize) {
        self.show(page.checked_sub(1).map_or(Screen::Intro, Screen::Page));
    }

    /// Goes from the result back to the last questions.
    pub fn back_to_questions(self) {
        let pages = self.answers(|check, answers| check.pages(answers).len());
        self.show(Screen::Page(pages.saturating_sub(1)));
    }

    /// Says in which role somebody answers.
    pub fn set_role(self, role: Option<usize>) {
        self.change(|answers, _| answers.role = role);
    }

    /// Gives an answer, or takes it back.
    pub fn answer(self, n: usize, answer: Option<Answer>) {
        self.begin();
        self.misses.set(false);
        self.change(|answers, check| answers.set(check, n, answer));
    }

    /// Forgets all answers, here and where they were kept, and begins anew.
    pub fn again(self) {
        self.forget();
        self.show(Screen::Intro);
        self.say(&self.text("forgotten"));
    }

    fn forget(self) {
        let context = self.context();
        context.slot.clear();
        self.kept.set(false);
        context.typed.borrow_mut().clear();
        context.proposed.borrow_mut().clear();
        context.review.borrow_mut().clear();
        self.edited.set(false);
        context.beside.take();
        context.started.set(false);
        self.state("started", false);
        context.answers.replace(Answers::default());
        context.widget.remember(&Json::Null);
        self.changed();
    }

    fn begin(self) {
        if !self.context().started.replace(true) {
            self.state("started", true);
            self.emit("adil-start", vec![("questions", self.check(|c| c.questions.len()).into())]);
        }
    }

    fn change(self, change: impl FnOnce(&mut Answers, &Check)) {
        let context = self.context();
        change(&mut context.answers.borrow_mut(), &context.widget.document.body);
        self.changed();
        self.keep();
    }

    fn changed(self) {
        let context = self.context();
        let asked = context.widget.document.body.see(&context.answers.borrow()).asked;
        for (flag, is_asked) in context.asked.iter().zip(asked) {
            // Who follows would be made anew, and lose the focus.
            if flag.now() != is_asked {
                flag.set(is_asked);
            }
        }
        _ = self.changes.try_update(|n| *n += 1);
    }

    /// What is wrong with the rules goes to the console, where authors look.
    pub fn tell_author(self) {
        for finding in self.check(|check| check.findings(PROVEN)) {
            let name = self.read(|widget| widget.host.name());
            leptos::web_sys::console::warn_1(&[&name, ": ", &finding.sentence()].concat().into());
        }
    }

    fn state(self, name: &str, on: bool) {
        self.read(|widget| widget.host.state(name, on));
    }

    fn emit(self, name: &str, fields: Vec<(&str, Json)>) {
        let context = self.context();
        if context.widget.document.body.privacy.tell == Telling::Nothing {
            return;
        }
        let about = [
            ("widget", "check".into()),
            ("run", f64::from(context.id).into()),
            ("mode", context.mode.into()),
        ];
        context.widget.emit(name, about, fields, false);
    }
}

/// The text of a field that an event came from.
pub fn value_of(event: &leptos::web_sys::Event) -> String {
    let target = event.target();
    let value = target.and_then(|one| js_sys::Reflect::get(&one, &"value".into()).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}
