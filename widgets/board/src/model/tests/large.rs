//! The largest files that are allowed are played without a wait.

use super::super::*;
use super::board;

/// 100 squares, 300 cards, forty ladders and slides.
fn large() -> Board {
    let card = |n: usize| {
        let stem = "word ".repeat(60);
        format!(r#"{{"id": "c{n}", "stem": "{n} {stem}"}}"#)
    };
    let cards: Vec<String> = (0..300).map(card).collect();
    let on: Vec<String> = (2..60).map(|n| n.to_string()).collect();
    let link = |n: usize| {
        let (from, to) = (60 + n, if n.is_multiple_of(2) { 99 } else { 3 + n });
        format!(r#"{{"from": {from}, "to": {to}, "text": "."}}"#)
    };
    let links: Vec<String> = (0..30).step_by(3).map(link).collect();
    board(&format!(
        r#""board": {{"squares": 100}}, "links": [{}], "decks": [{{"id": "q", "kind": "question",
            "title": "Q", "on": [{}], "cards": [{}]}}], "rules": {{"good": {{"steps": 1}}}}"#,
        links.join(","),
        on.join(","),
        cards.join(",")
    ))
}

/// Five teams climb to the last square, with undo after each move: some thousand moves, each of
/// which plays the whole game anew. A walk that were slower than the square of its moves would not
/// end in the time that tests have.
#[test]
fn a_game_of_a_hundred_squares_and_three_hundred_cards_is_walked_to_its_end() {
    let game = Game::Board(Box::new(large()));
    let mut play = Play::begin(&game, Setup::new(5, 3, None, Die::Button));
    let mut met = std::collections::BTreeSet::new();
    while !play.state().is_over(&game) && play.moves().len() < 4_000 {
        let State::Board(position) = play.state() else { panic!("a board") };
        let Game::Board(board) = &game else { panic!("a board") };
        let step = match position.phase {
            Phase::Roll if position.helps(board) => Move::Help,
            Phase::Roll => Move::Roll,
            Phase::Card(drawn) => {
                met.insert(drawn.card);
                Move::Judge(Verdict::Good)
            }
            _ => Move::Next,
        };
        assert!(play.take(&game, step));
        if play.moves().len().is_multiple_of(7) {
            assert!(play.undo(&game) && play.take(&game, step));
        }
    }
    assert!(play.state().is_over(&game), "{} moves", play.moves().len());
    assert!(met.len() > 30, "{} cards were met", met.len());
    assert_eq!(Play::restore(&game, &play.save()), Some(play));
}

#[test]
fn the_drawing_of_a_free_path_lies_within_its_bounds() {
    let point = |n: usize| format!(r#"{{"x": {}, "y": {}}}"#, n % 101, 100 - n % 101);
    let points: Vec<String> = (0..100).map(point).collect();
    let board = board(&format!(r#""board": {{"squares": 100, "points": [{}]}}"#, points.join(",")));
    let drawing = Drawing::of(&board, true);
    let half = drawing.side / 2.0;
    for (x, y) in &drawing.middles {
        assert!(*x >= half - 1e-9 && *x <= drawing.width - half + 1e-9);
        assert!(*y >= half - 1e-9 && *y <= drawing.height - half + 1e-9);
    }
    assert_eq!(drawing, Drawing::of(&board, false), "a picture is not mirrored");
}
