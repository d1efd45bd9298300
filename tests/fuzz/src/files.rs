//! Content files as text and as trees, and the rules of each widget on what was read.

use std::sync::LazyLock;

use adil::Json;
use adil::content::{Document, Kind, open};
use adil::json;
use adil_pledge::model::class::{Action, Draft, suggestions};
use adil_pledge::model::{Pledge, is_due, reminder_for};
use adil_quiz::model::{Folding, Mode, Quiz, Response, Rules, Run, mark, outcome, restore, save};
use adil_video::model::{
    Gate, Landing, Limits, Moment, Outcome, Progress, Spot, Video, Watch, landing,
};

use crate::edits::{Choices, edited};
use crate::texts::text_of;

/// The shipped quiz with one item of each type.
pub const QUIZ: &str = include_str!("../../../widgets/quiz/examples/item-types.json");
/// A shipped pledge.
pub const PLEDGE: &str = include_str!("../../../widgets/pledge/examples/my-pledge-primary.json");
/// The shipped lesson.
pub const VIDEO: &str = include_str!("../../../widgets/video/examples/scholarship-list.json");

/// The tree of a text.
pub fn parse(text: &str) -> Result<Json, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

/// The tree of a shipped file.
pub fn tree(text: &str) -> Json {
    parse(text).unwrap_or(Json::Null)
}

/// What a file of a kind holds; a refusal names file and mistake.
pub fn read<T: Kind>(text: &str) -> Option<Document<T>> {
    match open::<T>("a.json", text, parse) {
        Ok((document, _)) => Some(document),
        Err(sentence) => {
            assert!(sentence.starts_with("a.json: "), "{sentence}");
            None
        }
    }
}

/// An edited file, read by way of its text as every file is; the bytes that are left.
pub fn read_edited<'a, T: Kind>(
    seed: &Json,
    bytes: &'a [u8],
) -> (Option<Document<T>>, Choices<'a>) {
    let mut choices = Choices(bytes);
    let json = edited(seed, &mut choices);
    (read(&json::write(&json)), choices)
}

/// Quizzes as text.
pub fn quiz_text(bytes: &[u8]) {
    if let Some(document) = read::<Quiz>(&text_of(bytes)) {
        take(&document, &mut Choices(bytes));
    }
}

/// Quizzes that are nearly right.
pub fn quiz_edits(bytes: &[u8]) {
    static SEED: LazyLock<Json> = LazyLock::new(|| tree(QUIZ));
    let (document, mut choices) = read_edited::<Quiz>(&SEED, bytes);
    if let Some(document) = document {
        take(&document, &mut choices);
    }
}

/// What the browser does for a bundle, as far as it matters here.
pub fn fold(text: &str, folding: Folding) -> String {
    if folding.case { text.to_lowercase() } else { text.to_owned() }
}

/// An answer that may or may not fit the item.
fn response(choices: &mut Choices) -> Response {
    let many = choices.below(6);
    match choices.below(4) {
        0 => Response::Unsure,
        1 => Response::Chosen((0..many).map(|_| choices.below(9)).collect()),
        2 => {
            let place = |choices: &mut Choices| choices.byte().checked_sub(40).map(|n| n % 7);
            Response::Placed((0..many).map(|_| place(choices)).collect())
        }
        _ => {
            let word = |choices: &mut Choices| text_of(&choices.small(0x80).to_le_bytes()) + "1,5";
            Response::Typed((0..many).map(|_| word(choices)).collect())
        }
    }
}

/// A run by arbitrary acts: no score leaves its bounds, and what is kept comes back.
fn take(document: &Document<Quiz>, choices: &mut Choices) {
    let quiz = &document.body;
    let mode = [Mode::Learn, Mode::Test, Mode::Class, Mode::Print][choices.below(4)];
    let rules = Rules::new(document, mode, None);
    let mut run = Run::new(quiz, &rules, 1, choices.small(256));
    for _ in 0..24 {
        match choices.below(6) {
            0 => run.flag(),
            // A view offers only hints that are there.
            1 => {
                let left = run.current().is_some_and(|answer| {
                    answer.hints < quiz.items[answer.item].basics.hints.len()
                });
                if left {
                    run.hint();
                }
            }
            2 => run.retry(quiz, &rules),
            3 => run.at = choices.below(run.answers.len().max(1)),
            _ => {
                let response = response(choices);
                let Some(item) = run.current().map(|answer| &quiz.items[answer.item]) else {
                    continue;
                };
                let worth = mark(item, &response, "en", fold);
                assert!((0.0..=1.0).contains(&worth.share), "{worth:?}");
                // A view gives no other answers.
                if item.kind.fits(&response) {
                    run.respond(response);
                    run.check(quiz, &rules, "en", fold);
                }
            }
        }
    }
    let kept = save(quiz, &run);
    if let Some(again) = restore(quiz, &kept) {
        let differ = again.answers.iter().zip(&run.answers).find(|(now, before)| now != before);
        assert!(differ.is_none(), "what is kept comes back: {differ:?}");
    }
    run.finish(quiz, &rules, "en", fold);
    let end = outcome(quiz, &rules, &run);
    assert!(end.scaled.is_none_or(|share| (0.0..=1.0).contains(&share)), "{end:?}");
}

