//! What was kept comes back, and whatever the rules are, the checker is right.

use proptest::prelude::*;

use super::table::SMALL;
use super::*;

/// An author took a question and an option away; what was answered there went without a word.
#[test]
fn what_is_left_out_of_kept_answers_is_known() {
    let check = coi();
    let mut answers = Answers::default();
    answers.role = Some(1);
    answers.set(&check, 0, Some(Answer::Yes));
    let kept = answers.save(&check);
    let is_all = |text: &str| {
        let kept = serde_json::from_str(text).unwrap();
        Answers::restore(&check, &kept).are_all(&check, &kept)
    };
    assert!(answers.are_all(&check, &kept));
    let id = check.questions[0].fields.id.as_str();
    assert!(is_all(&format!(r#"{{"role": null, "answers": {{"{id}": "no"}}}}"#)));
    assert!(!is_all(&format!(r#"{{"role": null, "answers": {{"{id}": "perhaps"}}}}"#)));
    assert!(!is_all(r#"{"role": null, "answers": {"gone": "yes"}}"#));
    assert!(!is_all(r#"{"role": "gone", "answers": {}}"#));
    assert!(is_all("{}"), "nothing was kept");
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

    /// Whatever the rules: the checker names a set of answers without a result just where there is
    /// one, and a rule that never holds just where none of all answers fits it.
    #[test]
    fn the_checker_finds_what_trying_all_answers_finds(
        rules in prop::collection::vec((0..4_usize, 0..4_usize, any::<bool>(), 0..2_usize), 1..5),
    ) {
        const WORDS: [&str; 3] = ["no", "yes", "unsure"];
        let side = |name: &str, word: usize| match WORDS.get(word) {
            Some(word) => format!("{name} = '{word}'"),
            None => format!("{name} != 'none'"),
        };
        let text = |(a, b, both, result): &(usize, usize, bool, usize)| {
            let join = if *both { "and" } else { "or" };
            let (a, b) = (side("a", *a), side("b", *b));
            format!(r#"{{"if": "{a} {join} {b}", "result": "{}"}}"#, ["x", "y"][*result])
        };
        let list: Vec<String> = rules.iter().map(text).collect();
        let check = read(&SMALL.replace(
            r#"{"if": "both", "result": "x"}, {"if": "not both", "result": "y"}"#,
            &list.join(", "),
        ));
        let holds = |rule: usize, a: usize, b: usize| {
            let (one, other, both, _) = rules[rule];
            let (one, other) = (one == a || one == 3, other == b || other == 3);
            if both { one && other } else { one || other }
        };
        let all: Vec<(usize, usize)> = (0..9).map(|n| (n / 3, n % 3)).collect();
        let has_hole = all.iter().any(|(a, b)| !(0..rules.len()).any(|n| holds(n, *a, *b)));
        let findings = check.findings(1_000);
        let found = findings.iter().any(|one| matches!(one, Finding::Missing { .. }));
        prop_assert_eq!(found, has_hole);
        for rule in 0..rules.len() {
            let never = !all.iter().any(|(a, b)| holds(rule, *a, *b));
            prop_assert_eq!(findings.contains(&Finding::Never { rule }), never);
        }
        for (a, b) in all {
            let held: Vec<usize> = (0..rules.len()).filter(|n| holds(*n, a, b)).collect();
            let result = held.first().map(|n| rules[*n].3);
            let twice = held.iter().any(|n| Some(rules[*n].3) != result);
            let values = |one: &Finding| match one {
                Finding::Double { values, .. } => values.contains(&side("a", a)),
                _ => false,
            };
            prop_assert!(!twice || findings.iter().any(values));
        }
    }
}

/// The sheet that people read is made from these names.
#[test]
fn nothing_is_kept_but_what_people_read_of() {
    let check = coi();
    let mut answers = Answers::default();
    answers.change_note(&check, 0, |note| note.evidence = "minutes".into());
    let Json::Object(kept) = answers.save(&check) else { panic!("no object") };
    assert_eq!(kept.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), KEPT);
}
