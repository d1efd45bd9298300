//! What pages rely on agrees with the code: schema, manifest, types, README, script tag, texts
//! and examples. `ADIL_UPDATE=1 cargo test -p adil-story` writes the generated files anew.

#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::fs;
use std::path::Path;

use adil::content::{Document, open};
use adil::embed::contract::Room;
use adil::json::schema;
use adil_story::SPEC;
use adil_story::model::{Finding, Story, check};

fn room() -> Room<'static> {
    Room { folder: Path::new(env!("CARGO_MANIFEST_DIR")), spec: &SPEC, kind: "story" }
}

#[test]
fn generated_files_are_up_to_date() {
    room().check_schema(&schema::document::<Document<Story>>("A story for adil-story"));
    room().check_manifest();
    room().check_types(
        "/** What all events carry. No name and no typed text is ever among it. */\n\
         export interface Run {\n  readonly widget: \"story\";\n  readonly contentId: string;\n  \
         readonly contentVersion: string;\n  readonly run: number;\n  readonly mode: \"learn\" | \"group\" | \"class\" | \"print\";\n  \
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
        let (document, warnings) =
            open::<Story>(&path.display().to_string(), &text, parse).unwrap();
        assert_eq!(warnings, Vec::<String>::new());
        let report = check(&document.body, document.envelope.level, 100_000);
        let amiss = report.findings.iter().filter(|finding| !finding.is_note());
        assert_eq!(amiss.map(Finding::sentence).collect::<Vec<_>>(), Vec::<String>::new());
        assert!(report.ways.is_whole, "{}", path.display());
    }
}

/// All drawings that ship weigh less than one photograph.
#[test]
fn all_drawings_together_are_small() {
    let drawings = |path: &Path| {
        let text = fs::read_to_string(path).unwrap();
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        json.get("drawings").map_or(0, |drawings| drawings.to_string().len())
    };
    let files = fs::read_dir(room().folder.join("examples")).unwrap();
    let all: usize = files.map(|file| drawings(&file.unwrap().path())).sum();
    assert!((10_000..60_000).contains(&all), "{all} bytes");
}
