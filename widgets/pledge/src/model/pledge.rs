//! When a pledge is made, when it is due again, and which clause is recalled.

use adil::content::Day;
use adil::json::Json;

use super::{Pledge, Quarter};

/// After how many days a pledge is due again where the file names no quarters: the shortest
/// school quarter has eight weeks.
const WEEKS: u32 = 8 * 7;

/// How the number of every pledge begins.
pub const NUMBER: &str = "urn:uuid:";

/// A pledge that was made, as it is kept: no name, no signature.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// Its number, such as `urn:uuid:…`: that of its receipt and its value in a form. One pledge
    /// has one, for as long as it is kept; a pledge that is made anew has a new one.
    pub id: String,
    /// The day, on the device's calendar.
    pub day: Day,
    /// The file's `contentVersion` at that time.
    pub version: String,
    /// The ids of the clauses, in the order of the file.
    pub clauses: Vec<String>,
}

impl Made {
    /// The pledge as it is kept.
    pub fn to_json(&self) -> Json {
        let ids = self.clauses.iter().map(|id| id.as_str().into()).collect();
        Json::object([
            ("id", self.id.as_str().into()),
            ("day", self.day.as_str().into()),
            ("version", self.version.as_str().into()),
            ("clauses", Json::List(ids)),
        ])
    }

    /// A pledge as it was kept. Nothing if no clause of it is left in the file. What was kept
    /// before pledges kept their number gets a new one.
    pub fn restore(pledge: &Pledge, json: &Json, new_id: impl FnOnce() -> String) -> Option<Made> {
        let kept = json.get("clauses")?.list();
        let ids = pledge.clauses.iter().map(|clause| clause.id.as_str());
        let clauses: Vec<String> =
            ids.filter(|id| kept.contains(&(*id).into())).map(str::to_owned).collect();
        let day = Day::parse(json.get("day")?.text()?)?;
        let version = json.get("version")?.text()?.to_owned();
        if clauses.is_empty() {
            return None;
        }
        let id = json.get("id").and_then(Json::text).filter(|id| id.starts_with(NUMBER));
        Some(Made { id: id.map_or_else(new_id, str::to_owned), day, version, clauses })
    }
}

/// Whether a pledge of a day should be renewed today: a later quarter has begun since, or, where
/// no quarter is known for today, eight weeks have passed. Never on a clock that was set back.
pub fn is_due(made: &Day, today: &Day, quarters: &[Quarter]) -> bool {
    let begun = |day: &Day| quarters.iter().filter(|quarter| quarter.start <= *day).count();
    let known = quarter_of(today, quarters).is_some();
    if known {
        begun(made) < begun(today)
    } else {
        today.number() - made.number() >= i64::from(WEEKS)
    }
}

/// The quarter in which a day lies, where the file names it.
fn quarter_of<'q>(day: &Day, quarters: &'q [Quarter]) -> Option<&'q Quarter> {
    quarters.iter().find(|quarter| quarter.start <= *day && *day <= quarter.end)
}

/// The day after today on which a pledge is looked at again: the first one of the next quarter,
/// or, where the file names none, when eight weeks have passed, or eight more. On that day
/// [`is_due`] says so. The same from day to day until it comes, so that a calendar has it once.
pub fn next_look(made: &Day, today: &Day, quarters: &[Quarter]) -> Day {
    let starts = quarters.iter().map(|quarter| &quarter.start);
    if let Some(start) = starts.filter(|start| *start > today).min() {
        return start.clone();
    }
    // A clock that was set back makes the pledge one of the future.
    let age = u32::try_from(today.number() - made.number()).unwrap_or(0);
    let day = made.plus((age / WEEKS + 1) * WEEKS);
    // Within a quarter nothing is due, however long it is.
    match quarter_of(&day, quarters) {
        Some(quarter) => quarter.end.plus(1),
        None => day,
    }
}

