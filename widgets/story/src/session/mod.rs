//! A run in the page: what learners do; `telling` what is kept and what the page is told, `tabs`
//! what other tabs do, `lazy` what loads later.

mod desk;
mod lazy;
mod tabs;
mod telling;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use adil::content::Rich;
use adil::host::{LazyChunk, TabSlot, WidgetContext, random_number};
use adil::rules::{Range, Value, Values, Variable};
use adil::ui::{Announcer, Choice, Flag, Number, Pieces};
use leptos::prelude::*;

pub use desk::Desk;
pub use lazy::LazyPart;

use crate::model::{Act, Face, Outcome, Place, Run, Scene, Spot, Story};

/// A bundle that shows a story.
pub type Bundle = adil::host::Bundle<Session, LazyPart>;

/// What does not change while the widget is mounted, and what no component subscribes to.
pub struct Context {
    widget: WidgetContext<Story>,
    bundle: Bundle,
    mode: &'static str,
    slot: TabSlot,
    id: u32,
    run: RefCell<Run>,
    /// The values before the last choice.
    before: RefCell<Values>,
    /// Whether a heading takes the focus: not on the first screen, which would pull the page.
    moves_focus: Cell<bool>,
    /// Whether texts are read aloud as they come.
    reads: Cell<bool>,
    /// Whether sounds are played as they come.
    sounds: Cell<bool>,
    /// Looks whether another tab has gone on; nothing before that part of the bundle is there.
    follows: Cell<Option<Follows>>,
}

/// Whether another tab has gone on with the run.
type Follows = fn(Session) -> bool;

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What learners read first.
    Intro,
    /// The scene or the ending where the learner is.
    Here,
    /// What follows from the last choice.
    Feedback,
    /// A strip of the learner's own.
    Strip,
}

/// The mode of a group at one device.
pub const GROUP: &str = "group";

const SCREENS: [Screen; 4] = [Screen::Intro, Screen::Here, Screen::Feedback, Screen::Strip];

/// A handle to the run, to be passed to every component.
#[derive(Clone, Copy)]
pub struct Session {
    context: StoredValue<Rc<Context>, LocalStorage>,
    /// What is shown; set anew for each step.
    pub screen: Choice<Screen>,
    /// Whether the browser refused to keep something.
    pub refused: Flag,
    /// Whether another tab has gone on, and this one has followed it.
    pub elsewhere: Flag,
    /// Whether steps of the kept way were left out that no longer fit the file; until the next step.
    pub edited: Flag,
    changes: Number,
    /// What screen readers are told.
    pub announcer: Announcer,
    /// What loads once the first screen stands.
    pub lazy_chunk: LazyChunk,
}

impl Session {
    /// Starts a run, or goes on with one that is kept; each mode keeps its own.
    pub fn new(
        widget: WidgetContext<Story>,
        bundle: Bundle,
        mode: &'static str,
        announcer: Announcer,
    ) -> Session {
        let slot = match mode {
            // Of paper nothing is kept, so any number of sheets may stand on a page.
            "print" => widget.shared_slot(widget.keeping(), "story", mode),
            mode => widget.slot("story", mode),
        };
        let story = &widget.document.body;
        let kept = widget.kept_run(&slot);
        let run = kept.as_ref().map(|kept| Run::restore(story, kept)).unwrap_or_default();
        let edited = kept.as_ref().is_some_and(|kept| !run.is_all_of(kept));
        let started = !run.seen.is_empty();
        let is_intro = !started && (story.intro.is_some() || mode == GROUP);
        let first = if is_intro { Screen::Intro } else { Screen::Here };
        let lazy_chunk = LazyChunk::load(&widget.host, bundle.in_one_piece);
        let context = Context {
            before: RefCell::new(story.variables.first()),
            id: random_number(),
            run: RefCell::new(run),
            moves_focus: Cell::new(false),
            reads: Cell::new(false),
            sounds: Cell::new(false),
            follows: Cell::new(None),
            slot: TabSlot::new(slot, kept.as_ref()),
            widget,
            bundle,
            mode,
        };
        let session = Session {
            context: StoredValue::new_local(Rc::new(context)),
            screen: Choice::new(&SCREENS, first),
            refused: Flag::new(false),
            elsewhere: Flag::new(false),
            edited: Flag::new(edited),
            changes: Number::new(0),
            announcer,
            lazy_chunk,
        };
        session.tell_ready();
        session
    }

    /// What does not change.
    fn context(self) -> Rc<Context> {
        self.context.get_value()
    }

    /// Reads what the page gave.
    pub fn read<T>(self, read: impl FnOnce(&WidgetContext<Story>) -> T) -> T {
        read(&self.context().widget)
    }

    /// Reads the story.
    pub fn story<T>(self, read: impl FnOnce(&Story) -> T) -> T {
        read(&self.context().widget.document.body)
    }

    /// Whether a group goes the way together, at one device.
    pub fn is_group(self) -> bool {
        self.context().mode == GROUP
    }

    /// Says how many people are in the group.
    pub fn set_people(self, people: usize) {
        self.change(|run, _| run.people = people);
    }

    /// Whether it is a picture story.
    pub fn is_pictures(self) -> bool {
        self.story(|story| story.face == Face::Pictures)
    }

    /// An interface text.
    pub fn text(self, key: &str) -> String {
        self.read(|widget| widget.texts.get(key))
    }

    /// An interface text that is made when it is shown.
    pub fn words(self, key: &'static str) -> adil::ui::Words {
        Box::new(move || self.text(key))
    }

