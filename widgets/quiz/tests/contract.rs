//! What pages rely on agrees with the code: schema, manifest, types, README, script tag, texts
//! and examples. `ADIL_UPDATE=1 cargo test -p adil-quiz` writes the generated files anew.

#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::fs;
use std::path::Path;

use adil::content::{Document, open};
use adil::embed::contract::Room;
use adil::json::{FromJson, Json, schema};
use adil_quiz::SPEC;
use adil_quiz::model::Quiz;

fn room() -> Room<'static> {
    Room { folder: Path::new(env!("CARGO_MANIFEST_DIR")), spec: &SPEC, kind: "quiz" }
}

#[test]
fn the_schema_is_made_from_the_types() {
    room().check_schema(&schema::document::<Document<Quiz>>("A quiz for adil-quiz"));
}

#[test]
fn the_manifest_is_made_from_the_spec() {
    room().check_manifest();
}

#[test]
fn the_types_are_made_from_the_spec() {
    room().check_types(
        "export type Verdict = \"right\" | \"partly\" | \"wrong\" | \"unsure\" | \"open\";\n\n\
         /** What all events of a run carry. No name and no typed text is ever among it. */\n\
         export interface Run {\n  readonly widget: \"quiz\";\n  readonly reminded: boolean;\n  readonly contentId: string;\n  \
         readonly contentVersion: string;\n  readonly run: number;\n  \
         readonly mode: \"learn\" | \"test\" | \"class\" | \"print\";\n  \
         readonly level: string;\n}\n",
    );
}

#[test]
fn the_readmes_tables_are_made_from_the_spec() {
    room().check_readme();
}

#[test]
fn the_script_tag_observes_just_the_attributes_of_the_spec() {
    room().check_script();
}

#[test]
fn every_part_and_property_of_the_spec_is_in_the_code() {
    room().check_names();
    room().check_styles();
}

#[test]
fn every_language_has_the_same_texts_with_the_same_places() {
    room().check_locales();
}

fn parse(text: &str) -> Result<Json, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

#[test]
fn every_example_is_read_without_a_warning() {
    for file in fs::read_dir(room().folder.join("examples")).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let text = fs::read_to_string(&path).unwrap();
            let (_, warnings) = open::<Quiz>(&path.display().to_string(), &text, parse).unwrap();
            assert_eq!(warnings, Vec::<String>::new());
        }
    }
}

/// The messages an author reads; each names the place and the way to mend it.
#[test]
fn mistakes_are_named_with_their_place() {
    #[track_caller]
    fn check(change: (&str, &str), expected: &str) {
        let text = r#"{"format": "adil", "formatVersion": 1, "kind": "quiz", "id": "q",
            "title": "Q", "items": [{"id": "a", "type": "single", "stem": "?", "options":
            [{"text": "x", "score": 1}, {"text": "y", "score": 0}]}]}"#;
        assert!(text.contains(change.0), "the change has no place");
        let error = open::<Quiz>("quiz.json", &text.replacen(change.0, change.1, 1), parse);
        assert_eq!(error.map(|_| ()).unwrap_err(), expected);
    }
    check(
        ("\"score\": 0", "\"score\": \"half\""),
        "quiz.json: items[0].options[1].score: expected a number between -1 and 1, found \"half\"",
    );
    check(
        ("\"score\": 0", "\"score\": 2"),
        "quiz.json: items[0].options[1].score: expected a number between -1 and 1, found 2",
    );
    check(
        ("\"score\": 1", "\"score\": 0.5"),
        "quiz.json: items[0].options: expected an option with \"score\": 1, found none",
    );
    check(
        ("\"formatVersion\": 1", "\"formatVersion\": 2"),
        "quiz.json: formatVersion: expected 1, the newest version this widget reads, found 2",
    );
    check(
        ("\"kind\": \"quiz\"", "\"kind\": \"pledge\""),
        "quiz.json: kind: expected quiz, found \"pledge\"",
    );
    check(
        ("\"type\": \"single\"", "\"type\": \"essay\""),
        "quiz.json: items[0].type: expected one of single multiple truth poll order match sort number text blanks scale note, found \"essay\"",
    );
    check(("\"title\": \"Q\", ", ""), "quiz.json: title: expected a value, found nothing");
}

#[test]
fn a_schema_names_every_type_of_item() {
    let schema = format!("{:#}", schema::document::<Document<Quiz>>("x"));
    for word in adil_quiz::model::ItemKind::types() {
        assert!(schema.contains(&format!("\"const\": \"{word}\"")), "{word}");
    }
    assert!(<f64 as FromJson>::absent().is_none());
}
