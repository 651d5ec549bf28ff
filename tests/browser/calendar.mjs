/* calendar.mjs - reads a calendar with a parser that others made.
 *
 *	node calendar.mjs CALENDAR.ics FOLLOWUPS.json
 *
 * Each open follow-up of the list is an event of one whole day, and nothing
 * else is; a calendar that was cut short is none. */
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import { check, done, equal } from "./check.mjs";

const [calendar, list] = process.argv.slice(2).map((file) => readFileSync(file, "utf8"));
const root = new ICAL.Component(ICAL.parse(calendar));
const events = root.getAllSubcomponents("vevent").map((e) => new ICAL.Event(e));
const rows = new Map(JSON.parse(list).followups.map((row) => [row.id, row]));

equal("version", root.getFirstPropertyValue("version"), "2.0");
check(root.getFirstPropertyValue("prodid").includes("Salesboard"), "prodid");
check(calendar.split("\r\n").every((line) => Buffer.byteLength(line) <= 75),
	"no line is longer than 75 bytes");
equal("events", events.length, rows.size);
equal("each is there once", new Set(events.map((e) => e.uid)).size, events.length);
for (const event of events) {
	const row = rows.get(Number(event.uid.match(/^followup-(\d+)@/)?.[1]));

	if (!check(row, event.uid + " is in the list"))
		continue;
	equal(event.uid + ": words", event.summary, `${row.customer}: ${row.subject}`);
	equal(event.uid + ": day", event.startDate.toString(), row.due);
	check(event.startDate.isDate, event.uid + ": a whole day");
	equal(event.uid + ": one of them", event.endDate.subtractDate(event.startDate).days, 1);
	check(new URL(event.component.getFirstPropertyValue("url")).search === `?id=${row.id}`,
		event.uid + ": leads to its page");
}
done();
