//! The words of the widgets, in their languages: those that learners know from the screen.

use adil::content::nearest;
use serde_json::Value;

/// The languages of the tables, in their order.
const LANGUAGES: [&str; 12] =
    ["en", "ru", "kk", "kk-Latn", "ar", "de", "es", "fr", "ky", "tr", "uz", "zh"];

macro_rules! tables {
    ($( $widget:literal ),* $(,)?) => {
        const TABLES: &[(&str, [&str; LANGUAGES.len()])] = &[$( (
            $widget,
            [
                tables!(@ $widget "en"),
                tables!(@ $widget "ru"),
                tables!(@ $widget "kk"),
                tables!(@ $widget "kk-Latn"),
                tables!(@ $widget "ar"),
                tables!(@ $widget "de"),
                tables!(@ $widget "es"),
                tables!(@ $widget "fr"),
                tables!(@ $widget "ky"),
                tables!(@ $widget "tr"),
                tables!(@ $widget "uz"),
                tables!(@ $widget "zh"),
            ],
        ), )*];
    };
    (@ $widget:literal $lang:literal) => {
        include_str!(concat!(
            "../../../widgets/", $widget, "/locales/", $widget, ".", $lang, ".json"
        ))
    };
}

tables!("board", "check", "pledge", "plan", "quiz", "record", "story", "video");

/// The words of one widget in one language.
#[derive(Clone, Debug)]
pub struct Words(Value);

impl Words {
    /// The words of a widget in the language that comes nearest; English where none does.
    pub fn of(widget: &str, lang: &str) -> Words {
        let place = nearest(&mut LANGUAGES.into_iter(), lang).unwrap_or(0);
        let table = TABLES.iter().find(|(name, _)| *name == widget);
        let table = table.and_then(|(_, all)| all.get(place));
        Words(table.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default())
    }

    /// The words of a key; the key itself where there are none, which a test finds.
    pub fn get(&self, key: &str) -> String {
        self.0.get(key).and_then(Value::as_str).unwrap_or(key).to_owned()
    }

    /// The same with values in its places, such as `{n}`.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut words = self.get(key);
        for (name, value) in values {
            words = words.replace(&["{", name, "}"].concat(), value);
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lang: &str, expected: &str) {
        assert_eq!(Words::of("quiz", lang).get("yes"), expected, "{lang}");
    }

    #[test]
    fn the_nearest_language_speaks() {
        check("en", "Yes");
        check("ru-KZ", "Да");
        check("kk", "Иә");
        check("ar", "نعم");
        check("kk-Latn-KZ", "İä");
        check("de-AT", "Ja");
        check("mn", "Yes");
    }

    #[test]
    fn every_table_is_there() {
        for (widget, _) in TABLES {
            for lang in LANGUAGES {
                assert_eq!(Words::of(widget, lang).get("lang"), lang, "{widget}");
            }
        }
    }
}
