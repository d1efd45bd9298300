//! The rules of team games as plain Rust: a board, a quest, a debate, on one engine of teams,
//! turns, time and verdicts. Knows no browser.

mod board;
mod card;
mod check;
mod content;
mod debate;
mod dice;
mod happened;
mod layout;
mod moves;
mod play;
mod quest;
mod team;
#[cfg(test)]
mod tests;
mod turns;
mod xapi;

pub use board::{Board, Layout, Link};
pub use card::{Answer, Ask, Card, Deck, DeckKind};
pub use check::{Finding, board_findings, debate_findings, most_words, quest_findings};
pub use content::Game;
pub use debate::{Debate, Floor, Side, Slot, Stage};
pub use dice::{SEEDS, order, roll};
pub use happened::{Drawn, Happened, Outcome, Phase, Standing, Why};
pub use layout::Drawing;
pub use moves::{MOST_HANDS, MOST_POINTS, Move, Verdict};
pub use play::{Die, MOST_MINUTES, Play, Setup, State};
pub use quest::{Course, Criterion, Quest, Station, Total};
pub use team::{SHAPES, Shape, Teams, shape};
pub use turns::{Position, card};
pub use xapi::{DebateEvent, Match, QuestEvent, debate_statement, quest_statement, statement};
