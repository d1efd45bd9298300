//! Blanks as authors write them: `number`, `text` and `blanks`.

use adil::content::{Localized, Rich, has_blank};
use adil::json::{Cursor, Fields, FromJson, Problem, Record, number_text};

use super::super::reading::{Score, at_least, warn_of_twins};
use super::blank::{Blank, BlankKind, Fill};
use crate::model::Authored;

adil::words! {
    /// What is filled in.
    pub enum FillType {
        /// A number.
        "number" Number,
        /// A few words.
        "text" Text,
        /// The blanks of a text.
        "blanks" Blanks,
    }
}

adil::record! {
    /// A number to type.
    pub struct NumberFields {
        /// The right number; or `least` and `most` instead.
        "answer" answer: Option<f64>,
        /// How far off is still right.
        "tolerance" tolerance: f64 = 0.0,
        /// The least number that is right.
        "least" least: Option<f64>,
        /// The greatest number that is right.
        "most" most: Option<f64>,
        /// The unit, shown behind the field.
        "unit" unit: Option<Localized>,
    }
}

adil::record! {
    /// An accepted answer that is worth less than the whole.
    pub struct AcceptedFields {
        /// The answer; `*` stands for any characters, `\*` for a star.
        "text" text: Localized,
        /// What it is worth.
        "score" score: Option<Score>,
    }
}

adil::record! {
    /// Words to type.
    pub struct WordsFields {
        /// Every answer that is accepted; `*` stands for any characters, `\*` for a star.
        "accepted" accepted: Vec<Accepted>,
        /// Whether capitals matter.
        "case" case: bool = false,
        /// Whether accents matter.
        "accents" accents: bool = false,
    }
}

adil::record! {
    /// A blank in a text: typed words, a number, or words to choose from.
    pub struct BlankFields {
        /// Words to choose from, the right one first; they are shown shuffled. Of marks a list of
        /// choices can show small digits only, as in x².
        "options" options: Vec<Localized>,
        /// Every typed answer that is accepted; `*` stands for any characters, `\*` for a star.
        "accepted" accepted: Vec<Accepted>,
        /// Whether capitals matter.
        "case" case: bool = false,
        /// Whether accents matter.
        "accents" accents: bool = false,
        /// The right number.
        "answer" answer: Option<f64>,
        /// How far off is still right.
        "tolerance" tolerance: f64 = 0.0,
    }
}

adil::record! {
    /// A text with blanks.
    pub struct BlanksFields {
        /// The text, with {1}, {2} and so on where a blank is.
        "text" text: Localized,
        /// The blanks in the order of their numbers.
        "blanks" blanks: Vec<BlankFields>,
    }
}

