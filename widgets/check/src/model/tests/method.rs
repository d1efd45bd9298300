//! The types of conflicts, as the method has them, and what leads there.

use super::*;

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
fn options_that_would_lead_elsewhere_are_reasons() {
    let check = read(include_str!("../../../examples/speaking-up.json"));
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
