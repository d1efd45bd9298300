//! A run as it is kept, and what becomes of two that were kept at once.
//!
//! Answers are kept under the ids of their items and the names of what was chosen, so that a file
//! that was mended in between brings back all answers that still fit.

use adil::json::Json;

use super::{Answer, ItemKind, Quiz, Reach, Rules, Run, Shown, Time, index};

/// The run as it is kept: ids, answers and marks; no name, and no time but that of a timed run.
pub fn save(quiz: &Quiz, run: &Run) -> Json {
    let answer = |answer: &Answer| {
        let mut fields = vec![
            ("item", quiz.items[answer.item].id().into()),
            ("response", quiz.items[answer.item].kind.keep(&answer.response)),
            ("tries", answer.attempts.into()),
            ("spared", answer.spared.into()),
            ("checked", answer.checked.into()),
            ("best", answer.best.into()),
            ("flagged", answer.flagged.into()),
            ("hints", answer.hints.into()),
            ("revision", answer.revision.into()),
        ];
        if let Some(hands) = hands(&quiz.items[answer.item].kind, &answer.hands) {
            fields.push(("hands", hands));
        }
        Json::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    };
    let shown = run.shown.as_ref().map(|shown| {
        let order = shown.order.iter().map(|n| (*n).into()).collect();
        Json::object([("item", shown.item.as_str().into()), ("order", Json::List(order))])
    });
    Json::object([
        ("id", f64::from(run.id).into()),
        ("seed", f64::from(run.seed).into()),
        ("at", run.at.into()),
        ("started", run.started.into()),
        ("finished", run.finished.into()),
        ("reminded", run.reminded.into()),
        ("whole", (run.reach == Reach::Whole).into()),
        ("seconds", run.time.seconds.into()),
        ("noted", run.time.noted.into()),
        ("paused", run.time.paused.into()),
        ("shown", shown.into()),
        ("answers", Json::List(run.answers.iter().map(answer).collect())),
    ])
}

/// Raised hands as they are kept; nothing without any.
fn hands(kind: &ItemKind, hands: &[usize]) -> Option<Json> {
    let ItemKind::Choices(choices) = kind else { return None };
    choices.keep_hands(hands)
}

/// Raised hands as they were kept.
fn hands_in(kind: &ItemKind, kept: &Json) -> Vec<usize> {
    let ItemKind::Choices(choices) = kind else { return Vec::new() };
    choices.restore_hands(kept)
}

/// A run as it was kept. Items that are gone are left out, and so is what of an answer does not
/// fit any more; nothing when no item is left or the data is not a run.
pub fn restore(quiz: &Quiz, json: &Json) -> Option<Run> {
    read(quiz, json).map(|(run, _)| run)
}

/// A run to go on with: as it was kept, with the items that its author added meanwhile; and
/// whether something that was answered had to be left out.
pub fn resume(quiz: &Quiz, rules: &Rules, json: &Json) -> Option<(Run, bool)> {
    let (mut run, lost) = read(quiz, json)?;
    if run.reach == Reach::Whole && !run.finished {
        run.join_new(quiz, rules);
    }
    Some((run, lost))
}

fn read(quiz: &Quiz, json: &Json) -> Option<(Run, bool)> {
    let seed = |key: &str| {
        let number = json.get(key)?.number()?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        (number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number))
            .then_some(number as u32)
    };
    let finished = truth(json, "finished");
    let (at, mut gone, mut lost) = (whole(json, "at"), 0, false);
    let mut answers: Vec<Answer> = Vec::new();
    for (place, kept) in json.get("answers")?.list().iter().enumerate() {
        let id = kept.get("item")?.text()?;
        let item = quiz.items.iter().position(|item| item.id() == id);
        let is_new = |item: &usize| answers.iter().all(|answer| answer.item != *item);
        if let Some(item) = item.filter(is_new) {
            let (answer, all) = read_answer(quiz, item, kept, finished);
            answers.push(answer);
            lost |= !all;
        } else {
            lost |= whole(kept, "revision") > 0;
            // The learner stays with the item that was shown.
            gone += usize::from(place < at);
        }
    }
    let run = Run {
        id: seed("id")?,
        seed: seed("seed")?,
        at: (at - gone).min(answers.len().checked_sub(1)?),
        started: truth(json, "started"),
        finished,
        reminded: truth(json, "reminded"),
        reach: if truth(json, "whole") { Reach::Whole } else { Reach::LazyPart },
        time: Time {
            seconds: whole(json, "seconds"),
            noted: json.get("noted").and_then(Json::number).unwrap_or(0.0),
            paused: truth(json, "paused"),
        },
        shown: json.get("shown").and_then(shown_in),
        answers,
    };
    Some((run, lost))
}

