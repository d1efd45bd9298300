//! Calendar files (`.ics`, RFC 5545) for events without a time zone: nine o'clock means nine
//! o'clock wherever the device is, also on one whose zone data is older than the last change.

use crate::content::Day;

/// An event in a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event<'e> {
    /// Names the event for good, so that a second import changes it instead of adding another.
    /// No other event of anybody may have it: a calendar would write one over the other.
    pub uid: &'e str,
    /// Its day.
    pub day: &'e Day,
    /// Its hour, 0 to 23.
    pub hour: u32,
    /// How long it lasts, in minutes.
    pub minutes: u32,
    /// Its heading.
    pub summary: &'e str,
    /// What it is about.
    pub description: &'e str,
    /// Raised with every change of the event: a calendar takes the one with the higher number.
    pub sequence: u32,
    /// So many minutes before it begins the calendar reminds.
    pub reminds_before: u32,
}

/// A number that grows with each day that an event is moved to later: a calendar takes the event
/// with the highest. It is below 100,000.
pub fn sequence_of(day: &Day) -> u32 {
    u32::try_from(day.number() - Day::first().number()).unwrap_or(0).min(99_999)
}

/// A calendar file. `now` is the moment at which it was made, such as `2026-11-23T08:15:30Z`.
pub fn file(events: &[Event], now: &str) -> String {
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Adil//learning widgets//EN".to_owned(),
    ];
    let compact = |text: &str| text.replace(['-', ':'], "");
    for event in events {
        let hour = [if event.hour < 10 { "0" } else { "" }, &event.hour.to_string()].concat();
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            ["UID:", &escape(event.uid)].concat(),
            ["DTSTAMP:", &compact(now)].concat(),
            ["DTSTART:", &compact(event.day.as_str()), "T", &hour, "0000"].concat(),
            ["DURATION:PT", &event.minutes.to_string(), "M"].concat(),
            ["SUMMARY:", &escape(event.summary)].concat(),
            ["DESCRIPTION:", &escape(event.description)].concat(),
            ["SEQUENCE:", &event.sequence.to_string()].concat(),
            "BEGIN:VALARM".to_owned(),
            "ACTION:DISPLAY".to_owned(),
            ["DESCRIPTION:", &escape(event.summary)].concat(),
            trigger(event.reminds_before),
            "END:VALARM".to_owned(),
            "END:VEVENT".to_owned(),
        ]);
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| fold(line)).collect()
}

fn trigger(minutes: u32) -> String {
    match minutes {
        0 => "TRIGGER:PT0S".to_owned(),
        minutes => ["TRIGGER:-PT", &minutes.to_string(), "M"].concat(),
    }
}

fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// A line in pieces of at most 75 bytes, as the format has it, never within a character.
fn fold(line: &str) -> String {
    let mut folded = String::new();
    let mut room = 75;
    for c in line.chars() {
        if c.len_utf8() > room {
            folded.push_str("\r\n ");
            room = 74;
        }
        room -= c.len_utf8();
        folded.push(c);
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_has_a_floating_time_and_escaped_texts() {
        let day = Day::parse("2026-12-23").unwrap();
        let event = Event {
            uid: "a@adil",
            day: &day,
            hour: 9,
            minutes: 5,
            summary: "Уәде, қайта; оқы\\",
            description: "one\ntwo\r\u{7}",
            sequence: 3,
            reminds_before: 1_440,
        };
        let text = file(&[event], "2026-11-23T08:15:30Z");
        assert!(text.contains("\r\nDTSTAMP:20261123T081530Z\r\n"));
        assert!(text.contains("\r\nDTSTART:20261223T090000\r\n"));
        assert!(text.contains("\r\nSUMMARY:Уәде\\, қайта\\; оқы\\\\\r\n"));
        assert!(text.contains("\r\nDESCRIPTION:one\\ntwo\r\nSEQUENCE:3\r\n"));
        assert!(text.contains("\r\nTRIGGER:-PT1440M\r\n"));
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        let folded = fold(&"қ".repeat(100));
        assert!(folded.lines().all(|line| line.len() <= 75));
        assert_eq!(folded.replace("\r\n ", "").trim_end(), "қ".repeat(100));
    }
}
