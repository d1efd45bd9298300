//! What browsers keep and what pupils hand in: both may have been changed by anyone.

use std::sync::LazyLock;

use adil::content::{Day, Document, open};
use adil::json::{self, Json};
use adil_pledge::model::class::Draft;
use adil_pledge::model::receipt::{self, Subject, Suite};
use adil_pledge::model::{Made, Pledge};
use adil_quiz::model::{Quiz, restore, save};
use adil_video::model::{Moment, Progress, Video};

use crate::edits::{Choices, edited};
use crate::files::{PLEDGE, QUIZ, VIDEO, parse};
use crate::texts::text_of;

const MADE: &str = "2026-11-24T10:00:00Z";

/// A receipt before it is sealed, by the owner of a key or by nobody.
fn document(key: Option<&str>) -> Json {
    let subject = Subject {
        content: "my-pledge".into(),
        version: "1.0.0".into(),
        clauses: vec!["own-work".into(), "sources".into()],
        text_hash: format!("sha256:{}", "0".repeat(64)),
        language: "en".into(),
        day: Day::first(),
    };
    let id = "urn:uuid:0f0e6e2a-3d0b-4d2b-9d5a-6a4f1f0f8a11";
    receipt::document(&subject, id, "My pledge", MADE, key)
}

/// An unsigned receipt, as a page on plain http makes it.
pub fn receipt() -> String {
    json::write(&receipt::unsigned(document(None)))
}

/// A receipt of the shape of a signed one; whether the signature is right is the browser's to say.
pub fn signed_receipt(suite: Suite, key_length: usize) -> String {
    let key = receipt::key_name(suite, &vec![2; key_length]);
    let options = receipt::proof_options(suite, &key, MADE);
    json::write(&receipt::signed(document(Some(&key)), options, &[7; 64]))
}

/// Receipts as text.
pub fn receipt_text(bytes: &[u8]) {
    _ = receipt::parse(&text_of(bytes), parse);
}

/// Receipts that were changed: whoever changed one is found out, unless nothing was changed.
pub fn receipt_edits(bytes: &[u8]) {
    static SEED: LazyLock<Json> = LazyLock::new(|| parse(&receipt()).unwrap_or(Json::Null));
    let changed = edited(&SEED, &mut Choices(bytes));
    let read = receipt::parse(&json::write(&changed), parse);
    let same = json::canonical(&changed).is_some_and(|text| Some(text) == json::canonical(&SEED));
    assert_eq!(read.is_ok(), same, "{} gives {read:?}", json::write(&changed));
}

fn shipped<T: adil::content::Kind>(text: &str) -> Option<Document<T>> {
    open("shipped.json", text, parse).ok().map(|(document, _)| document)
}

/// What is kept between visits, after anything may have happened to it.
pub fn kept(bytes: &[u8]) {
    type Files = (Document<Quiz>, Document<Pledge>, Document<Video>);
    static FILES: LazyLock<Option<Files>> =
        LazyLock::new(|| Some((shipped(QUIZ)?, shipped(PLEDGE)?, shipped(VIDEO)?)));
    let Some((quiz, pledge, video)) = &*FILES else { panic!("a shipped file cannot be read") };
    let json = match parse(&text_of(bytes)) {
        Ok(json) => json,
        Err(_) => edited(&seed(quiz, pledge, video), &mut Choices(bytes)),
    };
    if let Some(run) = restore(&quiz.body, &json) {
        assert_eq!(restore(&quiz.body, &save(&quiz.body, &run)), Some(run));
    }
    _ = Made::restore(&pledge.body, &json, String::new);
    _ = Draft::restore(&json);
    let duration = Moment(150_680);
    let progress = Progress::restore(&json, &video.body.checkpoints);
    let report = progress.report(&video.body, duration);
    assert!((0.0..=1.0).contains(&report.watched), "{report:?}");
}

/// One tree with the fields of everything that is kept.
fn seed(quiz: &Document<Quiz>, pledge: &Document<Pledge>, video: &Document<Video>) -> Json {
    let rules = adil_quiz::model::Rules::new(quiz, adil_quiz::model::Mode::Learn, None);
    let run = adil_quiz::model::Run::new(&quiz.body, &rules, 1, 1);
    let mut progress = Progress::default();
    progress.play(Moment(0), Moment(60_000), true);
    for n in 0..video.body.checkpoints.len() {
        _ = progress.answer(n, &video.body.checkpoints, adil_video::model::Outcome::Wrong);
    }
    let ids = pledge.body.clauses.iter().map(|clause| clause.id.as_str().to_owned());
    let made = Made {
        id: "urn:uuid:0".into(),
        day: Day::first(),
        version: "1".into(),
        clauses: ids.collect(),
    };
    let all = [save(&quiz.body, &run), progress.save(), made.to_json()];
    let fields = all.into_iter().flat_map(|json| match json {
        Json::Object(fields) => fields,
        _ => Vec::new(),
    });
    Json::Object(fields.collect())
}
