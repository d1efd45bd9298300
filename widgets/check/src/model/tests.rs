//! The rules that ship give what the text about them says, and the checker finds what is wrong.

use proptest::prelude::*;

use super::*;
use adil::Json;
use adil::content::open;

fn parse(text: &str) -> Result<Json, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

fn read(text: &str) -> Check {
    open::<Check>("check.json", text, parse).unwrap().0.body
}

fn coi() -> Check {
    read(include_str!("../../examples/coi-check.json"))
}

/// Answers by the names of the questions.
fn answers(check: &Check, given: &[(&str, Answer)]) -> Answers {
    let mut answers = Answers::default();
    for (name, answer) in given {
        let n = check.questions.iter().position(|one| one.fields.id.as_str() == *name).unwrap();
        answers.set(check, n, Some(answer.clone()));
    }
    answers
}

fn ids<'a>(check: &'a Check, results: &[usize]) -> Vec<&'a str> {
    results.iter().map(|n| check.results[*n].fields.id.as_str()).collect()
}

/// The type by the text of the method: interest, duty, duty later, appearance.
fn method([interest, duty, later, appearance]: [bool; 4]) -> &'static str {
    match (interest, duty, later) {
        (true, true, _) => "actual",
        (true, false, true) => "potential",
        (true, false, false) => "keep",
        (false, _, _) if appearance && (duty || later) => "apparent",
        _ => "nothing",
    }
}

/// What each question of the method is about.
const INTERESTS: [&str; 5] = ["relation", "money", "promise", "second", "dislike"];

#[test]
fn the_sixteen_combinations_have_the_types_of_the_method() {
    let check = coi();
    let mut count = std::collections::BTreeMap::new();
    for flags in 0..16_u32 {
        let [interest, duty, later, appearance] = [1, 2, 4, 8].map(|bit| flags & bit != 0);
        let of = |yes| if yes { Answer::Yes } else { Answer::No };
        // An interest may come from any question that asks about one.
        for name in INTERESTS {
            let mut given: Vec<(&str, Answer)> = INTERESTS.map(|one| (one, Answer::No)).into();
            given.extend([
                ("decides", of(duty)),
                ("later", of(later)),
                ("outsider", of(appearance)),
                ("gift", Answer::No),
            ]);
            given.push((name, of(interest)));
            let verdict = check.verdict(&answers(&check, &given));
            let expected = method([interest, duty, later, appearance]);
            assert_eq!(ids(&check, &verdict.results), [expected], "{flags:04b} by {name}");
            assert!(!verdict.is_open());
        }
        *count.entry(method([interest, duty, later, appearance])).or_insert(0) += 1;
    }
    let expected = [("actual", 4), ("apparent", 3), ("keep", 2), ("nothing", 5), ("potential", 2)];
    assert_eq!(count.into_iter().collect::<Vec<_>>(), expected);
}

/// Every set of answers, each yes, no or not sure: what is shown is the mildest that it could be,
/// and it is open just where the method gives another type for one way in which it turns out.
#[test]
fn every_not_sure_gives_what_it_could_be() {
    const NAMES: [&str; 6] = ["decides", "relation", "gift", "recorded", "later", "outsider"];
    const ORDER: [&str; 5] = ["actual", "potential", "apparent", "keep", "nothing"];
    let check = coi();
    let words = [Answer::No, Answer::Yes, Answer::Unsure];
    for code in 0..3_usize.pow(6) {
        let digit = |n: usize| code / 3_usize.pow(u32::try_from(n).unwrap()) % 3;
        let given: Vec<(&str, Answer)> =
            NAMES.iter().enumerate().map(|(n, name)| (*name, words[digit(n)].clone())).collect();
        let mut could = Vec::new();
        for turned in 0..64_usize {
            let is = |n: usize| match digit(n) {
                2 => turned & (1 << n) != 0,
                one => one == 1,
            };
            // Whether a gift was recorded is asked after a gift alone: after "not sure" it could be
            // either.
            let was_asked = digit(2) == 1;
            let recorded = if was_asked { is(3) } else { turned & 8 != 0 };
            let interest = is(1) || is(2) && !recorded;
            let appearance = is(5) || is(2) && recorded;
            could.push(method([interest, is(0), is(4), appearance]));
        }
        could.sort_by_key(|id| ORDER.iter().position(|one| one == id));
        could.dedup();
        let mut full = given.clone();
        full.extend(["money", "promise", "second", "dislike", "declared"].map(|n| (n, Answer::No)));
        let verdict = check.verdict(&answers(&check, &full));
        assert_eq!(ids(&check, &verdict.results), [*could.last().unwrap()], "{given:?}");
        assert_eq!(ids(&check, &verdict.could), could[..could.len() - 1], "{given:?}");
    }
}