/// Pledges as text.
pub fn pledge_text(bytes: &[u8]) {
    if let Some(document) = read::<Pledge>(&text_of(bytes)) {
        pledge(&document);
    }
}

/// Pledges that are nearly right.
pub fn pledge_edits(bytes: &[u8]) {
    static SEED: LazyLock<Json> = LazyLock::new(|| tree(PLEDGE));
    if let Some(document) = read_edited::<Pledge>(&SEED, bytes).0 {
        pledge(&document);
    }
}

/// What a class makes of a pledge is a file that the widget reads.
fn pledge(document: &Document<Pledge>) {
    let today = adil::content::Day::first();
    _ = is_due(&today, &today.plus(70), &document.body.quarters);
    if let Some((clause, _)) = reminder_for(&document.body, &today) {
        assert!(clause < document.body.clauses.len());
    }
    let absolute = |address: &adil::content::Address| address.as_str().to_owned();
    let mut draft = Draft::new("abcd");
    for promise in suggestions(document, "en", &absolute) {
        _ = draft.apply(Action::Add(promise.text));
    }
    let file = draft.export("A title", document.envelope.level, "en");
    if !draft.clauses.is_empty() {
        let read = open::<Pledge>("class.json", &json::write(&file), parse);
        assert!(read.is_ok(), "{read:?}");
    }
}

/// Lessons as text.
pub fn video_text(bytes: &[u8]) {
    if let Some(document) = read::<Video>(&text_of(bytes)) {
        follow(&document.body, &mut Choices(bytes));
    }
}

/// Lessons that are nearly right.
pub fn video_edits(bytes: &[u8]) {
    static SEED: LazyLock<Json> = LazyLock::new(|| tree(VIDEO));
    let (document, mut choices) = read_edited::<Video>(&SEED, bytes);
    if let Some(document) = document {
        follow(&document.body, &mut choices);
    }
}

/// A way through a lesson: no seek passes a required checkpoint that is not passed, no share
/// leaves its bounds, and what is kept comes back.
fn follow(video: &Video, choices: &mut Choices) {
    const DURATION: Moment = Moment(600_000);
    let mut progress = Progress::default();
    let mut watch = Watch::default();
    let mut at = 0;
    for _ in 0..24 {
        let gates: Vec<Gate> = progress.gates(&video.checkpoints);
        let to = choices.small(60_000) * 10;
        match choices.below(4) {
            0 => {
                let limits = Limits { teacher: false, no_skip: choices.byte() & 1 == 1 };
                at = match landing(&gates, limits, &progress.watched(), at, to) {
                    Landing::There(at) | Landing::Watched(at) => at,
                    Landing::Checkpoint(n) => gates[n].at,
                };
                let bars = |gate: &&Gate| gate.required && !gate.passed;
                if let Some(gate) = gates.iter().find(bars) {
                    assert!(at <= gate.at, "a seek landed at {at}, behind {gate:?}");
                }
                watch.seek(at);
                let stop = watch.tick(&gates, at.saturating_add(400));
                assert!(stop.is_none_or(|n| gates[n].at >= at), "it stopped at a cue behind {at}");
            }
            1 => {
                progress.play(
                    Moment(at),
                    Moment(at.saturating_add(5_000)),
                    choices.byte() & 1 == 1,
                );
            }
            2 => _ = progress.bookmark(Spot::at(Moment(at), &video.checkpoints)),
            _ if !video.checkpoints.is_empty() => {
                let n = choices.below(video.checkpoints.len());
                let outcome = [Outcome::Right, Outcome::Wrong, Outcome::Open][choices.below(3)];
                _ = progress.answer(n, &video.checkpoints, outcome);
            }
            _ => {}
        }
    }
    let report = progress.report(video, DURATION);
    assert!((0.0..=1.0).contains(&report.watched), "{report:?}");
    assert!((0.0..=1.0).contains(&report.unattended), "{report:?}");
    progress.at = Spot::at(Moment(at), &video.checkpoints);
    let again = Progress::restore(&progress.save(), &video.checkpoints);
    assert_eq!(again, progress, "what is kept comes back");
}
