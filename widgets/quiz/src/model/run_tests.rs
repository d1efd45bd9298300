//! Runs from start to result, kept and restored, in one tab and in two.

use adil::content::{Document, open};
use adil::json::Json;
use proptest::prelude::*;

use super::*;
use crate::model::{Folding, by_outcome, merge, outcome, restore, save, standing, stars};

fn fold(text: &str, _: Folding) -> String {
    text.to_lowercase()
}

fn parse(text: &str) -> Result<Json, String> {
    serde_json::from_str(text).map_err(|e| e.to_string())
}

fn document(settings: &str) -> Document<Quiz> {
    let items: Vec<String> = (0..6)
        .map(|n| {
            format!(
                r#"{{"id": "i{n}", "type": "single", "stem": "?", "weight": {}, "options": [
                    {{"text": "right", "score": 1}}, {{"text": "half", "score": 0.5}},
                    {{"text": "wrong", "score": -1}}]}}"#,
                n + 1
            )
        })
        .collect();
    let text = format!(
        r#"{{"format": "adil", "formatVersion": 1, "kind": "quiz", "id": "q", "title": "Q",
            "settings": {{{settings}}}, "items": [{}],
            "bands": [{{"min": 0, "text": "low"}}, {{"min": 0.5, "text": "high"}}]}}"#,
        items.join(",")
    );
    let (document, warnings) = open("quiz.json", &text, parse).unwrap();
    assert_eq!(warnings, Vec::<String>::new());
    document
}

/// A run over a single item.
fn alone(item: &str) -> (Document<Quiz>, Rules, Run) {
    let text = format!(
        r#"{{"format": "adil", "formatVersion": 1, "kind": "quiz", "id": "q", "title": "Q",
            "settings": {{"tries": 2}}, "items": [{{"id": "a", "stem": "?", {item}}}]}}"#
    );
    let (document, _) = open("quiz.json", &text, parse).unwrap();
    let rules = Rules::new(&document, Mode::Learn, None);
    let run = Run::new(&document.body, &rules, 1, 1);
    (document, rules, run)
}

