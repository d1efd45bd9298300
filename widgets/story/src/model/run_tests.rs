//! Ways through stories: *The Fair's Cash Box* whole, and what becomes of a kept way.

use std::collections::BTreeMap;

use adil::content::{Document, open};
use adil::rules::Value;
use proptest::prelude::*;

use super::*;
use crate::model::{Walked, walk};

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

/// Every scene and every ending is on one of its ways.
#[test]
fn the_cash_box_has_all_its_ways() {
    let story = cash_box();
    let walked = walk(&story, 10_000);
    let expected = Walked { paths: WAYS, is_whole: true, ..Walked::default() };
    assert_eq!(walked, expected);
}

/// Each way ends where the trust at its end says.
#[test]
fn the_cash_box_ends_by_trust() {
    let story = cash_box();
    let mut ends: BTreeMap<String, usize> = BTreeMap::new();
    let mut waiting = vec![Run::default()];
    while let Some(run) = waiting.pop() {
        match run.place(&story) {
            (Place::Ending(n), values) => {
                let Some(Value::Number(trust)) = story.variables.value(&values, "trust") else {
                    panic!("trust is a number")
                };
                let expected = if trust >= 8 {
                    "e1"
                } else if trust >= 3 {
                    "e2"
                } else {
                    "e3"
                };
                assert_eq!(story.endings[n].id.as_str(), expected, "{trust}");
                *ends.entry(expected.to_owned()).or_default() += 1;
            }
            (Place::Scene(scene), values) => {
                for choice in story.offered(scene, &values) {
                    let mut next = run.clone();
                    assert!(next.take(&story, Some(choice)));
                    waiting.push(next);
                }
            }
        }
    }
    assert_eq!(ends.len(), 3, "every ending is reached: {ends:?}");
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
        assert!(run.take(&story, Some(first)));
        assert!(!run.take(&story, Some(1 - second)), "not offered");
        assert!(run.take(&story, Some(second)));
        let (place, values) = run.place(&story);
        assert_eq!(place, Place::Ending(0));
        assert_eq!(story.variables.value(&values, "trust"), Some(Value::Number(trust)));
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
    assert!(run.take(&story, None));
    assert_eq!(run.place(&story).0, Place::Scene(1));
    assert!(run.take(&story, None));
    assert!(!run.take(&story, None), "nothing follows an ending");
    run.return_to(1);
    assert_eq!(run.place(&story).0, Place::Scene(1));
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

#[test]
fn what_does_not_hold_is_found() {
    let story = read(&small(
        r#"{"id": "a", "title": "A", "text": "?", "choices": [{"id": "x", "text": "X", "to": "b"}]},
           {"id": "b", "title": "B", "text": "?", "choices": [
            {"id": "y", "text": "Y", "if": "trust > 2", "to": "end"}]},
           {"id": "lost", "title": "L", "text": "?", "route": [{"to": "end"}]}"#,
    ))
    .unwrap();
    let walked = walk(&story, 100);
    assert_eq!(walked.stuck.into_iter().collect::<Vec<_>>(), ["b"]);
    assert_eq!(walked.unreached, ["lost", "end"]);
    // A loop has no end, and the walk says so.
    let round = read(&small(r#"{"id": "a", "title": "A", "text": ".", "route": [{"to": "a"}]}"#));
    assert!(!walk(&round.unwrap(), 100).is_whole);
}

proptest! {
    #[test]
    fn a_way_is_kept_and_comes_back(picks in prop::collection::vec(0_usize..3, 0..14)) {
        let story = cash_box();
        let mut run = Run::default();
        run.see(&story);
        for pick in picks {
            let (Place::Scene(scene), values) = run.place(&story) else { break };
            let offered = story.offered(scene, &values);
            run.take(&story, Some(offered[pick % offered.len()]));
        }
        prop_assert_eq!(Run::restore(&story, &run.save(&story)), run);
    }
}
