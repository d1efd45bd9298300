//! When a pledge is made, when it is due again, and which clause is recalled.

use adil::content::Day;
use adil::json::Json;

use super::{Pledge, Quarter};

/// After how many days a pledge is due again where the file names no quarters: the shortest
/// school quarter has eight weeks.
const WEEKS: i64 = 8 * 7;

/// A pledge that was made, as it is kept: no name, no signature.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
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
            ("day", self.day.as_str().into()),
            ("version", self.version.as_str().into()),
            ("clauses", Json::List(ids)),
        ])
    }

    /// A pledge as it was kept. Nothing if no clause of it is left in the file.
    pub fn restore(pledge: &Pledge, json: &Json) -> Option<Made> {
        let kept = json.get("clauses")?.list();
        let ids = pledge.clauses.iter().map(|clause| clause.id.as_str());
        let clauses: Vec<String> =
            ids.filter(|id| kept.contains(&(*id).into())).map(str::to_owned).collect();
        let day = Day::parse(json.get("day")?.text()?)?;
        let version = json.get("version")?.text()?.to_owned();
        (!clauses.is_empty()).then_some(Made { day, version, clauses })
    }
}

/// Whether a pledge of a day should be renewed today: a later quarter has begun since, or, where
/// no quarter is known for today, eight weeks have passed. Never on a clock that was set back.
pub fn is_due(made: &Day, today: &Day, quarters: &[Quarter]) -> bool {
    let begun = |day: &Day| quarters.iter().filter(|quarter| quarter.start <= *day).count();
    let known = quarters.iter().any(|quarter| quarter.start <= *today && *today <= quarter.end);
    if known { begun(made) < begun(today) } else { today.number() - made.number() >= WEEKS }
}

/// The first day of the next quarter after a day, where the file names one.
pub fn next_quarter_day<'q>(today: &Day, quarters: &'q [Quarter]) -> Option<&'q Day> {
    quarters.iter().map(|quarter| &quarter.start).filter(|start| *start > today).min()
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

    #[test]
    fn what_is_kept_comes_back_and_nothing_else() {
        let pledge = pledge("");
        let made = Made {
            day: day("2026-11-23"),
            version: "1".into(),
            clauses: vec!["a".into(), "b".into()],
        };
        assert_eq!(Made::restore(&pledge, &made.to_json()), Some(made.clone()));
        let other = Made { clauses: vec!["gone".into(), "b".into()], ..made.clone() };
        assert_eq!(Made::restore(&pledge, &other.to_json()).unwrap().clauses, ["b"]);
        let gone = Made { clauses: vec!["gone".into()], ..made };
        assert_eq!(Made::restore(&pledge, &gone.to_json()), None);
        assert_eq!(Made::restore(&pledge, &Json::Null), None);
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
