//! How variables are declared in a content file, with errors that name the place.

use super::declare::{MOST_VARIABLES, MOST_WORDS, Name, Variable, Variables, is_word};
use super::lexer::LARGEST;
use crate::content::Localized;
use crate::json::{Cursor, FromJson, Json, Problem, number_text};

/// A whole number from -1,000,000 to 1,000,000.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Whole(i32);

/// The whole number within the bounds of declarations that stands at a place.
pub fn whole(json: &Json) -> Option<i32> {
    let most = f64::from(LARGEST);
    let number = json.number().filter(|n| (-most..=most).contains(n))?;
    #[expect(clippy::cast_possible_truncation)]
    let whole = number as i32;
    #[expect(clippy::float_cmp)]
    let is_whole = f64::from(whole) == number;
    is_whole.then_some(whole)
}

impl FromJson for Whole {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        const WHAT: &str = "a whole number from -1000000 to 1000000";
        whole(cursor.json()).map(Whole).ok_or_else(|| cursor.expected(WHAT))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut crate::json::schema::Definitions) -> serde_json::Value {
        serde_json::json!({ "type": "integer", "minimum": -LARGEST, "maximum": LARGEST })
    }
}

/// A word that a rule can write.
#[derive(Clone, Debug, PartialEq)]
pub struct Word(String);

impl FromJson for Word {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        const WHAT: &str = "a word of 1 to 60 characters without quotation marks";
        let text = cursor.text(WHAT)?;
        if is_word(text) { Ok(Word(text.into())) } else { Err(cursor.expected(WHAT)) }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut crate::json::schema::Definitions) -> serde_json::Value {
        serde_json::json!({
            "type": "string",
            "minLength": 1,
            "maxLength": 60,
            "pattern": "^[^'\"‘’‚“”„«»]+$",
        })
    }
}

crate::record! {
    /// A variable that is a whole number within bounds.
    pub struct NumberVariable {
        /// What it is at first, from `min` to `max`.
        "start" start: Whole,
        /// The least that it can be. A rule that would take more away leaves it at this.
        "min" least: Whole,
        /// The most that it can be. A rule that would add more leaves it at this.
        "max" most: Whole,
        /// What learners are told that it is.
        "label" label: Option<Localized>,
    }
}

crate::record! {
    /// A variable that is true or false.
    pub struct FlagVariable {
        /// What it is at first.
        "start" start: bool,
        /// What learners are told that it is.
        "label" label: Option<Localized>,
    }
}

crate::record! {
    /// A variable that is one of a few words.
    pub struct WordVariable {
        /// The word that it is at first.
        "start" start: Word,
        /// All words that it can be, 1 to 40.
        "words" words: Vec<Word>,
        /// What learners are told that it is.
        "label" label: Option<Localized>,
    }
}

impl FromJson for Variables {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        const WHAT: &str = "an object with a field for each variable";
        const NAME: &str = "a name of up to 40 letters a to z, digits and _, first a letter";
        let mut list: Vec<Variable> = Vec::new();
        cursor.each_field(WHAT, |name, cursor| {
            let problem = |what: &str, found: &str| Problem::new(&cursor.path(), what, found);
            let quoted = ["\"", name, "\""].concat();
            if list.iter().any(|variable| variable.name() == name) {
                return Err(problem(
                    "a name that no other variable has",
                    &[&quoted, " again"].concat(),
                ));
            }
            if list.len() == MOST_VARIABLES {
                let most = number_text(MOST_VARIABLES as f64);
                return Err(problem(&["at most ", &most, " variables"].concat(), "one more"));
            }
            if Name::is_taken(name) {
                return Err(problem("a name that is no word of the rules themselves", &quoted));
            }
            let name = Name::parse(name).ok_or_else(|| problem(NAME, &quoted))?;
            list.push(variable(name, cursor)?);
            Ok(())
        })?;
        Variables::new(list).ok_or_else(|| cursor.expected(WHAT))
    }

    fn absent() -> Option<Self> {
        Some(Variables::default())
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut crate::json::schema::Definitions) -> serde_json::Value {
        let number = NumberVariable::schema(definitions);
        let flag = FlagVariable::schema(definitions);
        let word = WordVariable::schema(definitions);
        serde_json::json!({
            "type": "object",
            "maxProperties": MOST_VARIABLES,
            "propertyNames": { "pattern": "^[A-Za-z][A-Za-z0-9_]{0,39}$" },
            "additionalProperties": { "anyOf": [number, flag, word] },
        })
    }
}

/// Reads one declaration. The first value tells the kind.
fn variable(name: Name, cursor: &Cursor) -> Result<Variable, Problem> {
    match cursor.json().get("start") {
        Some(Json::Bool(_)) => {
            let form = FlagVariable::read(cursor)?;
            Ok(Variable::flag(name, form.start).labelled(form.label))
        }
        Some(Json::Text(_)) => {
            let form = WordVariable::read(cursor)?;
            let (words, first) = words(&form, cursor)?;
            let variable = Variable::words(name, &words, first).map(|v| v.labelled(form.label));
            variable.ok_or_else(|| cursor.expected("words that differ"))
        }
        _ => {
            let form = NumberVariable::read(cursor)?;
            let (least, most, first) = (form.least.0, form.most.0, form.start.0);
            if least > most {
                let what = ["a whole number from ", &text(least), " (min) on"].concat();
                return Err(at(cursor, "max", &what, &text(most)));
            }
            if !(least..=most).contains(&first) {
                let what = ["a whole number from ", &text(least), " to ", &text(most)].concat();
                return Err(at(cursor, "start", &what, &text(first)));
            }
            Ok(Variable::number(name, least, most, first).labelled(form.label))
        }
    }
}

/// The words of a declaration, and the place of the one that it begins with.
fn words<'a>(form: &'a WordVariable, cursor: &Cursor) -> Result<(Vec<&'a str>, usize), Problem> {
    let words: Vec<&str> = form.words.iter().map(|word| word.0.as_str()).collect();
    if !(1..=MOST_WORDS).contains(&words.len()) {
        let found = ["a list of ", &number_text(words.len() as f64)].concat();
        return Err(at(cursor, "words", "a list of 1 to 40 words", &found));
    }
    for (n, word) in words.iter().enumerate() {
        if words[..n].contains(word) {
            let field = ["words[", &number_text(n as f64), "]"].concat();
            return Err(at(cursor, &field, "a word that is not yet in the list", &quoted(word)));
        }
    }
    let first = words.iter().position(|word| *word == form.start.0);
    let refused = || at(cursor, "start", "one of the words in the list", &quoted(&form.start.0));
    first.map(|first| (words, first)).ok_or_else(refused)
}

/// A mistake in a field of a declaration.
fn at(cursor: &Cursor, field: &str, expected: &str, found: &str) -> Problem {
    Problem::new(&[&cursor.path(), ".", field].concat(), expected, found)
}

fn quoted(word: &str) -> String {
    ["\"", word, "\""].concat()
}

fn text(number: i32) -> String {
    number_text(f64::from(number))
}
