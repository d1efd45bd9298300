//! What the checker finds.

use adil::content::Level;

use super::super::{Finding, Game, board_findings, debate_findings, quest_findings};
use super::{board, file, game, read};

#[track_caller]
fn check(fields: &str, expected: &[Finding]) {
    assert_eq!(board_findings(&board(fields), Level::Secondary), expected);
}

#[test]
fn a_board_without_faults_has_none() {
    check(r#""board": {"squares": 20}, "links": [{"from": 5, "to": 9, "text": "."}]"#, &[]);
}

/// Six slides beside each other, and the die has six faces: nobody gets past them.
#[test]
fn squares_that_nobody_gets_away_from() {
    let slides = |from: usize| -> String {
        let one = |n| format!(r#"{{"from": {n}, "to": 2, "text": "."}}"#);
        let all: Vec<String> = (from..from + 6).map(one).collect();
        format!(r#""board": {{"squares": 20}}, "links": [{}]"#, all.join(","))
    };
    let found = board_findings(&board(&slides(6)), Level::Secondary);
    let stuck: Vec<usize> = found
        .iter()
        .filter_map(|one| if let Finding::Stuck { square } = one { Some(*square) } else { None })
        .collect();
    assert_eq!(stuck, [2, 3, 4, 5]);
    assert!(found.contains(&Finding::Unreached { square: 20 }));
    // A die with a seventh face gets past them.
    let wide = slides(6) + r#", "rules": {"faces": 7}"#;
    check(&wide, &[]);
}

/// With the gate open it leads on: what may be is not amiss.
#[test]
fn a_slide_with_a_condition_holds_nobody() {
    let one = |n| format!(r#"{{"from": {n}, "to": 2, "text": ".", "if": "mud"}}"#);
    let all: Vec<String> = (6..12).map(one).collect();
    let links = all.join(",");
    check(
        &format!(
            r#""board": {{"squares": 20}}, "variables": {{"mud": {{"start": true}}}}, "links": [{links}]"#
        ),
        &[],
    );
}

#[test]
fn ladders_and_slides_that_lead_in_a_circle() {
    check(
        r#""board": {"squares": 20}, "links": [{"from": 4, "to": 8, "text": "."},
            {"from": 8, "to": 12, "text": "."}, {"from": 12, "to": 4, "text": "."}]"#,
        &[
            Finding::Circle { square: 4 },
            Finding::Circle { square: 8 },
            Finding::Circle { square: 12 },
        ],
    );
}

#[test]
fn decks_that_run_out_or_are_never_met() {
    check(
        r#""board": {"squares": 20}, "links": [{"from": 4, "to": 8, "text": "."}], "decks": [
            {"id": "a", "kind": "task", "title": "A", "on": [2, 4], "cards": [{"id": "x", "stem": "?"}]},
            {"id": "b", "kind": "task", "title": "B", "cards": [
                {"id": "x", "stem": "?"}, {"id": "y", "stem": "?"}]}]"#,
        &[
            Finding::SmallDeck { deck: 0, cards: 1, squares: 2 },
            Finding::CardOnLink { deck: 0, square: 4 },
            Finding::UnusedDeck { deck: 1 },
            Finding::Twins { path: "decks[1].cards[1].stem".to_owned() },
        ],
    );
}

#[test]
fn cards_longer_than_their_level_reads() {
    let text = |words: usize| {
        let long = "word ".repeat(words);
        format!(
            r#""board": {{"squares": 20}}, "decks": [{{"id": "a", "kind": "task", "title": "A",
                "on": [2], "cards": [{{"id": "x", "stem": {{"en": "{long}", "ru": "Да"}}}}]}}]"#
        )
    };
    let path = "decks[0].cards[0].stem".to_owned();
    let long = Finding::Long { path, lang: "en".to_owned(), words: 51, most: 50 };
    assert_eq!(board_findings(&board(&text(51)), Level::Primary2), [long]);
    assert_eq!(board_findings(&board(&text(50)), Level::Primary2), []);
    assert_eq!(board_findings(&board(&text(90)), Level::Secondary), []);
}

#[test]
fn quests_and_debates() {
    let quest = r#""stations": [{"id": "a", "title": "A", "text": "."},
        {"id": "b", "title": "B", "text": "."}], "criteria": [{"id": "c", "title": "C"}]"#;
    let Game::Quest(quest) = game("quest", quest) else { panic!("a quest") };
    let found = quest_findings(&quest, Level::Secondary);
    assert_eq!(found, [Finding::FewStations { stations: 2 }]);
    let debate = r#""motion": "M", "sides": [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}],
        "slots": [{"title": "x", "seconds": 60, "side": "a"}, {"title": "y", "seconds": 10, "side": "b"}]"#;
    let Game::Debate(debate) = game("debate", debate) else { panic!("a debate") };
    let found = debate_findings(&debate, Level::Secondary);
    assert_eq!(
        found,
        [Finding::ShortSlot { slot: 1 }, Finding::UnevenSides { first: 60, second: 10 }]
    );
}

/// Authors read it in the console, with the file and the place.
#[test]
fn findings_are_warnings_of_the_file() {
    let text = r#""board": {"squares": 20}, "decks": [{"id": "a", "kind": "task", "title": "A",
        "cards": [{"id": "x", "stem": "?"}]}]"#;
    let (_, warnings) = read(&file("board", text)).unwrap();
    assert_eq!(warnings, ["game.json: decks[0].on: this deck lies on no square"]);
}