/// Which reminder is shown on a day: they take turns from day to day. Where a file has no
/// reminders the clauses that have an example take turns. The index of the clause, and that of
/// the reminder.
pub fn reminder_for(pledge: &Pledge, today: &Day) -> Option<(usize, Option<usize>)> {
    let turn = |of: usize| usize::try_from(today.number()).unwrap_or(0) % of;
    if !pledge.reminders.is_empty() {
        let n = turn(pledge.reminders.len());
        let wanted = &pledge.reminders[n].clause;
        let clause = pledge.clauses.iter().position(|clause| clause.id == *wanted)?;
        return Some((clause, Some(n)));
    }
    let clauses = pledge.clauses.iter().enumerate();
    let told: Vec<usize> =
        clauses.filter(|(_, clause)| clause.example.is_some()).map(|(n, _)| n).collect();
    if told.is_empty() { Some((0, None)) } else { Some((told[turn(told.len())], None)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use adil::content::{Document, open};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn pledge(more: &str) -> Pledge {
        let text = format!(
            r#"{{"format": "adil", "formatVersion": 1, "kind": "pledge", "id": "p", "title": "P",
            "clauses": [{{"id": "a", "text": "A"}}, {{"id": "b", "text": "B", "example": "E"}}]
            {more}}}"#
        );
        let parse = |text: &str| serde_json::from_str(text).map_err(|e| e.to_string());
        let opened: Result<(Document<Pledge>, _), _> = open("p.json", &text, parse);
        opened.unwrap().0.body
    }

    #[track_caller]
    fn check(made: &str, today: &str, due: bool) {
        let quarter = |start, end| Quarter { start: day(start), end: day(end) };
        let quarters = [quarter("2026-09-01", "2026-10-25"), quarter("2026-11-02", "2026-12-28")];
        assert_eq!(is_due(&day(made), &day(today), &quarters), due, "{made} {today}");
    }

    #[test]
    fn a_pledge_is_due_once_a_later_quarter_has_begun() {
        check("2026-09-01", "2026-10-25", false);
        check("2026-09-01", "2026-11-02", true);
        check("2026-10-25", "2026-11-02", true);
        check("2026-11-02", "2026-12-28", false);
        // Made in the holidays before: the quarter that follows is a new one.
        check("2026-10-28", "2026-11-02", true);
        // Between quarters, and after the last one that is known, eight weeks count.
        check("2026-10-20", "2026-10-28", false);
        check("2026-11-02", "2027-01-15", true);
        // A clock that was set back.
        check("2026-11-02", "2026-09-10", false);
    }

    /// The button said "in a month" and the file had another day: 43 days later with quarters,
    /// and without them a day on which nothing was due.
    #[test]
    fn the_next_look_is_on_the_day_on_which_the_pledge_is_due() {
        let quarter = |start, end| Quarter { start: day(start), end: day(end) };
        let quarters = [
            quarter("2026-09-01", "2026-10-25"),
            quarter("2026-11-04", "2026-12-28"),
            quarter("2027-01-11", "2027-03-20"),
        ];
        let check = |made: &str, today: &str, quarters: &[Quarter], expected: &str| {
            let look = next_look(&day(made), &day(today), quarters);
            assert_eq!(look, day(expected), "{made} {today}");
            assert!(is_due(&day(made), &look, quarters), "due then: {made} {today}");
        };
        check("2026-11-29", "2026-11-29", &quarters, "2027-01-11");
        check("2026-09-01", "2026-10-28", &quarters, "2026-11-04");
        // After the last quarter that is known, and not within it.
        check("2027-01-11", "2027-01-11", &quarters, "2027-03-21");
        check("2027-03-19", "2027-03-19", &quarters, "2027-05-14");
        // Without quarters after eight weeks, whenever the file is made.
        check("2026-11-29", "2026-11-29", &[], "2027-01-24");
        check("2026-11-29", "2027-01-23", &[], "2027-01-24");
        // Nobody renewed it in time: the next eight weeks.
        check("2026-11-29", "2027-01-24", &[], "2027-03-21");
        check("2026-11-29", "2027-02-01", &[], "2027-03-21");
    }

    #[test]
    fn what_is_kept_comes_back_and_nothing_else() {
        let pledge = pledge("");
        let restore = |json: &Json| Made::restore(&pledge, json, || "urn:uuid:new".into());
        let made = Made {
            id: "urn:uuid:first".into(),
            day: day("2026-11-23"),
            version: "1".into(),
            clauses: vec!["a".into(), "b".into()],
        };
        assert_eq!(restore(&made.to_json()), Some(made.clone()));
        let other = Made { clauses: vec!["gone".into(), "b".into()], ..made.clone() };
        assert_eq!(restore(&other.to_json()).unwrap().clauses, ["b"]);
        let gone = Made { clauses: vec!["gone".into()], ..made.clone() };
        assert_eq!(restore(&gone.to_json()), None);
        assert_eq!(restore(&Json::Null), None);
        // Kept by an earlier version, or by somebody else: no number, or something that is none.
        let other = Made { id: "javascript:alert(1)".into(), ..made };
        assert_eq!(restore(&other.to_json()).unwrap().id, "urn:uuid:new");
    }

    #[test]
    fn reminders_take_turns() {
        let today = day("2026-11-23");
        assert_eq!(reminder_for(&pledge(""), &today), Some((1, None)));
        let with = pledge(
            r#", "reminders": [{"clause": "a", "example": "1"}, {"clause": "b", "example": "2"}]"#,
        );
        let first = reminder_for(&with, &today).unwrap();
        let second = reminder_for(&with, &day("2026-11-24")).unwrap();
        assert_ne!(first, second);
        assert_eq!(reminder_for(&with, &day("2026-11-25")), Some(first));
    }
}
