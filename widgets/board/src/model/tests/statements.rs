//! Turns, points, speeches and hands as xAPI statements.

use adil::Json;

use super::super::*;
use super::{climb_together, open_grades, six_stations};

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

fn text<'a>(json: &'a Json, path: &str) -> Option<&'a str> {
    at(json, path).and_then(Json::text)
}

/// A field below the extensions of a statement, whose names have slashes of their own.
fn extension<'a>(json: &'a Json, name: &str) -> Option<&'a Json> {
    at(json, "result/extensions")?.get(&format!("https://w3id.org/adil/board/{name}"))
}

/// What was done, and to what.
#[track_caller]
fn check_act(made: &Json, verb: &str, object: &str) {
    let (verb, object) = (
        format!("http://adlnet.gov/expapi/verbs/{verb}"),
        format!("https://school.test/climb{object}"),
    );
    assert_eq!(text(made, "verb/id"), Some(verb.as_str()));
    assert_eq!(text(made, "object/id"), Some(object.as_str()));
}

#[test]
fn a_quest_tells_visits_points_and_totals() {
    let Game::Quest(quest) = six_stations() else { panic!("a quest") };
    let station = quest.stations[1].id.as_str();
    let criterion = quest.stations[1].criteria[0].id.as_str();
    let make = |event: QuestEvent| quest_statement(&event, &quest, &GAME);

    let visit = make(QuestEvent::Visited { team: 0, station: 1 }).unwrap();
    check_act(&visit, "attempted", &format!("#station/{station}"));
    assert_eq!(extension(&visit, "team").and_then(Json::text), Some("circle"));

    let points = make(QuestEvent::Scored { team: 1, station: 1, criterion: 0, points: 4 }).unwrap();
    check_act(&points, "scored", &format!("#station/{station}/{criterion}"));
    let score = |name: &str| at(&points, &format!("result/score/{name}")).and_then(Json::number);
    assert_eq!(["raw", "min", "max", "scaled"].map(score), [4.0, 0.0, 5.0, 0.8].map(Some));

    let total = Total { team: 2, points: 30, place: 1, by_tie: false };
    let total = make(QuestEvent::Totalled(total)).unwrap();
    check_act(&total, "scored", "");
    let most: usize = quest.stations.iter().map(|one| one.criteria.len() * MOST_POINTS).sum();
    assert_eq!(at(&total, "result/score/max").and_then(Json::number), Some(most as f64));
    assert!(extension(&total, "place").is_none(), "nobody is ranked");

    check_act(&make(QuestEvent::Over).unwrap(), "completed", "");
    assert_eq!(make(QuestEvent::Visited { team: 0, station: 99 }), None);
    let nowhere = QuestEvent::Scored { team: 0, station: 0, criterion: 99, points: 1 };
    assert_eq!(make(nowhere), None);
}

#[test]
fn a_debate_tells_speeches_by_side_and_hands_by_number() {
    let Game::Debate(debate) = open_grades() else { panic!("a debate") };
    let make = |event| debate_statement(event, &debate, &GAME);
    let [first, second] = [0, 1].map(|side: usize| debate.sides[side].id.as_str());

    let speech = make(DebateEvent::Spoke(0)).unwrap();
    assert_eq!(text(&speech, "object/id"), Some("https://school.test/climb#speech/1"));
    let side = debate.slots[0].side.map(|side| debate.sides[side].id.as_str());
    assert_eq!(extension(&speech, "side").and_then(Json::text), side);

    let votes = make(DebateEvent::Voted { after: true, hands: [12, 9, 4] }).unwrap();
    assert_eq!(text(&votes, "object/id"), Some("https://school.test/climb#hands/after"));
    let hands = extension(&votes, "hands").unwrap();
    assert_eq!(hands.get(first).and_then(Json::number), Some(12.0));
    assert_eq!(hands.get(second).and_then(Json::number), Some(9.0));
    assert_eq!(extension(&votes, "undecided").and_then(Json::number), Some(4.0));

    let over = make(DebateEvent::Over(Some([3, -2]))).unwrap();
    assert_eq!(at(&over, "result/completion"), Some(&Json::Bool(true)));
    let shift = extension(&over, "shift").unwrap();
    assert_eq!(shift.get(second).and_then(Json::number), Some(-2.0));
    assert_eq!(at(&make(DebateEvent::Over(None)).unwrap(), "result/extensions"), None);
    assert!(make(DebateEvent::Prepared).is_some());
    assert_eq!(make(DebateEvent::Spoke(99)), None);
}
