//! A place in time, as authors write it.

use adil::json::{Cursor, FromJson, Problem};

/// A place in a video: milliseconds from its start, below 24 hours. Authors write seconds, as
/// `85` or `85.5`, or `"1:25"` and `"1:02:03"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub u32);

/// The seconds of a day, beyond which no lesson goes.
const LONGEST: f64 = 86_400.0;

const WHAT: &str = "a time such as 85, 85.5, \"1:25\" or \"1:02:03\", below 24 hours";

impl Moment {
    /// The moment some seconds after the start; nothing outside of a day.
    pub fn from_seconds(seconds: f64) -> Option<Moment> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        (0.0..LONGEST).contains(&seconds).then(|| Moment((seconds * 1000.0).round() as u32))
    }

    /// The seconds from the start, as a media element counts.
    pub fn seconds(self) -> f64 {
        f64::from(self.0) / 1000.0
    }

    /// Parses hours, minutes and seconds with colons between them; the seconds may have a part
    /// behind a point.
    fn parse(text: &str) -> Option<Moment> {
        let parts: Vec<&str> = text.split(':').collect();
        if !(2..=3).contains(&parts.len()) {
            return None;
        }
        let mut seconds = 0.0;
        for (n, part) in parts.iter().enumerate() {
            let last = n + 1 == parts.len();
            let fits = part.bytes().all(|b| b.is_ascii_digit() || (last && b == b'.'));
            let value = adil::json::number_from(part).filter(|_| fits)?;
            // Only the first part may count beyond a minute or an hour.
            if n > 0 && value >= 60.0 {
                return None;
            }
            seconds = seconds * 60.0 + value;
        }
        Moment::from_seconds(seconds)
    }
}

/// A time in milliseconds as a clock shows it: `1:25`, `1:02:03`.
pub fn clock(ms: u32) -> String {
    let seconds = ms / 1_000;
    let number = |n: u32| adil::json::number_text(f64::from(n));
    let two = |n: u32| [if n < 10 { "0" } else { "" }, &number(n)].concat();
    let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60);
    let minutes = if hours > 0 { two(minutes) } else { number(minutes) };
    let start = if hours > 0 { [&number(hours), ":"].concat() } else { String::new() };
    [&start, &minutes, ":", &two(seconds % 60)].concat()
}

impl FromJson for Moment {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        let json = cursor.json();
        let moment = match json.number() {
            Some(seconds) => Moment::from_seconds(seconds),
            None => json.text().and_then(Moment::parse),
        };
        moment.ok_or_else(|| cursor.expected(WHAT))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(definitions: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        definitions.define("Moment", |_| {
            serde_json::json!({
                "description": "A time: seconds, or minutes and seconds such as 1:25.",
                "oneOf": [
                    { "type": "number", "minimum": 0, "exclusiveMaximum": LONGEST },
                    { "type": "string", "pattern": r"^(\d+:[0-5])?\d?\d:[0-5]?\d(\.\d+)?$" },
                ],
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use adil::json::{Json, Warnings};

    #[track_caller]
    fn check(json: &str, expected: Option<u32>) {
        let json: Json = serde_json::from_str(json).unwrap();
        let read = Moment::read(&Cursor::top(&json, &Warnings::default()));
        assert_eq!(read.ok().map(|moment| moment.0), expected);
    }

    #[test]
    fn is_read_from_seconds_and_from_clock_times() {
        check("0", Some(0));
        check("85.5", Some(85_500));
        check("0.0004", Some(0));
        check("\"0:42\"", Some(42_000));
        check("\"1:25.25\"", Some(85_250));
        check("\"75:00\"", Some(4_500_000));
        check("\"1:02:03\"", Some(3_723_000));
        check("86399.9", Some(86_399_900));
    }

    #[test]
    fn a_clock_shows_hours_only_where_there_are_some() {
        let shown = [0, 5_999, 85_000, 3_599_000, 3_723_000].map(clock);
        assert_eq!(shown, ["0:00", "0:05", "1:25", "59:59", "1:02:03"]);
    }

    #[test]
    fn refuses_what_is_no_time() {
        for json in [
            "-1",
            "86400",
            "\"85\"",
            "\"1:60\"",
            "\"1:61:00\"",
            "\"1.5:00\"",
            "\"1:-5\"",
            "\"1:2:3:4\"",
            "\":\"",
            "\"1:\"",
            "\" 1:25\"",
            "\"1:1e1\"",
            "\"24:00:00\"",
            "null",
            "[]",
            "\"\"",
        ] {
            check(json, None);
        }
    }
}