impl Authored for Fill {
    const TYPES: &'static [&'static str] = FillType::WORDS;

    fn read(word: &str, cursor: &Cursor, fields: &Fields) -> Result<Fill, Problem> {
        match FillType::from_word(word) {
            Some(FillType::Number) => {
                let number = NumberFields::from_fields(fields)?;
                let kind = range(fields, &number)?;
                Ok(single_blank(Blank { kind, unit: number.unit }))
            }
            Some(FillType::Text) => {
                let words = WordsFields::from_fields(fields)?;
                at_least(fields, "accepted", 1, words.accepted.len())?;
                Ok(single_blank(Blank { kind: typed(words), unit: None }))
            }
            Some(FillType::Blanks) | None => blanks(cursor, fields),
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn describe(
        word: &str,
        definitions: &mut adil::json::schema::Definitions,
        object: &mut adil::json::schema::ObjectSchema,
    ) {
        match FillType::from_word(word) {
            Some(FillType::Number) => NumberFields::describe(definitions, object),
            Some(FillType::Text) => WordsFields::describe(definitions, object),
            Some(FillType::Blanks) | None => BlanksFields::describe(definitions, object),
        }
    }
}

fn range(fields: &Fields, number: &NumberFields) -> Result<BlankKind, Problem> {
    let off = number.tolerance.abs();
    let (least, most) = match (number.answer, number.least, number.most) {
        (Some(answer), ..) => (answer - off, answer + off),
        (None, None, None) => return Err(fields.missing("answer")),
        (None, least, most) => (least.unwrap_or(f64::MIN), most.unwrap_or(f64::MAX)),
    };
    if least > most {
        let problem = fields.missing("least").but_expected("a number up to \"most\"");
        return Err(problem.but_found("a greater one"));
    }
    Ok(BlankKind::Number { least, most, answer: number.answer })
}

fn typed(words: WordsFields) -> BlankKind {
    let accepted = words.accepted.into_iter().map(|Accepted(text, worth)| (text, worth)).collect();
    BlankKind::Words { accepted, case: words.case, accents: words.accents }
}

fn single_blank(blank: Blank) -> Fill {
    Fill { text: None, blanks: vec![blank] }
}

fn blanks(cursor: &Cursor, fields: &Fields) -> Result<Fill, Problem> {
    let BlanksFields { text, blanks } = BlanksFields::from_fields(fields)?;
    at_least(fields, "blanks", 1, blanks.len())?;
    let read = |(n, blank): (usize, BlankFields)| {
        let kind = match (blank.options.len(), blank.accepted.len(), blank.answer) {
            (2.., 0, None) => {
                let name = ["blanks[", &number_text(n as f64), "].options"].concat();
                let texts: Vec<_> = blank.options.iter().cloned().map(Rich::Marked).collect();
                let is_twin = |a: usize, b: usize| texts[a].is_twin(&texts[b]);
                warn_of_twins(fields, &name, texts.len(), &is_twin);
                BlankKind::Chosen { options: blank.options }
            }
            (0, 1.., None) => {
                let BlankFields { accepted, case, accents, .. } = blank;
                typed(WordsFields { accepted, case, accents })
            }
            (0, 0, Some(answer)) => {
                let off = blank.tolerance.abs();
                let (least, most) = (answer - off, answer + off);
                BlankKind::Number { least, most, answer: Some(answer) }
            }
            _ => {
                let path = [&cursor.path(), ".blanks[", &number_text(n as f64), "]"].concat();
                let expected = "just one of accepted, answer or options (two or more)";
                return Err(Problem::new(&path, expected, "none or several"));
            }
        };
        Ok(Blank { kind, unit: None })
    };
    let blanks: Vec<Blank> =
        blanks.into_iter().enumerate().map(read).collect::<Result<_, Problem>>()?;
    for n in 1..=blanks.len() {
        if let Some(tag) = text.tag_where(|text| !has_blank(text, n - 1)) {
            let mark = ["{", &number_text(n as f64), "}"].concat();
            let expected = [mark.as_str(), " somewhere in it"].concat();
            let problem = fields.missing("text").but_expected(&expected);
            let where_not = if tag.is_empty() { "" } else { " in " };
            return Err(problem.but_found(&["none", where_not, tag].concat()));
        }
    }
    Ok(Fill { text: Some(text), blanks })
}

/// Whether a star in an accepted answer looks like one that multiplies, as in `2*3`.
fn has_product(text: &str) -> bool {
    text.as_bytes().windows(3).any(|at| {
        let sides = [at[0], at[2]];
        at[1] == b'*'
            && sides.iter().all(u8::is_ascii_alphanumeric)
            && sides.iter().any(u8::is_ascii_digit)
    })
}

/// An accepted answer, and what it is worth; in a file the text may stand alone for a whole one.
#[derive(Clone, Debug, PartialEq)]
pub struct Accepted(pub Localized, pub f64);

impl FromJson for Accepted {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        let accepted = if cursor.json().get("text").is_none() {
            Accepted(Localized::read(cursor)?, 1.0)
        } else {
            let fields = AcceptedFields::read(cursor)?;
            Accepted(fields.text, fields.score.map_or(1.0, Score::get))
        };
        if accepted.0.tag_where(has_product).is_some() {
            cursor.warn("* stands for any characters here; write \\\\* for the star itself");
        }
        Ok(accepted)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        let (text, fields) = (Localized::schema(definitions), AcceptedFields::schema(definitions));
        serde_json::json!({ "anyOf": [text, fields] })
    }
}
