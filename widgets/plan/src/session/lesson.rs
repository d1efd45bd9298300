//! A lesson in the page: where it is, what is kept, what the page and the other window are told.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use adil::Json;
use adil::host::{self, LazyChunk, WidgetContext, now, random_number};
use adil::progress::Slot;
use adil::ui::{Announcer, Choice, Flag, IndexSignal, Number, Pieces, every};
use leptos::prelude::*;

use super::link::Link;
use crate::model::{Agenda, Block, Plan, Variant};

/// How the element is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The plan to read, from which the lesson is started.
    Plan,
    /// What the projector shows; the window of the teacher leads it.
    Screen,
    /// Everything on paper.
    Print,
}

impl Mode {
    fn word(self) -> &'static str {
        match self {
            Mode::Plan => "plan",
            Mode::Screen => "screen",
            Mode::Print => "print",
        }
    }
}

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The plan.
    Plan,
    /// The lesson that runs.
    Lesson,
}

const VIEWS: [View; 2] = [View::Plan, View::Lesson];

/// What loads once the first screen stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LazyPart {
    /// The lesson that runs.
    Lesson,
    /// What the projector shows.
    Screen,
    /// What is kept and sent.
    Keeps,
}

/// What a bundle brings.
pub type Bundle = host::Bundle<Session, LazyPart>;

/// How often the clock is looked at, in milliseconds.
const BEAT: u32 = 250;

/// The time on the device's clock, in milliseconds: what visits and windows have in common.
fn clock_time() -> f64 {
    js_sys::Date::now()
}

/// What does not change while the widget is mounted, and what no component subscribes to.
struct Context {
    widget: WidgetContext<Plan>,
    slot: Slot,
    id: u32,
    mode: Mode,
    agenda: RefCell<Agenda>,
    link: Option<Link>,
    /// When time was looked at last, on a clock that nobody sets.
    last: Cell<f64>,
    /// When it was kept last, on the same clock.
    kept: Cell<f64>,
    /// Whether the heading of a block takes the focus: not on the first screen.
    moves_focus: Cell<bool>,
}

/// A handle to the lesson, to be passed to every component.
#[derive(Clone, Copy)]
pub struct Session {
    context: StoredValue<Rc<Context>, LocalStorage>,
    bundle: Bundle,
    /// How far the part that loads later is.
    pub lazy_chunk: LazyChunk,
    /// What is shown.
    pub view: Choice<View>,
    /// Which variant, by its place.
    pub variant: Number,
    /// The block that runs; none when the lesson is over.
    pub block: IndexSignal,
    /// Whether the clock runs.
    pub running: Flag,
    /// Changes with each second, and with each act.
    pub ticks: Number,
    /// Whether another window shows the lesson.
    pub has_screen: Flag,
    /// Whether the browser refused to keep the lesson.
    pub refused: Flag,
    /// Whether the part that was running is gone from the plan; until the next act.
    pub edited: Flag,
    announcer: Announcer,
}

impl Session {
    /// Opens a plan, or goes on with a lesson that is kept.
    pub fn new(
        widget: WidgetContext<Plan>,
        mode: Mode,
        announcer: Announcer,
        bundle: Bundle,
    ) -> Session {
        let lazy_chunk = LazyChunk::load(&widget.host, bundle.in_one_piece);
        let slot = widget.slot("plan", "lesson");
        let variants = &widget.document.body.variants;
        let kept = if mode == Mode::Plan { widget.kept_run(&slot) } else { None };
        let of = |id: Option<&str>| variants.iter().position(|v| Some(v.id.as_str()) == id);
        let place = kept.as_ref().and_then(|kept| of(kept.get("variant")?.text())).unwrap_or(0);
        let agenda = match &kept {
            Some(kept) => Agenda::restore(&variants[place], kept, clock_time()),
            None => Agenda::new(&variants[place]),
        };
        let edited = kept.as_ref().is_some_and(|kept| Agenda::is_gone(&variants[place], kept));
        let begun = agenda.has_begun() || mode == Mode::Screen;
        let blocks = variants[place].blocks.len();
        let (block, running) = (IndexSignal::new(agenda.block()), Flag::new(agenda.is_running()));
        let context = Context {
            slot,
            id: random_number(),
            mode,
            agenda: RefCell::new(agenda),
            link: Link::open(&widget.name()),
            last: Cell::new(now()),
            kept: Cell::new(now()),
            moves_focus: Cell::new(false),
            widget,
        };
        let session = Session {
            context: StoredValue::new_local(Rc::new(context)),
            bundle,
            lazy_chunk,
            view: Choice::new(&VIEWS, if begun { View::Lesson } else { View::Plan }),
            variant: Number::new(u32::try_from(place).unwrap_or(0)),
            block,
            running,
            ticks: Number::new(0),
            has_screen: Flag::new(false),
            refused: Flag::new(false),
            edited: Flag::new(edited),
            announcer,
        };
        session.state("started", begun);
        session.emit("adil-ready", vec![("blocks", blocks.into())]);
        // What has passed since the last visit is not reckoned again, whatever becomes of the clock.
        if begun {
            session.keep();
        }
        if mode != Mode::Print {
            every(BEAT, move || session.beat());
        }
        session
    }

