//! Days of the calendar, without a time of day.

use crate::json::number_text;
use crate::json::{Cursor, FromJson, Problem};

/// A day, written as `2026-11-23`. Compares by time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(String);

impl Day {
    /// Parses `2026-11-23`; nothing for what is no day of the calendar.
    pub fn parse(text: &str) -> Option<Day> {
        let bytes = text.as_bytes();
        let digits = |from: usize, to: usize| text.get(from..to)?.parse::<u32>().ok();
        let shaped = bytes.len() == 10
            && bytes.iter().enumerate().all(|(n, b)| match n {
                4 | 7 => *b == b'-',
                _ => b.is_ascii_digit(),
            });
        let (year, month, day) = (digits(0, 4)?, digits(5, 7)?, digits(8, 10)?);
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        (shaped && (1..=last).contains(&day)).then(|| Day(text.to_owned()))
    }

    /// The first day that devices count from, 1 January 1970.
    pub fn first() -> Day {
        Day("1970-01-01".into())
    }

    /// The day as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The day of these numbers, such as 2026, 11, 23.
    pub fn of(year: u32, month: u32, day: u32) -> Option<Day> {
        let padded = |n: u32, width: usize| {
            let digits = number_text(f64::from(n));
            ["000".get(..width.saturating_sub(digits.len())).unwrap_or_default(), &digits].concat()
        };
        Day::parse(&[&padded(year, 4), "-", &padded(month, 2), "-", &padded(day, 2)].concat())
    }

    /// Year, month from 1, and day of the month.
    pub fn parts(&self) -> (u32, u32, u32) {
        let part = |from: usize, to: usize| self.0[from..to].parse().unwrap_or(1);
        (part(0, 4), part(5, 7), part(8, 10))
    }

    /// The day after so many days; the last day of the year 9999 for all beyond it.
    #[must_use]
    pub fn plus(&self, days: u32) -> Day {
        let (mut year, mut month, mut day) = self.parts();
        day += days;
        loop {
            if let Some(day) = Day::of(year, month, day) {
                return day;
            }
            if year > 9_999 {
                return Day("9999-12-31".into());
            }
            // Beyond the month's end: on with the next one.
            day -= (28..=31).rev().find(|last| Day::of(year, month, *last).is_some()).unwrap_or(31);
            (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        }
    }

    /// How many days have passed since 1 March of the year 0, for differences.
    pub fn number(&self) -> i64 {
        let part = |from: usize, to: usize| self.0[from..to].parse::<i64>().unwrap_or(0);
        // Years that begin in March end with the leap day.
        let (month, day) = ((part(5, 7) + 9) % 12, part(8, 10));
        let year = part(0, 4) - month / 10;
        365 * year + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + day - 1
    }
}

impl FromJson for Day {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        const WHAT: &str = "a day such as \"2026-11-23\"";
        Day::parse(cursor.text(WHAT)?).ok_or_else(|| cursor.expected(WHAT))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut crate::json::schema::Definitions) -> crate::json::schema::Value {
        serde_json::json!({ "type": "string", "format": "date" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A year below 1000 was written with three digits, which are no day: adding to a day of such
    /// a year, as a file may name it, never came to an end.
    #[test]
    fn days_of_all_years_can_be_added_to() {
        let check = |from: &str, days: u32, to: &str| {
            let day = Day::parse(from).map(|day| day.plus(days));
            assert_eq!(day.as_ref().map(Day::as_str), Some(to), "{from} and {days}");
        };
        check("0748-11-11", 60, "0749-01-10");
        check("0001-01-01", 365, "0002-01-01");
        check("2026-11-24", 70, "2027-02-02");
        check("9999-12-30", 1, "9999-12-31");
        check("9999-12-30", 100_000, "9999-12-31");
    }

    #[test]
    fn only_days_of_the_calendar_are_days() {
        for good in ["2026-11-23", "2024-02-29", "2000-02-29", "2026-12-31"] {
            assert_eq!(Day::parse(good).as_ref().map(Day::as_str), Some(good));
        }
        for bad in [
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-04-31",
            "2026-4-3",
            "2026-11-2x",
            "+026-11-23",
            "",
            "2026-11-231",
            "٢٠٢٦-١١-٢٣",
        ] {
            assert_eq!(Day::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_day_after_some_days_is_found_over_months_and_years() {
        let after = |day: &str, days| Day::parse(day).unwrap().plus(days).as_str().to_owned();
        assert_eq!(after("2026-11-23", 30), "2026-12-23");
        assert_eq!(after("2026-12-31", 1), "2027-01-01");
        assert_eq!(after("2024-02-28", 2), "2024-03-01");
        assert_eq!(after("2026-01-31", 366), "2027-02-01");
    }

    #[test]
    fn differences_count_leap_days() {
        let number = |text| Day::parse(text).unwrap().number();
        assert_eq!(number("2024-03-01") - number("2024-02-28"), 2);
        assert_eq!(number("2026-03-01") - number("2026-02-28"), 1);
        assert_eq!(number("2027-01-01") - number("2026-01-01"), 365);
        assert_eq!(number("2026-01-01") - number("2025-12-31"), 1);
    }
}
