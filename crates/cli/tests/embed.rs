//! `adil embed`: what it writes of the shipped examples, of hostile content, and of mistakes.
//! `ADIL_UPDATE=1 cargo test -p adil-cli` writes the kept lines anew.

#![allow(clippy::unwrap_used, reason = "a test may stop")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{Said, adil, examples, repo, written};

/// Runs `adil embed` in the examples of a widget and compares the lines with those that are kept.
#[track_caller]
fn check(widget: &str, name: &str, options: &[&str]) {
    let file = repo().join(format!("widgets/{widget}/examples/{name}.json"));
    let src = format!("content/{name}.json");
    let said = adil(&[&["embed", file.to_str().unwrap(), "--src", &src], options].concat());
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{name}");
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/lines/{name}.html"));
    if std::env::var_os("ADIL_UPDATE").is_some() {
        fs::write(&kept, &said.out).unwrap();
    }
    let expected = fs::read_to_string(&kept).unwrap();
    assert!(said.out == expected, "{name} is written in another way than {}", kept.display());
}

#[test]
fn examples_are_written_as_they_were() {
    check("quiz", "the-umbrella", &[]);
    check("quiz", "item-types", &["--attr", "currency=KZT"]);
    check("pledge", "my-pledge-primary", &["--lang", "kk,ru"]);
    check("video", "scholarship-list", &["--lang", "ar"]);
    check("story", "cash-box", &["--heading-level", "3", "--attr", "mode=class"]);
    check("board", "open-grades", &[]);
    check("board", "six-stations", &[]);
    check("plan", "fair-shares", &["--lang", "en"]);
    check("check", "coi-check", &[]);
    check("record", "honesty-shop", &[]);
}

