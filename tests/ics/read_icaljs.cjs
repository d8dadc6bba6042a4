// What ical.js finds in a calendar on stdin, a line an event, by the file's own VTIMEZONE.
const lib = require("ical.js");
const ICAL = lib.default ?? lib;
const text = require("fs").readFileSync(0, "utf8");
const calendar = new ICAL.Component(ICAL.parse(text));
const zones = new Map(calendar.getAllSubcomponents("vtimezone")
    .map((v) => [v.getFirstPropertyValue("tzid"), new ICAL.Timezone(v)]));
const local = (t) => t.toString().slice(0, 16);
const inUtc = (event, name) => {
	const property = event.getFirstProperty(name);
	const tzid = property.getParameter("tzid");
	const t = property.getFirstValue().clone();
	if (tzid !== undefined)
		t.zone = zones.get(tzid);
	return t.convertToZone(ICAL.Timezone.utcTimezone).toString();
};
for (const e of calendar.getAllSubcomponents("vevent"))
	console.log([e.getFirstPropertyValue("uid"), inUtc(e, "dtstart"), inUtc(e, "dtend"),
	    local(e.getFirstPropertyValue("dtstart")), local(e.getFirstPropertyValue("dtend")),
	    e.getFirstPropertyValue("summary")].join("\t"));
