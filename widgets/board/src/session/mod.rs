//! A game in the page: what the host does, what is kept, what the page is told.

mod clock;
mod countdown;
mod draft;
mod keep;
mod tell;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use adil::Json;
use adil::host::{self, LazyChunk, TabSlot, WidgetContext, follow_other_tabs, random_number};
use adil::ui::{Announcer, Choice, Flag, Number, Pieces};
use leptos::prelude::*;

use crate::model::{Game, Happened, Move, Play, Position, SEEDS, State};

pub use countdown::Countdown;
pub use draft::Draft;
pub use tell::verdict_key;

/// What does not change while the widget is mounted, and what no component subscribes to.
struct Context {
    widget: WidgetContext<Game>,
    slot: TabSlot,
    id: u32,
    play: RefCell<Option<Play>>,
    /// What was kept, or given as a file, until the rules of the game are there.
    waiting: RefCell<Waiting>,
    /// What is typed before a game begins; names of teams stay here and in the page.
    draft: RefCell<Draft>,
    countdown: RefCell<Countdown>,
    /// The browser's clock when time was counted last.
    counted: Cell<f64>,
    /// What of a second is not counted yet.
    rest: Cell<f64>,
    /// Whether a heading takes the focus: not on the first screen, which would pull the page.
    moves_focus: Cell<bool>,
}

/// What waits for the rules of the game, which load once the first screen stands.
#[derive(Default)]
struct Waiting {
    /// Whether anything was done with them yet.
    is_open: bool,
    /// A game that was kept.
    kept: Option<Json>,
    /// Whether the host has begun one.
    begins: bool,
    /// The text of a file that the host gave.
    file: Option<String>,
}

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Teams, dice and time before a game.
    Setup,
    /// The game.
    Play,
}

/// What of the bundle loads once the first screen stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LazyPart {
    /// The screen of a turn, a round or a speech
    Game,
    /// The board
    Board,
    /// How teams stand, and the stories of the board
    Rest,
    /// What the host may do at any time
    Tools,
    /// Paper
    Paper,
    /// No part of the view: what waits for the rules of the game
    Waiting,
}

/// A bundle that shows games of teams.
pub type Bundle = host::Bundle<Session, LazyPart>;

const SCREENS: [Screen; 2] = [Screen::Setup, Screen::Play];

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// The board on one sheet; of other games their sheets for juries or voters.
    Whole,
    /// The board over four sheets.
    Four,
    /// The cards.
    Cards,
    /// What the cards' answers are, and tokens.
    Rest,
}

/// Everything that can be printed.
pub const PAPERS: [Paper; 4] = [Paper::Whole, Paper::Four, Paper::Cards, Paper::Rest];

/// A handle to the game, to be passed to every component.
#[derive(Clone, Copy)]
pub struct Session {
    context: StoredValue<Rc<Context>, LocalStorage>,
    /// What is shown; set anew for each move.
    pub screen: Choice<Screen>,
    /// What is printed.
    pub paper: Choice<Paper>,
    /// Whether it is shown for the last row.
    pub is_big: Flag,
    /// Whether the browser refused to keep the game.
    pub refused: Flag,
    /// Whether another tab has gone on with the game, and this one has followed it.
    pub elsewhere: Flag,
    /// Whether the clock may be heard, too.
    pub sounds: Flag,
    /// Whether the game did not come to where it was kept, since its content was edited; until the
    /// next move.
    pub edited: Flag,
    /// Whether a file that was given is no game of this content.
    pub no_game: Flag,
    /// Changes with each second and each press of a clock.
    ticks: Number,
    /// Changes with points that a jury gives, for totals beside what is being typed.
    points: Number,
    /// How far what loads later is.
    pub lazy_chunk: LazyChunk,
    bundle: Bundle,
    announcer: Announcer,
}

