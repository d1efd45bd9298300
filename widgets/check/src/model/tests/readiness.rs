//! Shares, gaps, several runs, tables.

use super::*;

fn iso() -> Check {
    read(include_str!("../../../examples/iso-37001-ready.json"))
}

fn all_of(check: &Check, points: impl Fn(usize) -> Option<u8>) -> Answers {
    let mut answers = Answers::default();
    for n in 0..check.questions.len() {
        let not = || Answer::Not("We have none.".into());
        answers.set(check, n, Some(points(n).map_or_else(not, Answer::Scale)));
    }
    answers
}

#[test]
fn readiness_is_a_weighted_share_of_what_applies() {
    #[track_caller]
    fn case(check: &Check, points: impl Fn(usize) -> Option<u8>, percent: f64, result: &str) {
        let answers = all_of(check, points);
        let share = check.whole(&answers).map(adil::percent::percent);
        assert_eq!(share, Some(percent));
        assert_eq!(ids(check, &check.verdict(&answers).results), [result]);
    }
    let check = iso();
    assert_eq!(check.questions.len(), 38);
    case(&check, |_| Some(4), 100.0, "ready");
    case(&check, |_| Some(0), 0.0, "starting");
    case(&check, |_| Some(2), 50.0, "gaps");
    case(&check, |_| Some(3), 75.0, "ready");
    case(&check, |n| (n % 2 == 0).then_some(1), 25.0, "starting");
    // What does not apply makes a group empty, not worse.
    let answers = all_of(&check, |n| (n > 4).then_some(2));
    let bars = check.bars(&answers);
    assert_eq!((bars[0].share, bars[0].counted, bars[0].total), (None, 0, 5));
    assert_eq!((bars[1].share, bars[1].counted, bars[1].total), (Some(0.5), 5, 5));
}

#[test]
fn gaps_stand_by_risk_times_what_is_left() {
    let check = iso();
    let answers = all_of(&check, |n| Some(if n == 4 { 1 } else { 3 }));
    let gaps = check.gaps(&answers);
    assert_eq!((gaps[0].question, gaps[0].points, gaps[0].size), (4, 1, 15));
    assert!(gaps.windows(2).all(|two| two[0].size >= two[1].size));
    assert_eq!(check.gaps(&all_of(&check, |_| Some(4))), []);
    assert_eq!(check.gaps(&all_of(&check, |_| None)), [], "what does not apply is no gap");
}

#[test]
fn several_people_and_an_earlier_run_stand_beside_each_other() {
    let check = iso();
    let one = all_of(&check, |_| Some(2));
    let two = all_of(&check, |n| {
        if n == 7 {
            Some(4)
        } else if n == 3 {
            None
        } else {
            Some(2)
        }
    });
    let spreads = check.spreads(&[&one, &two]);
    assert_eq!((spreads[0].question, spreads[0].apart), (7, 2));
    assert_eq!(spreads.len(), 37, "one of them has no points for question 3");
    assert_eq!(check.changes(&one, &two), [(3, Some(2), None), (7, Some(2), Some(4))]);
    let day = adil::content::Day::parse("2026-11-30").unwrap();
    let sheet = check.sheet("iso", "Office", &day, &two);
    let again = check.read_sheet("iso", &sheet).unwrap();
    assert_eq!((again.name.as_str(), again.day, again.answers), ("Office", Some(day), two));
    assert_eq!(check.read_sheet("other", &sheet), None);
}

#[test]
fn an_edition_changes_just_what_is_known_to_differ() {
    let check = iso();
    let clause = |id: &str, edition| {
        let n = check.questions.iter().position(|one| one.fields.id.as_str() == id).unwrap();
        let (clause, _, note) = check.clause(n, edition);
        (clause.map(str::to_owned), note.is_some())
    };
    assert_eq!(clause("c10_1", 0), (Some("10.1".into()), false));
    assert_eq!(clause("c10_1", 1), (Some("10.2".into()), true));
    assert_eq!(clause("c6_3", 0), (None, false));
    assert_eq!(clause("c6_3", 1), (Some("6.3".into()), true));
    assert_eq!(clause("c4_2", 1), (Some("4.2".into()), false));
}

#[test]
fn a_table_is_whole_and_reckons_nothing() {
    let check = iso();
    let mut answers = all_of(&check, |_| Some(1));
    answers.change_note(&check, 0, |note| note.evidence = "=1+1, \"x\"".into());
    let text = check.table(&["a".into()], "en", 0, &answers);
    assert_eq!(text.matches("\r\n").count(), 39);
    assert!(text.contains(r#""'=1+1, ""x""""#), "{text}");
    let rows = [vec!["-5".into(), "-".into(), "a".into()]];
    assert_eq!(csv(&rows), "\u{feff}'-5,-,a\r\n");
}