#[test]
fn every_single_not_sure_beside_every_set_of_answers() {
    let check = coi();
    let names = [
        "decides", "relation", "money", "gift", "promise", "second", "dislike", "later", "outsider",
    ];
    for set in 0..512_usize {
        for unsure in 0..9 {
            let is =
                |n: usize, turned: bool| if n == unsure { turned } else { set & (1 << n) != 0 };
            let types = [false, true].map(|turned| {
                let interest = (1..7).any(|n| is(n, turned));
                method([interest, is(0, turned), is(7, turned), is(8, turned)])
            });
            let answer = |n: usize| match (n == unsure, set & (1 << n) != 0) {
                (true, _) => Answer::Unsure,
                (_, true) => Answer::Yes,
                _ => Answer::No,
            };
            // A gift that counts as an interest, since it was not recorded.
            let mut given: Vec<(&str, Answer)> = (0..9).map(|n| (names[n], answer(n))).collect();
            given.push(("recorded", Answer::No));
            let verdict = check.verdict(&answers(&check, &given));
            if unsure == 3 {
                // It could also have been recorded; the test of follow-ups walks that.
                continue;
            }
            assert_eq!(ids(&check, &verdict.results), [types[0]], "{given:?}");
            assert_eq!(verdict.is_open(), types[0] != types[1], "{given:?}");
        }
    }
}

#[test]
fn the_sentence_names_just_the_answers_that_led_there() {
    #[track_caller]
    fn case(yes: &[&str], expected: &[&str]) {
        let check = coi();
        let names = check.questions.iter().map(|one| one.fields.id.as_str().to_owned());
        let given: Vec<(String, Answer)> = names
            .map(|name| {
                let is = yes.contains(&name.as_str());
                (name, if is { Answer::Yes } else { Answer::No })
            })
            .collect();
        let given: Vec<(&str, Answer)> =
            given.iter().map(|(name, answer)| (name.as_str(), answer.clone())).collect();
        let verdict = check.verdict(&answers(&check, &given));
        let reasons: Vec<&str> =
            verdict.reasons.iter().map(|n| check.questions[*n].fields.id.as_str()).collect();
        assert_eq!(reasons, expected);
    }
    case(&["decides", "relation"], &["decides", "relation"]);
    // Telling changes the advice alone, and an interest makes the look of it no reason.
    case(&["decides", "relation", "outsider", "declared"], &["decides", "relation"]);
    case(&["decides", "relation", "money"], &["decides", "relation", "money"]);
    // A gift that was recorded is no interest beside one.
    case(&["decides", "money", "gift", "recorded"], &["decides", "money"]);
    case(&["decides", "gift", "recorded"], &["decides", "gift", "recorded"]);
    case(&["money"], &["money"]);
    case(&["decides"], &[]);
}

#[test]
fn a_no_that_led_there_is_named_where_nothing_else_did() {
    let check = coi();
    let mut given: Vec<(&str, Answer)> = INTERESTS.map(|one| (one, Answer::No)).into();
    given.extend(["gift", "later", "outsider", "declared"].map(|one| (one, Answer::No)));
    given.push(("decides", Answer::Yes));
    let verdict = check.verdict(&answers(&check, &given));
    // Who decides now has no conflict by what may come, nor by having told.
    let refuted: Vec<&str> =
        verdict.refuted.iter().map(|n| check.questions[*n].fields.id.as_str()).collect();
    let expected = ["relation", "money", "gift", "promise", "second", "dislike", "outsider"];
    assert_eq!(refuted, expected);
}

