//! Rules in texts and in content files.

use super::check::{Flag, Number};
use super::declare::{Range, Variables};
use super::forms::whole;
use super::lexer::{Kind, Token};
use super::parse::{Parser, parse};
use super::rule::New;
use super::{Amount, Change, Changes, Condition};
use crate::json::{Cursor, FromJson, Json, Problem, Warnings};

impl Condition {
    /// Parses a text such as `trust >= 5 and not told`.
    ///
    /// # Errors
    /// The column, what was expected and what was found.
    pub fn parse(text: &str, variables: &Variables) -> Result<Condition, Problem> {
        variables.flag(&parse(text)?).map(Condition)
    }

    /// Reads a condition, or plain `true` or `false`, over these variables.
    ///
    /// # Errors
    /// The place in the file and in the rule, what was expected and what was found.
    pub fn read_with(cursor: &Cursor, variables: &Variables) -> Result<Condition, Problem> {
        if let Json::Bool(flag) = cursor.json() {
            return Ok(Condition(Flag::Known(*flag)));
        }
        let text = cursor.text("a condition such as \"trust >= 5\"")?;
        Condition::parse(text, variables).map_err(|problem| problem.within(&cursor.path()))
    }
}

impl Amount {
    /// Parses a text such as `trust + 1`.
    ///
    /// # Errors
    /// The column, what was expected and what was found.
    pub fn parse(text: &str, variables: &Variables) -> Result<Amount, Problem> {
        variables.number(&parse(text)?).map(Amount)
    }

    /// Reads an amount, or a plain whole number, over these variables.
    ///
    /// # Errors
    /// The place in the file and in the rule, what was expected and what was found.
    pub fn read_with(cursor: &Cursor, variables: &Variables) -> Result<Amount, Problem> {
        if let Some(number) = whole(cursor.json()) {
            return Ok(Amount(Number::Known(number)));
        }
        let text = cursor.text("a whole number, or an amount such as \"trust + 1\"")?;
        Amount::parse(text, variables).map_err(|problem| problem.within(&cursor.path()))
    }
}

impl Change {
    /// Parses a change: `told = true`, or a sum that begins with what changes, as in `trust + 1`.
    ///
    /// # Errors
    /// The column, what was expected and what was found.
    pub fn parse(text: &str, variables: &Variables) -> Result<Change, Problem> {
        let mut parser = Parser::new(text)?;
        let Token { kind: Kind::Name, text: name, column } = parser.token() else {
            return Err(parser.expected("the name of what changes"));
        };
        let (n, variable) = variables.named(column, name)?;
        parser.advance()?;
        let new = match (parser.token().kind, variable.range()) {
            (Kind::Mark("="), range) => {
                parser.advance()?;
                let tree = parser.whole()?;
                match range {
                    Range::Numbers(..) => New::Number(variables.number(&tree)?),
                    Range::Flags => New::Flag(variables.flag(&tree)?),
                    Range::Words(words) => New::Word(variables.word(words, &tree)?),
                }
            }
            (Kind::Mark("+" | "-" | "*"), Range::Numbers(..)) => {
                New::Number(variables.number(&parse(text)?)?)
            }
            (_, Range::Numbers(..)) => return Err(parser.expected("=, +, - or *")),
            _ => return Err(parser.expected("=")),
        };
        Ok(Change { variable: n, bounds: variable.bounds(), new })
    }
}

impl Changes {
    /// Reads one change, or a list of them, over these variables.
    ///
    /// # Errors
    /// The place in the file and in the rule, what was expected and what was found.
    pub fn read_with(cursor: &Cursor, variables: &Variables) -> Result<Changes, Problem> {
        const WHAT: &str = "a change such as \"trust + 1\", or a list of changes";
        let one = |cursor: &Cursor| {
            let text = cursor.text("a change such as \"trust + 1\" or \"told = true\"")?;
            Change::parse(text, variables).map_err(|problem| problem.within(&cursor.path()))
        };
        match cursor.json() {
            Json::Text(_) => one(cursor).map(|change| Changes(vec![change])),
            _ => cursor.each(WHAT, one).map(Changes),
        }
    }
}

/// The variables that the file declares in its field `variables`. A mistake in them is told with
/// its own place; what is odd about them is told where they are read for themselves.
fn declared(cursor: &Cursor) -> Result<Variables, Problem> {
    let warnings = Warnings::default();
    Cursor::top(cursor.top_of_file(), &warnings).fields("an object in braces")?.get("variables")
}

/// What an editor is told about a rule.
#[cfg(not(target_arch = "wasm32"))]
fn text_of(about: &str, other: Option<&str>) -> serde_json::Value {
    let text = serde_json::json!({ "type": "string", "maxLength": super::LONGEST });
    let schema = match other {
        Some(other) => serde_json::json!({ "anyOf": [text, { "type": other }] }),
        None => text,
    };
    crate::json::schema::described(schema, &[about])
}

impl FromJson for Condition {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        Condition::read_with(cursor, &declared(cursor)?)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut crate::json::schema::Definitions) -> serde_json::Value {
        let about = "A condition over the variables, such as `trust >= 5 and not told`.";
        definitions.define("Condition", |_| text_of(about, Some("boolean")))
    }
}

impl FromJson for Amount {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        Amount::read_with(cursor, &declared(cursor)?)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut crate::json::schema::Definitions) -> serde_json::Value {
        let about = "A whole number, or one that is reckoned, such as `max(trust, 3) + 1`.";
        definitions.define("Amount", |_| text_of(about, Some("integer")))
    }
}

impl FromJson for Changes {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        Changes::read_with(cursor, &declared(cursor)?)
    }

    fn absent() -> Option<Self> {
        Some(Changes::default())
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut crate::json::schema::Definitions) -> serde_json::Value {
        let about = "What changes, such as `trust + 1` or `told = true`; one after the other.";
        definitions.define("Changes", |_| {
            let one = text_of(about, None);
            serde_json::json!({ "anyOf": [one, { "type": "array", "items": one }] })
        })
    }
}
