//! What a class does, from the draft to the file and the codes.

mod codes;
mod draft;
mod file;

use super::*;
use crate::model::Pledge;
use adil::content::{Address, Document, Level, open};

const FILE: &str = r#"{"format": "adil", "formatVersion": 1, "kind": "pledge", "id": "my-pledge",
    "title": "P", "languages": ["en", "ru"], "clauses": [
    {"id": "own", "text": {"en": "I do my *own* work.", "ru": "Сам."}, "short": "Own",
     "picture": {"src": "own.svg", "alt": {"en": "A pen", "ru": "Ручка"}},
     "example": {"en": "A plan.", "ru": "План."}},
    {"id": "c1", "text": {"ru": "Только по-русски."}},
    {"id": "word", "text": "I keep my word.", "example": {"html": "<b>Fish</b>"}, "optional": true}
]}"#;

fn opened(text: &str) -> Document<Pledge> {
    let parse = |text: &str| serde_json::from_str(text).map_err(|e| e.to_string());
    let (document, warnings) = open::<Pledge>("p.json", text, parse).unwrap();
    assert_eq!(warnings, [""; 0]);
    document
}

fn from_file() -> Draft {
    let absolute = |address: &Address| format!("https://a.school/{}", address.as_str());
    let mut draft = Draft::new("2b3c");
    let clauses = suggestions(&opened(FILE), "en", &absolute);
    draft.apply(Action::Replace(clauses, String::new())).unwrap();
    draft
}

fn of(texts: &[&str]) -> Draft {
    let mut draft = Draft::new("2b3c");
    for text in texts {
        draft.apply(Action::Add((*text).to_owned())).unwrap();
    }
    draft
}

fn texts(draft: &Draft) -> Vec<&str> {
    draft.clauses.iter().map(|promise| promise.text.as_str()).collect()
}

fn key(draft: &Draft, text: &str) -> u32 {
    draft.clauses.iter().find(|promise| promise.text == text).unwrap().key
}

fn exported(draft: &mut Draft) -> (String, Document<Pledge>) {
    let text = adil::json::write(&draft.export("Our pledge", Level::Primary2, "en"));
    (text.clone(), opened(&text))
}

/// What a class reads of a file.
fn read(document: &Document<Pledge>) -> Vec<String> {
    let promises = suggestions(document, "en", &|address| address.as_str().to_owned());
    promises.into_iter().map(|promise| promise.text).collect()
}
