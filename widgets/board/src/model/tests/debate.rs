//! Speeches, time and hands.

use super::super::*;
use super::{game, open_grades};

fn debate(game: &Game) -> &Debate {
    match game {
        Game::Debate(debate) => debate,
        other => panic!("{} is no debate", other.kind()),
    }
}

#[test]
fn a_debate_goes_from_the_first_hands_to_the_last() {
    let game = open_grades();
    let debate = debate(&game);
    let mut floor = Floor::default();
    let mut stages = vec![floor.stage(debate)];
    let mut times = vec![floor.seconds(debate)];
    while floor.stage(debate) != Stage::Over {
        let step = match floor.stage(debate) {
            Stage::Before => Move::Votes([10, 12, 6]),
            Stage::After => Move::Votes([15, 9, 4]),
            _ => Move::Next,
        };
        assert!(floor.take(debate, step));
        stages.push(floor.stage(debate));
        times.push(floor.seconds(debate));
    }
    let expected: Vec<Stage> = [Stage::Before, Stage::Prepare]
        .into_iter()
        .chain((0..7).map(Stage::Speech))
        .chain([Stage::After, Stage::Over])
        .collect();
    assert_eq!(stages, expected);
    assert_eq!(times[..3], [None, Some(600), Some(120)]);
    assert_eq!(floor.shift(), Some([5, -3]));
    assert!(!floor.take(debate, Move::Next));
}

#[test]
fn hands_may_be_left_out_and_no_class_has_ten_thousand() {
    let game = open_grades();
    let debate = debate(&game);
    let mut floor = Floor::default();
    assert!(!floor.take(debate, Move::Votes([10_000, 0, 0])));
    assert!(floor.take(debate, Move::Next), "without counting");
    assert!(!floor.take(debate, Move::Votes([1, 2, 3])), "nobody votes while sides prepare");
    assert!(floor.take(debate, Move::End));
    assert_eq!((floor.stage(debate), floor.shift()), (Stage::Over, None));
}

#[test]
fn a_debate_without_hands_and_preparation_begins_with_a_speech() {
    let game = game(
        "debate",
        r#""motion": "M", "vote": false, "sides": [{"id": "a", "title": "A"},
            {"id": "b", "title": "B"}], "slots": [{"title": "x", "seconds": 60, "side": "a"},
            {"title": "y", "seconds": 60, "side": "b"}]"#,
    );
    let stages = debate(&game).stages();
    assert_eq!(stages, [Stage::Speech(0), Stage::Speech(1), Stage::Over]);
}
