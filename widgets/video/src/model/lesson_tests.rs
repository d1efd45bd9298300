use super::*;
use adil::content::{Document, open};
use proptest::prelude::*;

const DURATION: Moment = Moment(100_000);

/// Checkpoints at 10, 20, 30 and 40 seconds; `{rule}` is the rule for completion.
fn lesson(rule: &str) -> Video {
    lesson_at([10, 20, 30, 40], rule)
}

fn lesson_at(cues: [u32; 4], rule: &str) -> Video {
    const ITEM: &str = r#""item":{"id":"q","type":"truth","stem":"Is it?","answer":true}"#;
    let [a, b, c, d] = cues;
    let text = format!(
        r#"{{"format":"adil","formatVersion":1,"kind":"video","id":"v","title":"V",
        "languages":["en"],"checkpoints":[
          {{"id":"poll","at":{a},{ITEM}}},
          {{"id":"need","at":{b},{ITEM},"required":true,"tries":2,"rewindTo":1}},
          {{"id":"jump","at":{c},{ITEM},"required":true,"rewindTo":2,"rewinds":true,"skipTo":99}},
          {{"id":"note","at":{d},"note":"Stop."}}]{rule}}}"#
    );
    let parse = |text: &str| serde_json::from_str(text).map_err(|e| e.to_string());
    let (document, _): (Document<Video>, _) = open("v.json", &text, parse).unwrap();
    document.body
}

fn after(answers: &[(usize, Outcome)]) -> (Video, Progress, Vec<Next>) {
    let video = lesson("");
    let mut progress = Progress::default();
    let give = |(n, outcome): &(usize, Outcome)| progress.answer(&video.checkpoints[*n], *outcome);
    let next = answers.iter().map(give).collect();
    (video, progress, next)
}

#[track_caller]
fn check_next(answers: &[(usize, Outcome)], expected: Next) {
    assert_eq!(after(answers).2.last(), Some(&expected));
}

#[test]
fn answers_lead_on_ahead_or_back() {
    let (right, wrong, open) = (Outcome::Right, Outcome::Wrong, Outcome::Open);
    let again = |from: Option<u32>, may_go_on| Next::Again { from: from.map(Moment), may_go_on };
    check_next(&[(0, right)], Next::On);
    check_next(&[(0, open)], Next::On);
    check_next(&[(0, wrong)], again(None, true));
    check_next(&[(1, wrong)], again(Some(1_000), false));
    // With the last try gone nobody is trapped.
    check_next(&[(1, wrong), (1, wrong)], again(Some(1_000), true));
    check_next(&[(2, right)], Next::Ahead(Moment(99_000)));
    check_next(&[(2, wrong)], Next::Back(Moment(2_000)));
    check_next(&[(3, open)], Next::On);
}

#[test]
fn what_was_right_once_stays_passed() {
    let (video, progress, _) = after(&[(2, Outcome::Right), (2, Outcome::Wrong)]);
    assert!(progress.has_passed(&video.checkpoints[2]));
    assert_eq!(progress.answered[0].tries, 2);
    // The video does not go back by itself from what was passed.
    let offer = Next::Again { from: Some(Moment(2_000)), may_go_on: true };
    check_next(&[(2, Outcome::Right), (2, Outcome::Wrong)], offer);
}

#[track_caller]
fn check_complete(rule: &str, answers: &[usize], watched: u32, expected: bool) {
    let video = lesson(rule);
    let mut progress = Progress::default();
    for n in answers {
        progress.answer(&video.checkpoints[*n], Outcome::Right);
    }
    progress.play(Moment(0), Moment(watched), true);
    assert_eq!(progress.report(&video, DURATION).complete, expected, "{rule}");
}

