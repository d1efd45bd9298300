//! The dates of an action as a file for calendars.

use adil::calendar::{self, Event};
use adil::content::Day;
use adil::json::number_text;
use adil::random::Random;

use super::campaign::{Campaign, Edition};

/// A day, in minutes: calendars remind the day before.
const DAY_BEFORE: u32 = 1_440;
/// The month in which the first school years begin: dates from here on are of a new one.
const AUGUST: u32 = 8;

/// What the dates of an action have in common.
#[derive(Clone, Copy, Debug)]
pub struct Dates<'d> {
    /// The content's own name.
    pub id: &'d str,
    /// Its address: two schools have events of their own.
    pub address: &'d str,
    /// Its version: the number before the first point counts.
    pub version: &'d str,
    /// The language of the texts.
    pub lang: &'d str,
    /// How long each time is, in minutes.
    pub minutes: u32,
    /// When the file is made, such as `2026-11-23T08:15:30Z`.
    pub now: &'d str,
}

impl Dates<'_> {
    /// The file with those that have a day, or with one of them; nothing where none has one.
    pub fn file(
        &self,
        campaign: &Campaign,
        editions: &[(Edition, Option<Day>)],
        only: Option<usize>,
    ) -> Option<String> {
        let name = campaign.name.get(self.lang);
        let place = campaign.place.as_ref().map_or("", |place| place.get(self.lang));
        let chosen = editions.iter().enumerate().filter(|(n, _)| only.is_none_or(|m| m == *n));
        let rows: Vec<(String, &Day, u32, String)> = chosen
            .filter_map(|(n, (edition, day))| {
                let day = day.as_ref()?;
                let is_before = |(one, _): &&(Edition, _)| one.quarter == edition.quarter;
                let before = editions.iter().take(n).filter(is_before).count();
                let summary = [name, ": ", edition.theme.get(self.lang)].concat();
                Some((self.uid(edition, day, before), day, edition.hour.0, summary))
            })
            .collect();
        let events: Vec<Event> = rows
            .iter()
            .map(|(uid, day, hour, summary)| Event {
                uid,
                day,
                hour: *hour,
                minutes: self.minutes,
                summary,
                description: place,
                sequence: self.sequence(day),
                reminds_before: DAY_BEFORE,
            })
            .collect();
        (!events.is_empty()).then(|| calendar::file(&events, self.now))
    }

    /// The name of an event. It stays when its day is moved, so that a calendar moves it, too; in
    /// another school year it is another one, so that what was stays where it was. A quarter may
    /// have two editions, which are two events: `before` says how many of it come before this one.
    fn uid(&self, edition: &Edition, day: &Day, before: usize) -> String {
        let base = number_text(Random::number_of(self.address) as f64);
        let quarter = number_text(edition.quarter.get().into());
        let year = number_text(school_year(day).into());
        let turn = match before {
            0 => String::new(),
            n => ["-", &number_text(n as f64 + 1.0)].concat(),
        };
        [self.id, "-", &year, "-q", &quarter, &turn, "-", &base, "@adil-plan"].concat()
    }

    /// A number that grows with each day that an event is moved to later, and with each version of
    /// the file: a calendar takes the event with the highest. A day is set anew more often than a
    /// file gets a new version.
    fn sequence(&self, day: &Day) -> u32 {
        let version: u32 = self.version.split('.').next().and_then(|v| v.parse().ok()).unwrap_or(0);
        version.saturating_mul(100_000).saturating_add(calendar::sequence_of(day))
    }
}

/// The year in which the school year of a day begins.
fn school_year(day: &Day) -> u32 {
    let (year, month, _) = day.parts();
    if month < AUGUST { year.saturating_sub(1) } else { year }
}

#[cfg(test)]
#[path = "dates_tests.rs"]
mod tests;
