use super::*;
use crate::model::Checkpoints;
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
    let give = |(n, outcome): &(usize, Outcome)| progress.answer(*n, &video.checkpoints, *outcome);
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
fn a_teacher_may_always_go_on() {
    let (right, wrong) = (Outcome::Right, Outcome::Wrong);
    let free = |from: u32| Next::Again { from: Some(Moment(from)), may_go_on: true };
    let next = |n, outcome| after(&[(n, outcome)]).2[0].without_rules();
    assert_eq!(next(1, wrong), free(1_000));
    assert_eq!(next(2, wrong), free(2_000));
    assert_eq!(next(2, right), Next::Ahead(Moment(99_000)));
}

#[test]
fn what_was_right_once_stays_passed() {
    let (video, progress, _) = after(&[(2, Outcome::Right), (2, Outcome::Wrong)]);
    assert!(progress.has_passed(&video.checkpoints[2]));
    // Whoever watches again and answers again has not needed two tries.
    assert_eq!(progress.answered[0].attempts, 1);
    // Nobody has to go back from what was passed.
    let offer = Next::Again { from: Some(Moment(2_000)), may_go_on: true };
    check_next(&[(2, Outcome::Right), (2, Outcome::Wrong)], offer);
}

#[track_caller]
fn check_complete(rule: &str, answers: &[usize], watched: u32, expected: bool) {
    let video = lesson(rule);
    let mut progress = Progress::default();
    for n in answers {
        progress.answer(*n, &video.checkpoints, Outcome::Right);
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

/// What the end says was watched, what decides and what is told are one number.
#[test]
fn what_was_watched_is_told_in_whole_percent() {
    #[track_caller]
    fn check(least: &str, watched: u32, expected: f64, complete: bool) {
        let rule = [r#","completion":{"minCheckpoints":0,"minWatched":"#, least, "}"].concat();
        let mut progress = Progress::default();
        progress.play(Moment(0), Moment(watched), true);
        let report = progress.report(&lesson(&rule), DURATION);
        assert!((report.watched - expected).abs() < 1e-9, "{}", report.watched);
        assert_eq!(report.complete, complete, "{watched} of {least}");
    }
    check("0.67", 66_667, 0.67, true);
    check("0.67", 66_400, 0.66, false);
    check("1", 99_400, 0.99, false);
    check("1", 99_600, 1.0, true);
}

/// A lesson without required checkpoints and without a rule was complete before it began.
#[test]
fn where_nothing_is_asked_the_end_has_to_be_reached() {
    let mut video = lesson("");
    video.checkpoints = Checkpoints::default();
    let mut progress = Progress::default();
    progress.play(Moment(0), Moment(99_000), true);
    assert!(!progress.report(&video, DURATION).complete);
    progress.reached_end = true;
    assert!(progress.report(&video, DURATION).complete);
}

/// A broadcast has no length, and a share of it could never be watched.
#[test]
fn of_what_has_no_length_the_end_counts_as_all() {
    let video = lesson(r#","completion":{"minCheckpoints":1,"minWatched":1}"#);
    let mut progress = Progress::default();
    progress.answer(0, &video.checkpoints, Outcome::Right);
    assert!(!progress.report(&video, Moment(0)).complete);
    progress.reached_end = true;
    let report = progress.report(&video, Moment(0));
    assert!(report.complete && report.unattended.abs() < 1e-9 || report.watched > 0.0);
}

/// The checkpoint before the place to which a right answer leads threw learners back at the next
/// seek, and kept the lesson from being complete.
#[test]
fn a_right_answer_excuses_what_it_leads_past() {
    let video = lesson_at([10, 15, 20, 40], "");
    let mut progress = Progress::default();
    progress.answer(1, &video.checkpoints, Outcome::Right);
    let next = progress.answer(2, &video.checkpoints, Outcome::Right);
    assert_eq!(next, Next::Ahead(Moment(99_000)));
    assert!(progress.has_passed(&video.checkpoints[3]));
    let again = Progress::restore(&progress.save(), &video.checkpoints);
    assert!(again.has_passed(&video.checkpoints[3]) && !again.has_passed(&video.checkpoints[0]));
}

#[test]
fn a_question_that_cannot_be_shown_keeps_nobody_until_it_can() {
    let (video, mut progress, _) = after(&[(2, Outcome::Right)]);
    let one = &video.checkpoints[1];
    progress.set_broken(one, true);
    assert!(progress.gates(&video.checkpoints)[1].passed);
    assert!(progress.report(&video, DURATION).complete);
    let again = Progress::restore(&progress.save(), &video.checkpoints);
    assert!(!again.has_passed(one), "the next visit may be able to show it");
    progress.set_broken(one, false);
    assert!(!progress.has_passed(one));
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
    progress.measure(DURATION);
    let kept = progress.save();
    let mut same = Progress::restore(&kept, &video.checkpoints);
    assert_eq!(same, progress);
    same.measure(Moment(100_400));
    assert_eq!(same.watched(), progress.watched());
    let cut = lesson_at([15, 35, 36, 60], "").checkpoints;
    let mut moved = Progress::restore(&kept, &cut);
    moved.measure(Moment(120_000));
    assert_eq!(moved.answered, progress.answered);
    assert_eq!(moved.watched(), Ranges::default(), "nobody knows what of it is still there");
    assert_eq!(moved.at.position(&cut), Some(Moment(36_000)), "not beyond the next cue");
    assert_eq!(moved.bookmarks[0].position(&cut), Some(Moment(4_000)));
}

#[test]
fn where_a_checkpoint_is_gone_the_last_answered_one_is_the_place() {
    let (video, mut progress, _) = after(&[(0, Outcome::Right)]);
    progress.at = Spot::at(Moment(33_000), &video.checkpoints);
    let rest = &video.checkpoints[..2];
    assert_eq!(Progress::restore(&progress.save(), rest).at.position(rest), Some(Moment(10_000)));
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

// The last of two tabs replaced what the other one had kept.
#[test]
fn what_is_done_in_another_tab_is_done_here() {
    let (video, mut ours, _) = after(&[(0, Outcome::Right), (1, Outcome::Wrong)]);
    let (_, mut theirs, _) = after(&[(0, Outcome::Wrong), (1, Outcome::Right), (3, Outcome::Open)]);
    let spot = |offset| Spot { after: None, offset };
    ours.play(Moment(0), Moment(5_000), true);
    theirs.play(Moment(4_000), Moment(9_000), true);
    ours.bookmark(spot(1));
    theirs.bookmark(spot(1));
    theirs.bookmark(spot(2));
    ours.join(theirs);
    let passed = video.checkpoints.iter().map(|one| ours.has_passed(one));
    assert_eq!(passed.collect::<Vec<_>>(), [true, true, false, true]);
    assert_eq!(ours.attended.list(), [(0, 9_000)]);
    assert_eq!(ours.bookmarks, [spot(1), spot(2)]);
    let joined = ours.clone();
    ours.join(joined.clone());
    assert_eq!(ours, joined);
}

#[test]
fn what_was_played_of_another_cut_in_another_tab_is_left_out() {
    let mut ours = Progress::default();
    ours.measure(DURATION);
    let mut theirs = Progress::default();
    theirs.measure(Moment(50_000));
    theirs.play(Moment(0), Moment(9_000), true);
    ours.join(theirs);
    assert_eq!((ours.cut(), ours.watched().sum()), (DURATION.0, 0));
}

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
        let progress = Progress::restore(&kept, &video.checkpoints);
        prop_assert!(progress.at.position(&video.checkpoints).is_some());
        let again = Progress::restore(&progress.save(), &video.checkpoints);
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
    let check = |answers: &[(usize, Outcome)], n: usize, standing, left: Option<usize>| {
        let (video, progress, _) = after(answers);
        let one = &video.checkpoints[n];
        assert_eq!((progress.standing(one), progress.tries_left(one)), (standing, left));
    };
    let wrong = Outcome::Wrong;
    check(&[], 1, Standing::Upcoming, Some(2));
    check(&[(1, wrong)], 1, Standing::Failed, Some(1));
    check(&[(1, wrong), (1, wrong)], 1, Standing::Passed, Some(1));
    check(&[(2, wrong)], 2, Standing::Failed, None);
    check(&[(2, Outcome::Right)], 2, Standing::Passed, None);
}

#[test]
fn another_look_begins_where_the_author_says_else_ten_seconds_before() {
    let video = lesson_at([4, 20, 30, 40], "");
    let from: Vec<_> = video.checkpoints.iter().map(|one| one.again_from().0).collect();
    assert_eq!(from, [0, 1_000, 2_000, 30_000]);
}
