//! Turns of a board game.

use adil::rules::Value;

use super::super::*;
use super::board;

const BOARD: &str = r#""board": {"squares": 20, "columns": 5},
    "variables": {"trust": {"start": 0, "min": 0, "max": 9, "label": "Trust"}},
    "links": [{"from": 3, "to": 9, "text": "up"}, {"from": 12, "to": 5, "text": "down"},
        {"from": 7, "to": 15, "text": "gate", "if": "trust >= 1"}],
    "rules": {"good": {"steps": "trust + 1", "set": "trust + 1"}, "partly": {"steps": 1}},
    "decks": [
        {"id": "q", "kind": "question", "title": "Q", "on": [2, 6], "cards": [
            {"id": "open", "stem": "Why?"}]},
        {"id": "c", "kind": "question", "title": "C", "on": [4], "cards": [
            {"id": "closed", "stem": "Which?", "options": [
                {"text": "no"}, {"text": "yes", "score": 1}, {"text": "so so", "score": 0.5}]}]},
        {"id": "f", "kind": "fate", "title": "F", "on": [5], "cards": [
            {"id": "again", "stem": "Again", "again": true, "steps": -2}]}]"#;

fn start(board: &Board, teams: usize) -> Position {
    Position::first(board, Teams::new(teams), 1)
}

#[track_caller]
fn take(position: &mut Position, board: &Board, steps: &[Move]) {
    for step in steps {
        assert!(position.take(board, *step), "{step:?} in {:?}", position.phase);
    }
}

fn squares(position: &Position) -> Vec<usize> {
    position.teams.iter().map(|standing| standing.square).collect()
}

/// Where a team stands after one roll, and what is asked for then.
#[track_caller]
fn check(number: usize, square: usize, asks: Phase) {
    let board = board(BOARD);
    let mut position = start(&board, 2);
    take(&mut position, &board, &[Move::Typed(number)]);
    assert_eq!(squares(&position), [square, 1]);
    assert_eq!(position.phase, asks);
}

#[test]
fn a_roll_leads_to_a_square_a_ladder_or_a_card() {
    check(1, 2, Phase::Card(Drawn { deck: 0, card: 0 }));
    check(2, 9, Phase::Told(None));
    check(3, 4, Phase::Card(Drawn { deck: 1, card: 0 }));
    // Fate: two squares back from 5, and from there up the ladder.
    check(4, 9, Phase::Told(Some((Drawn { deck: 2, card: 0 }, Outcome::Fate))));
    // The gate is shut.
    check(6, 7, Phase::Told(None));
}

#[test]
fn what_happened_is_told_from_where_to_where_and_why() {
    let board = board(BOARD);
    let mut position = start(&board, 2);
    take(&mut position, &board, &[Move::Typed(4)]);
    let team = 0;
    let expected = [
        Happened::Rolled { team, number: 4 },
        Happened::Moved { team, from: 1, to: 5, why: Why::Dice },
        Happened::Drew(Drawn { deck: 2, card: 0 }),
        Happened::Moved { team, from: 5, to: 3, why: Why::Card },
        Happened::Moved { team, from: 3, to: 9, why: Why::Link(0) },
        Happened::Again { team },
    ];
    assert_eq!(position.happened, expected);
    // The same team rolls once more, and then the next one.
    take(&mut position, &board, &[Move::Next]);
    assert_eq!((position.team, position.phase), (0, Phase::Roll));
    take(&mut position, &board, &[Move::Typed(1), Move::Next]);
    assert_eq!((position.team, position.round), (1, 1));
}

#[test]
fn verdicts_bring_what_the_rules_say() {
    let board = board(BOARD);
    for (verdict, square, trust) in
        [(Verdict::Good, 4, 1), (Verdict::Partly, 9, 0), (Verdict::NotYet, 2, 0)]
    {
        let mut position = start(&board, 2);
        take(&mut position, &board, &[Move::Typed(1), Move::Judge(verdict)]);
        // Good: trust becomes 1 first, so two squares on; partly: one square, and up the ladder.
        assert_eq!(squares(&position), [square, 1], "{verdict:?}");
        let values = &position.teams[0].values;
        assert_eq!(board.variables.value(values, "trust"), Some(Value::Number(trust)));
    }
}

#[test]
fn a_card_with_answers_judges_itself() {
    let board = board(BOARD);
    for (answer, verdict) in [(0, Verdict::NotYet), (1, Verdict::Good), (2, Verdict::Partly)] {
        let mut position = start(&board, 2);
        take(&mut position, &board, &[Move::Typed(3)]);
        assert!(!position.take(&board, Move::Judge(Verdict::Good)), "the host does not judge it");
        assert!(!position.take(&board, Move::Answer(3)), "there is no such answer");
        take(&mut position, &board, &[Move::Answer(answer)]);
        let drawn = Drawn { deck: 1, card: 0 };
        let outcome = Outcome::Judged(verdict, Some(answer));
        assert_eq!(position.phase, Phase::Told(Some((drawn, outcome))));
    }
}

