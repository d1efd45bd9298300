#![allow(clippy::unwrap_used, reason = "a test may stop")]

use super::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn a_page_may_set_the_dates() {
    let dates = dates_of(" 2026-10-15 -  2027-02-03 soon");
    let expected = [Some(day("2026-10-15")), None, Some(day("2027-02-03")), None];
    assert_eq!(dates, expected);
}

#[test]
fn codes_carry_classes_and_people() {
    let today = day("2026-11-30");
    let code = |classes, people| code("hour", classes, people, &today);
    assert!(code(0, 5).is_none() && code(256, 5).is_none());
    assert!(code(3, 0).is_none() && code(3, 2_048).is_none());
    let [a, b] = [code(3, 71).unwrap(), code(12, 300).unwrap()];
    let count = Count::of(&format!("{a}\n{b}\n{a} "), "hour");
    assert_eq!((count.classes, count.people), (15, 371));
    assert!(matches!(count.codes[2].1, Added::Twice));
    assert!(matches!(Count::of(&a, "another").codes[0].1, Added::Foreign));
}

/// Every wrong letter and every two neighbours that changed places, for a thousand codes.
#[test]
fn a_code_with_one_slip_is_refused() {
    const LETTERS: &str = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    let today = day("2026-11-30");
    for n in 1..=1_000_u32 {
        let code = code("hour", n % 255 + 1, n * 2 % 2_047 + 1, &today).unwrap();
        let letters: Vec<char> = code.chars().filter(|c| *c != '-').collect();
        let is_refused = |letters: &[char]| {
            let typed: String = letters.iter().collect();
            matches!(Count::of(&typed, "hour").codes[0].1, Added::Wrong(_))
        };
        assert!(!is_refused(&letters));
        for place in 0..letters.len() {
            for other in LETTERS.chars().filter(|c| *c != letters[place]) {
                let mut slip = letters.clone();
                slip[place] = other;
                assert!(is_refused(&slip), "{code}: {other} at {place}");
            }
            if place > 0 && letters[place] != letters[place - 1] {
                let mut slip = letters.clone();
                slip.swap(place, place - 1);
                assert!(is_refused(&slip), "{code}: swapped at {place}");
            }
        }
    }
}

#[test]
fn what_is_past_is_kept_and_read_again() {
    let past = |day_text: &str| Past {
        day: day(day_text),
        theme: "My own work".into(),
        classes: 3,
        people: 71,
    };
    let kept = Json::List(vec![
        past("2026-10-15").save(),
        Json::Null,
        past("2027-02-03").save(),
        Json::object([("day", "soon".into())]),
    ]);
    assert_eq!(pasts(&kept), [past("2027-02-03"), past("2026-10-15")]);
    assert_eq!(pasts(&Json::Null), []);
    let Json::Object(fields) = past("2026-10-15").save() else { panic!("no object") };
    assert_eq!(fields.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), PAST_KEPT);
}
