//! An action that comes again each school quarter: its dates, its counts, what is past.

use adil::Json;
use adil::content::{Day, Localized, Rich};
use adil::json::{Cursor, FromJson, Problem};
use adil::tally::{self, Added, Sum};

/// The school quarters of a year.
const QUARTERS: f64 = 4.0;

/// A school quarter, 1 to 4. Its dates are set anew each year, so they are data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarter(u32);

impl Quarter {
    /// The number, 1 to 4.
    pub fn get(self) -> u32 {
        self.0
    }
}

/// An hour of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hour(pub u32);

fn whole(cursor: &Cursor, least: f64, most: f64, what: &str) -> Result<u32, Problem> {
    let number = cursor.number(least, most, what)?;
    if number.fract() != 0.0 {
        return Err(cursor.expected(what));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Ok(number as u32)
}

impl FromJson for Quarter {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        whole(cursor, 1.0, QUARTERS, "a quarter, 1 to 4").map(Quarter)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        serde_json::json!({ "type": "integer", "minimum": 1, "maximum": 4 })
    }
}

impl FromJson for Hour {
    fn read(cursor: &Cursor) -> Result<Self, Problem> {
        whole(cursor, 0.0, 23.0, "an hour, 0 to 23").map(Hour)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut adil::json::schema::Definitions) -> adil::json::schema::Value {
        serde_json::json!({ "type": "integer", "minimum": 0, "maximum": 23 })
    }
}

adil::record! {
    /// One time of the action.
    pub struct Edition {
        /// The school quarter.
        "quarter" quarter: Quarter,
        /// What it is about.
        "theme" theme: Localized,
        /// More about it.
        "about" about: Option<Rich>,
        /// Its day; the attribute `dates` of the element goes before it.
        "day" day: Option<Day>,
        /// The hour at which it begins.
        "hour" hour: Hour = Hour(9),
    }
}

adil::record! {
    /// An action that comes again each school quarter.
    pub struct Campaign {
        /// What the action is called, for calendars, posters and reports.
        "name" name: Localized,
        /// Each time of the school year.
        "editions" editions: Vec<Edition>,
        /// Where it is.
        "place" place: Option<Localized>,
    }
}

/// The days of the attribute `dates`: one for each edition, with blanks between them, and `-` for
/// one that is not set yet. What is no day counts as not set.
pub fn dates_of(attribute: &str) -> Vec<Option<Day>> {
    attribute.split_whitespace().map(Day::parse).collect()
}

/// Each edition with its day: that of the page, else that of the file.
pub fn editions(campaign: &Campaign, dates: &[Option<Day>]) -> Vec<(Edition, Option<Day>)> {
    let day =
        |n: usize, edition: &Edition| dates.get(n).cloned().unwrap_or_else(|| edition.day.clone());
    let all = campaign.editions.iter().enumerate();
    all.map(|(n, edition)| (edition.clone(), day(n, edition))).collect()
}

/// The code that carries how many classes, at most 255, and people, at most 2,047, took part on a
/// day; nothing for other numbers.
pub fn code(content: &str, classes: u32, people: u32, day: &Day) -> Option<String> {
    (classes > 0).then(|| tally::code(content, people, day, classes))?
}

/// Codes that were added up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Count {
    /// What was typed for each code, and what became of it.
    pub codes: Vec<(String, Added)>,
    /// How many classes those that count have together.
    pub classes: u32,
    /// How many people.
    pub people: u32,
}

impl Count {
    /// Adds up the codes of a text. The same code counts once, whoever sent it twice.
    pub fn of(text: &str, content: &str) -> Count {
        let tally::Count { codes, sum } = tally::add_up(text, content);
        let Sum { tallies } = &sum;
        Count { codes, classes: tallies.iter().map(|t| t.group).sum(), people: sum.total() }
    }
}

/// An edition that is over, as its school wrote it down.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    /// Its day.
    pub day: Day,
    /// Its theme, in the language in which it was shown.
    pub theme: String,
    /// How many classes.
    pub classes: u32,
    /// How many people.
    pub people: u32,
}

/// What is kept of each, by its names: what people read of it is made from these.
pub const PAST_KEPT: [&str; 4] = ["day", "theme", "classes", "people"];

/// The most that a device keeps: ten years.
const MOST_PAST: usize = 40;

impl Past {
    fn read(json: &Json) -> Option<Past> {
        let number = |name: &str| {
            let number = json.get(name)?.number()?;
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            Some(number.clamp(0.0, 100_000.0) as u32)
        };
        Some(Past {
            day: Day::parse(json.get("day")?.text()?)?,
            theme: json.get("theme")?.text()?.chars().take(200).collect(),
            classes: number("classes")?,
            people: number("people")?,
        })
    }

    /// What is kept of it.
    pub fn save(&self) -> Json {
        Json::object([
            ("day", self.day.as_str().into()),
            ("theme", self.theme.as_str().into()),
            ("classes", f64::from(self.classes).into()),
            ("people", f64::from(self.people).into()),
        ])
    }
}

/// What is kept of past editions, the last first; what is no such entry is left out.
pub fn pasts(kept: &Json) -> Vec<Past> {
    let mut all: Vec<Past> = kept.list().iter().filter_map(Past::read).collect();
    all.sort_by(|a, b| b.day.cmp(&a.day));
    all.truncate(MOST_PAST);
    all
}

#[cfg(test)]
#[path = "campaign_tests.rs"]
mod tests;
