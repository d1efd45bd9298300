//! A run in the page: what learners do, what is kept, what the page is told.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use adil::Json;
use adil::content::Rich;
use adil::host::{WidgetContext, random_number};
use adil::progress::Slot;
use adil::rules::{Range, Value, Values, Variable};
use adil::ui::{Announcer, Choice, Flag, Number};
use leptos::prelude::*;

use crate::model::{Place, Run, Scene, Story};

/// What does not change while the widget is mounted, and what no component subscribes to.
struct Context {
    widget: WidgetContext<Story>,
    slot: Slot,
    id: u32,
    run: RefCell<Run>,
    /// The values before the last choice.
    before: RefCell<Values>,
    /// Whether a heading takes the focus: not on the first screen, which would pull the page.
    moves_focus: Cell<bool>,
}

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What learners read first.
    Intro,
    /// The scene or the ending where the learner is.
    Here,
    /// What follows from the last choice.
    Feedback,
}

const SCREENS: [Screen; 3] = [Screen::Intro, Screen::Here, Screen::Feedback];

/// A handle to the run, to be passed to every component.
#[derive(Clone, Copy)]
pub struct Session {
    context: StoredValue<Rc<Context>, LocalStorage>,
    /// What is shown; set anew for each step.
    pub screen: Choice<Screen>,
    /// Whether the browser refused to keep the way.
    pub refused: Flag,
    changes: Number,
    announcer: Announcer,
}

impl Session {
    /// Starts a run, or goes on with one that is kept.
    pub fn new(widget: WidgetContext<Story>, announcer: Announcer) -> Session {
        let slot = widget.slot("story", "learn");
        let story = &widget.document.body;
        let kept = widget.kept_run(&slot);
        let run = kept.as_ref().map(|kept| Run::restore(story, kept)).unwrap_or_default();
        let started = !run.seen.is_empty();
        let is_intro = !started && story.intro.is_some();
        let first = if is_intro { Screen::Intro } else { Screen::Here };
        let before = RefCell::new(story.variables.first());
        let (id, run, moves_focus) = (random_number(), RefCell::new(run), Cell::new(false));
        let context = Context { widget, slot, id, run, before, moves_focus };
        let session = Session {
            context: StoredValue::new_local(Rc::new(context)),
            screen: Choice::new(&SCREENS, first),
            refused: Flag::new(false),
            changes: Number::new(0),
            announcer,
        };
        session.state("started", started);
        session.state("complete", matches!(session.place().0, Place::Ending(_)));
        session.emit("adil-ready", vec![("scenes", session.story(|s| s.scenes.len()).into())]);
        session
    }

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

    /// An interface text.
    pub fn text(self, key: &str) -> String {
        self.read(|widget| widget.texts.get(key))
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
    pub fn place(self) -> (Place, Values) {
        let context = self.context();
        let run = context.run.borrow();
        run.place(&context.widget.document.body)
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

    /// What follows from the last choice, and the choice.
    pub fn last(self) -> Option<(Rich, Option<Rich>)> {
        let step = self.context().run.borrow().steps.last().copied()?;
        self.scene(step.scene, |scene| {
            let choice = &scene.choices.get(step.choice?)?.fields;
            Some((choice.text.clone(), choice.feedback.clone()))
        })
    }

    /// Leaves the introduction.
    pub fn start(self) {
        self.change(Run::see);
        self.show(Screen::Here);
    }

    /// Takes a choice, or goes on from a scene that has none.
    pub fn take(self, choice: Option<usize>) {
        let context = self.context();
        let (place, values) = self.place();
        let Place::Scene(scene) = place else { return };
        context.before.replace(values);
        let mut could = false;
        self.change(|run, story| {
            run.see(story);
            could = run.take(story, choice);
        });
        if !could {
            return;
        }
        let id = |scene: &Scene| {
            let choice = choice.and_then(|n| scene.choices.get(n));
            (scene.id.as_str().to_owned(), choice.map(|c| c.fields.id.as_str().to_owned()))
        };
        let (scene_id, choice_id) = self.scene(scene, id);
        let fields =
            vec![("sceneId", scene_id.into()), ("choiceId", choice_id.unwrap_or_default().into())];
        self.emit("adil-choice", fields);
        let says = self.last().is_some_and(|(_, feedback)| feedback.is_some());
        self.show(if says { Screen::Feedback } else { Screen::Here });
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

    /// Whether the heading of a new screen takes the focus.
    pub fn takes_focus(self) -> bool {
        self.context().moves_focus.take()
    }

    fn show(self, screen: Screen) {
        self.announcer.clear();
        self.context().moves_focus.set(true);
        self.screen.set(screen);
        let (place, _) = self.place();
        let ends = screen == Screen::Here && matches!(place, Place::Ending(_));
        self.state("complete", ends);
        if ends {
            let id = self.story(|story| story.id(place).to_owned());
            let steps = self.context().run.borrow().steps.len();
            self.emit("adil-complete", vec![("endingId", id.into()), ("steps", steps.into())]);
        }
    }

    fn change(self, change: impl FnOnce(&mut Run, &Story)) {
        let context = self.context();
        let scenes = |run: &Run| run.seen.iter().filter(|p| matches!(p, Place::Scene(_))).count();
        let story = &context.widget.document.body;
        let (starts, before) = {
            let run = context.run.borrow();
            (run.seen.is_empty(), scenes(&run))
        };
        change(&mut context.run.borrow_mut(), story);
        _ = self.changes.try_update(|n| *n += 1);
        if starts {
            self.state("started", true);
            self.emit("adil-start", vec![("scenes", story.scenes.len().into())]);
        }
        let now = scenes(&context.run.borrow());
        if now > before {
            let fields = vec![("done", now.into()), ("total", story.scenes.len().into())];
            self.emit("adil-progress", fields);
        }
        self.keep();
    }

    fn keep(self) {
        let context = self.context();
        let run = context.run.borrow().save(&context.widget.document.body);
        let is_ours = context.widget.remember(&run);
        if is_ours && context.slot.save(run).is_err() && !self.refused.now() {
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
            ("widget", "story".into()),
            ("run", f64::from(context.id).into()),
            ("mode", "learn".into()),
        ];
        context.widget.emit(name, about, fields, false);
    }
}
