//! `adil embed --page`: a page of its own, and the description by which other sites show it.

#![allow(clippy::unwrap_used, reason = "a test may stop")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{Said, adil, repo};

fn page(name: &str, more: &[&str]) -> (Said, PathBuf) {
    let to = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&to);
    let file = repo().join("widgets/quiz/examples/the-umbrella.json");
    let given = ["embed", "--page", to.to_str().unwrap()];
    (adil(&[&given[..], more, &[file.to_str().unwrap()]].concat()), to)
}

const SITE: &str = "https://our.school/quizzes/";

#[test]
fn the_page_names_its_description_and_the_description_a_frame() {
    let (said, to) = page("page", &["--site", SITE, "--lang", "ru"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let page = fs::read_to_string(to.join("the-umbrella.html")).unwrap();
    for part in [
        "<html lang=\"ru\" dir=\"ltr\">",
        "type=\"application/json+oembed\" href=\"https://our.school/quizzes/the-umbrella.oembed.json\"",
        "<script type=\"module\" src=\"/adil/adil.js\"></script>",
        "<adil-quiz src=\"the-umbrella.json\">",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    let words = fs::read_to_string(to.join("the-umbrella.oembed.json")).unwrap();
    let described: serde_json::Value = serde_json::from_str(&words).unwrap();
    assert_eq!(described["version"], "1.0");
    assert_eq!(described["type"], "rich");
    assert_eq!(described["provider_url"], "https://our.school");
    let html = described["html"].as_str().unwrap();
    let frame = "<iframe src=\"https://our.school/adil/frame.html?src=https%3A%2F%2Four.school\
                 %2Fquizzes%2Fthe-umbrella.json&amp;kind=quiz&amp;lang=ru\"";
    assert!(html.starts_with(frame), "{html}");
}

#[test]
fn the_mode_and_other_addresses_go_into_the_frame() {
    let more = ["--script", "https://cdn.school/a/adil.js", "--src", "/q/u.json"];
    let (said, to) =
        page("page-else", &[&["--site", SITE, "--attr", "mode=test"], &more[..]].concat());
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let words = fs::read_to_string(to.join("the-umbrella.oembed.json")).unwrap();
    for part in ["https://cdn.school/a/frame.html?", "our.school%2Fq%2Fu.json&amp;", "mode=test"] {
        assert!(words.contains(part), "{part}\n{words}");
    }
}

#[test]
fn what_is_no_folder_of_a_site_is_refused() {
    for site in ["our.school", "ftp://our.school/", "https://our.school/quizzes", "https://a.b/?c/"]
    {
        let (said, to) = page("page-none", &["--site", site]);
        assert_eq!(said.code, 2, "{site}");
        assert!(said.err.starts_with("--site: expected the address of the folder"), "{}", said.err);
        assert!(!to.exists(), "nothing is written");
    }
    let (said, _) = page("page-no-site", &[]);
    assert_eq!(said.code, 2);
}
