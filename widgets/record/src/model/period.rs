//! Weeks that begin on Monday, and school years.

use adil::content::Day;

/// A week, by its Monday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Week(i64);

/// A school year, by the calendar year in which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Year {
    /// The calendar year in which it begins.
    pub first: u32,
    /// The month with which it begins, 1 to 12.
    pub month: u32,
}

impl Week {
    /// The week of a day.
    pub fn of(day: &Day) -> Week {
        // 1 March of the year 0 was a Wednesday, so Mondays have the rest 5.
        Week((day.number() + 2).div_euclid(7))
    }

    /// Its Monday.
    pub fn monday(self) -> Day {
        let first = Day::first();
        let days = self.0 * 7 - 2 - first.number();
        u32::try_from(days).map_or(first.clone(), |days| first.plus(days))
    }

    /// How many weeks lie between two.
    pub fn since(self, other: Week) -> i64 {
        self.0 - other.0
    }
}

impl Year {
    /// The school year of a day, where years begin with a month.
    pub fn of(day: &Day, month: u32) -> Year {
        let (year, now, _) = day.parts();
        Year { first: if now < month { year.saturating_sub(1) } else { year }, month }
    }

    /// Its first day.
    pub fn start(self) -> Day {
        Day::of(self.first, self.month, 1).unwrap_or_else(Day::first)
    }

    /// Whether a day lies in it.
    pub fn has(self, day: &Day) -> bool {
        Year::of(day, self.month) == self
    }

    /// The number of a week in this year, from 1: the week of its first day is the first.
    pub fn number_of(self, week: Week) -> i64 {
        week.since(Week::of(&self.start())) + 1
    }

    /// Both calendar years where it lies in two.
    pub fn years(self) -> (u32, Option<u32>) {
        (self.first, (self.month > 1).then(|| self.first + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_week_begins_on_monday() {
        let check = |of: &str, monday: &str| {
            assert_eq!(Week::of(&day(of)).monday().as_str(), monday, "{of}");
        };
        check("2026-11-30", "2026-11-30");
        check("2026-11-29", "2026-11-23");
        check("2026-12-06", "2026-11-30");
        check("2027-01-01", "2026-12-28");
        check("2024-02-29", "2024-02-26");
        check("1970-01-07", "1970-01-05");
    }

    #[test]
    fn a_school_year_begins_with_its_month() {
        let check = |of: &str, month: u32, first: u32| {
            assert_eq!(Year::of(&day(of), month).first, first, "{of}");
        };
        check("2026-09-01", 9, 2026);
        check("2026-08-31", 9, 2025);
        check("2027-01-10", 9, 2026);
        check("2027-01-10", 1, 2027);
        let year = Year { first: 2026, month: 9 };
        // 1 September 2026 is a Tuesday.
        assert_eq!(year.number_of(Week::of(&day("2026-09-01"))), 1);
        assert_eq!(year.number_of(Week::of(&day("2026-09-07"))), 2);
        assert_eq!(year.years(), (2026, Some(2027)));
        assert!(year.has(&day("2027-08-31")) && !year.has(&day("2027-09-01")));
    }

    proptest! {
        #[test]
        fn seven_days_share_a_week(days in 5_u32..20_000) {
            let first = Day::first().plus(days);
            let monday = Week::of(&first).monday();
            prop_assert!(monday <= first && first < monday.plus(7));
            for n in 0..7 {
                prop_assert_eq!(Week::of(&monday.plus(n)), Week::of(&first));
            }
        }
    }
}
