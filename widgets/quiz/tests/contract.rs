//! What pages rely on agrees with the code: schema, manifest, types, README, script tag, texts
//! and examples. `ADIL_UPDATE=1 cargo test -p adil-quiz` writes the generated files anew.

#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::fs;
use std::path::{Path, PathBuf};

use adil::content::{Document, open};
use adil::embed::{Attribute, SCRIPT, Spec};
use adil::json::{FromJson, Json, schema};
use adil_quiz::SPEC;
use adil_quiz::model::Quiz;
use serde_json::{Value, json};

fn room() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn read(path: &str) -> String {
    fs::read_to_string(room().join(path)).unwrap_or_default()
}

/// Compares a generated file with the one in the repository.
#[track_caller]
fn check_file(path: &str, generated: &str) {
    if std::env::var_os("ADIL_UPDATE").is_some() {
        fs::write(room().join(path), generated).unwrap();
    }
    assert!(read(path) == generated, "{path} is out of date: run ADIL_UPDATE=1 cargo test");
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap() + "\n"
}

#[test]
fn the_schema_is_made_from_the_types() {
    let schema = schema::document::<Document<Quiz>>("A quiz for adil-quiz");
    check_file("quiz.schema.json", &pretty(&schema));
}

fn camel(name: &str) -> String {
    let mut parts = name.split('-');
    let mut camel = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        camel.push_str(&part[..1].to_uppercase());
        camel.push_str(&part[1..]);
    }
    camel
}

#[test]
fn the_manifest_is_made_from_the_spec() {
    let named = |list: &[adil::embed::Named]| -> Vec<Value> {
        list.iter().map(|n| json!({ "name": n.name, "description": n.about })).collect()
    };
    let attribute = |a: &Attribute| {
        json!({ "name": a.name, "fieldName": camel(a.name), "type": { "text": a.takes },
            "default": a.default, "description": a.about })
    };
    let event = |e: &adil::embed::Event| {
        json!({ "name": e.name, "type": { "text": format!("CustomEvent<{}>", e.detail) },
            "description": e.about })
    };
    let manifest = json!({
        "schemaVersion": "1.0.0",
        "modules": [{
            "kind": "javascript-module",
            "path": "adil.js",
            "declarations": [{
                "kind": "class",
                "customElement": true,
                "name": SPEC.class,
                "tagName": SPEC.tag,
                "description": SPEC.summary,
                "superclass": { "name": "HTMLElement" },
                "attributes": SPEC.attributes.iter().map(attribute).collect::<Vec<_>>(),
                "members": SPEC.properties.iter().map(|p| json!({ "kind": "field",
                    "name": p.name, "type": { "text": p.takes }, "description": p.about }))
                    .collect::<Vec<_>>(),
                "events": SPEC.events.iter().map(event).collect::<Vec<_>>(),
                "slots": named(SPEC.slots),
                "cssParts": named(SPEC.parts),
                "cssProperties": named(SPEC.css_properties),
                "cssStates": named(SPEC.states),
            }],
        }],
    });
    check_file("custom-elements.json", &pretty(&manifest));
}

#[test]
fn the_types_are_made_from_the_spec() {
    let mut types = String::from(
        "// Made from the element's SPEC; do not edit.\n\n\
         export type Verdict = \"right\" | \"partly\" | \"wrong\" | \"unsure\" | \"open\";\n\n\
         /** What all events of a run carry. No name and no typed text is ever among it. */\n\
         export interface Run {\n  readonly widget: \"quiz\";\n  readonly contentId: string;\n  \
         readonly contentVersion: string;\n  readonly run: number;\n  \
         readonly mode: \"learn\" | \"test\" | \"class\" | \"print\";\n  \
         readonly level: string;\n}\n\n",
    );
    types += "export interface AdilQuizEventMap {\n";
    for event in SPEC.events {
        types += &format!("  /** {} */\n", event.about);
        types += &format!("  \"{}\": CustomEvent<{}>;\n", event.name, event.detail);
    }
    types += "}\n\nexport interface AdilQuiz extends HTMLElement {\n";
    for attribute in SPEC.attributes.iter().filter(|a| a.name != "lang") {
        types +=
            &format!("  /** {} */\n  {}: string | null;\n", attribute.about, camel(attribute.name));
    }
    for property in SPEC.properties {
        types +=
            &format!("  /** {} */\n  {}: {};\n", property.about, property.name, property.takes);
    }
    types += "  addEventListener<K extends keyof AdilQuizEventMap>(\n    type: K,\n    \
              listener: (event: AdilQuizEventMap[K]) => unknown,\n    \
              options?: boolean | AddEventListenerOptions,\n  ): void;\n}\n\n\
              declare global {\n  interface HTMLElementTagNameMap {\n    \
              \"adil-quiz\": AdilQuiz;\n  }\n}\n";
    check_file("adil-quiz.d.ts", &types);
}

