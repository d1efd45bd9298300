//! Text in one or several languages.

use std::sync::Arc;

use super::{base_language, nearest};
use crate::json::{Cursor, FromJson, Json, Problem};

/// A string, or one string for each language tag. Never empty. The first is shown where none is
/// in the learner's language. Shared, since views keep copies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Localized(Arc<Vec<(String, String)>>);

impl Localized {
    /// The same text for every language.
    pub fn plain(text: &str) -> Localized {
        Localized::tagged("", text)
    }

    /// A text in one language.
    pub fn tagged(tag: &str, text: &str) -> Localized {
        Localized(Arc::new(vec![(tag.to_owned(), text.to_owned())]))
    }

    /// The text that serves a language best, with its tag, see [`nearest`]; where none does, the
    /// one in the file's original language, else the first that the author wrote. The tag is
    /// empty for a text that stands alone: it is in the original language.
    pub fn resolve(&self, lang: &str) -> (&str, &str) {
        let found = self.0.get(nearest_of(&self.0, lang).unwrap_or(0));
        found.map_or(("", ""), |(tag, text)| (text, tag))
    }

    /// The tag of the first text that is so; nothing where none is.
    pub fn tag_where(&self, is_so: impl Fn(&str) -> bool) -> Option<&str> {
        self.0.iter().find(|(_, text)| is_so(text)).map(|(tag, _)| tag.as_str())
    }

    /// The texts in all languages, in the author's order.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, text)| text.as_str())
    }

    /// The tags of all texts; an empty one where one text stands for every language.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(tag, _)| tag.as_str())
    }

    /// The text for a language.
    pub fn get(&self, lang: &str) -> &str {
        self.resolve(lang).0
    }
}

fn nearest_of(texts: &[(String, String)], lang: &str) -> Option<usize> {
    nearest(&mut texts.iter().map(|(tag, _)| tag.as_str()), lang)
}

/// Whether a word looks like a language tag: two or three letters, then parts after hyphens.
fn is_language_tag(tag: &str) -> bool {
    let base = base_language(tag);
    (2..=3).contains(&base.len())
        && tag.split('-').all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

impl FromJson for Localized {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        const WHAT: &str = "text in quotes, or {\"en\": \"…\", \"kk\": \"…\"}";
        if let Some(text) = cursor.json().text() {
            return Ok(Localized::plain(text));
        }
        let mut texts = cursor.each_field(WHAT, |tag, cursor| {
            if !is_language_tag(tag) {
                let problem = cursor.expected("a language such as en, ru, kk or ar");
                return Err(problem.but_found(&["\"", tag, "\""].concat()));
            }
            Ok((tag.to_owned(), cursor.text("text in quotes")?.to_owned()))
        })?;
        if texts.is_empty() {
            return Err(cursor.expected(WHAT));
        }
        // A reader whose language is missing here reads the original, as in the rest of the file.
        let languages = cursor.top_of_file().get("languages").map_or(&[][..], Json::list);
        let original = languages.first().and_then(Json::text);
        if let Some(n) = original.and_then(|lang| nearest_of(&texts, lang)) {
            texts.swap(0, n);
        }
        Ok(Localized(Arc::new(texts)))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut crate::json::schema::Definitions) -> serde_json::Value {
        definitions.define("Localized", |_| {
            serde_json::json!({
                "description": "Text: a string, or one string for each language tag.",
                "oneOf": [
                    { "type": "string" },
                    {
                        "type": "object",
                        "minProperties": 1,
                        "propertyNames": { "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$" },
                        "additionalProperties": { "type": "string" },
                    },
                ],
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{Json, Warnings};

    fn read(json: &str) -> Result<Localized, String> {
        let json: Json = serde_json::from_str(json).unwrap();
        Localized::read(&Cursor::top(&json, &Warnings::default())).map_err(|e| e.to_string())
    }

    #[track_caller]
    fn check(lang: &str, expected: &str) {
        let text = read(r#"{"ru": "Да", "kk": "Иә", "kk-Latn": "Iä", "en": "Yes"}"#).unwrap();
        assert_eq!(text.get(lang), expected);
    }

    #[test]
    fn the_nearest_text_is_found_else_the_first() {
        check("kk-Latn", "Iä");
        check("KK-latn", "Iä");
        check("kk-KZ", "Иә");
        check("en-GB", "Yes");
        check("fr", "Да");
        assert_eq!(read("\"Yes\"").unwrap().get("kk"), "Yes");
    }

    /// One text of a Russian file lacked Kazakh, and its author had written English first: a
    /// Kazakh page showed that one in English and all others in Russian.
    #[test]
    fn where_a_language_is_missing_the_original_is_shown() {
        let top: Json = serde_json::from_str(
            r#"{"languages": ["ru-RU", "kk"], "texts": [{"en": "Yes", "kk-Latn": "Iä", "ru": "Да"},
                {"en": "No", "ar": "لا"}]}"#,
        )
        .unwrap();
        let warnings = Warnings::default();
        let read = |cursor: &Cursor| cursor.each("texts", Localized::read);
        let texts = Cursor::top(&top, &warnings)
            .each_field("an object", |name, cursor| match name {
                "texts" => read(cursor),
                _ => Ok(Vec::new()),
            })
            .unwrap()
            .concat();
        assert_eq!(texts[0].resolve("kk-Cyrl"), ("Да", "ru"));
        assert_eq!(texts[0].resolve("kk"), ("Iä", "kk-Latn"));
        assert_eq!(texts[0].resolve("de"), ("Да", "ru"));
        assert_eq!(texts[1].resolve("de"), ("No", "en"));
    }

    #[test]
    fn refuses_what_is_no_text() {
        let what = "text in quotes, or {\"en\": \"…\", \"kk\": \"…\"}";
        assert_eq!(read("3"), Err(format!("the top of the file: expected {what}, found 3")));
        assert_eq!(read("{}"), Err(format!("the top of the file: expected {what}, found {{…}}")));
        assert_eq!(
            read(r#"{"english": "Yes"}"#),
            Err("english: expected a language such as en, ru, kk or ar, found \"english\"".into())
        );
        assert_eq!(read(r#"{"en": 1}"#), Err("en: expected text in quotes, found 1".into()));
    }
}
