//! Author text that may carry emphasis, lists, links, pictures, tables or HTML.

use super::Localized;
use crate::json::{Cursor, FromJson, Json, Problem};

/// Rich text as an author writes it: the small inline syntax of [`super::parse`], or HTML that a
/// sanitizer has to pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rich {
    /// Text in the inline syntax.
    Marked(Localized),
    /// HTML, for what the syntax has no words for, such as `MathML`.
    Html(Localized),
}

impl Rich {
    /// The same plain text for every language.
    pub fn plain(text: &str) -> Rich {
        Rich::Marked(Localized::plain(text))
    }

    /// The text as the author wrote it, in the syntax or in HTML.
    pub fn source(&self) -> &Localized {
        match self {
            Rich::Marked(text) | Rich::Html(text) => text,
        }
    }

    /// Whether two texts look the same in a language.
    pub fn is_alike(&self, other: &Rich, lang: &str) -> bool {
        let is_html = |text: &Rich| matches!(text, Rich::Html(_));
        let seen = |text| Rich::source(text).get(lang).trim();
        is_html(self) == is_html(other) && seen(self) == seen(other)
    }

    /// Whether two texts look the same in one of the languages that the author wrote.
    pub fn is_twin(&self, other: &Rich) -> bool {
        self.source().tags().any(|lang| self.is_alike(other, lang))
    }
}

impl FromJson for Rich {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        if let Json::Object(fields) = cursor.json()
            && let [(name, _)] = fields.as_slice()
            && name == "html"
        {
            let mut html = cursor.each_field("an object", |_, cursor| Localized::read(cursor))?;
            return html.pop().map(Rich::Html).ok_or_else(|| cursor.expected("text in quotes"));
        }
        Localized::read(cursor).map(Rich::Marked)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut crate::json::schema::Definitions) -> serde_json::Value {
        let localized = Localized::schema(definitions);
        definitions.define("Rich", |_| {
            serde_json::json!({
                "description": "Rich text: *emphasis*, **strong**, `code`, ^super^, ~sub~, \
                    [link](address), ![picture](address), lists of two \
                    lines or more with - or 1., tables with |, a backslash before a sign that \
                    marks nothing; or {\"html\": …} for anything a sanitizer lets through.",
                "anyOf": [
                    localized,
                    {
                        "type": "object",
                        "properties": { "html": localized },
                        "required": ["html"],
                        "additionalProperties": false,
                    },
                ],
            })
        })
    }
}
