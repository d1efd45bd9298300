//! `adil embed --offline`: what the folder holds. That it runs is shown by
//! `tests/e2e/offline.test.mjs`, with a built release.

#![allow(clippy::unwrap_used, reason = "a test may stop")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{adil, repo};

fn fresh(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A release with the names of a real one and next to nothing in its files.
fn release(name: &str) -> PathBuf {
    let dist = fresh(name);
    fs::create_dir_all(dist.join("locales")).unwrap();
    for lang in ["en", "ru", "kk", "ar"] {
        fs::write(dist.join(format!("locales/quiz.{lang}.json")), "{}").unwrap();
    }
    fs::write(dist.join("adil.js"), "fetch(new URL(\"x\",import.meta.url));").unwrap();
    fs::write(dist.join("adil-quiz.js"), "let m;export{m as default};").unwrap();
    fs::write(dist.join("adil-first.js"), "let g;export{g as given};").unwrap();
    fs::write(dist.join("adil-quiz_bg.wasm"), [0, 1, 2]).unwrap();
    for style in ["adil-quiz.css", "adil-first.css"] {
        fs::write(dist.join(style), "p{}").unwrap();
    }
    dist
}

#[test]
fn the_folder_holds_all_that_the_page_asks_for() {
    let (to, dist) = (fresh("stick"), release("dist-whole"));
    let file = repo().join("widgets/quiz/examples/item-types.json");
    let given = ["embed", "--offline", to.to_str().unwrap(), "--dist", dist.to_str().unwrap()];
    let said = adil(&[&given[..], &[file.to_str().unwrap()]].concat());
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let page = fs::read_to_string(to.join("index.html")).unwrap();
    assert!(page.starts_with("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">"), "{page}");
    assert!(page.contains("<adil-quiz src=\"item-types.json\">"), "{page}");
    assert!(!page.contains("type=\"module\""), "{page}");
    let script = fs::read_to_string(to.join("adil-offline.js")).unwrap();
    for part in [
        "\"adil-quiz_bg.wasm\": [\"application/wasm\", \"AAEC\"]",
        "\"locales/quiz.kk.json\"",
        "\"item-types.json\"",
        "return{default:m};",
        "__meta.url",
    ] {
        assert!(script.contains(part), "{part}");
    }
    assert!(to.join("pictures/p3-lots.svg").is_file());
    // The same folder is made anew without asking.
    let said = adil(&[&given[..], &[file.to_str().unwrap()]].concat());
    assert_eq!(said.code, 0, "{}", said.err);
}

/// The quiz in a block of a plan, with its pictures and its bundle.
#[test]
fn what_a_plan_shows_goes_with_it() {
    let (to, dist) = (fresh("stick-plan"), release("dist-plan"));
    for name in ["js", "css"] {
        let from = dist.join(format!("adil-quiz.{name}"));
        fs::copy(from, dist.join(format!("adil-plan.{name}"))).unwrap();
    }
    fs::write(dist.join("adil-plan_bg.wasm"), [3]).unwrap();
    for lang in ["en", "ru", "kk", "ar"] {
        fs::write(dist.join(format!("locales/plan.{lang}.json")), "{}").unwrap();
    }
    let home = fresh("content-plan");
    let examples = repo().join("widgets/quiz/examples");
    fs::create_dir_all(home.join("q/pictures")).unwrap();
    let quiz = examples.join("item-types.json");
    fs::copy(quiz, home.join("q/item-types.json")).unwrap();
    let picture = "pictures/p3-lots.svg";
    fs::copy(examples.join(picture), home.join("q").join(picture)).unwrap();
    let plan = r#"{"format":"adil","formatVersion":1,"kind":"plan","id":"p","title":"P",
        "languages":["en"],"blocks":[{"id":"b","minutes":5,"title":"B",
        "widget":{"element":"quiz","src":"q/item-types.json"}}]}"#;
    let file = home.join("plan.json");
    fs::write(&file, plan).unwrap();
    let (to_name, dist) = (to.to_str().unwrap(), dist.to_str().unwrap());
    let said = adil(&["embed", "--offline", to_name, "--dist", dist, file.to_str().unwrap()]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let script = fs::read_to_string(to.join("adil-offline.js")).unwrap();
    for part in ["\"q/item-types.json\": [", "\"adil-quiz.js\": (", "\"adil-plan.js\": ("] {
        assert!(script.contains(part), "{part}");
    }
    assert!(to.join("q").join(picture).is_file());
}

#[test]
fn a_folder_of_somebody_else_is_left_alone() {
    let (to, dist) = (fresh("stick-others"), release("dist-others"));
    fs::write(to.join("index.html"), "theirs").unwrap();
    let file = repo().join("widgets/quiz/examples/the-umbrella.json");
    let (to_name, dist) = (to.to_str().unwrap(), dist.to_str().unwrap());
    let given = ["embed", "--offline", to_name, "--dist", dist, file.to_str().unwrap()];
    let said = adil(&given);
    assert_eq!(said.code, 2);
    assert!(said.err.starts_with("--offline: expected a new or empty folder"), "{}", said.err);
    assert_eq!(fs::read_to_string(to.join("index.html")).unwrap(), "theirs");
}

#[test]
fn without_a_release_the_command_says_how_to_make_one() {
    let (to, dist) = (fresh("stick-none"), fresh("dist-none"));
    let file = repo().join("widgets/quiz/examples/the-umbrella.json");
    let (to, dist) = (to.to_str().unwrap(), dist.to_str().unwrap());
    let said = adil(&["embed", "--offline", to, "--dist", dist, file.to_str().unwrap()]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("`cargo xtask build`"), "{}", said.err);
}

/// An address that leads out of the content file's folder copies nothing into the stick.
#[test]
fn nothing_from_outside_of_the_folder_is_copied() {
    let (to, dist) = (fresh("stick-in"), release("dist-in"));
    let home = fresh("content-in");
    fs::write(home.join("secret.txt"), "secret").unwrap();
    fs::create_dir_all(home.join("quizzes")).unwrap();
    let quiz = r#"{"format":"adil","formatVersion":1,"kind":"quiz","id":"q","title":"Q",
        "languages":["en"],"intro":"[a](../secret.txt)","items":[{"id":"n","type":"note",
        "stem":"x","picture":{"src":"../secret.txt","alt":"a"}}]}"#;
    let file = home.join("quizzes/q.json");
    fs::write(&file, quiz).unwrap();
    let (to_name, dist) = (to.to_str().unwrap(), dist.to_str().unwrap());
    let said = adil(&["embed", "--offline", to_name, "--dist", dist, file.to_str().unwrap()]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let mut names: Vec<String> = fs::read_dir(&to)
        .unwrap()
        .map(|one| one.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["adil-offline.js", "index.html"]);
}
