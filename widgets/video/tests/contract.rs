//! What pages rely on agrees with the code: schema, manifest, types, README, script tag, texts;
//! and the lessons that ship with the rules: they are read, their items are items of a quiz, and
//! their files are there. `ADIL_UPDATE=1 cargo test -p adil-video` writes generated files anew.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use std::fs;
use std::path::{Path, PathBuf};

use adil::content::{Document, MediaAddress, open};
use adil::embed::contract::Room;
use adil::json::{Cursor, FromJson, Warnings};
use adil_quiz::model::Item;
use adil_video::SPEC;
use adil_video::model::{MediaFile, Question, Track, Video, schema};

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")
}

fn lessons() -> Vec<Document<Video>> {
    let files = fs::read_dir(examples()).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|path| path.extension().is_some_and(|end| end == "json"));
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let parse = |text: &str| serde_json::from_str(text).map_err(|e| e.to_string());
        let (document, warnings) = open(&path.display().to_string(), &text, parse).unwrap();
        assert_eq!(warnings, Vec::<String>::new());
        document
    };
    let lessons: Vec<_> = files.map(read).collect();
    assert!(!lessons.is_empty(), "a lesson ships");
    lessons
}

fn room() -> Room<'static> {
    Room { folder: Path::new(env!("CARGO_MANIFEST_DIR")), spec: &SPEC, kind: "video" }
}

#[test]
fn the_schema_is_made_from_the_types() {
    room().check_schema(&schema());
}

#[test]
fn the_manifest_is_made_from_the_spec() {
    room().check_manifest();
}

#[test]
fn the_types_are_made_from_the_spec() {
    room().check_types(
        "/** What all events carry. No name and no typed text is ever among it. */\n\
         export interface Run {\n  readonly widget: \"video\";\n  readonly contentId: string;\n  \
         readonly contentVersion: string;\n  readonly run: number;\n  \
         readonly mode: \"learn\" | \"teacher\";\n  readonly level: string;\n}\n",
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

#[test]
fn every_lesson_is_read_without_a_warning() {
    lessons();
}

#[test]
fn what_a_checkpoint_asks_is_an_item_of_a_quiz() {
    let mut items = 0;
    for lesson in lessons() {
        for checkpoint in lesson.body.checkpoints.iter() {
            let Question::Item(written) = &checkpoint.question else { continue };
            let warnings = Warnings::default();
            let item = Item::read(&Cursor::top(written.json(), &warnings));
            assert_eq!(item.err().map(|e| e.to_string()), None, "{}", checkpoint.id.as_str());
            assert_eq!(warnings.into_vec(), Vec::<String>::new());
            items += 1;
        }
    }
    assert!(items > 0, "a lesson asks");
}

fn size(address: &MediaAddress) -> f64 {
    let path = examples().join(address.0.as_str());
    let found = fs::metadata(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    found.len() as f64
}

/// Learners are told how much a version loads before they choose it.
#[test]
fn files_are_there_and_as_large_as_the_lesson_says() {
    for Document { body, .. } in lessons() {
        let sounds =
            body.slides.iter().filter_map(|slide| slide.sound.as_ref().map(|sound| &sound.0));
        let files: Vec<&MediaFile> = body.files.iter().chain(sounds).collect();
        assert!(files.len() > body.files.len(), "slides have sound");
        for file in files {
            assert_eq!(
                file.bytes,
                Some(size(&file.src.address)),
                "{}",
                file.src.address.0.as_str()
            );
        }
        for slide in body.slides.iter() {
            assert!(size(&slide.picture.src) < 40_000.0, "a picture for slow lines");
        }
        assert!(size(&body.poster.unwrap().src) < 40_000.0);
    }
}

#[test]
fn captions_descriptions_and_transcripts_are_there_in_four_languages() {
    for Document { body, .. } in lessons() {
        for tracks in [&body.captions, &body.descriptions, &body.transcripts] {
            let langs: Vec<&str> = tracks.iter().map(|track| track.lang.as_str()).collect();
            assert_eq!(langs, ["en", "ru", "kk", "ar"]);
            let empty = |track: &&Track| size(&track.src) < 100.0;
            assert_eq!(tracks.iter().find(empty), None);
        }
    }
}

#[test]
fn everything_happens_while_the_lesson_lasts() {
    for Document { body, .. } in lessons() {
        let end = body.duration.unwrap();
        let cues = body.checkpoints.iter().map(|one| one.at);
        let starts = body.chapters.iter().map(|one| one.start);
        let slides = body.slides.iter().map(|one| one.start);
        for time in cues.chain(starts).chain(slides) {
            assert!(time < end, "{time:?}");
        }
        assert_eq!(body.chapters.first().unwrap().start.0, 0, "no gap before the first chapter");
        assert_eq!(body.slides.first().unwrap().start.0, 0, "no gap before the first slide");
    }
}
