//! Ways through stories: *The Fair's Cash Box* whole, and what becomes of a kept way.

use std::collections::BTreeMap;

use adil::content::{Document, open};
use adil::rules::Value;
use proptest::prelude::*;

use super::*;

fn read(text: &str) -> Result<Story, String> {
    let parse = |text: &str| serde_json::from_str(text).map_err(|e| e.to_string());
    open("story.json", text, parse).map(|(document, _): (Document<Story>, _)| document.body)
}

fn cash_box() -> Story {
    read(include_str!("../../examples/cash-box.json")).unwrap()
}

fn small(scenes: &str) -> String {
    format!(
        r#"{{"format": "adil", "formatVersion": 1, "kind": "story", "id": "s", "title": "S",
            "variables": {{"trust": {{"start": 1, "min": 0, "max": 3}}, "told": {{"start": false}}}},
            "scenes": [{scenes}], "endings": [{{"id": "end", "title": "E", "text": "."}}]}}"#
    )
}

/// The author counted 440 ways to the last decision, where each of three rules may be left behind.
const WAYS: usize = 440 * 3;

/// Each way ends where the trust at its end says.
#[test]
fn the_cash_box_ends_by_trust() {
    let story = cash_box();
    let mut ends: BTreeMap<String, usize> = BTreeMap::new();
    let mut waiting = vec![Run::default()];
    while let Some(run) = waiting.pop() {
        let spot = run.spot(&story);
        if let Place::Ending(n) = spot.place {
            let Some(Value::Number(trust)) = story.variables.value(&spot.values, "trust") else {
                panic!("trust is a number")
            };
            let expected = match trust {
                8.. => "e1",
                3.. => "e2",
                _ => "e3",
            };
            assert_eq!(story.endings[n].id.as_str(), expected, "{trust}");
            *ends.entry(expected.to_owned()).or_default() += 1;
        }
        for choice in story.offered(&spot) {
            let mut next = run.clone();
            assert!(next.take(&story, Act::Chose(choice)));
            waiting.push(next);
        }
    }
    // The totals of its author, each with three rules.
    let expected = [("e1", 78 * 3), ("e2", 255 * 3), ("e3", 107 * 3)];
    assert_eq!(ends, expected.map(|(id, n)| (id.to_owned(), n)).into());
    assert_eq!(ends.values().sum::<usize>(), WAYS);
}

#[test]
fn choices_are_offered_by_their_conditions() {
    let story = read(&small(
        r#"{"id": "a", "title": "A", "text": "?", "choices": [
            {"id": "tell", "text": "Tell", "set": ["told = true", "trust + 5"], "to": "b"},
            {"id": "hide", "text": "Hide", "to": "b"}]},
           {"id": "b", "title": "B", "text": "?", "choices": [
            {"id": "proud", "text": "Proud", "if": "told and trust = 3", "to": "end"},
            {"id": "sorry", "text": "Sorry", "if": "not told", "set": "trust - 5", "to": "end"}]}"#,
    ))
    .unwrap();
    let check = |first: usize, second: usize, trust: i32| {
        let mut run = Run::default();
        assert!(run.take(&story, Act::Chose(first)));
        assert!(!run.take(&story, Act::Chose(1 - second)), "not offered");
        assert!(run.take(&story, Act::Chose(second)));
        let spot = run.spot(&story);
        assert_eq!(spot.place, Place::Ending(0));
        assert_eq!(story.variables.value(&spot.values, "trust"), Some(Value::Number(trust)));
    };
    check(0, 0, 3);
    check(1, 1, 0);
}

#[test]
fn a_scene_without_choices_leads_on_by_its_route() {
    let story = read(&small(
        r#"{"id": "a", "title": "A", "text": ".", "route": [{"if": "told", "to": "end"}, {"to": "b"}]},
           {"id": "b", "title": "B", "text": ".", "route": [{"to": "end"}]}"#,
    ))
    .unwrap();
    let mut run = Run::default();
    assert!(run.take(&story, Act::WentOn));
    assert_eq!(run.spot(&story).place, Place::Scene(1));
    assert!(run.take(&story, Act::WentOn));
    assert!(!run.take(&story, Act::WentOn), "nothing follows an ending");
    run.return_to(1);
    assert_eq!(run.spot(&story).place, Place::Scene(1));
    run.again();
    assert_eq!((run.steps.len(), run.seen.len()), (0, 2));
}