/// The item that the page had shown; an order that does not fit any more is not used later.
fn shown_in(kept: &Json) -> Option<Shown> {
    let order: Option<Vec<usize>> = kept.get("order")?.list().iter().map(index).collect();
    Some(Shown { item: kept.get("item")?.text()?.to_owned(), order: order? })
}

fn truth(json: &Json, key: &str) -> bool {
    json.get(key) == Some(&Json::Bool(true))
}

fn whole(json: &Json, key: &str) -> usize {
    json.get(key).and_then(index).unwrap_or(0)
}

/// One answer, and whether all that was kept of it is there.
fn read_answer(quiz: &Quiz, item: usize, kept: &Json, finished: bool) -> (Answer, bool) {
    let kind = &quiz.items[item].kind;
    let empty = || (kind.empty(), false);
    let (response, all) = kept.get("response").map_or_else(empty, |kept| kind.restore(kept));
    let best = kept.get("best").and_then(Json::number).filter(|best| (0.0..=1.0).contains(best));
    // What was marked stands in a run that is over. Before that, an answer that lost a part, or
    // that has to fill another one now, can be given anew.
    let stands = finished || (all && (kind.is_complete(&response) || !truth(kept, "checked")));
    let attempts = if stands { whole(kept, "tries") } else { 0 };
    let answer = Answer {
        item,
        response,
        attempts,
        spared: whole(kept, "spared").min(attempts),
        checked: stands && truth(kept, "checked"),
        best: best.filter(|_| stands).unwrap_or(0.0),
        flagged: truth(kept, "flagged"),
        hints: whole(kept, "hints").min(quiz.items[item].basics.hints.len()),
        hands: kept.get("hands").map(|kept| hands_in(kind, kept)).unwrap_or_default(),
        // What was lost here stands in no other tab's way.
        revision: if all { whole(kept, "revision") } else { 0 },
    };
    (answer, all)
}

/// One run out of the same run from two tabs: of each item the answer that was changed last.
/// In which tab they are merged makes no difference. Of different runs theirs where nothing was
/// done in ours yet, so that a tab that was opened early goes on with what another one did; else
/// nothing.
pub fn merge(ours: &Run, theirs: Run) -> Option<Run> {
    // Each tab may have joined new items at another place.
    let of = |item: usize| theirs.answers.iter().find(|answer| answer.item == item);
    let same = ours.answers.len() == theirs.answers.len()
        && ours.answers.iter().all(|answer| of(answer.item).is_some());
    if ours.id != theirs.id || !same {
        return ours.answers.iter().all(|answer| answer.revision == 0).then_some(theirs);
    }
    let mut merged = ours.clone();
    for mine in &mut merged.answers {
        let Some(other) = of(mine.item) else { continue };
        let best = mine.best.max(other.best);
        if rank(other) > rank(mine) {
            mine.clone_from(other);
        }
        mine.best = best;
    }
    merged.finished |= theirs.finished;
    merged.started |= theirs.started;
    merged.reminded |= theirs.reminded;
    merged.time.seconds = merged.time.seconds.max(theirs.time.seconds);
    Some(merged)
}

/// Of two answers to one item the one with the higher rank stands.
fn rank(answer: &Answer) -> impl PartialOrd {
    let Answer { revision, attempts, spared, checked, hints, response, .. } = answer;
    (*revision, *attempts, *spared, *checked, *hints, response.clone())
}

#[cfg(test)]
#[path = "saved_tests.rs"]
mod tests;
