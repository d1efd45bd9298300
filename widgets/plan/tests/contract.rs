//! What pages rely on agrees with the code: schema, manifest, types, README, script tag, texts
//! and examples. `ADIL_UPDATE=1 cargo test -p adil-plan` writes the generated files anew.

#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::fs;
use std::path::Path;

use adil::content::{Document, open};
use adil::embed::contract::Room;
use adil::json::schema;
use adil_plan::SPEC;
use adil_plan::model::{CurriculumMap, Element, Plan};

fn room() -> Room<'static> {
    Room { folder: Path::new(env!("CARGO_MANIFEST_DIR")), spec: &SPEC, kind: "plan" }
}

#[test]
fn generated_files_are_up_to_date() {
    room().check_schema(&schema::document::<Document<Plan>>("A plan for adil-plan"));
    let map = Room { kind: "plan-map", ..room() };
    map.check_schema(&schema::document::<Document<CurriculumMap>>("A map for adil-plan"));
    room().check_manifest();
    room().check_types(
        "/** What all events carry. No name and no typed text is ever among it. */\n\
         export interface Run {\n  readonly widget: \"plan\";\n  readonly contentId: string;\n  \
         readonly contentVersion: string;\n  readonly run: number;\n  readonly mode: \"plan\" | \"screen\" | \"print\" | \"campaign\" | \"map\";\n  \
         readonly level: string;\n}\n",
    );
    room().check_readme();
}

#[test]
fn the_script_tag_observes_just_the_attributes_of_the_spec() {
    room().check_script();
}

/// Of a quiz in a block nothing could be styled: what blocks show handed no part on.
#[test]
fn the_parts_of_what_blocks_show_are_handed_on() {
    let mut all = std::collections::BTreeSet::new();
    for kind in Element::WORDS {
        let manifest = room().read(&format!("../{kind}/custom-elements.json"));
        let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
        let parts = &manifest["modules"][0]["declarations"][0]["cssParts"];
        let names = parts.as_array().unwrap().iter().map(|part| part["name"].as_str().unwrap());
        all.extend(names.map(str::to_owned));
    }
    let list: Vec<String> = all.into_iter().collect();
    room().check_file("src/components/stage-parts.txt", &(list.join(" ") + "\n"));
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
        let warnings = if text.contains("\"plan-map\"") {
            open::<CurriculumMap>(&name, &text, parse).unwrap().1
        } else {
            open::<Plan>(&name, &text, parse).unwrap().1
        };
        assert_eq!(warnings, Vec::<String>::new());
    }
}