#[test]
fn advice_follows_the_answers() {
    let check = coi();
    let steps = |declared: Answer| {
        let given = [("decides", Answer::Yes), ("relation", Answer::Yes), ("declared", declared)];
        check.steps(0, &answers(&check, &given))
    };
    assert_eq!(steps(Answer::No), [0, 1, 3, 4]);
    assert_eq!(steps(Answer::Yes), [0, 2, 3, 4]);
}

#[test]
fn what_ships_is_proven_whole() {
    let mut count = 0;
    for file in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/examples")).unwrap() {
        let path = file.unwrap().path();
        let check = read(&std::fs::read_to_string(&path).unwrap());
        for limit in [5_000, 300_000] {
            assert_eq!(check.findings(limit), [], "{} within {limit}", path.display());
        }
        count += 1;
    }
    assert!(count >= 1);
}

const SMALL: &str = r#"{"format": "adil", "formatVersion": 1, "kind": "check", "id": "c",
    "title": "C", "questions": [{"id": "a", "text": "A?"}, {"id": "b", "text": "B?"}],
    "facts": [{"id": "both", "if": "a = 'yes' and b = 'yes'"}],
    "rules": [{"if": "both", "result": "x"}, {"if": "not both", "result": "y"}],
    "results": [{"id": "x", "title": "X", "text": "x"}, {"id": "y", "title": "Y", "text": "y"}]}"#;

