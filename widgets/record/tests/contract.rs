//! What pages rely on agrees with the code: schema, manifest, types, README, script tag, texts
//! and examples. `ADIL_UPDATE=1 cargo test -p adil-record` writes the generated files anew.

#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::fs;
use std::path::Path;

use adil::content::{Document, open};
use adil::embed::contract::Room;
use adil::json::schema;
use adil_record::SPEC;
use adil_record::model::Record;
use adil_record::model::study::Study;

fn room() -> Room<'static> {
    Room { folder: Path::new(env!("CARGO_MANIFEST_DIR")), spec: &SPEC, kind: "record" }
}

#[test]
fn generated_files_are_up_to_date() {
    room().check_schema(&schema::document::<Document<Record>>("A record for adil-record"));
    let study = Room { kind: "study", ..room() };
    study.check_schema(&schema::document::<Document<Study>>("A pilot study for adil-record"));
    room().check_manifest();
    room().check_types(
        "/** What all events carry. No name and no typed text is ever among it. */\n\
         export interface Run {\n  readonly widget: \"record\";\n  readonly contentId: string;\n  \
         readonly contentVersion: string;\n  readonly run: number;\n  readonly mode: \"record\" | \"merge\" | \"study\" | \"collect\" | \"setup\";\n  \
         readonly level: string;\n}\n",
    );
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

#[test]
fn every_example_is_read_without_a_warning() {
    let parse = |text: &str| serde_json::from_str(text).map_err(|error| error.to_string());
    for file in fs::read_dir(room().folder.join("examples")).unwrap() {
        let path = file.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let name = path.display().to_string();
        let warnings = if text.contains("\"kind\": \"study\"") {
            open::<Study>(&name, &text, parse).unwrap().1
        } else {
            open::<Record>(&name, &text, parse).unwrap().1
        };
        assert_eq!(warnings, Vec::<String>::new());
    }
}
