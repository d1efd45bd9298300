//! What was really watched: the union of the ranges that were played.

use adil::json::Json;
use adil::percent::rounded;

/// Played ranges in milliseconds, in order, none touching the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranges(Vec<(u32, u32)>);

/// The most ranges that are kept. Beyond it the two with the smallest gap become one; a learner
/// who jumped two thousand times is not cheated by the gap.
const MOST: usize = 1_000;

impl Ranges {
    /// Adds what was played from a position to a later one; nothing when it is not later.
    pub fn add(&mut self, from: u32, to: u32) {
        if to <= from {
            return;
        }
        // Everything that touches the new range becomes part of it.
        let (mut from, mut to) = (from, to);
        self.0.retain(|(start, end)| {
            let apart = *end < from || *start > to;
            if !apart {
                from = from.min(*start);
                to = to.max(*end);
            }
            apart
        });
        let n = self.0.partition_point(|range| range.1 < from);
        self.0.insert(n, (from, to));
        if self.0.len() > MOST {
            self.join_nearest();
        }
    }

    fn join_nearest(&mut self) {
        let gap = |n: &usize| self.0[n + 1].0 - self.0[*n].1;
        if let Some(n) = (0..self.0.len() - 1).min_by_key(gap) {
            let (_, end) = self.0.remove(n + 1);
            self.0[n].1 = end;
        }
    }

    /// Adds all ranges of another visit.
    pub fn merge(&mut self, other: &Ranges) {
        for (from, to) in &other.0 {
            self.add(*from, *to);
        }
    }

    /// The ranges: milliseconds from and to, in order.
    pub fn list(&self) -> &[(u32, u32)] {
        &self.0
    }

    /// How many milliseconds were watched at least once.
    pub fn sum(&self) -> u32 {
        self.0.iter().map(|(from, to)| to - from).sum()
    }

    /// The share of a duration that was watched, 0 to 1. An unknown duration, 0, has no share.
    pub fn share(&self, duration: u32) -> f64 {
        if duration == 0 {
            return 0.0;
        }
        let within = self.0.iter().map(|(from, to)| to.min(&duration).saturating_sub(*from));
        f64::from(within.sum::<u32>()) / f64::from(duration)
    }

    /// The share as it is shown, told and compared: in whole percent. A last picture that a player
    /// leaves out is missed by nobody.
    pub fn rounded_share(&self, duration: u32) -> f64 {
        let share = self.share(duration);
        if share >= 0.995 { 1.0 } else { rounded(share) }
    }

    /// How far a learner who may not skip can go from a position: to the end of what was watched
    /// without a gap longer than `slack` milliseconds.
    pub fn reach(&self, from: u32, slack: u32) -> u32 {
        let mut reach = from;
        for (start, end) in &self.0 {
            if *start > reach.saturating_add(slack) {
                break;
            }
            reach = reach.max(*end);
        }
        reach
    }

    /// The ranges as they are kept: `[from, to, from, to]`.
    pub fn save(&self) -> Json {
        let ends = self.0.iter().flat_map(|(from, to)| [*from, *to]);
        Json::List(ends.map(|end| Json::Number(f64::from(end))).collect())
    }

