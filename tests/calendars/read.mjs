// What ical.js (npm) finds in a calendar file: one line of JSON for each event.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const two = (n) => String(n).padStart(2, "0");
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const part of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(part);
  // As a calendar on this device shows it.
  const at = event.startDate.toJSDate();
  const alarm = part.getFirstSubcomponent("valarm");
  console.log(JSON.stringify({
    uid: event.uid,
    start: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`,
    isFloating: event.startDate.zone === ICAL.Timezone.localTimezone,
    minutes: event.duration.toSeconds() / 60,
    summary: event.summary,
    sequence: event.sequence,
    reminds: alarm.getFirstPropertyValue("trigger").toSeconds() / 60,
  }));
}