/// A gate opens for a team whose variables fit, and for no other.
#[test]
fn rules_of_a_link_decide() {
    let board = board(BOARD);
    let mut position = start(&board, 2);
    let good = Move::Judge(Verdict::Good);
    take(&mut position, &board, &[Move::Typed(1), good, Move::Next]);
    take(&mut position, &board, &[Move::Typed(6), Move::Next]);
    assert_eq!(squares(&position), [4, 7], "no trust, no gate");
    take(&mut position, &board, &[Move::Typed(3)]);
    assert_eq!(squares(&position), [15, 7]);
}

#[test]
fn whoever_is_on_the_last_square_helps_the_hindmost_and_the_game_ends_when_all_are_there() {
    let text = r#""board": {"squares": 20}, "rules": {"faces": 20}, "decks": [
        {"id": "q", "kind": "question", "title": "Q", "on": [], "cards": [{"id": "a", "stem": "?"}]}]"#;
    let board = board(text);
    let mut position = start(&board, 3);
    let steps =
        [Move::Typed(20), Move::Next, Move::Typed(3), Move::Next, Move::Typed(5), Move::Next];
    take(&mut position, &board, &steps);
    assert_eq!((position.team, position.round), (0, 2));
    assert!(position.helps(&board));
    assert!(!position.take(&board, Move::Roll), "it has nowhere to go");
    take(&mut position, &board, &[Move::Help, Move::Judge(Verdict::Good)]);
    assert_eq!(squares(&position), [20, 5, 6], "one square, though the rules give nothing");
    take(&mut position, &board, &[Move::Next, Move::Typed(20), Move::Next, Move::Typed(20)]);
    assert!(position.happened.contains(&Happened::Arrived { team: 2 }));
    take(&mut position, &board, &[Move::Next]);
    assert_eq!(position.phase, Phase::Over);
    assert!(!position.take(&board, Move::Roll));
}

#[test]
fn with_the_very_number_asked_for_a_team_stays_when_it_is_too_great() {
    let board = board(r#""board": {"squares": 20}, "rules": {"faces": 20, "exact": true}"#);
    let mut position = start(&board, 2);
    take(&mut position, &board, &[Move::Typed(20)]);
    assert_eq!(squares(&position), [1, 1]);
    assert!(position.happened.contains(&Happened::Stayed { team: 0 }));
    take(&mut position, &board, &[Move::Next, Move::Typed(19)]);
    assert_eq!(squares(&position), [1, 20]);
}

#[test]
fn when_time_is_over_each_team_still_has_its_turn_of_the_round() {
    let board = board(r#""board": {"squares": 20}"#);
    let mut position = start(&board, 3);
    take(&mut position, &board, &[Move::Typed(1), Move::TimeUp]);
    assert!(!position.take(&board, Move::TimeUp), "it is over once");
    take(&mut position, &board, &[Move::Next, Move::Typed(1), Move::Next, Move::Typed(1)]);
    assert_ne!(position.phase, Phase::Over);
    take(&mut position, &board, &[Move::Next]);
    assert_eq!((position.phase, squares(&position)), (Phase::Over, vec![2, 2, 2]));
}

#[test]
fn a_skipped_card_makes_room_for_the_next_one_of_its_deck() {
    let text = r#""board": {"squares": 20}, "decks": [
        {"id": "q", "kind": "question", "title": "Q", "on": [2], "cards": [
            {"id": "a", "stem": "A?"}, {"id": "b", "stem": "B?"}, {"id": "c", "stem": "C?"}]}]"#;
    let board = board(text);
    let mut position = start(&board, 2);
    take(&mut position, &board, &[Move::Typed(1)]);
    let mut seen = Vec::new();
    for _ in 0..3 {
        let Phase::Card(drawn) = position.phase else { panic!("{:?}", position.phase) };
        seen.push(drawn.card);
        take(&mut position, &board, &[Move::Skip]);
    }
    seen.sort_unstable();
    assert_eq!(seen, [0, 1, 2], "all cards come before any comes again");
}

#[test]
fn numbers_that_no_die_shows_are_refused() {
    let board = board(r#""board": {"squares": 20}"#);
    for number in [0, 7, usize::MAX] {
        assert!(!start(&board, 2).take(&board, Move::Typed(number)), "{number}");
    }
}

/// Ladders and slides that lead in a circle: each takes a team along once.
#[test]
fn a_circle_of_links_ends() {
    let board = board(
        r#""board": {"squares": 20}, "links": [{"from": 4, "to": 8, "text": "a"},
            {"from": 8, "to": 4, "text": "b"}]"#,
    );
    let mut position = start(&board, 2);
    take(&mut position, &board, &[Move::Typed(3)]);
    assert_eq!(squares(&position), [4, 1]);
}
