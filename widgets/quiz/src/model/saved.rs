//! A run as it is kept, and what becomes of two that were kept at once.
//!
//! Answers are kept under the ids of their items, so that a file that was mended in between
//! brings back all answers that still fit.

use adil::json::{self, Json};

use super::response::index;
use super::{Answer, Quiz, Response, Run};

/// The run as it is kept: ids, answers and marks; no name, no time.
pub fn save(quiz: &Quiz, run: &Run) -> Json {
    let answer = |answer: &Answer| {
        Json::object([
            ("item", quiz.items[answer.item].id().into()),
            ("response", answer.response.to_json()),
            ("tries", answer.tries.into()),
            ("spared", answer.spared.into()),
            ("checked", answer.checked.into()),
            ("best", answer.best.into()),
            ("flagged", answer.flagged.into()),
            ("hints", answer.hints.into()),
            ("revision", answer.revision.into()),
        ])
    };
    Json::object([
        ("id", f64::from(run.id).into()),
        ("seed", f64::from(run.seed).into()),
        ("at", run.at.into()),
        ("started", run.started.into()),
        ("finished", run.finished.into()),
        ("reminded", run.reminded.into()),
        ("seconds", run.seconds.into()),
        ("answers", Json::List(run.answers.iter().map(answer).collect())),
    ])
}

/// A run as it was kept. Items that are gone are left out, answers that do not fit any more are
/// emptied; nothing when no item is left or the data is not a run.
pub fn restore(quiz: &Quiz, json: &Json) -> Option<Run> {
    let truth = |json: &Json, key: &str| json.get(key) == Some(&Json::Bool(true));
    let whole = |json: &Json, key: &str| json.get(key).and_then(index);
    let seed = |key: &str| {
        let number = json.get(key)?.number()?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        (number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number))
            .then_some(number as u32)
    };
    let mut answers: Vec<Answer> = Vec::new();
    for kept in json.get("answers")?.list() {
        let id = kept.get("item")?.text()?;
        let Some(item) = quiz.items.iter().position(|item| item.id() == id) else { continue };
        if answers.iter().any(|answer| answer.item == item) {
            continue;
        }
        let kind = &quiz.items[item].kind;
        let response = kept.get("response").and_then(Response::from_json);
        let fits = response.as_ref().is_some_and(|response| response.fits(kind));
        let best =
            kept.get("best").and_then(Json::number).filter(|best| (0.0..=1.0).contains(best));
        answers.push(Answer {
            item,
            response: response.filter(|_| fits).unwrap_or_else(|| Response::empty(kind)),
            tries: whole(kept, "tries").unwrap_or(0),
            spared: whole(kept, "spared").unwrap_or(0).min(whole(kept, "tries").unwrap_or(0)),
            checked: fits && truth(kept, "checked"),
            best: best.filter(|_| fits).unwrap_or(0.0),
            flagged: truth(kept, "flagged"),
            hints: whole(kept, "hints").unwrap_or(0).min(quiz.items[item].basics.hints.len()),
            revision: whole(kept, "revision").unwrap_or(0),
        });
    }
    if answers.is_empty() {
        return None;
    }
    Some(Run {
        id: seed("id")?,
        seed: seed("seed")?,
        at: whole(json, "at").unwrap_or(0).min(answers.len() - 1),
        started: truth(json, "started"),
        finished: truth(json, "finished"),
        reminded: truth(json, "reminded"),
        seconds: whole(json, "seconds").unwrap_or(0),
        answers,
    })
}

/// One run out of the same run from two tabs: of each item the answer that was changed last.
/// In which tab they are merged makes no difference. Of different runs theirs where nothing was
/// done in ours yet, so that a tab that was opened early goes on with what another one did; else
/// nothing.
pub fn merge(ours: &Run, theirs: Run) -> Option<Run> {
    let items = |run: &Run| run.answers.iter().map(|answer| answer.item).collect::<Vec<_>>();
    if ours.id != theirs.id || items(ours) != items(&theirs) {
        return ours.answers.iter().all(|answer| answer.revision == 0).then_some(theirs);
    }
    let mut merged = ours.clone();
    for (mine, other) in merged.answers.iter_mut().zip(&theirs.answers) {
        let rank = |answer: &Answer| {
            let text = json::write(&answer.response.to_json());
            (answer.revision, answer.tries, answer.spared, answer.checked, answer.hints, text)
        };
        let best = mine.best.max(other.best);
        if rank(other) > rank(mine) {
            mine.clone_from(other);
        }
        mine.best = best;
    }
    merged.finished |= theirs.finished;
    merged.started |= theirs.started;
    merged.reminded |= theirs.reminded;
    merged.seconds = merged.seconds.max(theirs.seconds);
    Some(merged)
}
