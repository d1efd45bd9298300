"""What icalendar (PyPI) finds in a calendar file: one line of JSON for each event."""

import json
import sys

from icalendar import Calendar

for event in Calendar.from_ical(sys.stdin.buffer.read()).walk("VEVENT"):
    start = event["DTSTART"].dt
    (alarm,) = event.walk("VALARM")
    print(json.dumps({
        "uid": str(event["UID"]),
        "start": start.strftime("%Y-%m-%d %H:%M"),
        "isFloating": start.tzinfo is None,
        "minutes": event["DURATION"].dt.total_seconds() / 60,
        "summary": str(event["SUMMARY"]),
        "sequence": int(event["SEQUENCE"]),
        "reminds": alarm["TRIGGER"].dt.total_seconds() / 60,
    }))
