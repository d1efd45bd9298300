//! A game in play: how it was set up, and the moves since. Its state follows from both, so that
//! undo drops the last move, a kept game is the list of moves, and a file of it can be sent.

use adil::Json;

use super::content::Game;
use super::debate::Floor;
use super::dice::SEEDS;
use super::happened::Phase;
use super::moves::{Move, whole};
use super::quest::Course;
use super::team::Teams;
use super::turns::Position;

adil::words! {
    /// How numbers come about.
    pub enum Die {
        /// The widget rolls.
        "button" Button,
        /// A real die is rolled, and its number typed.
        "real" Real,
        /// The widget turns a spinner.
        "spinner" Spinner,
    }
}

/// The longest game, in minutes.
pub const MOST_MINUTES: usize = 240;

/// The most moves of a game: more than any lesson has.
pub const MOST_MOVES: usize = 5_000;

/// How a game was set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setup {
    /// How many teams play.
    pub teams: Teams,
    /// The seed of dice and decks.
    pub seed: u32,
    /// After how many minutes it ends; nothing for no end by time.
    pub minutes: Option<usize>,
    /// How numbers come about.
    pub die: Die,
}

impl Setup {
    /// A setup with the nearest values that make sense.
    pub fn new(teams: usize, seed: u32, minutes: Option<usize>, die: Die) -> Setup {
        let minutes = minutes.filter(|n| *n > 0).map(|n| n.min(MOST_MINUTES));
        Setup { teams: Teams::new(teams), seed: seed % SEEDS, minutes, die }
    }
}

/// How a game stands.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// A board game
    Board(Position),
    /// A quest
    Quest(Course),
    /// A debate
    Debate(Floor),
}

impl State {
    /// The beginning of a game.
    pub fn first(game: &Game, setup: Setup) -> State {
        match game {
            Game::Board(board) => State::Board(Position::first(board, setup.teams, setup.seed)),
            Game::Quest(quest) => State::Quest(Course::first(quest, setup.teams)),
            Game::Debate(_) => State::Debate(Floor::default()),
        }
    }

    /// Makes a move; whether that could be.
    pub fn take(&mut self, game: &Game, step: Move) -> bool {
        match (self, game) {
            (State::Board(position), Game::Board(board)) => position.take(board, step),
            (State::Quest(course), Game::Quest(quest)) => course.take(quest, step),
            (State::Debate(floor), Game::Debate(debate)) => floor.take(debate, step),
            _ => false,
        }
    }

    /// Whether the game is over.
    pub fn is_over(&self, game: &Game) -> bool {
        match (self, game) {
            (State::Board(position), _) => position.phase == Phase::Over,
            (State::Quest(course), _) => course.over,
            (State::Debate(floor), Game::Debate(debate)) => {
                floor.stage(debate) == super::debate::Stage::Over
            }
            (State::Debate(_), _) => true,
        }
    }
}

/// A game in play.
#[derive(Clone, Debug, PartialEq)]
pub struct Play {
    /// How it was set up.
    pub setup: Setup,
    /// How many seconds it has taken.
    pub spent: usize,
    moves: Vec<Move>,
    state: State,
}

impl Play {
    /// Begins a game.
    pub fn begin(game: &Game, setup: Setup) -> Play {
        Play { setup, spent: 0, moves: Vec::new(), state: State::first(game, setup) }
    }

    /// How it stands.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// All moves so far.
    pub fn moves(&self) -> &[Move] {
        &self.moves
    }

    /// Makes a move; whether that could be.
    pub fn take(&mut self, game: &Game, step: Move) -> bool {
        let could = self.moves.len() < MOST_MOVES && self.state.take(game, step);
        if could {
            self.moves.push(step);
        }
        could
    }

    /// Whether there is a move to take back.
    pub fn can_undo(&self) -> bool {
        self.moves.iter().any(|step| *step != Move::TimeUp)
    }

    /// Takes the last move back. Time that is over stays over.
    pub fn undo(&mut self, game: &Game) -> bool {
        let late = self.moves.last() == Some(&Move::TimeUp);
        let mut moves = self.moves.clone();
        if late {
            moves.pop();
        }
        if moves.pop().is_none() {
            return false;
        }
        moves.extend(late.then_some(Move::TimeUp));
        self.replay(game, &moves);
        true
    }

    /// Gives a game more minutes; where its time was over, it goes on.
    pub fn add_minutes(&mut self, game: &Game, more: usize) {
        let Some(minutes) = self.setup.minutes else { return };
        // Counted from now where the time is over already.
        let from = minutes.max(self.spent.div_ceil(60));
        self.setup.minutes = Some((from + more).min(MOST_MINUTES));
        let moves: Vec<Move> =
            self.moves.iter().copied().filter(|step| *step != Move::TimeUp).collect();
        if moves.len() < self.moves.len() {
            self.replay(game, &moves);
        }
    }

    /// How many seconds are left; nothing without an end by time.
    pub fn left(&self) -> Option<usize> {
        Some((self.setup.minutes? * 60).saturating_sub(self.spent))
    }

    /// Moves that do not fit, as after an edit of the file, end it.
    fn replay(&mut self, game: &Game, moves: &[Move]) {
        self.state = State::first(game, self.setup);
        self.moves.clear();
        for step in moves {
            if !self.take(game, *step) {
                break;
            }
        }
    }

    /// The squares on which the teams stand; none in other games.
    fn squares(&self) -> Json {
        let squares = |position: &Position| {
            position.teams.iter().map(|standing| standing.square.into()).collect()
        };
        Json::List(match &self.state {
            State::Board(position) => squares(position),
            _ => Vec::new(),
        })
    }

    /// Whether a game that was kept came to where it was: its content may have been edited since.
    pub fn is_as(&self, kept: &Json) -> bool {
        let moves = kept.get("moves").map(Json::list).unwrap_or_default();
        moves.len() == self.moves.len()
            && kept.get("squares").is_none_or(|squares| *squares == self.squares())
    }

    /// The game as it is kept.
    pub fn save(&self) -> Json {
        let moves = self.moves.iter().map(|step| step.save()).collect();
        Json::object([
            ("teams", self.setup.teams.count().into()),
            ("seed", f64::from(self.setup.seed).into()),
            ("minutes", self.setup.minutes.map_or(Json::Null, Json::from)),
            ("die", self.setup.die.word().into()),
            ("spent", self.spent.into()),
            ("moves", Json::List(moves)),
            ("squares", self.squares()),
        ])
    }

    /// A game as it was kept; nothing for what is none. What does not fit the file any more is
    /// left out, and all that came after it.
    pub fn restore(game: &Game, kept: &Json) -> Option<Play> {
        let number = |name: &str| kept.get(name).and_then(whole);
        let teams = number("teams")?;
        let seed = u32::try_from(number("seed")?).ok()?;
        let die = kept.get("die").and_then(Json::text).and_then(Die::from_word)?;
        let mut play = Play::begin(game, Setup::new(teams, seed, number("minutes"), die));
        play.spent = number("spent").unwrap_or(0).min(MOST_MINUTES * 60);
        let moves = kept.get("moves").map(Json::list).unwrap_or_default();
        let moves: Vec<Move> = moves.iter().map_while(Move::restore).take(MOST_MOVES).collect();
        play.replay(game, &moves);
        Some(play)
    }
}
