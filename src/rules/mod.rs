//! Rules that authors write: when something is shown, how much something is, what changes.
//!
//! ```
//! use adil::Json;
//! use adil::json::{Cursor, FromJson, Warnings};
//! use adil::rules::{Change, Condition, Variables, Verdict};
//!
//! let json: Json = serde_json::from_str(
//!     r#"{"trust": {"start": 3, "min": 0, "max": 12}, "told": {"start": false}}"#,
//! )?;
//! let variables = Variables::read(&Cursor::top(&json, &Warnings::default()))?;
//! let condition = Condition::parse("trust >= 5 and not told", &variables)?;
//! let change = Change::parse("trust + 2", &variables)?;
//!
//! let mut values = variables.first();
//! assert!(!condition.holds(&values));
//! change.apply(&mut values);
//! assert!(condition.holds(&values));
//!
//! // The checker finds what no learner will ever see.
//! let never = Condition::parse("trust > 12", &variables)?;
//! assert_eq!(never.verdict(&variables, 1000), Verdict::Never);
//!
//! let mistake = Condition::parse("trust > told", &variables).unwrap_err();
//! assert_eq!(mistake.to_string(), "column 9: expected a number, found the flag told");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The language
//!
//! ```text
//! condition   all { "or" all }
//! all         not { "and" not }
//! not         "not" not | comparison
//! comparison  sum [ compared sum | "in" "(" word { "," word } ")" ]
//! compared    "=" | "!=" | "<" | "<=" | ">" | ">="
//! sum         product { ( "+" | "-" ) product }
//! product     signed { "*" signed }
//! signed      "-" signed | single
//! single      number | word | "true" | "false" | name | "(" condition ")"
//!             | function "(" condition { "," condition } ")"
//! function    "count" | "any" | "all"     of what is true or false
//!             | "sum" | "min" | "max"     of numbers
//! change      name "=" condition | name ( "+" | "-" | "*" ) …    the name becomes the whole sum
//! ```
//!
//! - Numbers are whole, up to a million. There is no division, and no text becomes code.
//! - Small words are in small letters, `AND` is refused; names are written as they are declared.
//! - Equality is written `=`; `==` is the same. Both compare numbers, flags and words. `≠ ≤ ≥`
//!   and the long minus of word processors are what they look like.
//! - Words stand in quotation marks, straight or curly: `role = 'coach'`,
//!   `answer in ('yes', 'not sure')`.
//! - A rule has at most 500 characters, and at most 16 parts inside each other.
//!
//! # In a content file
//!
//! The file declares its variables in the field `variables`, each with what it is at first:
//!
//! ```json
//! "variables": {
//!   "trust": {"start": 3, "min": 0, "max": 12, "label": "Trust of the club"},
//!   "told": {"start": false},
//!   "role": {"start": "player", "words": ["player", "coach"]}
//! }
//! ```
//!
//! A field of type [`Condition`], [`Amount`] or [`Changes`] reads a rule over them. A widget whose
//! names come from elsewhere, such as the questions of a check, makes [`Variables`] itself and
//! reads with `read_with`.
//!
//! # What cannot happen
//!
//! A rule that was parsed against its variables has no unknown name and no wrong type. It always
//! comes to a result: sums and products stop at the bounds of 32 bits, and what a variable is
//! given is moved to the nearest value in its range.

mod check;
mod declare;
mod evaluate;
mod forms;
mod lexer;
mod parse;
mod read;
mod rule;
#[cfg(test)]
mod tests;
mod tree;
mod values;

pub use declare::{MOST_VARIABLES, MOST_WORDS, Name, Range, Variable, Variables};
pub use evaluate::{Value, Values};
pub use lexer::{LARGEST, LONGEST};
pub use parse::{DEEPEST, parse};
pub use rule::{Amount, Change, Changes, Condition};
pub use tree::{Comparison, Function, Node, Tree};
pub use values::{Every, MoreThan, Verdict};
