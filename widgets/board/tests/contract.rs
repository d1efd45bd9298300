//! What pages rely on agrees with the code: schemas, manifest, types, README, script tag, texts
//! and examples. `ADIL_UPDATE=1 cargo test -p adil-board` writes the generated files anew.

#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::fs;
use std::path::Path;

use adil::content::{Document, open};
use adil::embed::contract::Room;
use adil::json::schema;
use adil_board::SPEC;
use adil_board::model::{Board, Debate, Game, Quest};

fn room() -> Room<'static> {
    Room { folder: Path::new(env!("CARGO_MANIFEST_DIR")), spec: &SPEC, kind: "board" }
}

#[test]
fn generated_files_are_up_to_date() {
    let of = |kind| Room { kind, ..room() };
    room().check_schema(&schema::document::<Document<Board>>("A board for adil-board"));
    of("quest").check_schema(&schema::document::<Document<Quest>>("A quest for adil-board"));
    of("debate").check_schema(&schema::document::<Document<Debate>>("A debate for adil-board"));
    room().check_manifest();
    room().check_types(
        "/** What all events carry. No name and no typed text is ever among it. */\n\
         export interface Run {\n  readonly widget: \"board\";\n  readonly contentId: string;\n  \
         readonly contentVersion: string;\n  readonly run: number;\n  \
         readonly mode: \"play\" | \"projector\";\n  readonly level: string;\n}\n",
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
        let (_, warnings) = open::<Game>(&path.display().to_string(), &text, parse).unwrap();
        assert_eq!(warnings, Vec::<String>::new());
    }
}