    /// An interface text with its places filled.
    pub fn fill(self, key: &str, values: &[(&str, &str)]) -> String {
        self.read(|widget| widget.texts.fill(key, values))
    }

    /// A whole number as people write it.
    pub fn number(self, n: f64) -> String {
        self.read(|widget| widget.texts.number(n))
    }

    /// Reads the run, and follows its changes.
    pub fn run<T>(self, read: impl FnOnce(&Run) -> T) -> T {
        self.changes.track();
        read(&self.context().run.borrow())
    }

    /// Where the learner is, and the values there.
    pub fn spot(self) -> Spot {
        let context = self.context();
        let run = context.run.borrow();
        run.spot(&context.widget.document.body)
    }

    /// As [`Session::spot`], and follows the run.
    pub fn followed_spot(self) -> Spot {
        self.changes.track();
        self.spot()
    }

    /// Reads a scene.
    pub fn scene<T>(self, n: usize, read: impl FnOnce(&Scene) -> T) -> T {
        self.story(|story| read(&story.scenes[n]))
    }

    /// Each variable that is a number and has a label: the label, the value and the greatest one.
    pub fn values(self, values: &Values) -> Vec<(String, i32, i32)> {
        self.read(|widget| {
            let variables = &widget.document.body.variables;
            let shown = |variable: &Variable| {
                let label = variable.label()?.get(&widget.rich.lang).to_owned();
                let Range::Numbers(_, most) = variable.range() else { return None };
                match variables.value(values, variable.name()) {
                    Some(Value::Number(n)) => Some((label, n, *most)),
                    _ => None,
                }
            };
            variables.all().iter().filter_map(shown).collect()
        })
    }

    /// The values before the last choice.
    pub fn before(self) -> Values {
        self.context().before.borrow().clone()
    }

    /// The last choice, what follows from it, and how that feels.
    pub fn last(self) -> Option<(Rich, Option<Rich>, Option<usize>)> {
        let step = self.context().run.borrow().steps.last().copied()?;
        let Act::Chose(choice) = step.act else { return None };
        self.scene(step.scene, |scene| {
            let choice = scene.choices.get(choice)?;
            Some((choice.fields.text.clone(), choice.fields.feedback.clone(), choice.feels))
        })
    }

    /// What comes later, when it is there; follows its coming.
    pub fn lazy(self, part: LazyPart) -> Option<Pieces> {
        (self.context().bundle.lazy)(self.lazy_chunk, self, part)
    }

    /// Asks again for what could not be loaded of the bundle.
    pub fn load_lazy_chunk(self) {
        self.read(|widget| self.lazy_chunk.retry(&widget.host));
    }

    /// Whether texts are read aloud as they come.
    pub fn reads(self) -> bool {
        self.context().reads.get()
    }

    /// Has texts read aloud as they come, or not.
    pub fn set_reads(self, reads: bool) {
        self.context().reads.set(reads);
    }

    /// Whether sounds are played as they come.
    pub fn sounds(self) -> bool {
        self.context().sounds.get()
    }

    /// Has sounds played as they come, or not.
    pub fn set_sounds(self, sounds: bool) {
        self.context().sounds.set(sounds);
    }

    /// Leaves the introduction.
    pub fn start(self) {
        self.change(Run::see);
        self.show(Screen::Here);
    }

    /// Takes a choice, or goes on from a scene that has none.
    pub fn take(self, choice: Option<usize>) {
        let spot = self.spot();
        let Place::Scene(scene) = spot.place else { return };
        let mut could = false;
        self.change(|run, story| {
            run.see(story);
            could = run.take(story, choice.map_or(Act::WentOn, Act::Chose));
        });
        if !could {
            return;
        }
        self.context().before.replace(spot.values);
        self.tell_choice(scene, choice);
        let last = self.last().filter(|_| choice.is_some());
        let says = last.is_some_and(|(_, feedback, feels)| feedback.is_some() || feels.is_some());
        self.show(if says { Screen::Feedback } else { Screen::Here });
    }

    /// Notes what came of the question of the scene. The screen stays: what was said of the
    /// answer is to be read.
    pub fn answered(self, outcome: Outcome) {
        let mut could = false;
        self.change(|run, story| {
            run.see(story);
            could = run.take(story, Act::Answered(outcome));
        });
        if let (true, Place::Scene(scene)) = (could, self.spot().place) {
            self.tell_answer(scene, outcome);
        }
    }

    /// Goes on to where the last choice led.
    pub fn go_on(self) {
        self.show(Screen::Here);
    }

    /// Goes one step back.
    pub fn back(self) {
        self.change(|run, _| run.back());
        self.show(Screen::Here);
    }

    /// Goes back to a scene of this way.
    pub fn return_to(self, scene: usize) {
        self.change(|run, _| run.return_to(scene));
        self.show(Screen::Here);
    }

    /// Begins anew; what was seen stays on the map.
    pub fn again(self) {
        self.change(|run, _| run.again());
        self.show(Screen::Here);
    }

    /// Begins a strip of one's own.
    pub fn make(self) {
        self.show(Screen::Strip);
    }

    /// Whether the heading of a new screen takes the focus.
    pub fn takes_focus(self) -> bool {
        self.context().moves_focus.take()
    }

    fn show(self, screen: Screen) {
        self.announcer.clear();
        self.edited.set(false);
        self.context().moves_focus.set(true);
        let from = self.screen.now();
        self.screen.set(screen);
        self.tell_end(screen, from);
    }
}