impl Session {
    /// Goes on with a game that is kept, or asks for teams.
    pub fn new(widget: WidgetContext<Game>, announcer: Announcer, bundle: Bundle) -> Session {
        let lazy_chunk = LazyChunk::load(&widget.host, bundle.in_one_piece);
        let slot = widget.slot("board", "play");
        let kept = widget.kept_run(&slot);
        let minutes = widget.document.envelope.minutes.filter(|_| !widget.level.is_primary());
        let seed = random_number() % SEEDS;
        let draft = Draft::default().with(seed, minutes);
        let is_big = widget.host.attribute("mode").as_deref() == Some("projector");
        let screen = if kept.is_some() { Screen::Play } else { Screen::Setup };
        let context = Context {
            slot: TabSlot::new(slot, kept.as_ref()),
            widget,
            id: random_number(),
            play: RefCell::new(None),
            waiting: RefCell::new(Waiting { kept, ..Waiting::default() }),
            draft: RefCell::new(draft),
            countdown: RefCell::default(),
            counted: Cell::new(adil::host::now()),
            rest: Cell::new(0.0),
            moves_focus: Cell::new(false),
        };
        let session = Session {
            context: StoredValue::new_local(Rc::new(context)),
            screen: Choice::new(&SCREENS, screen),
            paper: Choice::new(&PAPERS, Paper::Whole),
            is_big: Flag::new(is_big),
            refused: Flag::new(false),
            elsewhere: Flag::new(false),
            sounds: Flag::new(false),
            edited: Flag::new(false),
            no_game: Flag::new(false),
            ticks: Number::new(0),
            points: Number::new(0),
            lazy_chunk,
            bundle,
            announcer,
        };
        session.state("started", false);
        session.state("complete", false);
        session.emit("adil-ready", vec![("kind", session.game(Game::kind).into())]);
        session
    }

    fn context(self) -> Rc<Context> {
        self.context.get_value()
    }

    /// Reads what the page gave.
    pub fn read<T>(self, read: impl FnOnce(&WidgetContext<Game>) -> T) -> T {
        read(&self.context().widget)
    }

    /// What of the bundle loads later, once it is there; followed.
    pub fn lazy(self, part: LazyPart) -> Option<Pieces> {
        (self.bundle.lazy)(self.lazy_chunk, self, part)
    }

    /// Reads the game's content.
    pub fn game<T>(self, read: impl FnOnce(&Game) -> T) -> T {
        read(&self.context().widget.document.body)
    }

    /// Reads how the game stands.
    pub fn play<T>(self, read: impl FnOnce(Option<&Play>) -> T) -> T {
        read(self.context().play.borrow().as_ref())
    }

    /// How the board game stands, if there is one.
    pub fn position(self) -> Option<Position> {
        self.play(|play| match play?.state() {
            State::Board(position) => Some(position.clone()),
            _ => None,
        })
    }

    /// An interface text.
    pub fn text(self, key: &str) -> String {
        self.read(|widget| widget.texts.get(key))
    }

    /// An interface text with its places filled.
    pub fn fill(self, key: &str, values: &[(&str, &str)]) -> String {
        self.read(|widget| widget.texts.fill(key, values))
    }

    /// The plural form of a text.
    pub fn count(self, key: &str, n: usize) -> String {
        self.read(|widget| widget.texts.count(key, n as f64))
    }

    /// A whole number as people write it.
    pub fn number(self, n: usize) -> String {
        self.read(|widget| widget.texts.number(n as f64))
    }

    /// Whether this is a game of children, who have no timers.
    pub fn is_primary(self) -> bool {
        self.read(|widget| widget.level.is_primary())
    }

    /// Follows points that a jury gives.
    pub fn follow_points(self) {
        self.points.track();
    }

    /// Reads what is typed before a game.
    pub fn draft<T>(self, read: impl FnOnce(&mut Draft) -> T) -> T {
        read(&mut self.context().draft.borrow_mut())
    }

    /// Does what waited for the rules of the game, which are there now.
    pub fn open(self) {
        let context = self.context();
        let Waiting { is_open, kept, begins, file } =
            context.waiting.replace(Waiting { is_open: true, ..Waiting::default() });
        if !is_open {
            if let Some(kept) = kept {
                self.restore(&kept);
            }
            self.set_countdown();
            self.run_clock();
            follow_other_tabs(context.slot.slot(), move |run| self.hear(run));
            self.tell_author();
        }
        if begins {
            self.begin_now();
        }
        if let Some(text) = file {
            self.open_file(&text);
        }
    }

    fn when_open(self, waits: impl FnOnce(&mut Waiting)) {
        waits(&mut self.context().waiting.borrow_mut());
        _ = untrack(|| self.lazy(LazyPart::Waiting));
    }

