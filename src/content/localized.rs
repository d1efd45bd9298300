//! Text in one or several languages.

use std::sync::Arc;

use crate::json::{FromJson, Place, Problem};

/// A string, or one string for each language tag. Never empty. Shared, since views keep copies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Localized(Arc<Vec<(String, String)>>);

impl Localized {
    /// The same text for every language.
    pub fn plain(text: &str) -> Localized {
        Localized(Arc::new(vec![(String::new(), text.to_owned())]))
    }

    /// The text for a language with the tag of the text found: exact, else the base language
    /// (`kk-Latn` → `kk`), else the first that the author wrote.
    pub fn resolve(&self, lang: &str) -> (&str, &str) {
        let exact = self.0.iter().find(|(tag, _)| tag.eq_ignore_ascii_case(lang));
        let base = base_language(lang);
        let found = exact
            .or_else(|| self.0.iter().find(|(tag, _)| tag.eq_ignore_ascii_case(base)))
            .or_else(|| self.0.first());
        found.map_or(("", ""), |(tag, text)| (text, tag))
    }

    /// The tag of the first text that lacks a word; nothing where all have it.
    pub fn tag_without(&self, word: &str) -> Option<&str> {
        // The standard library's search for texts is larger than this whole module.
        let has = |text: &str| text.as_bytes().windows(word.len()).any(|at| at == word.as_bytes());
        self.0.iter().find(|(_, text)| !has(text)).map(|(tag, _)| tag.as_str())
    }

    /// The text for a language.
    pub fn get(&self, lang: &str) -> &str {
        self.resolve(lang).0
    }
}

/// The part of a language tag that names the language: `kk` of `kk-Latn`.
pub fn base_language(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
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
    fn read(place: &Place) -> Result<Self, Problem> {
        const WHAT: &str = "a text, or an object such as {\"en\": \"…\", \"kk\": \"…\"}";
        if let Some(text) = place.json().text() {
            return Ok(Localized::plain(text));
        }
        let texts = place.each_field(WHAT, |tag, place| {
            if !is_language_tag(tag) {
                let problem = place.expected("a language tag such as en, ru, kk or ar");
                return Err(problem.but_found(&["\"", tag, "\""].concat()));
            }
            Ok((tag.to_owned(), place.text("a text")?.to_owned()))
        })?;
        if texts.is_empty() { Err(place.expected(WHAT)) } else { Ok(Localized(Arc::new(texts))) }
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
        Localized::read(&Place::top(&json, &Warnings::default())).map_err(|e| e.to_string())
    }

    #[track_caller]
    fn check(lang: &str, expected: &str) {
        let text = read(r#"{"ru": "Да", "kk": "Иә", "kk-Latn": "Iä", "en": "Yes"}"#).unwrap();
        assert_eq!(text.get(lang), expected);
    }

    #[test]
    fn falls_back_from_exact_to_base_to_first() {
        check("kk-Latn", "Iä");
        check("KK-latn", "Iä");
        check("kk-KZ", "Иә");
        check("en-GB", "Yes");
        check("fr", "Да");
        assert_eq!(read("\"Yes\"").unwrap().get("kk"), "Yes");
    }

    #[test]
    fn refuses_what_is_no_text() {
        let what = "a text, or an object such as {\"en\": \"…\", \"kk\": \"…\"}";
        assert_eq!(read("3"), Err(format!("the top of the file: expected {what}, found 3")));
        assert_eq!(
            read("{}"),
            Err(format!("the top of the file: expected {what}, found an object"))
        );
        assert_eq!(
            read(r#"{"english": "Yes"}"#),
            Err("english: expected a language tag such as en, ru, kk or ar, found \"english\""
                .into())
        );
        assert_eq!(read(r#"{"en": 1}"#), Err("en: expected a text, found 1".into()));
    }
}
