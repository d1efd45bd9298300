//! Numbers as authors write them, within the bounds in which they mean something.

use crate::json::{Cursor, FromJson, Problem};

/// A share between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Share(f64);

impl Share {
    /// Nothing of it.
    pub const ZERO: Share = Share(0.0);

    /// The share as a number.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl FromJson for Share {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        cursor.number(0.0, 1.0, "a number from 0 to 1, such as 0.6").map(Share)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut crate::json::schema::Definitions) -> serde_json::Value {
        serde_json::json!({ "type": "number", "minimum": 0, "maximum": 1 })
    }
}

/// How many at least: 0 to 1,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AtLeast(pub usize);

impl FromJson for AtLeast {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        whole(cursor, 0.0, "a whole number between 0 and 1000").map(AtLeast)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut crate::json::schema::Definitions) -> serde_json::Value {
        serde_json::json!({ "type": "integer", "minimum": 0, "maximum": 1000 })
    }
}

fn whole(cursor: &Cursor, least: f64, what: &str) -> Result<usize, Problem> {
    let number = cursor.number(least, 1000.0, what)?;
    if number.fract() != 0.0 {
        return Err(cursor.expected(what));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Ok(number as usize)
}

/// How many: 1 to 1,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count(pub usize);

impl FromJson for Count {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        whole(cursor, 1.0, "a whole number between 1 and 1000").map(Count)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut crate::json::schema::Definitions) -> serde_json::Value {
        serde_json::json!({ "type": "integer", "minimum": 1, "maximum": 1000 })
    }
}
