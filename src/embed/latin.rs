//! Kazakh in Latin letters, by the alphabet that was shown in January 2021: the tests make the
//! texts in `kk-Latn` of those in `kk`, so that both say the same.

use serde_json::{Map, Value};

/// Letters of the alphabet, each small one with what is written for it. Those of borrowed words
/// alone have no letter of their own.
const LETTERS: [(char, &str); 42] = [
    ('а', "a"),
    ('ә', "ä"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('ғ', "ğ"),
    ('д', "d"),
    ('е', "e"),
    ('ё', "io"),
    ('ж', "j"),
    ('з', "z"),
    ('и', "i"),
    ('й', "i"),
    ('к', "k"),
    ('қ', "q"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('ң', "ñ"),
    ('о', "o"),
    ('ө', "ö"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ұ', "ū"),
    ('ү', "ü"),
    ('ф', "f"),
    ('х', "h"),
    ('һ', "h"),
    ('ц', "s"),
    ('ч', "ş"),
    ('ш', "ş"),
    ('щ', "ş"),
    ('ъ', ""),
    ('ы', "y"),
    ('і', "ı"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "iu"),
    ('я', "ia"),
];

/// Beginnings of words that would be read wrongly letter by letter, as people reviewed them:
/// `карточка` would become a potato, so it is the shorter word for a card.
const EXCEPTIONS: [(&str, &str); 2] = [("карточка", "karta"), ("компьютер", "kompüter")];

/// The texts of a table, and of all that is in it, in Latin letters; names of keys stay.
pub fn table(value: &Value) -> Value {
    match value {
        Value::String(text) => latin(text).into(),
        Value::Array(list) => list.iter().map(table).collect(),
        Value::Object(fields) => {
            let field = |(key, value): (&String, &Value)| (key.clone(), table(value));
            Value::Object(fields.iter().map(field).collect::<Map<_, _>>())
        }
        other => other.clone(),
    }
}

/// A Kazakh text in Latin letters. What is not Cyrillic stays, such as `{n}` and `CSV`.
pub fn latin(text: &str) -> String {
    let mut made = String::new();
    let mut rest = text;
    let mut before = None;
    while let Some(letter) = rest.chars().next() {
        let begins = !before.is_some_and(char::is_alphabetic);
        let whole = EXCEPTIONS.iter().find_map(|(word, is)| Some((begin_of(rest, word)?, *is)));
        let (length, written) = match whole.filter(|_| begins) {
            Some((length, is)) => (length, is.to_owned()),
            None => (letter.len_utf8(), written(letter, before)),
        };
        let is_word = length > letter.len_utf8();
        made += &if letter.is_uppercase() && is_word { capital(&written) } else { written };
        before = rest[..length].chars().next_back();
        rest = &rest[length..];
    }
    made
}

/// How many bytes of a text are this word, in small letters or with a capital; nothing where it
/// begins in another way.
fn begin_of(text: &str, word: &str) -> Option<usize> {
    let mut letters = text.char_indices();
    for expected in word.chars() {
        let (_, letter) = letters.next()?;
        if !letter.to_lowercase().eq([expected]) {
            return None;
        }
    }
    Some(letters.next().map_or(text.len(), |(place, _)| place))
}

/// What is written for one letter after another one.
fn written(letter: char, before: Option<char>) -> String {
    let small = letter.to_lowercase().next().unwrap_or(letter);
    let Some((_, latin)) = LETTERS.iter().find(|(one, _)| *one == small) else {
        return letter.to_string();
    };
    // In “ия” one i is heard.
    let doubled = before.is_some_and(|one| "иИйЙ".contains(one)) && latin.starts_with('i');
    let latin = if doubled && latin.len() > 1 { &latin[1..] } else { latin };
    if letter == small { latin.to_owned() } else { capital(latin) }
}

/// With a capital: the dotted and the dotless i have one each.
fn capital(latin: &str) -> String {
    let mut letters = latin.chars();
    let first = match letters.next() {
        Some('i') => "İ".to_owned(),
        Some('ı') => "I".to_owned(),
        Some(letter) => letter.to_uppercase().collect(),
        None => String::new(),
    };
    first + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kazakh_is_written_in_latin_letters() {
        #[track_caller]
        fn check(cyrillic: &str, expected: &str) {
            assert_eq!(latin(cyrillic), expected);
        }
        check("Барлық адамдар тумысынан азат", "Barlyq adamdar tumysynan azat");
        check("қадір-қасиеті мен құқықтары тең", "qadır-qasietı men qūqyqtary teñ");
        check("Иә, Ілім", "İä, Ilım");
        check("Өз ісіңіз – әділ үй", "Öz ısıñız – ädıl üi");
        check("жою, аяқтау, Яғни", "joiu, aiaqtau, İağni");
        check("декларация, цифр, Экран", "deklarasia, sifr, Ekran");
        check("карточканы, Карточкалар", "kartany, Kartalar");
        check("компьютерде", "kompüterde");
        check("{n}-сұрақ (CSV)", "{n}-sūraq (CSV)");
    }

    #[test]
    fn all_texts_of_a_table_are_written_and_no_key() {
        let kazakh = serde_json::json!({"иә": "иә", "n": {"other": "{n} ой"}, "m": ["мамыр"]});
        let expected = serde_json::json!({"иә": "iä", "n": {"other": "{n} oi"}, "m": ["mamyr"]});
        assert_eq!(table(&kazakh), expected);
    }
}