#[test]
fn every_example_can_be_embedded_in_each_of_its_languages() {
    let mut seen = 0;
    for file in examples() {
        let json: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        for lang in json["languages"].as_array().unwrap() {
            let lang = lang.as_str().unwrap();
            let said = adil(&["embed", file.to_str().unwrap(), "--lang", lang]);
            assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", file.display());
            assert!(said.out.contains(&format!(" lang=\"{lang}\" dir=")), "{}", said.out);
            assert_eq!(said.out.matches("<h2>").count(), 1, "{}", file.display());
            // A key that stands there as it is has no words.
            for key in ["question_n_of", "_hint<", "good_answer", "level_"] {
                assert!(!said.out.contains(key), "{key} in {}", file.display());
            }
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
}

/// Every "go to" of a story leads to a place that is there, also where two languages stand on one
/// page.
#[test]
fn links_lead_to_places_that_are_there_once() {
    let file = repo().join("widgets/story/examples/cash-box.json");
    let said = adil(&["embed", file.to_str().unwrap(), "--lang", "en,ru"]);
    let after = |mark: &str| -> Vec<String> {
        let parts = said.out.split(mark).skip(1);
        parts.map(|part| part.split('"').next().unwrap().to_owned()).collect()
    };
    let (ids, links) = (after(" id=\""), after("href=\"#"));
    assert!(links.len() > 10, "{links:?}");
    for link in &links {
        assert_eq!(ids.iter().filter(|id| *id == link).count(), 1, "{link}");
    }
}

/// Markup of an author in every place where text may stand.
#[test]
fn hostile_text_stays_text() {
    let evil =
        "</adil-quiz><script>alert(1)</script><img src=x onerror=alert(2)>\\\" onclick=\\\"x";
    let link = "[go](javascript:alert(1)) ![a\\\" onerror=\\\"b](cat.png\\\"onerror=\\\"c)";
    let option = |id: &str, score: u8| {
        format!(r#"{{"id":"{id}","text":"{evil} {id}","score":{score},"feedback":"{evil}"}}"#)
    };
    let quiz = format!(
        r#"{{"format":"adil","formatVersion":1,"kind":"quiz","id":"evil","title":"{evil}",
        "languages":["en"],"licence":"{evil}","intro":{{"html":"<p>{evil}</p>"}},"items":[
        {{"id":"a","type":"single","stem":"{evil} {link}","hints":["{evil}"],
        "explanation":"{evil}","options":[{},{}],
        "picture":{{"src":"x.png\" onerror=\"alert(3)","alt":"{evil}"}}}}]}}"#,
        option("o", 1),
        option("p", 0),
    );
    let quiz = quiz.replace("x.png\" onerror=\"alert(3)", "x.png\\\" onerror=\\\"alert(3)");
    let file = written("hostile.json", &quiz);
    let said = adil(&["embed", file.to_str().unwrap(), "--src", "\"><script>alert(4)</script>"]);
    assert_eq!(said.code, 0, "{}", said.err);
    // What stands outside of quotation marks and between < and > is markup; none is the author's.
    assert_eq!(said.out.matches("<script").count(), 1, "{}", said.out);
    assert_eq!(said.out.matches("</adil-quiz>").count(), 1, "{}", said.out);
    assert!(!said.out.contains("href=\"javascript"), "{}", said.out);
    for tag in said.out.split('<').skip(1).map(|part| part.split('>').next().unwrap()) {
        let bare: String = tag.split('"').step_by(2).collect();
        assert!(!bare.contains("onerror") && !bare.contains("onclick"), "<{tag}>");
    }
    assert!(said.out.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{}", said.out);
}

/// Lines that ask early have the addresses that `adil.js` asks for, or none are written.
#[test]
fn early_lines_name_the_build() {
    let dist = Path::new(env!("CARGO_TARGET_TMPDIR")).join("early");
    fs::create_dir_all(&dist).unwrap();
    let quiz = umbrella();
    let early = |more: &[&str]| {
        let dist = dist.to_str().unwrap();
        let all = ["embed", "--early", "--dist", dist, "--script", "/a/adil.js"];
        adil(&[&all, more, &[quiz.to_str().unwrap()]].concat())
    };
    fs::write(dist.join("adil.js"), "import(`x?v=__ADIL_BUILD__`)").unwrap();
    let said = early(&[]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.starts_with("--dist: expected a release"), "{}", said.err);
    fs::write(dist.join("adil.js"), "new URL(`${a}?v=0a1b2c3d4e`,import.meta.url)").unwrap();
    fs::write(dist.join("adil-quiz-class.js"), "").unwrap();
    fs::write(dist.join("adil-first.css"), "p > a { & b {} }").unwrap();
    for (more, bundle) in [
        (&[][..], "adil-quiz"),
        (&["--attr", "mode=class"], "adil-quiz-class"),
        (&["--attr", "mode=test"], "adil-quiz"),
    ] {
        let said = early(more);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{more:?}");
        let lines: Vec<&str> = said.out.lines().skip(1).take(2).collect();
        let glue = format!("<link rel=\"modulepreload\" href=\"/a/{bundle}.js?v=0a1b2c3d4e\">");
        let wasm = format!(
            "<link rel=\"preload\" as=\"fetch\" crossorigin=\"\" href=\"/a/{bundle}_bg.wasm?v=0a1b2c3d4e\">"
        );
        assert_eq!(lines, [glue, wasm]);
        assert!(!said.out.contains("stylesheet"), "{}", said.out);
    }
    let said = adil(&[
        "embed",
        "--early",
        "--dist",
        dist.to_str().unwrap(),
        repo().join("widgets/quiz/examples/item-types.json").to_str().unwrap(),
    ]);
    assert!(said.out.contains("<style>p > a { & b {} }</style>"), "{}", said.out);
}

#[track_caller]
fn refused(arguments: &[&str], code: i32, sentence: &str) {
    let Said { code: found, out, err } = adil(arguments);
    assert_eq!(err.trim_end(), sentence);
    assert_eq!((found, out.as_str()), (code, ""));
}

fn umbrella() -> PathBuf {
    repo().join("widgets/quiz/examples/the-umbrella.json")
}

/// A quiz that can be answered at once, and those that cannot.
#[test]
fn only_a_quiz_that_learners_take_alone_and_that_begins_with_a_choice_has_controls() {
    #[track_caller]
    fn check(name: &str, options: &[&str], expected: bool) {
        let file = repo().join(format!("widgets/quiz/examples/{name}.json"));
        let said = adil(&[&["embed", file.to_str().unwrap()], options].concat());
        assert_eq!(said.code, 0, "{}", said.err);
        let found = ["adil-first.css", "class=\"adil-first\"", "type=\"radio\""];
        let found = found.map(|mark| said.out.contains(mark));
        assert_eq!(found, [expected; 3], "{name} {options:?}");
    }
    check("item-types", &[], true);
    check("item-types", &["--attr", "mode=test"], true);
    check("item-types", &["--attr", "mode=class"], false);
    check("item-types", &["--attr", "mode=print"], false);
    check("item-types", &["--attr", "before=pledge.json"], false);
    check("fair-and-square", &["--lang", "en,ru"], false);
    check("the-umbrella", &[], false);
}

/// An element with an id of its own shares no group of radio buttons with another one.
#[test]
fn two_elements_with_one_content_have_names_of_their_own() {
    let file = repo().join("widgets/quiz/examples/item-types.json");
    let said = adil(&["embed", file.to_str().unwrap(), "--attr", "id=second"]);
    assert!(said.out.contains("name=\"second-"), "{}", said.out);
    assert!(!said.out.contains("name=\"item-types"), "{}", said.out);
}

#[test]
fn what_cannot_be_written_is_told() {
    let file = written("late.json", r#"{"format":"adil","formatVersion":1,"kind":"poem"}"#);
    let name = file.to_str().unwrap();
    let kinds = "quiz, pledge, video, story, board, quest, debate, plan, plan-map, check, record, \
                 study";
    refused(&["embed", name], 1, &format!("{name}: kind: expected one of {kinds}, found \"poem\""));
    let quiz = umbrella();
    let quiz = quiz.to_str().unwrap();
    refused(
        &["embed", quiz, "--lang", "fr"],
        2,
        "--lang: expected one of en, ru, kk, ar, found \"fr\"",
    );
    refused(
        &["embed", quiz, "--attr", "mode=exam"],
        2,
        "--attr mode: expected learn | test | class | print, found \"exam\"",
    );
    let said = adil(&["embed", quiz, "--attr", "onclick=alert(1)"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("found \"onclick\""), "{}", said.err);
    let said = adil(&["embed", "no-such-file.json"]);
    assert_eq!(said.code, 2);
    assert!(said.err.starts_with("no-such-file.json: cannot be read"), "{}", said.err);
    assert_eq!(adil(&["embed", quiz, "--heading-level", "9"]).code, 2);
}
