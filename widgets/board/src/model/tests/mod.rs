//! Games as a class plays them, and files as authors write them.

mod board;
mod check;
mod debate;
mod files;
mod large;
mod play;
mod quest;
mod statements;

use adil::Json;
use adil::content::{Document, open};

use super::{Board, Game};

/// Reads a content file: the game and what is odd about it, or what is wrong.
pub fn read(text: &str) -> Result<(Game, Vec<String>), String> {
    let parse = |text: &str| serde_json::from_str::<Json>(text).map_err(|e| e.to_string());
    let (document, warnings) = open::<Game>("game.json", text, parse)?;
    let document: Document<Game> = document;
    Ok((document.body, warnings))
}

/// A file with these fields beside those that all files have.
pub fn file(kind: &str, fields: &str) -> String {
    format!(
        r#"{{"format": "adil", "formatVersion": 1, "kind": "{kind}", "id": "t", "title": "T",
            {fields}}}"#
    )
}

/// The game of a file of a test.
#[track_caller]
pub fn game(kind: &str, fields: &str) -> Game {
    read(&file(kind, fields)).unwrap().0
}

/// The board of a file of a test.
#[track_caller]
pub fn board(fields: &str) -> Board {
    match game("board", fields) {
        Game::Board(board) => *board,
        other => panic!("{} is no board", other.kind()),
    }
}

/// What ships.
pub fn climb_together() -> Game {
    read(include_str!("../../../examples/climb-together.json")).unwrap().0
}

pub fn six_stations() -> Game {
    read(include_str!("../../../examples/six-stations.json")).unwrap().0
}

pub fn open_grades() -> Game {
    read(include_str!("../../../examples/open-grades.json")).unwrap().0
}