    /// Reads what was kept; what makes no sense is left out.
    pub fn restore(kept: &Json) -> Ranges {
        let mut ranges = Ranges::default();
        for pair in kept.list().chunks_exact(2) {
            let end = |n: usize| {
                let number = pair[n].number().filter(|n| (0.0..=86_400_000.0).contains(n))?;
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                Some(number as u32)
            };
            if let (Some(from), Some(to)) = (end(0), end(1)) {
                ranges.add(from, to);
            }
        }
        ranges
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(played: &[(u32, u32)]) -> Ranges {
        let mut ranges = Ranges::default();
        played.iter().for_each(|(from, to)| ranges.add(*from, *to));
        ranges
    }

    #[track_caller]
    fn check(played: &[(u32, u32)], expected: &[(u32, u32)]) {
        assert_eq!(of(played).list(), expected);
    }

    #[test]
    fn are_a_union() {
        check(&[], &[]);
        check(&[(5, 5), (7, 3)], &[]);
        check(&[(0, 10), (20, 30)], &[(0, 10), (20, 30)]);
        check(&[(20, 30), (0, 10)], &[(0, 10), (20, 30)]);
        check(&[(0, 10), (10, 20)], &[(0, 20)]);
        check(&[(0, 10), (20, 30), (5, 25)], &[(0, 30)]);
        check(&[(0, 100), (20, 30)], &[(0, 100)]);
        check(&[(20, 30), (40, 50), (60, 70), (35, 65)], &[(20, 30), (35, 70)]);
    }

    #[test]
    fn tell_the_share_within_the_duration() {
        let ranges = of(&[(0, 2_000), (1_000, 3_000), (9_000, 12_000)]);
        assert!((ranges.share(10_000) - 0.4).abs() < 1e-9, "the end of a re-cut video is less");
        assert!(ranges.share(0).abs() < 1e-9);
    }

    #[test]
    fn tell_how_far_one_may_go() {
        let ranges = of(&[(0, 10_000), (10_500, 20_000), (40_000, 50_000)]);
        assert_eq!(ranges.reach(0, 1_000), 20_000);
        assert_eq!(ranges.reach(0, 0), 10_000);
        assert_eq!(ranges.reach(39_500, 1_000), 50_000);
        assert_eq!(ranges.reach(60_000, 0), 60_000);
    }

    #[test]
    fn stay_few() {
        let mut ranges = Ranges::default();
        for n in 0..3_000 {
            ranges.add(n * 100, n * 100 + 10 + n % 7);
        }
        assert_eq!(ranges.list().len(), MOST);
        assert_eq!(ranges.list()[0].0, 0);
        assert_eq!(ranges.list()[MOST - 1].1, 299_900 + 10 + 2_999 % 7);
    }

    #[test]
    fn are_restored_from_anything() {
        for text in ["null", "7", "[1]", "[5,1]", "[\"a\",2]", "[-1,5]", "[0,1e12]", "{\"a\":1}"] {
            let kept: Json = serde_json::from_str(text).unwrap();
            assert_eq!(Ranges::restore(&kept), Ranges::default(), "{text}");
        }
    }

    fn played() -> impl Strategy<Value = Vec<(u32, u32)>> {
        prop::collection::vec((0..2_000u32, 0..200u32).prop_map(|(at, n)| (at, at + n)), 0..40)
    }

    proptest! {
        // The oracle is one flag for each millisecond.
        #[test]
        fn hold_what_was_played_and_nothing_else(played in played()) {
            let ranges = of(&played);
            let watched = |at: u32| played.iter().any(|(from, to)| (*from..*to).contains(&at));
            let held = |at: u32| ranges.list().iter().any(|(from, to)| (*from..*to).contains(&at));
            for at in 0..2_300 {
                prop_assert_eq!(watched(at), held(at), "at {}", at);
            }
            for pair in ranges.list().windows(2) {
                prop_assert!(pair[0].1 < pair[1].0);
            }
        }

        #[test]
        fn do_not_depend_on_the_order(played in played(), seed in any::<u32>()) {
            let order = adil::random::Random::fork(seed, "ranges").order(played.len());
            let mixed: Vec<_> = order.into_iter().map(|n| played[n]).collect();
            prop_assert_eq!(of(&played), of(&mixed));
        }

        #[test]
        fn outlive_a_visit(played in played()) {
            let ranges = of(&played);
            prop_assert_eq!(&Ranges::restore(&ranges.save()), &ranges);
            let mut twice = ranges.clone();
            twice.merge(&ranges);
            prop_assert_eq!(twice, ranges);
        }
    }
}
