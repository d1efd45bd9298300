//! `adil check`: mistakes and warnings of content files, and what the command ends with.

#![allow(clippy::unwrap_used, reason = "a test may stop")]

mod common;

use common::{adil, examples, written};

/// A file, what is said of it (after its name), and the exit code.
#[track_caller]
fn check(name: &str, json: &str, options: &[&str], expected: &str, code: i32) {
    let file = written(name, json);
    let path = file.to_str().unwrap();
    let said = adil(&[&["check", path], options].concat());
    let expected = expected.replace("FILE", path);
    assert_eq!((said.out.trim_end(), said.code), (expected.as_str(), code));
}

fn quiz(items: &str) -> String {
    format!(
        r#"{{"format":"adil","formatVersion":1,"kind":"quiz","id":"q","title":"Q",
        "languages":["en"],"items":[{items}]}}"#
    )
}

const GOOD: &str = r#"{"id":"a","type":"single","stem":"?",
    "options":[{"id":"o","text":"yes","score":1},{"id":"p","text":"no","score":0}]}"#;

#[test]
fn mistakes_are_named_with_file_and_place() {
    check("good.json", &quiz(GOOD), &[], "", 0);
    check(
        "empty.json",
        &quiz(""),
        &[],
        "mistake: FILE: items: expected at least one item, found a list of 0",
        1,
    );
    let twice = quiz(&[GOOD, GOOD].join(","));
    let said = adil(&["check", written("twice.json", &twice).to_str().unwrap()]);
    assert_eq!(said.code, 1);
    assert!(said.out.contains("items[1]: expected an id that no other"), "{}", said.out);
    let misspelt = quiz(&GOOD.replace("\"stem\"", "\"hint\":1,\"stem\""));
    let said = adil(&["check", written("spelt.json", &misspelt).to_str().unwrap()]);
    assert_eq!(said.code, 0);
    assert!(
        said.out.starts_with("warning: ") && said.out.contains("items[0]: the field \"hint\""),
        "{}",
        said.out
    );
    let file = written("strict.json", &misspelt);
    assert_eq!(adil(&["check", "--strict", file.to_str().unwrap()]).code, 1);
}

/// Who wrote 2*3*4 and x^2+y^2 wanted to know before pupils read it how it would look.
#[test]
fn authors_see_what_a_text_will_look_like() {
    let with = |stem: &str| quiz(&GOOD.replace("\"stem\":\"?\"", &format!("\"stem\":\"{stem}\"")));
    let look = |shown: &str| format!("text: FILE: items[0].stem: looks like “{shown}”");
    for (name, stem, expected) in [
        ("plain.json", "2*3*4 and x^2+y^2=z^2", ""),
        ("marks.json", "H~2~O is *not* x^2^", &look("H₂O is not x²")),
        ("escapes.json", r"2\\*3\\*4", &look("2*3*4")),
        ("lists.json", r"1. a\n2. b", ""),
    ] {
        check(name, &with(stem), &["--texts"], expected, 0);
        check(name, &with(stem), &[], "", 0);
    }
}

/// The widget of a lesson leaves its items to the quiz, which reads them when they are shown; an
/// author wants to know before.
#[test]
fn items_inside_lessons_and_stories_are_read() {
    let lesson = r#"{"format":"adil","formatVersion":1,"kind":"video","id":"v","title":"V",
        "languages":["en"],"checkpoints":[{"id":"c","at":1,
        "item":{"id":"a","type":"single","stem":"?","options":"none"}}]}"#;
    let said = adil(&["check", written("lesson.json", lesson).to_str().unwrap()]);
    assert_eq!(said.code, 1, "{}", said.out);
    assert!(said.out.contains("checkpoints[0].item.options: expected"), "{}", said.out);
}

#[test]
fn the_worst_file_counts_and_all_are_read() {
    let good = written("worst-good.json", &quiz(GOOD));
    let bad = written("worst-bad.json", "{");
    let (good, bad) = (good.to_str().unwrap(), bad.to_str().unwrap());
    let said = adil(&["check", "not-there.json", bad, good]);
    assert_eq!(said.code, 2);
    assert_eq!(said.out.lines().count(), 2, "{}", said.out);
    assert_eq!(adil(&["check", bad, good]).code, 1);
    assert_eq!(adil(&["check"]).code, 2);
    assert_eq!(adil(&["chek", good]).code, 2);
}

#[test]
fn shipped_examples_have_no_mistakes() {
    let files = examples();
    let names: Vec<&str> = files.iter().map(|file| file.to_str().unwrap()).collect();
    let said = adil(&[&["check", "--strict"], names.as_slice()].concat());
    assert_eq!((said.out.as_str(), said.code), ("", 0));
    assert!(names.len() > 15);
}