    /// The line to the other windows.
    pub(super) fn with_link(self, act: impl FnOnce(&Link)) {
        if let Some(link) = &self.context().link {
            act(link);
        }
    }

    /// Shows what another window says of the lesson.
    pub(super) fn follow_told(self, told: &Json) {
        let id = told.get("variant").and_then(Json::text);
        let place = self.plan(|plan| plan.variants.iter().position(|v| Some(v.id.as_str()) == id));
        let Some(place) = place.and_then(|place| u32::try_from(place).ok()) else { return };
        if self.variant.get_untracked() != place {
            self.variant.set(place);
        }
        let agenda = self.chosen_now(|variant| Agenda::restore(variant, told, clock_time()));
        self.context().agenda.replace(agenda);
        self.has_screen.set(true);
        self.follow();
    }

    /// A part that loads once the first screen stands, when it is there; follows its coming.
    pub fn lazy(self, part: LazyPart) -> Option<Pieces> {
        (self.bundle.lazy)(self.lazy_chunk, self, part)
    }

    fn context(self) -> Rc<Context> {
        self.context.get_value()
    }

    /// Reads what the page gave.
    pub fn read<T>(self, read: impl FnOnce(&WidgetContext<Plan>) -> T) -> T {
        read(&self.context().widget)
    }

    /// Reads the plan.
    pub fn plan<T>(self, read: impl FnOnce(&Plan) -> T) -> T {
        read(&self.context().widget.document.body)
    }

    /// Reads the variant that is chosen; follows the choice.
    pub fn chosen<T>(self, read: impl FnOnce(&Variant) -> T) -> T {
        let place = self.variant.get() as usize;
        self.plan(|plan| read(&plan.variants[place.min(plan.variants.len() - 1)]))
    }

    fn chosen_now<T>(self, read: impl FnOnce(&Variant) -> T) -> T {
        untrack(|| self.chosen(read))
    }

    /// Reads a block of the variant that is chosen.
    pub fn of_block<T>(self, n: usize, read: impl FnOnce(&Block) -> T) -> Option<T> {
        self.chosen_now(|variant| variant.blocks.get(n).map(read))
    }

    /// Reads the lesson that runs; follows its clock.
    pub fn agenda<T>(self, read: impl FnOnce(&Agenda) -> T) -> T {
        self.ticks.track();
        read(&self.context().agenda.borrow())
    }

    /// How the element is used.
    pub fn mode(self) -> Mode {
        self.context().mode
    }

    /// An interface text.
    pub fn text(self, key: &str) -> String {
        self.read(|widget| widget.texts.get(key))
    }

    /// An interface text with its places filled.
    pub fn fill(self, key: &str, values: &[(&str, &str)]) -> String {
        self.read(|widget| widget.texts.fill(key, values))
    }

    /// So many minutes, in words.
    pub fn minutes(self, n: u32) -> String {
        self.read(|widget| widget.texts.count("minutes", n.into()))
    }

    /// Whether the heading of a new block takes the focus.
    pub fn takes_focus(self) -> bool {
        self.context().moves_focus.take()
    }

    /// Chooses a variant; a lesson that runs is given up.
    pub fn choose(self, place: u32) {
        self.variant.set(place);
        let agenda = self.chosen_now(Agenda::new);
        self.context().agenda.replace(agenda);
        self.changed();
    }

    /// Begins the lesson, or goes back to the one that runs.
    pub fn begin(self) {
        let context = self.context();
        let has_begun = context.agenda.borrow().has_begun();
        context.moves_focus.set(true);
        self.view.set(View::Lesson);
        if !has_begun {
            self.state("started", true);
            self.emit("adil-start", vec![("blocks", self.count().into())]);
            self.act(|agenda| agenda.run(true));
            self.tell_block("adil-block-start");
        }
    }

    /// Shows the plan while the lesson goes on.
    pub fn show_plan(self) {
        self.view.set(View::Plan);
    }

    /// Starts the clock, or lets it stand.
    pub fn start_or_pause(self) {
        self.act(|agenda| agenda.run(!agenda.is_running()));
        let on = self.running.now();
        self.announcer.announce(&self.text(if on { "runs" } else { "stands" }));
    }

