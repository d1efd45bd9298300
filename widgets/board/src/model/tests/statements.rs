//! Turns as xAPI statements.

use adil::Json;

use super::super::*;
use super::climb_together;

const GAME: Match =
    Match { id: "https://school.test/climb", title: "Climb", lang: "en", registration: "u-u-i-d" };

fn at<'a>(json: &'a Json, path: &str) -> Option<&'a Json> {
    path.split('/').try_fold(json, |json, name| json.get(name))
}

#[track_caller]
fn check(happened: Happened, verb: &str, object: &str, team: Option<&str>) {
    let Game::Board(board) = climb_together() else { panic!("a board") };
    let made = statement(happened, &board, &GAME).unwrap();
    let text = |path: &str| at(&made, path).and_then(Json::text).map(str::to_owned);
    let verb = format!("http://adlnet.gov/expapi/verbs/{verb}");
    assert_eq!(text("verb/id"), Some(verb));
    assert_eq!(text("object/id"), Some(format!("https://school.test/climb{object}")));
    assert_eq!(text("context/registration").as_deref(), Some("u-u-i-d"));
    let extensions = at(&made, "result/extensions");
    let found = extensions.and_then(|e| e.get("https://w3id.org/adil/board/team")?.text());
    assert_eq!(found, team);
}

#[test]
fn a_turn_is_told_by_shape_and_square_and_never_by_a_name() {
    let (team, drawn) = (2, Drawn { deck: 1, card: 0 });
    check(Happened::Rolled { team, number: 3 }, "interacted", "#dice", Some("triangle"));
    let moved = Happened::Moved { team, from: 3, to: 14, why: Why::Link(0) };
    check(moved, "progressed", "#square/14", Some("triangle"));
    check(Happened::Drew(drawn), "experienced", "#card/task/calm-no", None);
    check(Happened::Judged(Verdict::Good), "answered", "#card", None);
    check(Happened::Arrived { team: 0 }, "passed", "", Some("circle"));
    check(Happened::Over, "completed", "", None);
    let Game::Board(board) = climb_together() else { panic!("a board") };
    assert_eq!(statement(Happened::Turn { team }, &board, &GAME), None);
    let none = Happened::Drew(Drawn { deck: 9, card: 0 });
    assert_eq!(statement(none, &board, &GAME), None);
}