fn tables(spec: &Spec) -> String {
    let mut text =
        String::from("### Attributes\n\n| attribute | takes | default | |\n|---|---|---|---|\n");
    for a in spec.attributes {
        let takes = a.takes.replace('|', "\\|");
        text += &format!("| `{}` | {takes} | {} | {} |\n", a.name, a.default, a.about);
    }
    text += "\n### Events\n\n| event | detail | when |\n|---|---|---|\n";
    for e in spec.events {
        text += &format!("| `{}` | `{}` | {} |\n", e.name, e.detail.replace('|', "\\|"), e.about);
    }
    for (title, list) in [
        ("Slots", spec.slots),
        ("Parts", spec.parts),
        ("Custom properties", spec.css_properties),
        ("States", spec.states),
    ] {
        text += &format!("\n### {title}\n\n| name | |\n|---|---|\n");
        for named in list {
            let name = if named.name.is_empty() { "(default)" } else { named.name };
            text += &format!("| `{name}` | {} |\n", named.about);
        }
    }
    text
}

#[test]
fn the_readmes_tables_are_made_from_the_spec() {
    const START: &str = "<!-- made from SPEC: start -->\n";
    const END: &str = "<!-- made from SPEC: end -->\n";
    let readme = read("README.md");
    let (before, rest) = readme.split_once(START).expect("the mark where tables start");
    let (_, after) = rest.split_once(END).expect("the mark where tables end");
    check_file("README.md", &format!("{before}{START}\n{}\n{END}{after}", tables(&SPEC)));
}

#[test]
fn the_script_tag_observes_just_the_attributes_of_the_spec() {
    let start = SCRIPT.find("attributes: [").expect("the table of attributes");
    let list = &SCRIPT[start..start + SCRIPT[start..].find(']').unwrap()];
    let names: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
    assert_eq!(names, SPEC.attributes.iter().map(|a| a.name).collect::<Vec<_>>());
}

#[test]
fn every_part_and_property_of_the_spec_is_in_the_code() {
    let mut code = read("adil-quiz.css") + SCRIPT;
    for file in fs::read_dir(room().join("src/view")).unwrap() {
        code += &fs::read_to_string(file.unwrap().path()).unwrap();
    }
    for name in SPEC.parts.iter().chain(SPEC.css_properties).chain(SPEC.states) {
        assert!(code.contains(name.name), "nothing in the code is called {}", name.name);
    }
}

fn parse(text: &str) -> Result<Json, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

#[test]
fn every_example_is_read_without_a_warning() {
    for file in fs::read_dir(room().join("examples")).unwrap() {
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
        "quiz.json: items[0].options: expected a right option, with \"score\": 1, found none",
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
        "quiz.json: items[0].type: expected one of single multiple truth poll order match sort number text blanks scale, found \"essay\"",
    );
    check(("\"title\": \"Q\", ", ""), "quiz.json: title: expected a value, found nothing");
}

#[test]
fn every_language_has_the_same_texts_with_the_same_places() {
    let table = |lang: &str| -> Value {
        serde_json::from_str(&read(&format!("locales/quiz.{lang}.json"))).unwrap()
    };
    let categories = |lang| match lang {
        "ru" => vec!["few", "many", "one", "other"],
        "ar" => vec!["few", "many", "one", "other", "two", "zero"],
        _ => vec!["one", "other"],
    };
    let english = table("en");
    for lang in ["ru", "kk", "ar", "en"] {
        let table = table(lang);
        for (key, text) in english.as_object().unwrap() {
            let other = &table[key];
            match text {
                Value::String(text) if !key.starts_with('_') => {
                    let other = other.as_str().unwrap_or_else(|| panic!("{lang} has no {key}"));
                    for place in ["{n}", "{total}", "{name}", "{option}"] {
                        assert_eq!(text.contains(place), other.contains(place), "{lang} {key}");
                    }
                }
                Value::Object(_) => {
                    let mut forms: Vec<_> = other.as_object().unwrap().keys().collect();
                    forms.sort();
                    assert_eq!(forms, categories(lang), "{lang} {key}");
                }
                _ => {}
            }
        }
    }
}

#[test]
fn a_schema_names_every_type_of_item() {
    let schema = pretty(&schema::document::<Document<Quiz>>("x"));
    for word in adil_quiz::model::ItemType::WORDS {
        assert!(schema.contains(&format!("\"const\": \"{word}\"")), "{word}");
    }
    assert!(<f64 as FromJson>::absent().is_none());
}
