"""What python3-icalendar finds in a calendar on stdin, a line an event, by the file's own VTIMEZONE."""
import sys
from datetime import timezone
import icalendar

sys.stdout.reconfigure(encoding="utf-8", newline="\n")
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
zones = {str(v["TZID"]): v.to_tz() for v in calendar.walk("VTIMEZONE")}


def utc(prop):
    t = prop.dt
    if "TZID" in prop.params:
        t = zones[prop.params["TZID"]].localize(t.replace(tzinfo=None))
    return t.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def local(prop):
    return prop.dt.strftime("%Y-%m-%dT%H:%M")


for e in calendar.walk("VEVENT"):
    start, end = e["DTSTART"], e["DTEND"]
    print(e["UID"], utc(start), utc(end), local(start), local(end), e["SUMMARY"], sep="\t")
