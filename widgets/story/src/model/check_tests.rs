//! What a check finds, and what it leaves alone.

use std::collections::BTreeSet;

use adil::content::{Document, open};
use proptest::prelude::*;

use super::*;
use crate::model::Run;

fn read(text: &str) -> Document<Story> {
    let parse = |text: &str| serde_json::from_str(text).map_err(|e| e.to_string());
    open("story.json", text, parse).unwrap().0
}

fn story(scenes: &str) -> Story {
    let text = format!(
        r#"{{"format": "adil", "formatVersion": 1, "kind": "story", "id": "s", "title": "S",
            "variables": {{"trust": {{"start": 1, "min": 0, "max": 3}}, "told": {{"start": false}}}},
            "scenes": [{scenes}], "endings": [{{"id": "end", "title": "E", "text": "."}}]}}"#
    );
    read(&text).body
}

const ENOUGH: usize = 10_000;

#[track_caller]
fn check_story(scenes: &str, expected: &[&str]) -> Ways {
    let report = check(&story(scenes), Level::Secondary, ENOUGH);
    let found: Vec<String> = report.findings.iter().map(Finding::sentence).collect();
    assert_eq!(found, expected);
    report.ways
}

const ON: &str = r#"{"id": "on", "title": "O", "text": ".", "route": [{"to": "end"}]}"#;

#[test]
fn what_nobody_reaches_is_found() {
    let ways = check_story(
        &format!(
            r#"{ON}, {{"id": "lost", "title": "L", "text": ".", "route": [{{"to": "end"}}]}}"#
        ),
        &["scenes[1]: expected a way that leads here, found none"],
    );
    assert_eq!(ways.text(), "1");
    // A circle that nobody leaves, and so an ending that nobody reaches.
    let ways = check_story(
        r#"{"id": "a", "title": "A", "text": ".", "route": [{"to": "b"}]},
           {"id": "b", "title": "B", "text": ".", "route": [{"to": "a"}]}"#,
        &[
            "endings[0]: expected a way that leads here, found none",
            "scenes[0]: expected a way from here to an ending, found only a circle with trust = 1, told = false",
            "scenes[1]: expected a way from here to an ending, found only a circle with trust = 1, told = false",
        ],
    );
    assert_eq!(ways.text(), "more than 0");
}

#[test]
fn dead_ends_are_found_with_the_values_that_lead_there() {
    check_story(
        r#"{"id": "a", "title": "A", "text": "?", "choices": [
            {"id": "x", "text": "X", "set": "told = true", "to": "b"},
            {"id": "y", "text": "Y", "to": "b"}]},
           {"id": "b", "title": "B", "text": "?", "choices": [
            {"id": "z", "text": "Z", "if": "told", "to": "end"}]}"#,
        &[
            "scenes[1]: expected a choice that is offered, or a route, found none with trust = 1, told = false",
        ],
    );
}

#[test]
fn conditions_that_never_hold_are_found_by_the_values_that_are_possible() {
    // trust can be 3 by its declaration, and never is here.
    check_story(
        r#"{"id": "a", "title": "A", "text": "?", "choices": [
            {"id": "x", "text": "X", "if": "trust = 3", "to": "end"},
            {"id": "y", "text": "Y", "set": "trust + 1"}],
            "route": [{"if": "trust >= 1", "to": "end"}, {"if": "told", "to": "end"}, {"to": "end"}]}"#,
        &[
            "scenes[0].choices[0].if: expected what holds at times, found what never does when learners are here",
            "scenes[0].route[1].if: expected what holds at times, found what never does when learners are here",
        ],
    );
}

#[test]
fn a_variable_that_leaves_its_range_is_a_note() {
    let scenes = r#"{"id": "a", "title": "A", "text": "?", "choices": [
        {"id": "x", "text": "X", "set": ["trust + 1", "trust + 2"], "to": "end"},
        {"id": "y", "text": "Y", "set": "trust - 1", "to": "end"}]}"#;
    check_story(
        scenes,
        &[
            "scenes[0].choices[0].set: expected trust from 0 to 3, found 4, which stops at the border",
        ],
    );
    let report = check(&story(scenes), Level::Secondary, ENOUGH);
    assert!(report.findings.iter().all(Finding::is_note));
}

