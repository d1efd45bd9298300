use adil::Json;
use proptest::prelude::*;

use super::*;

/// Two numbers that are the same to nine digits.
fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1e-3)
}

/// What scipy says of the same pairs; `tests/reference/make.py` makes the file anew.
#[test]
fn two_hundred_sets_of_pairs_come_to_what_scipy_says() {
    let text = include_str!("../../../tests/reference/pairs.json");
    let sets: Json = serde_json::from_str(text).unwrap();
    assert_eq!(sets.list().len(), 200);
    let mut compared = 0;
    for (n, set) in sets.list().iter().enumerate() {
        let pair = |pair: &Json| {
            let [before, after] = pair.list() else { return None };
            before.number().zip(after.number())
        };
        let pairs: Vec<(f64, f64)> =
            set.get("pairs").unwrap().list().iter().filter_map(pair).collect();
        let found = paired(&pairs, set.get("most").and_then(Json::number).unwrap());
        let found = found.map(|found| {
            let interval = found.interval;
            vec![
                Some(found.n as f64),
                Some(found.before),
                Some(found.after),
                Some(found.difference),
                interval.map(|interval| interval.from),
                interval.map(|interval| interval.to),
                found.effect,
                found.gain,
                found.signed.map(|signed| signed.w),
                found.signed.map(|signed| signed.p),
            ]
        });
        let expected = set.get("is").unwrap().list().iter().map(Json::number);
        let expected: Vec<Option<f64>> = expected.collect();
        let found = found.unwrap_or_default();
        assert_eq!(found.len(), expected.len(), "set {n}");
        for (place, (found, expected)) in found.iter().zip(&expected).enumerate() {
            let same = match (found, expected) {
                (Some(found), Some(expected)) => near(*found, *expected),
                (found, expected) => found == expected,
            };
            assert!(same, "set {n}, number {place}: {found:?}, scipy says {expected:?}");
            compared += usize::from(expected.is_some());
        }
    }
    assert!(compared > 1_500, "{compared} numbers");
}

#[test]
fn a_small_example_can_be_followed_by_hand() {
    let found = paired(&[(1.0, 3.0), (2.0, 2.0), (3.0, 4.0), (2.0, 5.0)], 6.0).unwrap();
    assert!(near(found.difference, 1.5) && near(found.gain.unwrap(), 1.5 / 4.0));
    assert_eq!(found.signed.map(|signed| (signed.w, signed.n, signed.p)), Some((0.0, 3, 0.25)));
    assert_eq!(paired(&[], 6.0), None);
    let one = paired(&[(2.0, 4.0)], 6.0).unwrap();
    assert_eq!((one.interval, one.effect), (None, None));
    let same = paired(&[(6.0, 6.0), (6.0, 6.0)], 6.0).unwrap();
    assert_eq!((same.effect, same.gain, same.signed), (None, None, None));
}

#[test]
fn the_quantile_of_t_is_that_of_the_tables() {
    let check = |freedom: usize, expected: f64| {
        assert!((t_quantile(freedom) - expected).abs() < 5e-4, "{freedom}");
    };
    check(1, 12.706);
    check(2, 4.303);
    check(3, 3.182);
    check(10, 2.228);
    check(19, 2.093);
    check(120, 1.980);
    check(1_000, 1.962);
}

#[test]
fn the_median_is_in_the_middle() {
    let check = |values: &[f64], expected: Option<f64>| assert_eq!(median(values), expected);
    check(&[], None);
    check(&[4.0], Some(4.0));
    check(&[5.0, 1.0, 2.0], Some(2.0));
    check(&[1.0, 4.0, 2.0, 3.0], Some(2.5));
}

proptest! {
    #[test]
    fn turning_before_and_after_turns_the_sign_alone(
        pairs in proptest::collection::vec((0_u8..7, 0_u8..7), 1..70),
    ) {
        let pairs: Vec<(f64, f64)> =
            pairs.into_iter().map(|(a, b)| (f64::from(a), f64::from(b))).collect();
        let turned: Vec<(f64, f64)> = pairs.iter().map(|(a, b)| (*b, *a)).collect();
        let (one, other) = (paired(&pairs, 6.0).unwrap(), paired(&turned, 6.0).unwrap());
        prop_assert!(near(one.difference, -other.difference));
        prop_assert_eq!(one.signed, other.signed);
        if let Some(signed) = one.signed {
            prop_assert!(signed.p > 0.0 && signed.p <= 1.0);
        }
        if let Some(interval) = one.interval {
            prop_assert!(interval.from <= one.difference && one.difference <= interval.to);
        }
    }
}
