//! What learners do with a strip: whatever they do, it stays one that can be drawn and kept.

use adil::content::{Document, open};
use proptest::prelude::*;

use super::*;
use crate::model::{Story, svg_file};

fn drawings() -> Drawings {
    let parse = |text: &str| serde_json::from_str(text).map_err(|e| e.to_string());
    let text = include_str!("../../examples/lost-mitten.json");
    let (document, _): (Document<Story>, _) = open("lost-mitten.json", text, parse).unwrap();
    document.body.drawings
}

#[test]
fn figures_take_free_cells_and_change_places() {
    let mut made = Made::default();
    assert_eq!(made.put(0), Some(7));
    assert_eq!(made.put(1), Some(6));
    made.say("Hello", Some(7));
    made.shift(7, 6);
    let on = |made: &Made, cell| made.on(cell).map(|one| one.figure);
    assert_eq!((on(&made, 6), on(&made, 7), made.speaker), (Some(0), Some(1), Some(6)));
    made.shift(6, 0);
    assert_eq!((on(&made, 0), on(&made, 6), made.speaker), (Some(0), None, Some(0)));
    made.shift(0, 99);
    made.shift(4, 5);
    assert_eq!(on(&made, 0), Some(0));
    made.take_away(0);
    assert_eq!(made.speaker, Some(7), "somebody who is left says it");
    (0..20).for_each(|_| _ = made.put(2));
    assert_eq!(made.figures.len(), COLUMNS * ROWS);
    assert_eq!(made.put(2), None);
}

#[test]
fn sentences_are_cut() {
    let mut made = Made::default();
    made.say(&"a\n".repeat(200), None);
    assert_eq!(made.words.chars().count(), MOST_LETTERS);
    assert!(made.bubble(&drawings()).is_some());
    made.say("  ", None);
    assert_eq!(made.bubble(&drawings()), None);
}

#[test]
fn a_strip_has_one_to_six_panels() {
    let mut strip = Strip::default();
    strip.here_mut().put(3);
    strip.here_mut().say("One", None);
    while strip.add() {}
    assert_eq!((strip.panels().len(), strip.at()), (MOST_PANELS, MOST_PANELS - 1));
    assert_eq!(strip.here().words, "", "a new panel has its own words");
    assert_eq!(strip.here().figures.len(), 1, "and the figures of the one before");
    (0..9).for_each(|_| strip.remove());
    assert_eq!(strip, Strip::default());
}

#[test]
fn a_file_of_svg_has_the_words_as_words() {
    let mut strip = Strip::default();
    strip.here_mut().put(0);
    strip.here_mut().say("<script>\"&'", None);
    let file = svg_file(&strip, &drawings(), false);
    assert!(file.contains("&lt;script&gt;&quot;&amp;'"), "{file}");
    assert!(!file.contains("<script"));
    assert!(file.starts_with("<svg xmlns") && file.ends_with("</svg></svg>"));
    assert_eq!(file.matches("<svg").count(), 2);
}

#[derive(Clone, Debug)]
enum Deed {
    Put(usize),
    Shift(usize, usize),
    TakeAway(usize),
    Feel(usize, usize),
    Turn(usize),
    Say(String, usize),
    Add,
    Remove,
    Go(usize),
}

fn deed() -> impl Strategy<Value = Deed> {
    let cell = 0_usize..12;
    prop_oneof![
        (0_usize..12).prop_map(Deed::Put),
        (cell.clone(), cell.clone()).prop_map(|(from, to)| Deed::Shift(from, to)),
        cell.clone().prop_map(Deed::TakeAway),
        (cell.clone(), 0_usize..9).prop_map(|(cell, feels)| Deed::Feel(cell, feels)),
        cell.clone().prop_map(Deed::Turn),
        (".{0,90}", cell).prop_map(|(words, cell)| Deed::Say(words, cell)),
        Just(Deed::Add),
        Just(Deed::Remove),
        (0_usize..9).prop_map(Deed::Go),
    ]
}

proptest! {
    #[test]
    fn whatever_is_done_is_kept_and_comes_back(deeds in prop::collection::vec(deed(), 0..40)) {
        let drawings = drawings();
        let mut strip = Strip::default();
        for deed in deeds {
            match deed {
                Deed::Put(figure) => _ = strip.here_mut().put(figure),
                Deed::Shift(from, to) => strip.here_mut().shift(from, to),
                Deed::TakeAway(cell) => strip.here_mut().take_away(cell),
                Deed::Feel(cell, feels) => strip.here_mut().feel(cell, feels),
                Deed::Turn(cell) => strip.here_mut().turn(cell),
                Deed::Say(words, cell) => strip.here_mut().say(&words, Some(cell)),
                Deed::Add => _ = strip.add(),
                Deed::Remove => strip.remove(),
                Deed::Go(to) => strip.go(to),
            }
            for made in strip.panels() {
                let mut cells: Vec<_> = made.figures.iter().map(|one| one.cell).collect();
                cells.sort_unstable();
                cells.dedup();
                prop_assert_eq!(cells.len(), made.figures.len(), "one figure a cell");
                prop_assert!(made.speaker.is_none_or(|cell| made.on(cell).is_some()));
            }
        }
        strip.go(0);
        let again = Strip::restore(&drawings, &strip.save(&drawings));
        let drawn = |strip: &Strip| svg_file(strip, &drawings, true);
        prop_assert!(drawn(&again) == drawn(&strip), "it is drawn as before");
        prop_assert_eq!(again.panels().len(), strip.panels().len());
    }
}