    /// Begins a game as it was set up.
    pub fn begin(self) {
        self.when_open(|waiting| waiting.begins = true);
        if self.context().waiting.borrow().begins {
            self.screen.set(Screen::Play);
        }
    }

    /// Goes on with a game from a file that somebody gave.
    pub fn give_file(self, text: String) {
        self.when_open(|waiting| waiting.file = Some(text));
    }

    fn begin_now(self) {
        if self.follows() {
            return;
        }
        let setup = self.draft(|draft| draft.setup());
        let play = self.game(|game| Play::begin(game, setup));
        self.put(play);
        let teams = setup.teams.count();
        self.emit("adil-start", vec![("teams", teams.into())]);
    }

    fn put(self, play: Play) {
        let context = self.context();
        context.play.replace(Some(play));
        context.counted.set(adil::host::now());
        self.state("started", true);
        self.after_change();
        self.say_what_happened();
    }

    /// Goes back to the setup; the game stays until another one begins.
    pub fn set_up(self) {
        self.context().moves_focus.set(true);
        self.announcer.clear();
        let seed = random_number() % SEEDS;
        self.draft(|draft| draft.seed = seed);
        self.screen.set(Screen::Setup);
    }

    /// Goes back to the game.
    pub fn resume(self) {
        self.context().moves_focus.set(true);
        self.screen.set(Screen::Play);
    }

    /// Makes a move, if it fits.
    pub fn take(self, step: Move) {
        if !self.follows() && self.make(step) {
            self.after_change();
            self.say_what_happened();
            self.tell_page();
        }
    }

    /// A jury gives points; what is typed stays as it is.
    pub fn give(self, step: Move) {
        if !self.follows() && self.make(step) {
            _ = self.points.try_update(|n| *n += 1);
            self.keep();
        }
    }

    fn make(self, step: Move) -> bool {
        let context = self.context();
        let mut play = context.play.borrow_mut();
        play.as_mut().is_some_and(|play| play.take(&context.widget.document.body, step))
    }

    /// Whether there is a move to take back.
    pub fn can_undo(self) -> bool {
        self.points.track();
        self.play(|play| play.is_some_and(Play::can_undo))
    }

    /// Takes the last move back.
    pub fn undo(self) {
        if self.follows() {
            return;
        }
        let context = self.context();
        let game = &context.widget.document.body;
        let could = context.play.borrow_mut().as_mut().is_some_and(|play| play.undo(game));
        if could {
            self.after_change();
            self.announcer.announce(&self.text("undone"));
        }
    }

    fn after_change(self) {
        self.elsewhere.set(false);
        self.set_countdown();
        self.context().moves_focus.set(true);
        self.edited.set(false);
        let is_over = self.game(|game| self.play(|p| p.is_some_and(|p| p.state().is_over(game))));
        self.state("complete", is_over);
        self.screen.set(Screen::Play);
        _ = self.points.try_update(|n| *n += 1);
        self.keep();
    }

    /// Shows a game that was kept; the focus stays where it is.
    fn show_kept(self) {
        self.context().counted.set(adil::host::now());
        self.set_countdown();
        let is_over = self.game(|game| self.play(|p| p.is_some_and(|p| p.state().is_over(game))));
        self.state("started", true);
        self.state("complete", is_over);
        self.screen.set(Screen::Play);
        _ = self.points.try_update(|n| *n += 1);
    }

    /// Whether the heading of a new screen takes the focus.
    pub fn takes_focus(self) -> bool {
        self.context().moves_focus.take()
    }

    /// What the last move made happen, in sentences.
    pub fn happened(self) -> Vec<Happened> {
        self.position().map(|position| position.happened).unwrap_or_default()
    }

    fn state(self, name: &str, on: bool) {
        self.read(|widget| widget.host.state(name, on));
    }

    fn emit(self, name: &str, fields: Vec<(&str, Json)>) {
        let context = self.context();
        let about = [
            ("widget", "board".into()),
            ("run", f64::from(context.id).into()),
            ("mode", if self.is_big.now() { "projector" } else { "play" }.into()),
        ];
        context.widget.emit(name, about, fields, false);
    }
}
