//! Stations, juries and places.

use super::super::*;
use super::{game, six_stations};

fn quest(game: &Game) -> &Quest {
    match game {
        Game::Quest(quest) => quest,
        other => panic!("{} is no quest", other.kind()),
    }
}

#[test]
fn every_team_is_everywhere_once_and_never_two_at_one_station() {
    let game = six_stations();
    let quest = quest(&game);
    for count in 2..=5 {
        let teams = Teams::new(count);
        let mut seen = vec![Vec::new(); count];
        for round in 0..quest.rounds(teams) {
            let mut taken = Vec::new();
            for (team, seen) in seen.iter_mut().enumerate() {
                let station = quest.station(teams, team, round).unwrap();
                assert!(!taken.contains(&station), "round {round}");
                taken.push(station);
                seen.push(station);
            }
        }
        for mut stations in seen {
            stations.sort_unstable();
            assert_eq!(stations, [0, 1, 2, 3, 4, 5]);
        }
    }
}

/// With fewer stations than teams some have to wait, and still get everywhere.
#[test]
fn with_few_stations_teams_wait_in_turn() {
    let game = game(
        "quest",
        r#""criteria": [{"id": "c", "title": "C"}], "stations": [
            {"id": "a", "title": "A", "text": "."}, {"id": "b", "title": "B", "text": "."}]"#,
    );
    let (quest, teams) = (quest(&game), Teams::new(3));
    let at = |team| (0..3).map(|round| quest.station(teams, team, round)).collect::<Vec<_>>();
    assert_eq!(at(0), [Some(0), Some(1), None]);
    assert_eq!(at(1), [Some(1), None, Some(0)]);
    assert_eq!(at(2), [None, Some(0), Some(1)]);
}

fn points(team: usize, station: usize, criterion: usize, points: usize) -> Move {
    Move::Points { team, station, criterion, points }
}

/// Places by all points; the criteria of the tie rule decide in their order.
#[track_caller]
fn check(given: &[(usize, usize, usize, usize)], expected: &[(usize, usize, usize, bool)]) {
    let game = six_stations();
    let quest = quest(&game);
    let mut course = Course::first(quest, Teams::new(3));
    for (team, station, criterion, n) in given {
        assert!(course.take(quest, points(*team, *station, *criterion, *n)));
    }
    let found: Vec<_> = course
        .totals(quest)
        .iter()
        .map(|total| (total.team, total.points, total.place, total.by_tie))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn totals_places_and_ties() {
    check(&[], &[(0, 0, 1, false), (1, 0, 1, false), (2, 0, 1, false)]);
    check(
        &[(0, 0, 0, 3), (1, 0, 0, 5), (2, 0, 0, 4)],
        &[(1, 5, 1, false), (2, 4, 2, false), (0, 3, 3, false)],
    );
    // Fairness (criterion 2) decides before teamwork (criterion 1).
    check(
        &[(0, 0, 0, 5), (1, 0, 1, 5), (2, 0, 2, 5)],
        &[(2, 5, 1, true), (1, 5, 2, true), (0, 5, 3, true)],
    );
    // Even in all of it: they share a place, and the next one is left out.
    check(
        &[(0, 0, 2, 2), (1, 3, 2, 2), (2, 0, 0, 1)],
        &[(0, 2, 1, false), (1, 2, 1, false), (2, 1, 3, false)],
    );
}

#[test]
fn points_beyond_the_sheet_are_refused_and_can_be_mended() {
    let game = six_stations();
    let quest = quest(&game);
    let mut course = Course::first(quest, Teams::new(2));
    for step in [points(2, 0, 0, 1), points(0, 6, 0, 1), points(0, 0, 3, 1), points(0, 0, 0, 6)] {
        assert!(!course.take(quest, step), "{step:?}");
    }
    assert!(course.take(quest, points(0, 0, 0, 2)));
    assert!(!course.take(quest, points(0, 0, 0, 2)), "nothing changes");
    assert!(course.take(quest, points(0, 0, 0, 5)));
    assert_eq!(course.at_station(0, 0), 5);
    assert!(!course.is_judged(0, 0));
    for _ in 0..6 {
        assert!(course.take(quest, Move::Next));
    }
    assert!(course.over && !course.take(quest, Move::Next));
    assert!(course.take(quest, points(1, 5, 2, 4)), "a sheet that comes late counts");
}