// A pupil typed "seven", then "7 days", and was out of tries.
#[test]
fn what_is_no_number_costs_no_try() {
    let (document, rules, mut run) = alone(r#""type": "number", "answer": 7"#);
    let mut check = |typed: &str| {
        run.respond(Response::Typed(vec![typed.into()]));
        let mark = run.check(&document.body, &rules, "en", fold);
        (mark.map(|mark| mark.verdict), run.answers[0].attempts, run.answers[0].checked)
    };
    assert_eq!(check("seven"), (None, 0, false));
    assert_eq!(check("7 days"), (None, 0, false));
    assert_eq!(check("\u{200b}"), (None, 0, false), "nothing is to be seen");
    assert_eq!(check("7"), (Some(Verdict::Right), 1, true));
}

// A text of marks that nobody sees counted as an answer, and took a try.
#[test]
fn what_nobody_sees_is_no_answer() {
    let (document, rules, mut run) = alone(r#""type": "text", "accepted": ["yes"]"#);
    run.respond(Response::Typed(vec!["\u{200f}\u{200b} ".into()]));
    assert_eq!(run.check(&document.body, &rules, "en", fold), None);
    assert_eq!(run.answers[0].attempts, 0);
    assert!(run.answers[0].response.is_empty());
}

// The two E of LEVEL had changed places: the cards to be put in order spelled it already.
#[test]
fn entries_never_come_as_they_are_to_be_spelled() {
    let (document, rules, _) = alone(r#""type": "order", "entries": ["a", "b", "a"]"#);
    for seed in 0..200 {
        let run = Run::new(&document.body, &rules, 1, seed);
        let order = run.part_order(&document.body.items[0], "entries", 3);
        assert_ne!(order.iter().map(|n| n % 2).collect::<Vec<_>>(), [0, 1, 0], "seed {seed}");
    }
}

/// The items of a run that begins with one that the page has shown, and how the options of the
/// first one stand after it was kept.
fn begun(settings: &str, shown: usize) -> (Vec<usize>, Vec<usize>) {
    let document = document(settings);
    let quiz = &document.body;
    let rules = Rules::new(&document, Mode::Learn, None);
    let mut run = Run::new(quiz, &rules, 1, 5);
    run.begin_with(quiz, &rules, shown, vec![2, 0, 1]);
    let run = restore(quiz, &save(quiz, &run)).unwrap();
    let items: Vec<usize> = run.answers.iter().map(|answer| answer.item).collect();
    let order = run.part_order(&quiz.items[items[0]], "options", 3);
    (items, order)
}

#[test]
fn a_run_begins_with_what_the_page_has_shown() {
    for shown in 0..6 {
        for settings in [r#""shuffle": true"#, r#""shuffle": true, "pick": 2"#] {
            let (mut items, order) = begun(settings, shown);
            assert_eq!((items[0], order), (shown, vec![2, 0, 1]), "{settings}");
            items.sort_unstable();
            items.dedup();
            assert_eq!(items.len(), if settings.contains("pick") { 2 } else { 6 });
        }
        assert_eq!(begun("", shown).0, [0, 1, 2, 3, 4, 5], "no chance, no other order");
    }
}

#[test]
fn an_order_that_does_not_fit_any_more_is_not_used() {
    let document = document(r#""shuffleOptions": true"#);
    let rules = Rules::new(&document, Mode::Learn, None);
    let mut run = Run::new(&document.body, &rules, 1, 5);
    let own = run.part_order(&document.body.items[0], "options", 3);
    for order in [vec![0, 1], vec![0, 1, 1], vec![0, 1, 3], vec![0, 1, 2, 3]] {
        run.begin_with(&document.body, &rules, 0, order);
        assert_eq!(run.part_order(&document.body.items[0], "options", 3), own);
    }
}

#[test]
fn a_page_overrides_the_rules_of_a_file() {
    #[track_caller]
    fn check(mode: Mode, attributes: &[(&str, &str)], read: fn(&Rules) -> String, expected: &str) {
        let mut rules = Rules::new(&document(r#""pick": 2"#), mode, None);
        let of = |name: &str| attributes.iter().find(|one| one.0 == name);
        rules.override_by(&|name| of(name).map(|(_, value)| (*value).to_owned()));
        assert_eq!(read(&rules), expected, "{attributes:?}");
    }
    let picked: fn(&Rules) -> String = |rules| format!("{:?}", rules.settings.pick.map(|n| n.0));
    check(Mode::Learn, &[], picked, "Some(2)");
    check(Mode::Learn, &[("pick", " 3 ")], picked, "Some(3)");
    check(Mode::Learn, &[("pick", "0")], picked, "Some(2)");
    check(Mode::Learn, &[("pick", "some")], picked, "Some(2)");
    let mixed: fn(&Rules) -> String =
        |rules| format!("{} {}", rules.settings.shuffle, rules.settings.shuffle_options);
    check(Mode::Learn, &[("shuffle", "")], mixed, "true true");
    check(Mode::Learn, &[("shuffle", "false")], mixed, "false false");
    let tries: fn(&Rules) -> String = |rules| format!("{:?}", rules.attempts);
    check(Mode::Learn, &[("tries", "4")], tries, "Some(4)");
    check(Mode::Test, &[("tries", "4")], tries, "Some(1)");
    let time: fn(&Rules) -> String =
        |rules| format!("{:?} {}", rules.limit_seconds(), rules.may_pause());
    check(Mode::Test, &[("time-limit", "1.5"), ("allow-pause", "false")], time, "Some(90) false");
}

#[test]
fn a_result_tells_how_each_question_and_each_outcome_stands() {
    let item = |id: &str, outcome: &str, kind: &str| {
        format!(r#"{{"id": "{id}", "stem": "?", {outcome} {kind}}}"#)
    };
    let choice = r#""type": "single", "options": [{"text": "right", "score": 1},
        {"text": "half", "score": 0.5}, {"text": "wrong"}]"#;
    let poll = r#""type": "poll", "options": [{"text": "a"}, {"text": "b"}]"#;
    let (share, ask) = (r#""outcome": "share", "#, r#""outcome": {"en": "ask"}, "#);
    let items = [
        item("i0", share, choice),
        item("i1", ask, &[r#""weight": 3, "#, choice].concat()),
        item("i2", share, choice),
        item("i3", "", choice),
        item("i4", ask, choice),
        item("i5", share, poll),
        item("i6", "", poll),
    ];
    let text = format!(
        r#"{{"format": "adil", "formatVersion": 1, "kind": "quiz", "id": "q", "title": "Q",
            "languages": ["en"], "items": [{}]}}"#,
        items.join(",")
    );
    let (document, _) = open::<Quiz>("quiz.json", &text, parse).unwrap();
    let quiz = &document.body;
    let rules = Rules::new(&document, Mode::Learn, None);
    let mut run = Run::new(quiz, &rules, 1, 1);
    for (at, option) in [(0, 0), (1, 1), (2, 2), (4, 0), (5, 0)] {
        run.at = at;
        answer(&mut run, &document, &rules, option);
    }
    let standings: Vec<_> = run.answers.iter().map(|one| standing(quiz, one).word()).collect();
    assert_eq!(standings, ["right", "partly", "wrong", "open", "right", "given", "open"]);
    let outcomes = by_outcome(quiz, &run);
    let outcomes: Vec<_> = outcomes.iter().map(|(name, share)| (name.get("en"), *share)).collect();
    // Half of two points; half of three and one of four.
    assert_eq!(outcomes, [("share", 0.5), ("ask", 0.63)]);
}

fn answer(run: &mut Run, document: &Document<Quiz>, rules: &Rules, option: usize) -> Option<Mark> {
    run.respond(Response::Chosen(vec![option]));
    run.check(&document.body, rules, "en", fold)
}

#[test]
fn further_tries_cost_the_penalty_and_the_best_counts() {
    let document = document(r#""tries": 3, "penalty": 0.25"#);
    let rules = Rules::new(&document, Mode::Learn, None);
    let mut run = Run::new(&document.body, &rules, 1, 1);
    answer(&mut run, &document, &rules, 1);
    assert!((run.answers[0].best - 0.5).abs() < 1e-9);
    run.retry(&document.body, &rules);
    answer(&mut run, &document, &rules, 0);
    assert!((run.answers[0].best - 0.75).abs() < 1e-9);
    run.retry(&document.body, &rules);
    answer(&mut run, &document, &rules, 2);
    assert!((run.answers[0].best - 0.75).abs() < 1e-9);
    assert!(!run.may_retry(&document.body, &rules), "three tries are over");
}

#[test]
fn tries_go_by_age_where_the_file_says_nothing() {
    let document = document("");
    let attempts = |level| Rules::new(&document, Mode::Learn, Some(level)).attempts;
    assert_eq!(attempts(Level::Primary1), None);
    assert_eq!(attempts(Level::Secondary), Some(2));
    assert_eq!(attempts(Level::Tertiary), Some(1));
    assert_eq!(Rules::new(&document, Mode::Test, Some(Level::Primary1)).attempts, Some(1));
}

#[test]
fn primary_school_has_no_timer() {
    let document = document(r#""timeLimit": 5"#);
    let limit = |level| Rules::new(&document, Mode::Test, Some(level)).time_limit();
    assert_eq!(limit(Level::Secondary), Some(5.0));
    assert_eq!(limit(Level::Primary2), None);
}

#[test]
fn a_checked_answer_stands() {
    let document = document("");
    let rules = Rules::new(&document, Mode::Learn, None);
    let mut run = Run::new(&document.body, &rules, 1, 1);
    assert!(run.check(&document.body, &rules, "en", fold).is_none(), "nothing was answered");
    answer(&mut run, &document, &rules, 0);
    run.respond(Response::Chosen(vec![2]));
    assert_eq!(run.answers[0].response, Response::Chosen(vec![0]));
    assert!(run.check(&document.body, &rules, "en", fold).is_none());
}

#[test]
fn a_test_is_marked_at_the_end() {
    let document = document(r#""pass": 0.5"#);
    let rules = Rules::new(&document, Mode::Test, None);
    let mut run = Run::new(&document.body, &rules, 1, 1);
    for at in 0..5 {
        run.at = at;
        run.respond(Response::Chosen(vec![0]));
    }
    assert!(outcome(&document.body, &rules, &run).raw.abs() < 1e-9);
    run.finish(&document.body, &rules, "en", fold);
    let result = outcome(&document.body, &rules, &run);
    assert!((result.raw - 15.0).abs() < 1e-9 && (result.max - 21.0).abs() < 1e-9);
    assert_eq!((result.passed, result.band, result.missed), (Some(true), Some(1), 1));
    let missed = run.missed(&document.body, 2, 2);
    assert_eq!(missed.answers.iter().map(|a| a.item).collect::<Vec<_>>(), [5]);
}

#[test]
fn picked_items_keep_the_files_order_unless_shuffled() {
    let document = document(r#""pick": 3"#);
    let rules = Rules::new(&document, Mode::Learn, None);
    let items = |seed| {
        let run = Run::new(&document.body, &rules, 1, seed);
        run.answers.iter().map(|answer| answer.item).collect::<Vec<_>>()
    };
    assert!((0..50).all(|seed| items(seed).len() == 3 && items(seed).is_sorted()));
    assert!((0..50).any(|seed| items(seed) != items(0)), "another seed picks others");
    assert_eq!(items(9), items(9));
}

/// Whoever had two of three points read "67 %", and "not there yet" where 67 % was asked.
#[test]
fn what_is_shown_decides() {
    #[track_caller]
    fn check(settings: &str, right: &[usize], scaled: f64, passed: bool) {
        let document = document(settings);
        let rules = Rules::new(&document, Mode::Test, None);
        let mut run = Run::new(&document.body, &rules, 1, 1);
        right.iter().for_each(|n| run.answers[*n].best = 1.0);
        let result = outcome(&document.body, &rules, &run);
        assert_eq!((result.scaled, result.passed), (Some(scaled), Some(passed)), "{settings}");
        // The second band begins at a half.
        assert_eq!(result.band, Some(usize::from(scaled >= 0.5)));
    }
    // 14, 13, 10 and 11 of 21 points: 66.7, 61.9, 47.6 and 52.4 %.
    check(r#""pass": 0.67"#, &[5, 4, 2], 0.67, true);
    check(r#""pass": 0.68"#, &[5, 4, 2], 0.67, false);
    check(r#""pass": 0.624"#, &[5, 4, 1], 0.62, true);
    check(r#""pass": 0.5"#, &[5, 3], 0.48, false);
    check(r#""pass": 0.5"#, &[5, 4], 0.52, true);
    check(r#""pass": 1"#, &[0, 1, 2, 3, 4, 5], 1.0, true);
}

/// A test ended with four of five items unanswered, and nothing was asked.
#[test]
fn open_items_are_those_without_a_whole_answer() {
    let document = document("");
    let quiz = &document.body;
    let rules = Rules::new(&document, Mode::Learn, None);
    let mut run = Run::new(quiz, &rules, 1, 1);
    run.at = 1;
    answer(&mut run, &document, &rules, 2);
    run.at = 3;
    run.respond(Response::Chosen(vec![0]));
    assert_eq!(run.open(quiz, Mode::Test), [0, 2, 4, 5]);
    assert_eq!(run.open(quiz, Mode::Learn), [0, 2, 3, 4, 5], "what was never checked is open");
    run.retry(quiz, &rules);
    assert!(!run.open(quiz, Mode::Learn).contains(&1));
}

#[test]
fn the_time_is_kept_with_the_run() {
    let document = document("");
    let rules = Rules::new(&document, Mode::Test, None);
    let time = Time { seconds: 42, noted: 1_796_000_000_123.0, paused: true };
    let run = Run { time, ..Run::new(&document.body, &rules, 1, 1) };
    let kept = parse(&adil::json::write(&save(&document.body, &run))).unwrap();
    assert_eq!(restore(&document.body, &kept), Some(run));
}

#[test]
fn the_file_decides_whether_time_may_stop() {
    let may_pause = |settings: &str, level| {
        Rules::new(&document(settings), Mode::Test, Some(level)).may_pause()
    };
    assert!(may_pause(r#""timeLimit": 5"#, Level::Secondary));
    assert!(!may_pause(r#""timeLimit": 5, "pause": false"#, Level::Secondary));
    assert!(!may_pause("", Level::Secondary));
    assert!(!may_pause(r#""timeLimit": 5"#, Level::Primary1));
}

#[test]
fn stars_have_their_marks() {
    assert_eq!([0.0, 0.3, 0.6, 0.85, 1.0].map(stars), [0, 1, 2, 3, 3]);
}

#[test]
fn a_kept_run_survives_a_mended_file() {
    let before = document("");
    let rules = Rules::new(&before, Mode::Learn, None);
    let mut run = Run::new(&before.body, &rules, 7, 7);
    answer(&mut run, &before, &rules, 0);
    let text = adil::json::write(&save(&before.body, &run));
    let mended = text.replace("\"i5\"", "\"gone\"");
    let restored = restore(&before.body, &parse(&mended).unwrap()).unwrap();
    assert_eq!(restored.answers.len(), 5);
    assert_eq!(restored.answers[0], run.answers[0]);
}

/// What a learner may do, as numbers from a property test.
fn act(run: &mut Run, document: &Document<Quiz>, rules: &Rules, step: u32) {
    let quiz = &document.body;
    match step % 7 {
        0..=2 => run.respond(Response::Chosen(vec![(step / 7) as usize % 3])),
        3 => _ = run.check(quiz, rules, "en", fold),
        4 => run.retry(quiz, rules),
        5 => run.respond(Response::Unsure),
        _ => run.at = (step / 7) as usize % run.answers.len(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn a_score_stays_between_nothing_and_all_and_survives_being_kept(
        steps in prop::collection::vec(any::<u32>(), 0..40), seed: u32, test: bool,
    ) {
        let document = document(r#""penalty": 0.3, "tries": 3, "shuffle": true"#);
        let rules = Rules::new(&document, if test { Mode::Test } else { Mode::Learn }, None);
        let mut run = Run::new(&document.body, &rules, seed, seed);
        for step in steps {
            act(&mut run, &document, &rules, step);
        }
        let kept = parse(&adil::json::write(&save(&document.body, &run))).unwrap();
        let mut restored = restore(&document.body, &kept).unwrap();
        prop_assert_eq!(&restored, &run);
        run.finish(&document.body, &rules, "en", fold);
        restored.finish(&document.body, &rules, "en", fold);
        let result = outcome(&document.body, &rules, &run);
        prop_assert!(result.raw >= 0.0 && result.raw <= result.max + 1e-9);
        prop_assert_eq!(result, outcome(&document.body, &rules, &restored));
    }

    #[test]
    fn two_tabs_come_to_the_same_run(
        common in prop::collection::vec(any::<u32>(), 0..10),
        ours in prop::collection::vec(any::<u32>(), 0..10),
        theirs in prop::collection::vec(any::<u32>(), 0..10),
    ) {
        let document = document("");
        let rules = Rules::new(&document, Mode::Learn, None);
        let mut one = Run::new(&document.body, &rules, 1, 1);
        for step in common {
            act(&mut one, &document, &rules, step);
        }
        let mut two = one.clone();
        ours.into_iter().for_each(|step| act(&mut one, &document, &rules, step));
        theirs.into_iter().for_each(|step| act(&mut two, &document, &rules, step));
        two.at = one.at; // each tab stays where it is
        let merged = merge(&one, two.clone()).unwrap();
        prop_assert_eq!(&merged, &merge(&two, one.clone()).unwrap());
        prop_assert_eq!(&merged, &merge(&merged, one.clone()).unwrap());
        for (answer, one) in merged.answers.iter().zip(&one.answers) {
            prop_assert!(answer.best >= one.best);
        }
    }

    // A tab that was opened before anything was kept began a run of its own, and its first answer
    // replaced all that another tab had kept.
    #[test]
    fn an_untouched_run_gives_way_to_that_of_another_tab(step in any::<u32>()) {
        let document = document("");
        let rules = Rules::new(&document, Mode::Learn, None);
        let untouched = Run::new(&document.body, &rules, 1, 1);
        let mut other = Run::new(&document.body, &rules, 2, 2);
        act(&mut other, &document, &rules, step);
        let touched = other.answers.iter().any(|answer| answer.revision > 0);
        prop_assert_eq!(merge(&untouched, other.clone()), Some(other.clone()));
        prop_assert_eq!(merge(&other, untouched.clone()), (!touched).then_some(untouched));
    }

    #[test]
    fn a_torn_run_is_restored_or_refused_but_never_panics(
        from in 0_usize..600, to in 0_usize..600, with in "[0-9a-z\":,{}\\[\\]-]{0,4}",
    ) {
        let document = document("");
        let rules = Rules::new(&document, Mode::Learn, None);
        let mut run = Run::new(&document.body, &rules, 1, 1);
        answer(&mut run, &document, &rules, 0);
        let mut text = adil::json::write(&save(&document.body, &run));
        let (from, to) = (from.min(to).min(text.len()), from.max(to).min(text.len()));
        text.replace_range(from..to, &with);
        if let Ok(json) = parse(&text)
            && let Some(mut restored) = restore(&document.body, &json)
        {
            restored.finish(&document.body, &rules, "en", fold);
            outcome(&document.body, &rules, &restored);
        }
    }
}

/// A teacher counted twelve hands, looked at the next question, and came back to none.
#[test]
fn raised_hands_are_kept_with_their_options() {
    let document = document("");
    let quiz = &document.body;
    let rules = Rules::new(&document, Mode::Class, None);
    let mut run = Run::new(quiz, &rules, 1, 1);
    run.raise(1, 3, 12);
    run.raise(0, 3, 2);
    run.at = 1;
    assert!(run.current().is_some_and(|answer| answer.hands.is_empty()), "not of the next one");
    let kept = save(quiz, &run);
    assert_eq!(restore(quiz, &kept), Some(run.clone()));
    assert_eq!(run.answers[0].hands, [2, 12, 0]);
    // The file was mended meanwhile: options in another order, one with other words.
    let text = r#"{"format": "adil", "formatVersion": 1, "kind": "quiz", "id": "q", "title": "Q",
        "items": [{"id": "i0", "type": "single", "stem": "?", "options": [
            {"text": "half", "score": 0.5}, {"text": "other"}, {"text": "right", "score": 1}]}]}"#;
    let mended: Document<Quiz> = open("quiz.json", text, parse).unwrap().0;
    let answers = restore(&mended.body, &kept).unwrap().answers;
    assert_eq!(answers[0].hands, [12, 0, 2]);
    // Counted anew, there is nothing to keep.
    run.at = 0;
    (0..3).for_each(|option| run.raise(option, 3, 0));
    assert!(restore(quiz, &save(quiz, &run)).unwrap().answers[0].hands.is_empty());
    // An option that is not there has no hands.
    run.raise(7, 3, 1);
    assert_eq!(run.answers[0].hands, [0, 0, 0]);
}
