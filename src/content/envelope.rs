//! What every content file says about itself.

use super::Localized;
use crate::json::{
    Cursor, Fields, FromJson, Json, Problem, Record, Unread, Warnings, check_limits, read_record,
};

/// The newest version of the envelope that this code reads.
pub const FORMAT_VERSION: f64 = 1.0;

crate::words! {
    /// For whom a text is made; sets type size, targets, register and tone.
    pub enum Level {
        /// 6 to 9 years
        "primary-1" Primary1,
        /// 9 to 12 years
        "primary-2" Primary2,
        /// 13 to 17 years
        "secondary" Secondary,
        /// University students
        "tertiary" Tertiary,
        /// Teachers and other staff
        "staff" Staff,
    }
}

impl Level {
    /// Whether learners are addressed informally, see stars instead of points, and never a timer.
    pub fn is_primary(self) -> bool {
        matches!(self, Level::Primary1 | Level::Primary2)
    }
}

crate::record! {
    /// A publication that a content file or one item rests on.
    pub struct Source {
        /// Its title.
        "title" title: Localized,
        /// Where to read it.
        "url" url: Option<String>,
    }
}

crate::record! {
    /// What every content file says about itself.
    pub struct Envelope {
        /// Names the content for good; progress is kept under it and the address of the file.
        /// Letters, digits, hyphens.
        "id" id: Reference,
        /// The author's own version, raised with every change of meaning.
        "contentVersion" content_version: String = String::from("1"),
        /// What learners see above it.
        "title" title: Localized,
        /// One or two sentences for catalogues.
        "summary" summary: Unread<Localized>,
        /// For whom it is made.
        "level" level: Level = Level::Secondary,
        /// How long it takes, in minutes.
        "minutes" minutes: Option<f64>,
        /// The languages in which the whole text is there, first the original.
        "languages" languages: Vec<String>,
        /// The licence, as an SPDX name such as `CC-BY-4.0`.
        "licence" licence: Unread<String>,
        /// Who wrote it.
        "authors" authors: Unread<Vec<String>>,
        /// What it rests on.
        "sources" sources: Unread<Vec<Source>>,
        /// The day of the last review, as `2026-11-23`.
        "reviewedOn" reviewed_on: Unread<String>,
        /// Who reviewed each language, in words.
        "reviewedBy" reviewed_by: Unread<Localized>,
        /// What a learner can do afterwards.
        "outcomes" outcomes: Unread<Vec<Localized>>,
        /// Values it serves: integrity, fairness, respect and so on.
        "values" values: Unread<Vec<String>>,
        /// Skills it trains.
        "skills" skills: Unread<Vec<String>>,
    }
}

/// A name without blanks or signs, fit for keys and addresses: letters, digits, `-`, `_`, `.`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference(String);

impl Reference {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Parses a name of 1 to 80 characters.
    pub fn parse(text: &str) -> Option<Reference> {
        let fits = (1..=80).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'));
        fits.then(|| Reference(text.to_owned()))
    }
}

impl FromJson for Reference {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        let parsed = cursor.json().text().and_then(Reference::parse);
        parsed.ok_or_else(|| cursor.expected("a name such as \"shop-1\", of a-z, 0-9, -, _ and ."))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut crate::json::schema::Definitions) -> serde_json::Value {
        serde_json::json!({ "type": "string", "pattern": "^[A-Za-z0-9._-]{1,80}$" })
    }
}

/// A kind of content: a quiz, a pledge and so on.
pub trait Kind: Record {
    /// The word in the field `kind`.
    const KIND: &'static str;

    /// Further words there, where one widget shows several kinds.
    const ALSO: &'static [&'static str] = &[];

    /// What is allowed and still amiss, one sentence each, as the author reads it.
    fn amiss(&self) -> Vec<&'static str> {
        Vec::new()
    }
}

/// A whole content file.
#[derive(Clone, Debug, PartialEq)]
pub struct Document<T> {
    /// What the file says about itself.
    pub envelope: Envelope,
    /// What it holds.
    pub body: T,
}

impl<T: Kind> Record for Document<T> {
    fn from_fields(fields: &Fields) -> Result<Self, Problem> {
        let word = |name, words: &[&str]| {
            let known = fields.read(name, |cursor| match cursor.json().text() {
                Some(text) if words.contains(&text) => Ok(()),
                _ => Err(cursor.expected(&words.join(" or "))),
            })?;
            known.ok_or_else(|| fields.missing(name))
        };
        word("format", &["adil"])?;
        fields
            .read("formatVersion", |cursor| {
                cursor.number(1.0, FORMAT_VERSION, "1, the newest version this widget reads")
            })?
            .ok_or_else(|| fields.missing("formatVersion"))?;
        word("kind", &[&[T::KIND], T::ALSO].concat())?;
        let document =
            Document { envelope: Envelope::from_fields(fields)?, body: T::from_fields(fields)? };
        document.body.amiss().into_iter().for_each(|what| fields.warn(what));
        Ok(document)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn describe(
        definitions: &mut crate::json::schema::Definitions,
        object: &mut crate::json::schema::ObjectSchema,
    ) {
        object.tag("format", "adil");
        object.integer("formatVersion", 1);
        object.tag("kind", T::KIND);
        Envelope::describe(definitions, object);
        T::describe(definitions, object);
    }
}

impl<T: Kind> FromJson for Document<T> {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        read_record(cursor)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut crate::json::schema::Definitions) -> serde_json::Value {
        definitions.object("Document", &[], <Self as Record>::describe)
    }
}

/// Opens the text of a content file: limits, JSON, envelope and body.
///
/// # Errors
/// One sentence for the author, with the file's name, the place and what belongs there.
pub fn open<T: Kind>(
    name: &str,
    text: &str,
    parse: impl FnOnce(&str) -> Result<Json, String>,
) -> Result<(Document<T>, Vec<String>), String> {
    let named = |what: String| [name, ": ", &what].concat();
    let text = text.trim_start_matches('\u{feff}');
    check_limits(text).map_err(named)?;
    let json = parse(text).map_err(|e| named(["this is not JSON: ", &e].concat()))?;
    // What the browser puts where bytes are no letter in UTF-8. Sign by sign, since the search for
    // one of several bytes is a kilobyte of code.
    if text.chars().any(|c| c == '\u{fffd}') {
        return Err(named("expected a file saved as UTF-8, found another encoding".to_owned()));
    }
    let warnings = Warnings::default();
    let document = Document::read(&Cursor::top(&json, &warnings))
        .map_err(|problem| named(problem.sentence()))?;
    Ok((document, warnings.into_vec().into_iter().map(named).collect()))
}
