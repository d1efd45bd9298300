//! The day on which a learner looks at the pledge again.

use adil::content::Day;
use adil::host::{download, moment, today};
use leptos::prelude::*;

use super::way::Session;
use crate::model::{NUMBER, next_look};

/// The day on which the pledge is looked at again.
pub fn next_look_of(session: Session) -> Day {
    let (context, today) = (session.context(), today());
    let made = session.made.with_untracked(|made| made.as_ref().map(|made| made.day.clone()));
    next_look(made.as_ref().unwrap_or(&today), &today, &context.document.body.quarters)
}

/// A calendar file for a day. The entry is named by the pledge's number and the day: made again it
/// is the same, and no entry of another pupil or another school ever writes over it.
pub fn save_date(session: Session, day: &Day) {
    let context = session.context();
    let Some(id) = session.made.with_untracked(|made| made.as_ref().map(|made| made.id.clone()))
    else {
        return;
    };
    let lines: Vec<String> = untrack(|| session.pledged())
        .into_iter()
        .map(|n| session.clause(n, |clause| clause.text.get(&context.rich.lang).to_owned()))
        .collect();
    let id = id.strip_prefix(NUMBER).unwrap_or(&id);
    let uid = [id, "-", day.as_str(), "@adil-pledge"].concat();
    let event = adil::calendar::Event {
        uid: &uid,
        day,
        hour: 9,
        minutes: 5,
        summary: &session.text("calendar_text"),
        description: &lines.join("\n"),
        sequence: 0,
        reminds_before: 0,
    };
    download("pledge.ics", "text/calendar", &adil::calendar::file(&[event], &moment()));
    session.announcer.announce(&session.text("calendar_file"));
}