#[test]
fn the_checker_finds_holes_doubles_and_what_never_holds() {
    #[track_caller]
    fn case(change: (&str, &str), expected: &[&str]) {
        assert!(SMALL.contains(change.0), "the change has no place");
        let check = read(&SMALL.replacen(change.0, change.1, 1));
        let found: Vec<String> = check.findings(10_000).iter().map(Finding::sentence).collect();
        assert_eq!(found, expected);
    }
    case(("\"C\"", "\"D\""), &[]);
    case(
        (
            r#"{"if": "not both", "result": "y"}"#,
            r#"{"if": "a = 'no' and not both", "result": "y"}"#,
        ),
        &[
            "rules: expected a result for each set of answers, found none for not both, a = 'yes'",
            "rules: expected a result for each set of answers, found none for not both, a = 'unsure'",
        ],
    );
    case(
        (
            r#"{"if": "not both", "result": "y"}"#,
            r#"{"result": "y"}, {"if": "a = 'yes'", "result": "y"}"#,
        ),
        &[
            "rules: expected one result, found that rules[0] and rules[2] both hold for both, a = 'yes'",
        ],
    );
    case(
        (r#""if": "both""#, r#""if": "both and a = 'no'""#),
        &[
            "rules: expected a result for each set of answers, found none for a = 'yes', both",
            "rules[0]: expected a rule that can hold, found one that never does",
        ],
    );
    case(
        (r#"{"if": "both", "result": "x"}, "#, r#"{"if": "both", "result": "y"}, "#),
        &["results: expected a rule for each, found none for \"x\""],
    );
}

#[test]
fn mistakes_are_named_with_their_place() {
    #[track_caller]
    fn case(change: (&str, &str), expected: &str) {
        assert!(SMALL.contains(change.0), "the change has no place");
        let error = open::<Check>("c.json", &SMALL.replacen(change.0, change.1, 1), parse);
        assert_eq!(error.map(|_| ()).unwrap_err(), expected);
    }
    case(
        ("a = 'yes' and", "c = 'yes' and"),
        "c.json: facts[0].if: column 1: expected one of the names a, b, found c",
    );
    case(
        ("a = 'yes' and", "a = 'yess' and"),
        "c.json: facts[0].if: column 5: expected one of 'none', 'no', 'yes', 'unsure', found 'yess'",
    );
    case(
        (r#""result": "x""#, r#""result": "z""#),
        "c.json: rules[0].result: expected the id of a result of this file, found \"z\"",
    );
    case(
        (r#"{"id": "b""#, r#"{"id": "a""#),
        "c.json: facts[0]: expected names of their own, and at most 64 of them, found more, or one twice",
    );
    case(
        (r#"{"id": "b", "text": "B?"}"#, r#"{"id": "b", "text": "B?", "if": "both"}"#),
        "c.json: questions[1].if: column 1: expected the name a, found both",
    );
    case(
        (r#"{"id": "b", "text": "B?"}"#, r#"{"id": "b", "type": "one", "text": "B?"}"#),
        "c.json: questions[1].options: expected options, found none",
    );
}

proptest! {
    /// Whatever was kept, restored and kept again is the same; and a verdict never fails.
    #[test]
    fn kept_answers_come_back(words in prop::collection::vec(0..5_usize, 11), role in 0..7_usize) {
        let check = coi();
        let all = [Some(Answer::Yes), Some(Answer::No), Some(Answer::Unsure), None, Some(Answer::One(3))];
        let mut answers = Answers::default();
        answers.role = Some(role).filter(|n| *n < 5);
        for (n, word) in words.iter().enumerate() {
            answers.set(&check, n, all[*word].clone());
        }
        let kept = answers.save(&check);
        let again = Answers::restore(&check, &kept);
        prop_assert_eq!(again.save(&check), kept);
        let verdict = check.verdict(&again);
        prop_assert_eq!(verdict.results.len(), 1);
        prop_assert!(!verdict.could.contains(&verdict.results[0]));
    }

    /// A declaration that was saved is read as it was.
    #[test]
    fn a_declaration_comes_back(value in "\\PC{0,40}", result in "[a-z]{0,8}") {
        let declared = Declared {
            title: "T".into(), check: "c".into(), result, review: None,
            fields: vec![Field { id: "a".into(), label: "A".into(), value }],
        };
        prop_assert_eq!(Declared::read(&declared.json()), Some(declared));
    }
}

fn iso() -> Check {
    read(include_str!("../../examples/iso-37001-ready.json"))
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
    assert_eq!(csv(&rows), "\u{feff}\"'-5\",\"-\",\"a\"\r\n");
}

fn declared(matter: &str, review: &str) -> Declared {
    let field =
        |id: &str, value: &str| Field { id: id.into(), label: id.into(), value: value.into() };
    Declared {
        title: "D".into(),
        check: "coi-check".into(),
        result: "actual".into(),
        review: adil::content::Day::parse(review),
        fields: vec![field("role", "buyer"), field("matter", matter)],
    }
}

#[test]
fn a_register_takes_each_declaration_once_and_sorts_by_what_is_next() {
    let day = |text| adil::content::Day::parse(text).unwrap();
    let today = day("2026-11-30");
    let mut register = Register::default();
    assert!(register.add(declared("chairs", "2027-01-01"), &today));
    assert!(register.add(declared("paper", "2026-11-01"), &today));
    assert!(register.add(declared("tea", ""), &today));
    assert!(!register.add(declared("tea", ""), &today), "the same is there already");
    assert_eq!(register.order(), [1, 0, 2]);
    assert!(register.is_due(1, &today) && !register.is_due(0, &today));
    register.items[1].status = Status::Closed;
    assert_eq!(register.order(), [0, 2, 1]);
    assert!(!register.is_due(1, &today));
    let kept = register.save();
    assert_eq!(Register::restore(&kept), Some(register.clone()));
    assert_eq!(register.clone().merge(register.clone()), 0);
    assert_eq!(Register::default().merge(register.clone()), 3);
    assert_eq!(Register::restore(&Json::Null), None);
    let table = register.table(["r", "s", "n"].map(Into::into), |status| status.word().into());
    assert!(table.starts_with("\u{feff}\"r\",\"s\",\"n\",\"role\",\"matter\"\r\n"));
    assert!(table.contains("\"2026-11-30\",\"closed\",\"2026-11-01\",\"buyer\",\"paper\"\r\n"));
}

#[test]
fn options_that_would_lead_elsewhere_are_reasons() {
    let check = read(include_str!("../../examples/speaking-up.json"));
    let given = [("now", Answer::One(1)), ("who", Answer::One(0)), ("wish", Answer::One(1))];
    let verdict = check.verdict(&answers(&check, &given));
    assert_eq!(ids(&check, &verdict.results), ["responsible"]);
    assert_eq!(verdict.reasons, [0, 1, 2]);
    let given = [("now", Answer::One(0)), ("who", Answer::One(0)), ("wish", Answer::One(1))];
    assert_eq!(
        check.verdict(&answers(&check, &given)).reasons,
        [0],
        "danger comes before all else"
    );
}
