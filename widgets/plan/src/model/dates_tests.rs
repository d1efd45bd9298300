//! A calendar reads what is written, by a reader that somebody else wrote.

use super::*;
use crate::model::{Plan, dates_of, editions};
use adil::content::{Document, open};
use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime};

fn plan() -> Document<Plan> {
    let text = include_str!("../../examples/integrity-hour-1.json");
    let parse = |text: &str| serde_json::from_str(text).map_err(|error| error.to_string());
    open::<Plan>("integrity-hour-1.json", text, parse).unwrap().0
}

/// The file of the example for the days of a page, and what the reader finds in it.
fn read(attribute: &str, lang: &str, version: &str) -> Vec<icalendar::Event> {
    let document = plan();
    let dates = Dates {
        id: "integrity-hour-1",
        address: "https://school.test/integrity-hour-1.json",
        version,
        lang,
        minutes: document.body.variants[0].minutes(),
        now: "2026-11-23T08:15:30Z",
    };
    let campaign = document.body.fields.campaign.clone().unwrap();
    let file = dates.file(&campaign, &editions(&campaign, &dates_of(attribute)), None);
    let calendar: Calendar = file.unwrap_or_default().parse().unwrap_or_default();
    calendar.events().cloned().collect()
}

fn start(event: &icalendar::Event) -> String {
    match event.get_start() {
        Some(DatePerhapsTime::DateTime(CalendarDateTime::Floating(at))) => at.to_string(),
        other => format!("{other:?}"),
    }
}

#[test]
fn another_reader_finds_the_same_local_hour_in_each_language() {
    let check = |lang: &str, theme: &str| {
        let events = read("2026-10-15 2026-12-09 - 2027-05-06", lang, "1.0");
        let starts: Vec<String> = events.iter().map(start).collect();
        let days = ["2026-10-15 09:00:00", "2026-12-09 09:00:00", "2027-05-06 09:00:00"];
        assert_eq!(starts, days);
        let summary = events.first().and_then(Component::get_summary).unwrap_or_default();
        assert!(summary.ends_with(theme), "{summary}");
        let length = events.first().and_then(|event| event.property_value("DURATION"));
        assert_eq!(length, Some("PT45M"));
    };
    check("en", ": My own work");
    check("ru", ": Моя собственная работа");
    check("kk", ": Менің өз жұмысым");
    check("ar", ": عملي بنفسي");
}

/// The same quarter of two school years had one name, and the dates of a new year took away the
/// entries of the year before.
#[test]
fn a_new_school_year_has_events_of_its_own_and_a_moved_day_keeps_its_name() {
    let names = |attribute: &str| -> Vec<String> {
        let events = read(attribute, "en", "1.0");
        events.iter().filter_map(Component::get_uid).map(str::to_owned).collect()
    };
    let first = names("2026-10-15 2026-12-09 2027-02-11 2027-05-06");
    assert_eq!(first.len(), 4);
    let moved = names("2026-10-22 2026-12-16 2027-02-12 2027-05-20");
    assert_eq!(first, moved);
    let next = names("2027-10-14 2027-12-09 2028-02-10 2028-05-04");
    assert!(next.iter().all(|name| !first.contains(name)), "{next:?}");
}

#[test]
fn a_later_day_and_a_new_version_replace_what_a_calendar_has() {
    let number = |attribute: &str, version: &str| -> u32 {
        let event = read(attribute, "en", version);
        let text = event.first().and_then(|event| event.property_value("SEQUENCE"));
        text.and_then(|text| text.parse().ok()).unwrap_or_default()
    };
    let before = number("2026-10-15 - - -", "1.0");
    assert!(before > 0);
    assert!(number("2026-10-16 - - -", "1.0") > before);
    assert!(number("2026-10-14 - - -", "2.0") > before);
    assert_eq!(number("2026-10-15 - - -", "1.7"), before);
}

#[test]
fn without_a_day_there_is_no_file() {
    assert_eq!(read("- - - -", "en", "1.0").len(), 0);
}