#[test]
fn a_loop_has_a_way_out_and_more_ways_than_are_counted() {
    let ways = check_story(
        r#"{"id": "a", "title": "A", "text": "?", "choices": [
            {"id": "x", "text": "Again", "to": "a"}, {"id": "y", "text": "On", "to": "end"}]}"#,
        &[],
    );
    assert!(!ways.is_whole && ways.count >= 900, "{ways:?}");
    assert!(ways.text().starts_with("more than "));
}

#[test]
fn answers_that_come_to_the_same_are_one_way() {
    let asks = |results: &str| {
        format!(
            r#"{{"id": "a", "title": "A", "text": "?", "item": {{"type": "yes-no", "stem": "?"}},
                "results": {results}, "route": [{{"if": "told", "to": "end"}}, {{"to": "end"}}]}}"#
        )
    };
    assert_eq!(check_story(&asks(r#"{"right": "told = true"}"#), &[]).count, 2);
    assert_eq!(
        check_story(&asks(r#"{"right": "told = true", "wrong": "trust - 1"}"#), &[]).count,
        3
    );
    check_story(
        &asks(r#"{"right": "trust + 5"}"#),
        &[
            "scenes[0].route[0].if: expected what holds at times, found what never does when learners are here",
            "scenes[0].results.right: expected trust from 0 to 3, found 6, which stops at the border",
        ],
    );
}

#[test]
fn too_much_to_look_at_is_said() {
    let long = story(
        r#"{"id": "a", "title": "A", "text": "?", "choices": [
            {"id": "x", "text": "X", "set": "trust + 1", "to": "a"}, {"id": "y", "text": "Y", "to": "end"}]}"#,
    );
    let report = check(&long, Level::Secondary, 2);
    let found: Vec<String> = report.findings.iter().map(Finding::sentence).collect();
    let said = "the top of the file: expected at most 2 different moments, found more, so that not all ways were looked at";
    assert_eq!(found, [said]);
    assert!(!report.ways.is_whole);
}

#[test]
fn words_a_screen_depend_on_the_level() {
    let long = |n: usize| {
        let words = "word ".repeat(n);
        story(&format!(
            r#"{{"id": "a", "title": "A", "text": "{words}", "route": [{{"to": "end"}}]}}"#
        ))
    };
    let check = |level, n, expected: bool| {
        let report = check(&long(n), level, ENOUGH);
        assert_eq!(!report.findings.is_empty(), expected, "{level:?} {n}");
    };
    for level in [Level::Primary1, Level::Primary2, Level::Secondary, Level::Tertiary, Level::Staff]
    {
        check(level, most_words(level), false);
        check(level, most_words(level) + 1, true);
    }
}

#[test]
fn a_panel_has_a_few_sentences() {
    let text = |text: &str| {
        let scene = format!(
            r#"{{"id": "a", "title": "A", "text": {{"en": "{text}"}}, "route": [{{"to": "end"}}]}}"#
        );
        Story { face: Face::Pictures, ..story(&scene) }
    };
    let found = |words: &str| {
        let report = check(&text(words), Level::Primary1, ENOUGH);
        report.findings.iter().map(Finding::sentence).collect::<Vec<_>>()
    };
    assert_eq!(found("One. Two! Three?"), Vec::<String>::new());
    assert_eq!(
        found("One. Two! Three? Four."),
        ["scenes[0].text: expected at most 3 sentences a panel, found 4 in en"],
    );
}

/// The author counted 440 ways to the last decision, where each of three rules may be left behind.
#[test]
fn the_cash_box_has_all_its_ways() {
    let file = read(include_str!("../../examples/cash-box.json"));
    let report = check(&file.body, file.envelope.level, ENOUGH);
    assert_eq!(report.ways, Ways { count: 440 * 3, is_whole: true });
    let amiss: Vec<_> = report.findings.iter().filter(|finding| !finding.is_note()).collect();
    assert_eq!(amiss, Vec::<&Finding>::new());
}

/// A choice: how many scenes further it leads, from what trust on it is offered, what it adds.
type Drawn = (usize, i32, i32);

/// A story whose choices lead forward only, so that all its ways can be walked one by one.
fn forward(scenes: &[Vec<Drawn>]) -> Story {
    let choice = |at: usize, (n, (further, least, add)): (usize, &Drawn)| {
        let to = at + 1 + further;
        let to = if to < scenes.len() { format!("s{to}") } else { "end".to_owned() };
        let sign = if *add < 0 { '-' } else { '+' };
        let add = add.abs();
        format!(
            r#"{{"id": "c{n}", "text": "X", "if": "trust >= {least}", "set": "trust {sign} {add}", "to": "{to}"}}"#
        )
    };
    let scene = |(at, choices): (usize, &Vec<Drawn>)| {
        let choices: Vec<String> = choices.iter().enumerate().map(|one| choice(at, one)).collect();
        let choices = choices.join(",");
        format!(r#"{{"id": "s{at}", "title": "S", "text": "?", "choices": [{choices}]}}"#)
    };
    let all: Vec<String> = scenes.iter().enumerate().map(scene).collect();
    story(&all.join(","))
}

proptest! {
    /// The walk over spots finds just what walking each way by itself finds.
    #[test]
    fn the_checker_finds_what_learners_can_find(
        scenes in prop::collection::vec(prop::collection::vec((0_usize..3, 0_i32..4, -2_i32..3), 1..4), 1..6)
    ) {
        let story = forward(&scenes);
        let (mut ways, mut reached, mut stuck) = (0_u64, BTreeSet::new(), BTreeSet::new());
        let mut waiting = vec![Run::default()];
        while let Some(run) = waiting.pop() {
            let spot = run.spot(&story);
            reached.insert(spot.place);
            let Place::Scene(_) = spot.place else {
                ways += 1;
                continue;
            };
            let offered = story.offered(&spot);
            if offered.is_empty() {
                stuck.insert(spot.place);
            }
            for choice in offered {
                let mut next = run.clone();
                prop_assert!(next.take(&story, Act::Chose(choice)));
                waiting.push(next);
            }
        }
        let report = check(&story, Level::Secondary, ENOUGH);
        prop_assert_eq!(report.ways, Ways { count: ways, is_whole: true });
        let found = |wanted: fn(&FindingKind) -> bool| -> BTreeSet<String> {
            let all = report.findings.iter().filter(|finding| wanted(&finding.kind));
            all.map(|finding| finding.path.clone()).collect()
        };
        let path = |place: &Place| path_of(*place);
        let dead = found(|kind| matches!(kind, FindingKind::DeadEnd(_)));
        prop_assert_eq!(dead, stuck.iter().map(path).collect::<BTreeSet<_>>());
        let all = (0..scenes.len()).map(Place::Scene).chain([Place::Ending(0)]);
        let lost: BTreeSet<String> =
            all.filter(|place| !reached.contains(place)).map(|place| path(&place)).collect();
        prop_assert_eq!(found(|kind| *kind == FindingKind::Unreached), lost);
    }
}

/// A long story whose values multiply is looked at up to the bound, and its ways are counted.
#[test]
fn five_hundred_scenes_are_looked_at() {
    let scenes = vec![vec![(0, 0, 1), (0, 0, -1), (1, 1, 0)]; 500];
    let report = check(&forward(&scenes), Level::Secondary, ENOUGH);
    assert!(report.findings.iter().all(Finding::is_note), "{:?}", report.findings.first());
    assert!(report.ways.text().starts_with("more than "), "{}", report.ways.text());
}