/// What an author can get wrong is named with its place.
#[test]
fn mistakes_are_named_with_their_place() {
    #[track_caller]
    fn check(scenes: &str, expected: &str) {
        assert_eq!(
            read(&small(scenes)).map(|_| ()).unwrap_err(),
            format!("story.json: {expected}")
        );
    }
    let scene = |choice: &str| {
        format!(r#"{{"id": "a", "title": "A", "text": "?", "choices": [{choice}]}}"#)
    };
    check(
        &scene(r#"{"id": "x", "text": "X", "to": "nowhere"}"#),
        "scenes[0].choices[0].to: expected the id of a scene or an ending, found \"nowhere\"",
    );
    check(
        &scene(r#"{"id": "x", "text": "X"}"#),
        "scenes[0].choices[0].to: expected the id of a scene or an ending, found nothing",
    );
    check(
        r#"{"id": "a", "title": "A", "text": "?", "results": {}, "route": [{"to": "end"}]}"#,
        "scenes[0].results: expected an \"item\" beside it, found none",
    );
    check(
        r#"{"id": "a", "title": "A", "text": "?", "panel": {"background": "sea"}, "route": [{"to": "end"}]}"#,
        "scenes[0].panel.background: expected the id of a background of the drawings, found \"sea\"",
    );
    check(
        r#"{"id": "a", "title": "A", "text": "?", "feelings": [{"feels": "odd"}], "route": [{"to": "end"}]}"#,
        "scenes[0].feelings[0].feels: expected the id of a feeling of the drawings, found \"odd\"",
    );
    check(
        &scene(r#"{"id": "x", "text": "X", "to": "end", "if": "trust > told"}"#),
        "scenes[0].choices[0].if: column 9: expected a number, found the flag told",
    );
    check(
        r#"{"id": "a", "title": "A", "text": "?", "route": [{"if": "told", "to": "end"}]}"#,
        "scenes[0].route[0]: expected no \"if\", so that there is always a way, found one",
    );
    check(
        r#"{"id": "a", "title": "A", "text": "?"}"#,
        "scenes[0]: expected choices or a route, found none",
    );
    check("", "scenes: expected 1 to 500 scenes, found 0");
}

const ASKS: &str = r#"{"id": "a", "title": "A", "text": "?",
    "item": {"id": "q", "type": "yes-no", "stem": "Is it?", "answer": "yes"},
    "results": {"right": ["told = true", "trust + 1"], "wrong": "trust - 1"},
    "choices": [{"id": "x", "text": "X", "if": "told", "to": "end"}, {"id": "y", "text": "Y", "to": "end"}]}"#;

/// A question comes before the choices, is answered once, and its result is a variable.
#[test]
fn the_answer_to_a_question_changes_what_is_offered() {
    let story = read(&small(ASKS)).unwrap();
    let check = |outcome, trust: i32, offered: &[usize]| {
        let mut run = Run::default();
        assert!(story.asks(&run.spot(&story)) && story.offered(&run.spot(&story)).is_empty());
        assert!(!run.take(&story, Act::Chose(1)), "the question comes first");
        assert!(run.take(&story, Act::Answered(outcome)));
        assert!(!run.take(&story, Act::Answered(outcome)), "it is answered once");
        let spot = run.spot(&story);
        assert_eq!(story.offered(&spot), offered);
        let found = story.variables.value(&spot.values, "trust");
        assert_eq!(found, Some(Value::Number(trust)));
        assert_eq!(Run::restore(&story, &run.save(&story)).steps, run.steps);
    };
    check(Outcome::Right, 2, &[0, 1]);
    check(Outcome::Partly, 1, &[1]);
    check(Outcome::Wrong, 0, &[1]);
    check(Outcome::Open, 1, &[1]);
}

#[test]
fn an_answer_is_no_turn_and_a_step_back_gives_it_back() {
    let step = |act| Step { scene: 0, act };
    let mut run = Run { steps: vec![step(Act::Chose(0))], ..Run::default() };
    assert_eq!(run.turn(), 1);
    run.steps.push(step(Act::Answered(Outcome::Right)));
    assert_eq!(run.turn(), 1);
    run.steps.push(step(Act::WentOn));
    assert_eq!(run.turn(), 2);
    run.back();
    assert_eq!(run.turn(), 1);
}

#[test]
fn a_group_is_of_two_to_five() {
    let check = |people, expected| {
        assert_eq!(Run { people, ..Run::default() }.group(), expected);
    };
    check(0, 4);
    check(1, 2);
    check(3, 3);
    check(99, 5);
}

proptest! {
    #[test]
    fn a_way_is_kept_and_comes_back(picks in prop::collection::vec(0_usize..3, 0..14)) {
        let story = cash_box();
        let mut run = Run::default();
        run.see(&story);
        for pick in picks {
            let offered = story.offered(&run.spot(&story));
            if offered.is_empty() {
                break;
            }
            run.take(&story, Act::Chose(offered[pick % offered.len()]));
        }
        prop_assert_eq!(Run::restore(&story, &run.save(&story)), run);
    }
}
