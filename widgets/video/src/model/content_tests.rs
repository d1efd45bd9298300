use super::*;
use crate::model::Question;
use adil::content::{Document, open};

const ITEM: &str = r#"{"id":"q","type":"truth","stem":"Is it?","answer":true}"#;

fn lesson(body: &str) -> Result<(Document<Video>, Vec<String>), String> {
    let text = [
        r#"{"format":"adil","formatVersion":1,"kind":"video","id":"v","title":"V","#,
        r#""languages":["en"],"#,
        body,
        "}",
    ]
    .concat();
    open("lesson.json", &text, |text| serde_json::from_str(text).map_err(|e| e.to_string()))
}

#[track_caller]
fn check_refused(body: &str, expected: &str) {
    assert_eq!(lesson(body).map(|_| ()), Err(["lesson.json: ", expected].concat()));
}

#[test]
fn a_lesson_is_read() {
    let body = [
        r#""files":[{"src":"a.mp4","type":"video/mp4","height":480,"bytes":900000}],"#,
        r#""duration":"4:40","captions":[{"src":"en.vtt","lang":"en"}],"#,
        r#""chapters":[{"start":0,"title":"The folder"}],"#,
        r#""checkpoints":[{"id":"c1","at":"0:42","item":"#,
        ITEM,
        r#"},{"id":"c2","at":85,"note":"Stop.","required":true,"rewindTo":62,"skipTo":"2:06"},"#,
        r#"{"id":"c3","at":100,"reflection":{"prompt":"What would you say?"}}],"#,
        r#""completion":{"minCheckpoints":2,"minWatched":0.8}"#,
    ]
    .concat();
    let (document, warnings) = lesson(&body).unwrap();
    assert_eq!(warnings, [""; 0]);
    let lesson = document.body;
    assert_eq!(lesson.duration, Some(Moment(280_000)));
    let cues: Vec<_> = lesson.checkpoints.iter().map(|one| one.at.0).collect();
    assert_eq!(cues, [42_000, 85_000, 100_000]);
    assert!(matches!(lesson.checkpoints[0].question, Question::Item(_)));
    assert!(matches!(lesson.checkpoints[1].question, Question::Note(_)));
    assert!(matches!(lesson.checkpoints[2].question, Question::Reflection(_)));
    assert_eq!(lesson.checkpoints[1].skip_to, Some(Moment(126_000)));
    assert!(lesson.checkpoints[1].required && !lesson.checkpoints[0].required);
}

