//! The three kinds of games that one engine plays: a board, a quest, a debate.

use adil::content::{Kind, Level};
use adil::json::{Cursor, Fields, Problem, Record};

use super::board::Board;
use super::check::{Finding, board_findings, debate_findings, quest_findings};
use super::debate::Debate;
use super::quest::Quest;

/// A game of teams.
#[derive(Clone, Debug, PartialEq)]
pub enum Game {
    /// Squares, ladders, slides and cards
    Board(Box<Board>),
    /// Stations and juries
    Quest(Box<Quest>),
    /// Speeches of two sides
    Debate(Box<Debate>),
}

impl Game {
    /// The word in the field `kind`.
    pub fn kind(&self) -> &'static str {
        match self {
            Game::Board(_) => Board::KIND,
            Game::Quest(_) => Quest::KIND,
            Game::Debate(_) => Debate::KIND,
        }
    }

    /// What is allowed and still amiss for a level.
    pub fn findings(&self, level: Level) -> Vec<Finding> {
        match self {
            Game::Board(board) => board_findings(board, level),
            Game::Quest(quest) => quest_findings(quest, level),
            Game::Debate(debate) => debate_findings(debate, level),
        }
    }
}

impl Record for Game {
    fn from_fields(fields: &Fields) -> Result<Self, Problem> {
        let word = |cursor: &Cursor| cursor.text("board, quest or debate").map(str::to_owned);
        let kind = fields.read("kind", word)?.unwrap_or_default();
        let game = match kind.as_str() {
            Quest::KIND => Game::Quest(Box::new(Quest::from_fields(fields)?)),
            Debate::KIND => Game::Debate(Box::new(Debate::from_fields(fields)?)),
            _ => Game::Board(Box::new(Board::from_fields(fields)?)),
        };
        // A page looks once its first screen stands.
        #[cfg(not(target_arch = "wasm32"))]
        for finding in game.findings(fields.get_or("level", Level::Secondary)?) {
            fields.warn(&finding.sentence());
        }
        Ok(game)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn describe(
        definitions: &mut adil::json::schema::Definitions,
        object: &mut adil::json::schema::ObjectSchema,
    ) {
        Board::describe(definitions, object);
    }
}

impl Kind for Game {
    const KIND: &'static str = Board::KIND;
    const ALSO: &'static [&'static str] = &[Quest::KIND, Debate::KIND];
}
