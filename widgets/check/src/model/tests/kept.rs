//! What was kept comes back.

use proptest::prelude::*;

use super::*;

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