#[test]
fn mistakes_are_named_where_they_are() {
    let with = |checkpoint: &str| [r#""checkpoints":["#, checkpoint, "]"].concat();
    check_refused(
        &with(r#"{"id":"a","at":5}"#),
        "checkpoints[0]: expected just one of item, reflection or note, found {…}",
    );
    check_refused(
        &with(r#"{"id":"a","at":5,"note":"A","reflection":{"prompt":"B"}}"#),
        "checkpoints[0]: expected just one of item, reflection or note, found {…}",
    );
    check_refused(
        &with(r#"{"id":"a","at":5,"item":{"type":"truth"}}"#),
        "checkpoints[0].item: expected a quiz item, with \"type\" and \"stem\", found {…}",
    );
    check_refused(
        &with(r#"{"id":"a","at":5,"note":"A","rewindTo":5}"#),
        "checkpoints[0].rewindTo: expected a time before the checkpoint, found 5",
    );
    check_refused(
        &with(r#"{"id":"a","at":5,"note":"A","skipTo":4.5}"#),
        "checkpoints[0].skipTo: expected a time after the checkpoint, found 4.5",
    );
    check_refused(
        &with(r#"{"id":"a","at":5,"note":"A"},{"id":"b","at":5,"note":"B"}"#),
        "checkpoints[1].at: expected a time after the one before, found 5",
    );
    check_refused(
        &with(r#"{"id":"a","at":5,"note":"A"},{"id":"a","at":6,"note":"B"}"#),
        "checkpoints[1]: expected an id that no other checkpoint of this file has, \
         found \"a\" again",
    );
    check_refused(
        r#""captions":[{"src":"a.vtt","lang":"en"},{"src":"b.vtt","lang":"en"}]"#,
        "captions[1].lang: expected each language once, found \"en\" again",
    );
    check_refused(
        r#""chapters":[{"start":9,"title":"A"},{"start":"0:08","title":"B"}]"#,
        "chapters[1].start: expected a time after the one before, found 8",
    );
    let slide = r#"{"start":5,"picture":{"src":"a.svg","alt":"A"},"text":"B"}"#;
    check_refused(
        &[r#""slides":["#, slide, ",", slide, "]"].concat(),
        "slides[1].start: expected a time after the one before, found 5",
    );
    check_refused(
        r#""files":[{"src":"javascript:alert(1)"}]"#,
        "files[0].src: expected an address such as \"cat.png\" or \"https://…\", \
         found \"javascript:alert(1)\"",
    );
}

#[test]
fn the_schema_describes_items_as_the_quiz_does() {
    let schema = adil::json::schema::document::<Document<Video>>("A lesson").to_string();
    assert!(schema.contains("\"blanks\""), "an item's type");
    assert!(schema.contains("\"rewindTo\""));
}

#[test]
fn a_video_without_captions_is_played_and_its_author_is_told() {
    let (_, warnings) = lesson(r#""files":[{"src":"a.mp4"}]"#).unwrap();
    let told = "lesson.json: captions: expected a captions file (WCAG 1.2.2), found none";
    assert_eq!(warnings, [told]);
    let (_, warnings) = lesson("\"checkpoints\":[]").unwrap();
    assert_eq!(warnings, [""; 0], "the page's own video has its own tracks");
}

/// A teacher pasted the address of a channel. It was taken for a file, and Vimeo was asked for it
/// before the learner had agreed.
#[test]
fn what_is_no_film_of_another_site_is_refused() {
    const EXPECTED: &str =
        "the address of one YouTube or Vimeo video, not of a channel, list or search";
    let at = |path: &str, address: &str| {
        [path, ".src: expected ", EXPECTED, ", found \"", address, "\""].concat()
    };
    let channel = "https://vimeo.com/channels/staffpicks";
    let files = |address: &str| [r#""files":[{"src":""#, address, r#""}]"#].concat();
    check_refused(&files(channel), &at("files[0]", channel));
    let list = "https://youtube.com/playlist?list=PL1";
    let second = [r#""files":[{"src":"a.mp4"},{"src":""#, list, r#""}]"#].concat();
    check_refused(&second, &at("files[1]", list));
    let slide = |address: &str| {
        let start = r#""slides":[{"start":0,"picture":{"src":"a.svg","alt":""},"text":"T","#;
        [start, r#""sound":{"src":""#, address, r#""}}]"#].concat()
    };
    check_refused(&slide(channel), &at("slides[0].sound", channel));
    let film = "slides[0].sound: expected an audio file such as 1.mp3, found {…}";
    check_refused(&slide("https://youtu.be/aB-_9xYz012"), film);
}

#[test]
fn a_film_of_another_site_begins_where_its_address_says_but_passes_no_required_answer() {
    let start = |checkpoints: &str| {
        let files = r#""files":[{"src":"https://youtu.be/aB-_9xYz012?t=90"}],"#;
        let body = [files, r#""checkpoints":["#, checkpoints, "]"].concat();
        lesson(&body).unwrap().0.body.start()
    };
    assert_eq!(start(""), 90_000);
    assert_eq!(start(r#"{"id":"a","at":60,"note":"A"}"#), 90_000);
    assert_eq!(start(r#"{"id":"a","at":60,"note":"A","required":true}"#), 60_000);
    assert_eq!(start(r#"{"id":"a","at":95,"note":"A","required":true}"#), 90_000);
}

#[test]
fn the_file_that_fits_is_played() {
    let file = |height: Option<f64>| {
        let text =
            [r#"{"src":"a.mp4","height":"#, &height.map_or("null".into(), |h| h.to_string()), "}"];
        let json: adil::Json = serde_json::from_str(&text.concat()).unwrap();
        MediaFile::read(&Cursor::top(&json, &adil::json::Warnings::default())).unwrap()
    };
    let check = |heights: &[Option<f64>], shown: f64, expected: Option<usize>| {
        let files: Vec<_> = heights.iter().map(|height| file(*height)).collect();
        let all: Vec<usize> = (0..files.len()).collect();
        assert_eq!(choose_file(&files, &all, shown), expected, "{heights:?} at {shown}");
    };
    let three = [Some(720.0), Some(360.0), Some(360.0)];
    check(&three, 200.0, Some(1));
    check(&three, 360.0, Some(1));
    check(&three, 361.0, Some(0));
    check(&three, 2_000.0, Some(0));
    check(&[Some(240.0), Some(480.0), Some(1_080.0)], 300.0, Some(1));
    check(&[None], 300.0, Some(0));
    check(&[None, Some(240.0)], 300.0, Some(1));
    check(&[], 300.0, None);
    assert_eq!(choose_file(&[file(Some(720.0)), file(None)], &[1], 700.0), Some(1));
}
