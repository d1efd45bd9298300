//! Shares in whole percent: one rule for what is shown, what is told to the page, and what
//! decides. Whoever reads 67 % where 67 % was asked has reached it.

/// Sums of shares miss what they should be by less than this.
const HAIR: f64 = 1e-9;

/// A share between 0 and 1 in whole percent: halves go up, but 100 is only the whole.
pub fn percent(share: f64) -> f64 {
    if share >= 1.0 - HAIR {
        return 100.0;
    }
    (share * 100.0 + 0.5 + HAIR).floor().min(99.0)
}

/// A share as it is shown, between 0 and 1.
pub fn rounded(share: f64) -> f64 {
    percent(share) / 100.0
}

/// Whether a share reaches a mark, both as they are shown.
pub fn reaches(share: f64, mark: f64) -> bool {
    percent(share) >= percent(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_shown_in_whole_percent() {
        #[track_caller]
        fn check(share: f64, expected: f64) {
            assert!((percent(share) - expected).abs() < 1e-9, "{share}: {}", percent(share));
            assert!((percent(rounded(share)) - expected).abs() < 1e-9, "rounding twice, {share}");
        }
        check(0.0, 0.0);
        check(2.0 / 3.0, 67.0);
        check(35.0 / 44.0, 80.0);
        check(0.664, 66.0);
        // Not exact in any computer, and a sum that is a hair too small.
        check(0.285, 29.0);
        check(0.1 + 0.7, 80.0);
        check(0.665 - 1e-12, 67.0);
        // One of 250 points is missing: not all of them, whatever rounding says.
        check(249.0 / 250.0, 99.0);
        check(1.0 - 1e-12, 100.0);
        check(1.0, 100.0);
    }

    #[test]
    fn every_whole_percent_stays_what_it_is() {
        for n in 0..=100 {
            let n = f64::from(n);
            assert!((percent(n / 100.0) - n).abs() < 1e-9, "{n}");
        }
    }

    #[test]
    fn a_mark_is_reached_by_what_reads_as_much() {
        #[track_caller]
        fn check(share: f64, mark: f64, expected: bool) {
            assert_eq!(reaches(share, mark), expected, "{share} of {mark}");
        }
        check(2.0 / 3.0, 0.67, true);
        check(2.0 / 3.0, 2.0 / 3.0, true);
        check(35.0 / 44.0, 0.8, true);
        check(0.794, 0.8, false);
        check(0.664, 0.664, true);
        check(0.67, 0.675, false);
        check(249.0 / 250.0, 1.0, false);
        check(0.0, 0.0, true);
    }
}
