//! Shapes of drawings: paths and colours, and nothing else that a browser could act on.

use adil::json::{Cursor, FromJson, Problem};

/// The longest path of one shape.
pub const LONGEST_PATH: usize = 4_000;

/// A path as SVG writes it: commands and numbers, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathData(String);

impl PathData {
    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Parses a path: it begins with a move, and has only commands, numbers, blanks and commas.
    pub fn parse(text: &str) -> Option<PathData> {
        let fits = |c: char| {
            "MmLlHhVvCcSsQqTtAaZz".contains(c) || c.is_ascii_digit() || " ,.-".contains(c)
        };
        let is_path = (2..=LONGEST_PATH).contains(&text.len())
            && text.starts_with(['M', 'm'])
            && text.chars().all(fits);
        is_path.then(|| PathData(text.to_owned()))
    }
}

impl FromJson for PathData {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        let parsed = cursor.json().text().and_then(PathData::parse);
        parsed.ok_or_else(|| cursor.expected("a path of SVG such as \"M0 0h20v20z\""))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        serde_json::json!({
            "type": "string",
            "pattern": "^[Mm][MmLlHhVvCcSsQqTtAaZz0-9 ,.-]+$",
            "maxLength": LONGEST_PATH,
        })
    }
}

/// A colour: `#` and three or six digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colour(String);

impl Colour {
    /// The colour.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Parses a colour.
    pub fn parse(text: &str) -> Option<Colour> {
        let digits = text.strip_prefix('#')?;
        let fits = matches!(digits.len(), 3 | 6) && digits.bytes().all(|b| b.is_ascii_hexdigit());
        fits.then(|| Colour(text.to_owned()))
    }
}

impl FromJson for Colour {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        let parsed = cursor.json().text().and_then(Colour::parse);
        parsed.ok_or_else(|| cursor.expected("a colour such as \"#c33\" or \"#cc3333\""))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        serde_json::json!({ "type": "string", "pattern": "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$" })
    }
}

/// A number of a drawing, from -1000 to 1000.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Units(pub f64);

impl FromJson for Units {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        cursor.number(-1000.0, 1000.0, "a number from -1000 to 1000").map(Units)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        serde_json::json!({ "type": "number", "minimum": -1000, "maximum": 1000 })
    }
}

/// How large something is beside its drawing, from a tenth to ten times.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale(pub f64);

impl FromJson for Scale {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        cursor.number(0.1, 10.0, "a number from 0.1 to 10").map(Scale)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        serde_json::json!({ "type": "number", "minimum": 0.1, "maximum": 10 })
    }
}

adil::record! {
    /// A shape: filled, with a line around it, or both.
    pub struct Shape {
        /// Its path, as SVG writes it.
        "d" d: PathData,
        /// The colour inside.
        "fill" fill: Option<Colour>,
        /// The colour of the line.
        "line" line: Option<Colour>,
        /// How wide the line is.
        "width" width: Units = Units(2.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_commands_and_numbers_are_paths() {
        let check = |text: &str, expected: bool| {
            assert_eq!(PathData::parse(text).is_some(), expected, "{text}");
        };
        check("M0 0h20v20z", true);
        check("m-1.5,2A3 3 0 1 0 9 9", true);
        check("M", false);
        check("", false);
        check("h20", false);
        check("M0 0\"/><script>", false);
        check("M0 0 url(#x)", false);
        check("M0 0\n", false);
        check(&["M", &"0 ".repeat(LONGEST_PATH)].concat(), false);
    }

    #[test]
    fn only_digits_are_colours() {
        let check = |text: &str, expected: bool| {
            assert_eq!(Colour::parse(text).is_some(), expected, "{text}");
        };
        check("#c33", true);
        check("#CC33aa", true);
        check("#c3", false);
        check("c33", false);
        check("#ggg", false);
        check("red", false);
        check("url(x)", false);
        check("#қ", false);
    }
}
