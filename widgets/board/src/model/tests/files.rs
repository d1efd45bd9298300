//! What authors write wrong is named with its place.

use super::{climb_together, file, open_grades, read, six_stations};
use crate::model::{DeckKind, Game};

#[track_caller]
fn refused(kind: &str, fields: &str, expected: &str) {
    let found = read(&file(kind, fields)).err();
    assert_eq!(found.as_deref(), Some(format!("game.json: {expected}").as_str()));
}

const PLAN: &str = r#""board": {"squares": 20}"#;

fn board(fields: &str, expected: &str) {
    refused("board", &format!("{PLAN}, {fields}"), expected);
}

fn deck(fields: &str, expected: &str) {
    let one = format!(r#""decks": [{{"id": "q", "title": "Q", {fields}}}]"#);
    board(&one, expected);
}

#[test]
fn boards() {
    refused("board", r#""links": []"#, "board: expected a value, found nothing");
    refused("board", r#""board": {"squares": 19}"#, "board.squares: expected 20 to 100, found 19");
    refused(
        "board",
        r#""board": {"squares": 101}"#,
        "board.squares: expected 20 to 100, found 101",
    );
    let columns = r#""board": {"squares": 20, "columns": 3}"#;
    refused("board", columns, "board.columns: expected 4 to 12, found 3");
    let points = r#""board": {"squares": 20, "points": [{"x": 1, "y": 2}]}"#;
    refused("board", points, "board.points: expected a point for each of the 20 squares, found 1");
    board(r#""rules": {"faces": 1}"#, "rules.faces: expected 2 to 20, found 1");
    refused("boardgame", PLAN, "kind: expected board or quest or debate, found \"boardgame\"");
}

#[test]
fn ladders_and_slides() {
    let link = |link: &str, expected: &str| board(&format!(r#""links": [{link}]"#), expected);
    let first = "links[0].from: expected a square between the first and the last, found";
    link(r#"{"from": 1, "to": 5, "text": "."}"#, &format!("{first} 1"));
    link(r#"{"from": 20, "to": 5, "text": "."}"#, &format!("{first} 20"));
    let other = "links[0].to: expected another square of the board, found";
    link(r#"{"from": 5, "to": 5, "text": "."}"#, &format!("{other} 5"));
    link(r#"{"from": 5, "to": 21, "text": "."}"#, &format!("{other} 21"));
    link(
        r#"{"from": 5, "to": 9, "text": "."}, {"from": 5, "to": 2, "text": "."}"#,
        "links[1].from: expected a square where no other link begins, found 5",
    );
    link(
        r#"{"from": 5.5, "to": 9, "text": "."}"#,
        "links[0].from: expected the number of a square, from 1, found 5.5",
    );
    link(
        r#"{"from": 5, "to": 9, "text": ".", "if": "trust > 1"}"#,
        "links[0].if: column 1: expected no name, since the file declares no variables, \
         found trust",
    );
}

#[test]
fn decks() {
    let card = r#""cards": [{"id": "a", "stem": "?"}]"#;
    deck(
        r#""kind": "question", "cards": []"#,
        "decks[0].cards: expected at least one card, found none",
    );
    deck(
        &format!(r#""kind": "luck", {card}"#),
        "decks[0].kind: expected one of question task fate, found \"luck\"",
    );
    deck(
        &format!(r#""kind": "task", "on": [3, 21], {card}"#),
        "decks[0].on[1]: expected a square of the board, at most 20, found 21",
    );
    deck(
        &format!(r#""kind": "task", "on": [3, 3], {card}"#),
        "decks[0].on[1]: expected a square that no other deck is on, found 3 again",
    );
    deck(
        r#""kind": "question", "cards": [{"id": "a", "stem": "?", "options": [{"text": "x"}, {"text": "y"}]}]"#,
        "decks[0].cards[0].options: expected at least two, one of them with the score 1, found 2",
    );
    deck(
        r#""kind": "fate", "cards": [{"id": "a", "stem": "?", "options": [{"text": "x"}]}]"#,
        "decks[0].cards[0].options: expected none on a card of fate, found some",
    );
    deck(
        r#""kind": "task", "cards": [{"id": "a", "stem": "?", "steps": 2}]"#,
        "decks[0].cards[0].steps: expected nothing: `rules` say what a good answer brings, \
         found a value",
    );
    deck(
        r#""kind": "task", "cards": [{"id": "a", "stem": "?"}, {"id": "a", "stem": "!"}]"#,
        "decks[0].cards[1]: expected an id that no other card of this deck has, found \"a\" again",
    );
}

#[test]
fn quests_and_debates() {
    let station = r#"{"id": "a", "title": "A", "text": "."}"#;
    refused(
        "quest",
        &format!(r#""stations": [{station}]"#),
        "stations: expected 2 to 12 stations, found 1",
    );
    let two = r#""stations": [{"id": "a", "title": "A", "text": "."}, {"id": "b", "title": "B", "text": "."}]"#;
    refused("quest", two, "criteria: expected 1 to 6 criteria, found 0");
    let criteria = r#""criteria": [{"id": "c", "title": "C"}]"#;
    refused(
        "quest",
        &format!(r#"{two}, {criteria}, "tie": ["d"]"#),
        "tie[0]: expected the id of a criterion, found \"d\"",
    );
    let sides = r#""motion": "M", "sides": [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}]"#;
    refused("debate", r#""motion": "M", "sides": []"#, "sides: expected two sides, found 0");
    refused("debate", sides, "slots: expected 2 to 20 speeches, found 0");
    refused(
        "debate",
        &format!(
            r#"{sides}, "slots": [{{"title": "x", "seconds": 60, "side": "c"}}, {{"title": "y", "seconds": 60}}]"#
        ),
        "slots[0].side: expected the id of one of the two sides, found \"c\"",
    );
}

/// *Climb Together* is as its author described it.
#[test]
fn what_ships_is_whole_and_has_nothing_amiss() {
    for text in [
        include_str!("../../../examples/climb-together.json"),
        include_str!("../../../examples/six-stations.json"),
        include_str!("../../../examples/open-grades.json"),
    ] {
        assert_eq!(read(text).unwrap().1, Vec::<String>::new());
    }
    let Game::Board(board) = climb_together() else { panic!("a board") };
    assert_eq!(board.squares, 36);
    assert_eq!(board.links.iter().filter(|link| link.is_ladder()).count(), 6);
    assert_eq!(board.links.iter().filter(|link| !link.is_ladder()).count(), 5);
    let cards = |kind| board.decks.iter().filter(|d| d.kind == kind).map(|d| d.cards.len()).sum();
    let counts: [usize; 3] =
        [cards(DeckKind::Question), cards(DeckKind::Task), cards(DeckKind::Fate)];
    assert_eq!(counts, [12, 6, 6]);
    let Game::Quest(quest) = six_stations() else { panic!("a quest") };
    assert_eq!(quest.stations.len(), 6);
    assert!(matches!(open_grades(), Game::Debate(_)));
}

/// All of it is there in all four languages.
#[test]
fn what_ships_is_in_four_languages() {
    fn walk(json: &serde_json::Value, texts: &mut Vec<serde_json::Value>) {
        match json {
            serde_json::Value::Object(fields) if fields.contains_key("en") => {
                texts.push(json.clone());
            }
            serde_json::Value::Object(fields) => fields.values().for_each(|v| walk(v, texts)),
            serde_json::Value::Array(list) => list.iter().for_each(|v| walk(v, texts)),
            _ => {}
        }
    }
    for text in [
        include_str!("../../../examples/climb-together.json"),
        include_str!("../../../examples/six-stations.json"),
        include_str!("../../../examples/open-grades.json"),
    ] {
        let mut texts = Vec::new();
        walk(&serde_json::from_str(text).unwrap(), &mut texts);
        assert!(texts.len() > 20);
        for one in texts {
            for lang in ["en", "ru", "kk", "ar"] {
                assert!(one[lang].as_str().is_some_and(|text| !text.is_empty()), "{lang}: {one}");
            }
        }
    }
}
