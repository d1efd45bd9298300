//! Stories as text and as trees, walks through them, and strips that learners make.

use std::sync::LazyLock;

use adil::Json;
use adil::content::Document;
use adil_story::model::xapi::{About, Did, statement};
use adil_story::model::{
    Act, Drawings, Outcome, Place, Run, Story, Strip, cards, check, number_of, svg_file,
};

use crate::edits::Choices;
use crate::files::{parse, read, read_edited, tree};
use crate::texts::text_of;

/// A story with something in every field.
pub const STORY: &str = r##"{
    "format": "adil", "formatVersion": 1, "kind": "story", "id": "s", "title": "S",
    "languages": ["en"], "face": "pictures", "makes": true, "intro": "**Hello**", "start": "a",
    "variables": {"trust": {"start": 1, "min": 0, "max": 3, "label": {"en": "Trust"}},
        "told": {"start": false}, "role": {"start": "pupil", "words": ["pupil", "coach"]}},
    "drawings": {
        "backgrounds": [{"id": "sky", "label": "Sky", "shapes": [{"d": "M0 0h9v9z", "fill": "#cde"}]}],
        "figures": [{"id": "maya", "label": "Maya", "face": {"x": 0, "y": -70, "size": 1.5},
            "shapes": [{"d": "M0 0l5 5", "line": "#333", "width": 3}]}],
        "feelings": [{"id": "glad", "label": "glad", "shapes": [{"d": "M-4 4q4 4 8 0", "line": "#222"}]}]},
    "scenes": [
        {"id": "a", "title": {"en": "A", "ru": "А"}, "speaker": "Maya", "text": "One. Two.",
            "picture": {"src": "a.svg", "alt": "A"}, "feelings": [{"who": "Maya", "feels": "glad"}],
            "panel": {"background": "sky", "alt": "Maya", "figures": [
                {"figure": "maya", "x": 40, "y": 180, "size": 2, "turned": true, "feels": "glad"}]},
            "choices": [
                {"id": "x", "text": "X", "if": "trust >= 1 and not told", "set": ["trust + 1", "told = true"],
                    "feedback": "So.", "feels": "glad", "to": "b"},
                {"id": "y", "text": "Y", "set": "role = 'coach'", "panel": {"background": "sky"}, "to": "a"},
                {"id": "z", "text": "Z", "picture": {"src": "z.svg", "alt": ""}}],
            "route": [{"if": "role in ('coach')", "to": "end"}, {"to": "b"}]},
        {"id": "b", "title": "B", "text": "Ask.",
            "item": {"id": "q", "type": "yes-no", "stem": "Is it?", "answer": "yes"},
            "results": {"right": "trust + 2", "partly": "told = false", "wrong": "trust - 9"},
            "route": [{"to": "end"}]}],
    "endings": [{"id": "end", "title": "E", "text": ".", "reflect": "Why?", "panel": {"background": "sky"}}],
    "debrief": ["And?"], "teacherNotes": "Notes."}"##;
/// The drawings that are shipped.
const MITTEN: &str = include_str!("../../../widgets/story/examples/lost-mitten.json");

/// Stories as text.
pub fn text(bytes: &[u8]) {
    if let Some(document) = read::<Story>(&text_of(bytes)) {
        follow(&document, &mut Choices(bytes));
    }
}

/// Stories that are nearly right.
pub fn edits(bytes: &[u8]) {
    static SEED: LazyLock<Json> = LazyLock::new(|| tree(STORY));
    let (document, mut choices) = read_edited::<Story>(&SEED, bytes);
    if let Some(document) = document {
        follow(&document, &mut choices);
    }
}

/// A way through a story by arbitrary acts: it is kept and comes back, and whatever the checker,
/// paper and statements make of the story, they come to an end.
fn follow(document: &Document<Story>, choices: &mut Choices) {
    let story = &document.body;
    let mut run = Run::default();
    for _ in 0..16 {
        let spot = run.spot(story);
        let acts: Vec<Act> = story.ways(&spot).into_iter().map(|(act, _)| act).collect();
        match choices.below(8) {
            0 => run.back(),
            1 => run.return_to(choices.below(story.scenes.len())),
            2 => assert!(!run.take(story, Act::Chose(usize::MAX)), "no such choice"),
            _ if acts.is_empty() => run.again(),
            _ => {
                let act = acts[choices.below(acts.len())];
                assert!(run.take(story, act), "what is offered can be done: {act:?}");
            }
        }
    }
    assert_eq!(Run::restore(story, &run.save(story)), run, "what is kept comes back");
    let report = check(story, document.envelope.level, 300);
    report.findings.iter().for_each(|finding| assert!(!finding.sentence().is_empty()));
    let cards = cards(story, choices.small(256));
    assert_eq!(number_of(&cards, Place::Scene(story.start)), 1);
    let about = About { id: "a", title: "b", lang: "en", registration: "c" };
    for did in [Did::Began, Did::Chose(0, 0), Did::Answered(0, Outcome::Right), Did::Ended(0, 1)] {
        _ = statement(did, story, &about);
    }
}

#[cfg(test)]
#[test]
fn the_seed_is_a_story() {
    assert!(read::<Story>(STORY).is_some());
}

/// Strips that were kept, or that somebody wrote into the storage.
pub fn strip(bytes: &[u8]) {
    static DRAWINGS: LazyLock<Drawings> = LazyLock::new(|| {
        read::<Story>(MITTEN).map_or_else(Drawings::none, |document| document.body.drawings)
    });
    let kept = parse(&text_of(bytes)).unwrap_or(Json::Null);
    let mut strip = Strip::restore(&DRAWINGS, &kept);
    let mut choices = Choices(bytes);
    for _ in 0..12 {
        let (from, to) = (choices.below(12), choices.below(12));
        match choices.below(6) {
            0 => _ = strip.here_mut().put(from),
            1 => strip.here_mut().shift(from, to),
            2 => strip.here_mut().take_away(from),
            3 => strip.here_mut().say(&text_of(bytes), Some(to)),
            4 => _ = strip.add(),
            _ => strip.go(to),
        }
    }
    let file = svg_file(&strip, &DRAWINGS, false);
    assert_eq!(file.matches("<script").count(), 0);
    strip.go(0);
    let again = Strip::restore(&DRAWINGS, &strip.save(&DRAWINGS));
    assert!(svg_file(&again, &DRAWINGS, false) == file, "what is kept comes back");
}
