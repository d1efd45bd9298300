//! Tables of what is read, refused and reckoned, and properties of everything that can be.

mod declared;
mod files;
mod grown;
mod naive;
mod properties;
mod read;
mod reckoned;
mod refused;

use super::Variables;
use crate::json::{Cursor, FromJson, Json, Problem, Warnings};

/// What the file of a test declares.
const DECLARED: &str = r#"{
    "trust": {"start": 3, "min": 0, "max": 12},
    "debt": {"start": -2, "min": -5, "max": 0},
    "told": {"start": false},
    "seen": {"start": true},
    "role": {"start": "player", "words": ["player", "coach", "not sure"]},
    "other": {"start": "coach", "words": ["player", "coach", "not sure"]},
    "colour": {"start": "red", "words": ["red", "blue"]}
}"#;

fn json(text: &str) -> Json {
    serde_json::from_str(text).unwrap()
}

fn declare(text: &str) -> Result<Variables, Problem> {
    Variables::read(&Cursor::top(&json(text), &Warnings::default()))
}

fn variables() -> Variables {
    declare(DECLARED).unwrap()
}
