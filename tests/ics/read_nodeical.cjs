// What node-ical finds in a calendar on stdin, a line an event: UID, start and end in UTC, summary.
const lib = require("node-ical");
const ical = lib.default ?? lib;
const all = ical.sync.parseICS(require("fs").readFileSync(0, "utf8"));
const utc = (date) => new Date(date).toISOString().replace(".000Z", "Z");
for (const e of Object.values(all))
	if (e.type === "VEVENT")
		console.log([e.uid, utc(e.start), utc(e.end), e.summary].join("\t"));