#[test]
fn completion_goes_by_the_lessons_rule() {
    check_complete("", &[1, 2], 0, true);
    check_complete("", &[0, 1, 3], 90_000, false);
    let rule = r#","completion":{"minCheckpoints":3,"minWatched":0.8}"#;
    check_complete(rule, &[0, 1, 3], 80_000, true);
    check_complete(rule, &[0, 1, 3], 79_600, true);
    check_complete(rule, &[0, 1, 3], 79_000, false);
    check_complete(rule, &[0, 1], 100_000, false);
    check_complete(r#","completion":{"minCheckpoints":9}"#, &[0, 1, 2, 3], 0, true);
}

#[test]
fn play_that_nobody_could_see_or_hear_is_told_apart() {
    let (video, mut progress, _) = after(&[]);
    progress.play(Moment(0), Moment(40_000), true);
    progress.play(Moment(30_000), Moment(60_000), false);
    let report = progress.report(&video, DURATION);
    assert!((report.watched - 0.6).abs() < 1e-9);
    assert!((report.unattended - 0.2).abs() < 1e-9, "what was attended before counts as that");
}

#[test]
fn what_was_not_right_at_once_is_to_be_repeated() {
    let answers =
        [(0, Outcome::Right), (1, Outcome::Wrong), (1, Outcome::Right), (3, Outcome::Open)];
    let (video, progress, _) = after(&answers);
    let report = progress.report(&video, DURATION);
    assert_eq!(report.repeat, [1, 2]);
    assert_eq!((report.passed, report.checkpoints), (3, 4));
}

#[test]
fn a_new_cut_keeps_checkpoints_places_and_bookmarks() {
    let (video, mut progress, _) = after(&[(0, Outcome::Right), (1, Outcome::Wrong)]);
    progress.play(Moment(0), Moment(23_000), true);
    progress.at = Spot::at(Moment(23_000), &video.checkpoints);
    progress.bookmark(Spot::at(Moment(4_000), &video.checkpoints));
    let kept = progress.save(DURATION);
    let same = Progress::restore(&kept, &video.checkpoints, Moment(100_400));
    assert_eq!(same, progress);
    let cut = lesson_at([15, 35, 36, 60], "").checkpoints;
    let moved = Progress::restore(&kept, &cut, Moment(120_000));
    assert_eq!(moved.answered, progress.answered);
    assert_eq!(moved.watched(), Ranges::default(), "nobody knows what of it is still there");
    assert_eq!(moved.at.position(&cut), Some(Moment(36_000)), "not beyond the next cue");
    assert_eq!(moved.bookmarks[0].position(&cut), Some(Moment(4_000)));
}

#[test]
fn a_bookmark_is_set_and_taken_away() {
    let mut progress = Progress::default();
    let spot = Spot { after: None, offset: 5 };
    progress.bookmark(spot.clone());
    assert_eq!(progress.bookmarks.len(), 1);
    progress.bookmark(spot);
    assert_eq!(progress.bookmarks.len(), 0);
}

const NAMES: [&str; 8] =
    ["answered", "attended", "at", "after", "offset", "id", "outcome", "tries"];

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<f64>().prop_map(Json::Number),
        prop_oneof![Just("need"), Just("right"), Just("x")].prop_map(Json::from),
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        let rows = prop::collection::vec((prop::sample::select(&NAMES[..]), inner.clone()), 0..5);
        prop_oneof![
            prop::collection::vec(inner, 0..5).prop_map(Json::List),
            rows.prop_map(|rows| {
                let owned = rows.into_iter().map(|(name, value)| (name.to_owned(), value));
                Json::Object(owned.collect())
            }),
        ]
    })
}

proptest! {
    #[test]
    fn is_restored_from_anything(kept in any_json()) {
        let video = lesson("");
        let progress = Progress::restore(&kept, &video.checkpoints, DURATION);
        prop_assert!(progress.at.position(&video.checkpoints).is_some());
        let again = Progress::restore(&progress.save(DURATION), &video.checkpoints, DURATION);
        prop_assert_eq!(again, progress);
    }

    #[test]
    fn a_spot_is_where_it_was_set(at in 0..100_000u32) {
        let checkpoints = lesson("").checkpoints;
        let spot = Spot::at(Moment(at), &checkpoints);
        prop_assert_eq!(spot.position(&checkpoints), Some(Moment(at)));
    }
}

#[test]
fn standing_and_tries_left_follow_from_answers() {
    let check = |answers: &[(usize, Outcome)], n: usize, standing, left| {
        let (video, progress, _) = after(answers);
        let one = &video.checkpoints[n];
        assert_eq!((progress.standing(one), progress.tries_left(one)), (standing, left));
    };
    let wrong = Outcome::Wrong;
    check(&[], 1, Standing::Upcoming, Some(2.0));
    check(&[(1, wrong)], 1, Standing::Failed, Some(1.0));
    check(&[(1, wrong), (1, wrong)], 1, Standing::Passed, Some(1.0));
    check(&[(2, wrong)], 2, Standing::Failed, None);
    check(&[(2, Outcome::Right)], 2, Standing::Passed, None);
}

#[test]
fn another_look_begins_where_the_author_says_else_ten_seconds_before() {
    let video = lesson_at([4, 20, 30, 40], "");
    let from: Vec<_> = video.checkpoints.iter().map(|one| one.again_from().0).collect();
    assert_eq!(from, [0, 1_000, 2_000, 30_000]);
}
