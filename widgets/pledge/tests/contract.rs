//! What pages rely on agrees with the code: schema, manifest, types, README, script tag, texts
//! and examples. `ADIL_UPDATE=1 cargo test -p adil-pledge` writes the generated files anew.

#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::fs;
use std::path::Path;

use adil::content::{Document, open};
use adil::embed::contract::Room;
use adil::json::{Json, schema};
use adil_pledge::SPEC;
use adil_pledge::model::Pledge;

fn room() -> Room<'static> {
    Room { folder: Path::new(env!("CARGO_MANIFEST_DIR")), spec: &SPEC, kind: "pledge" }
}

#[test]
fn the_schema_is_made_from_the_types() {
    room().check_schema(&schema::document::<Document<Pledge>>("A pledge for adil-pledge"));
}

#[test]
fn the_manifest_is_made_from_the_spec() {
    room().check_manifest();
}

#[test]
fn the_types_are_made_from_the_spec() {
    room().check_types(
        "/** What all events carry. No name and no typed text is ever among it. */\n\
         export interface Run {\n  readonly widget: \"pledge\";\n  readonly contentId: string;\n  \
         readonly contentVersion: string;\n  readonly run: number;\n  \
         readonly mode: \"pledge\" | \"reminder\" | \"class\";\n  readonly level: string;\n}\n",
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
    let mut count = 0;
    for file in fs::read_dir(room().folder.join("examples")).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let text = fs::read_to_string(&path).unwrap();
            let (_, warnings) = open::<Pledge>(&path.display().to_string(), &text, parse).unwrap();
            assert_eq!(warnings, Vec::<String>::new());
            count += 1;
        }
    }
    assert_eq!(count, 3);
}

/// The messages an author reads; each names the place and the way to mend it.
#[test]
fn mistakes_are_named_with_their_place() {
    #[track_caller]
    fn check(change: (&str, &str), expected: &str) {
        let text = r#"{"format": "adil", "formatVersion": 1, "kind": "pledge", "id": "p",
            "title": "P", "clauses": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}],
            "reminders": [{"clause": "a", "example": "E"}],
            "quarters": [{"start": "2026-09-01", "end": "2026-10-25"}]}"#;
        assert!(text.contains(change.0), "the change has no place");
        let error = open::<Pledge>("p.json", &text.replacen(change.0, change.1, 1), parse);
        assert_eq!(error.map(|_| ()).unwrap_err(), expected);
    }
    check(
        ("\"clause\": \"a\"", "\"clause\": \"c\""),
        "p.json: reminders[0]: expected the id of a clause of this file, found \"c\"",
    );
    check(
        ("\"id\": \"b\"", "\"id\": \"a\""),
        "p.json: clauses[1]: expected an id that no other clause of this file has, found \"a\" again",
    );
    check(
        ("2026-10-25", "2026-10-32"),
        "p.json: quarters[0].end: expected a day such as \"2026-11-23\", found \"2026-10-32\"",
    );
    check(
        ("2026-10-25", "2026-08-25"),
        "p.json: quarters[0]: expected an end after the start, found 2026-08-25",
    );
    check(
        ("\"text\": \"A\"", "\"words\": \"A\""),
        "p.json: clauses[0].text: expected a value, found nothing",
    );
}