    /// Gives the block another minute.
    pub fn add_minute(self) {
        self.act(Agenda::add_minute);
        let left = self.left_in_words();
        self.announcer.announce(&self.fill("minute_added", &[("left", &left)]));
    }

    /// Goes to another block.
    pub fn go(self, act: impl FnOnce(&mut Agenda)) {
        self.tell_block("adil-block-end");
        self.context().moves_focus.set(true);
        self.act(act);
        if self.block.now().is_some() {
            self.tell_block("adil-block-start");
        } else {
            let all = self.count();
            self.state("complete", true);
            self.emit("adil-complete", vec![("blocksDone", all.into()), ("blocks", all.into())]);
        }
    }

    /// Ends the lesson, and shows the plan.
    pub fn again(self) {
        let agenda = self.chosen_now(Agenda::new);
        self.context().agenda.replace(agenda);
        self.state("complete", false);
        self.state("started", false);
        self.changed();
        self.view.set(View::Plan);
    }

    /// The time left of the block, as people say it.
    pub fn left_in_words(self) -> String {
        let left = self.agenda(Agenda::left);
        let minutes = u32::try_from((left.abs() + 59_999) / 60_000).unwrap_or(0);
        let words = self.minutes(minutes);
        self.fill(if left > 0 { "left" } else { "over_by" }, &[("minutes", &words)])
    }

    /// What another window is told, and what is kept.
    fn saved(self) -> Json {
        let context = self.context();
        self.chosen_now(|variant| context.agenda.borrow().save(variant, clock_time()))
    }

    /// How many blocks the lesson has.
    pub fn count(self) -> usize {
        self.chosen_now(|variant| variant.blocks.len())
    }

    fn tell_block(self, name: &str) {
        let id =
            self.block.now().and_then(|n| self.of_block(n, |block| block.id.as_str().to_owned()));
        if let Some(id) = id {
            self.emit(name, vec![("blockId", id.into())]);
        }
    }

    fn act(self, act: impl FnOnce(&mut Agenda)) {
        act(&mut self.context().agenda.borrow_mut());
        self.changed();
    }

    /// Time passes.
    fn beat(self) {
        let context = self.context();
        let elapsed = now();
        #[expect(clippy::cast_possible_truncation)]
        let passed = (elapsed - context.last.get()) as i64;
        // What is less than a millisecond is counted with the next beat, so that none is lost.
        context.last.set(context.last.get() + passed as f64);
        let seconds = |agenda: &Agenda| agenda.left().div_euclid(1_000);
        let (before, is_over, after) = {
            let mut agenda = context.agenda.borrow_mut();
            let before = seconds(&agenda);
            (before, agenda.pass(passed), seconds(&agenda))
        };
        if before != after {
            self.follow();
        }
        if is_over {
            self.announcer.announce(&self.text("time_over"));
        }
        // The other window hears often enough to be in step, and a crash loses no minute.
        if context.mode == Mode::Plan
            && self.running.now()
            && elapsed - context.kept.get() > 5_000.0
        {
            self.keep();
        }
    }

    /// Lets views see the lesson as it is.
    fn follow(self) {
        let context = self.context();
        let agenda = context.agenda.borrow().clone();
        if self.block.now() != agenda.block() {
            self.block.set(agenda.block());
        }
        if self.running.now() != agenda.is_running() {
            self.running.set(agenda.is_running());
        }
        _ = self.ticks.try_update(|n| *n = n.wrapping_add(1));
    }

    fn changed(self) {
        self.announcer.clear();
        self.edited.set(false);
        self.follow();
        self.keep();
    }

    /// Keeps the lesson, and tells the other windows.
    pub(super) fn keep(self) {
        let context = self.context();
        if context.mode != Mode::Plan {
            return;
        }
        context.kept.set(now());
        let saved = self.saved();
        if let Some(link) = &context.link {
            link.send(&adil::json::write(&saved));
        }
        let is_ours = context.widget.remember(&saved);
        if is_ours && context.slot.save(saved).is_err() && !self.refused.now() {
            self.refused.set(true);
            self.emit("adil-storage", vec![("kept", false.into())]);
        }
    }

    fn state(self, name: &str, on: bool) {
        self.read(|widget| widget.host.state(name, on));
    }

    fn emit(self, name: &str, fields: Vec<(&str, Json)>) {
        let context = self.context();
        let about = [
            ("widget", "plan".into()),
            ("run", f64::from(context.id).into()),
            ("mode", context.mode.word().into()),
        ];
        context.widget.emit(name, about, fields, false);
    }
}
