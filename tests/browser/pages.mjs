/* pages.mjs - walks the pages of everybody in both languages.
 *
 *   node pages.mjs SITE LANGUAGE LOGIN=COOKIE ...
 *
 * Every link found answers with a page or the way to one; pages are valid
 * HTML without a trace of the machine that made them; numbers equal the rows
 * behind them; .json parses and .csv is a table. */
import { check, done, equal } from "./check.mjs";
import { invalid, links, records, text, whole } from "./html.mjs";

const [site, language, ...people] = process.argv.slice(2);
const starts = ["/conversion", "/leads", "/followups", "/retention",
	"/account", "/followups/new", "/leads/new"];
/* Pages of one person; the links that are left are walked by "make full". */
const most = Number(process.env.SALESBOARD_WALK || 110);
/* Numbers looked up; of several people with the same rights, once all. */
const all_numbers = (login) =>
	language === "en" && ["head", "lead", "rep"].includes(login) ? 1000 : 15;

/* Where no page is wanted: what a link may not do. */
const unseen = new Set(["/account/seen"]);

async function get(cookie, address) {
	const answer = await fetch(site + address, {
		headers: { cookie: "sid=" + cookie },
		redirect: "manual",
	});

	return {
		status: answer.status,
		type: answer.headers.get("content-type") || "",
		place: answer.headers.get("location") || "",
		body: await answer.text(),
	};
}

/* Pages of one shape are made by the same code: path and names of fields. */
function shape(address) {
	const url = new URL(address, site);

	return url.pathname + "?" + [...url.searchParams.keys()].sort().join("&");
}

function check_words(where, html) {
	const words = text(html.replace(/<(script|style)[\s\S]*?<\/\1>/g, ""));

	check(!/\b(nan|inf|null|undefined)\b|\{\{|\[\[|%s|%lld/i.test(words),
		`${where}: ${words.match(/.{0,30}(\b(nan|inf|null|undefined)\b|\{\{|\[\[|%s|%lld).{0,30}/i)?.[0]}`);
	check(!/="[^"]*\b(nan|inf)\b/i.test(html.replace(/="[^"]*[a-z]{4}[^"]*"/gi, "")),
		`${where}: a number in an attribute`);
	check(html.includes(`<html lang="${language}"`), where + ": its language");
}

async function check_page(where, html, full) {
	check_words(where, html);
	if (full)
		for (const message of await invalid(html))
			check(false, `${where}: ${message}`);
	const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((m) => m[1]);

	equal(where + ": ids once each", ids.length, new Set(ids).size);
}

function check_table(where, csv) {
	const rows = records(csv);

	check(rows.length > 0 && rows[0].length > 1, where + ": has a head");
	check(rows.every((row) => row.length === rows[0].length),
		where + ": as many cells in each row");
	check(!/(^|,)-?(nan|inf)(,|$)/mi.test(csv), where + ": numbers");
}

/* What a cell of the retention triangle counts: "21.3%, 1,507 of 7,061", "3/9". */
function counts(words) {
	const parts = words.match(/, (.+) (?:of|из) (.+)$/) || words.match(/^(.+)\/(.+)$/);

	return parts ? parts.slice(1).map(whole) : [];
}

/* The customers behind a cell, and of how many they are a share. */
async function check_share(cookie, where, data, words) {
	const json = JSON.parse((await get(cookie, data)).body);

	equal(`${where}: ${words} is ${data}`, [json.total, json.of].join(" of "),
		counts(words).join(" of "));
}

/* A number that is a link equals the number of rows behind it. */
async function check_number(cookie, where, link) {
	const value = whole(link.text);
	const rows = link.address.match(/^\/(leads|retention\/rows)(\?|$)/);

	if (!rows)
		return false;
	const data = link.address.replace(rows[1], rows[1] + ".json");

	if (new URL(data, site).searchParams.has("age")) {
		await check_share(cookie, where, data, link.text);
		return true;
	}
	if (Number.isNaN(value))
		return false;
	const answer = await get(cookie, data);
	const json = answer.status === 200 ? JSON.parse(answer.body) : {};

	equal(`${where}: ${link.text} is ${data}`, json.total, value);
	if (!json.cut) {
		const csv = await get(cookie, data.replace(".json", ".csv"));

		equal(`${where}: rows of ${data.replace(".json", ".csv")}`,
			records(csv.body).length - 1, value);
	}
	return true;
}

/* The next page to look at: of a new kind, if there is one. */
function next(todo, shapes) {
	const fresh = todo.findIndex((address) => !shapes.has(shape(address)));

	return todo.splice(Math.max(fresh, 0), 1)[0];
}

async function walk(login, cookie) {
	const todo = [...starts], seen = new Set(starts), shapes = new Map();
	const numbers = new Set();
	let asked = 0;

	while (todo.length && asked < most) {
		const address = next(todo, shapes);
		const where = `${login} ${language} ${address}`;
		const answer = await get(cookie, address);
		const path = new URL(address, site).pathname;
		const count = shapes.get(shape(address)) || 0;

		asked++;
		shapes.set(shape(address), count + 1);
		const expected = path === "/account" ? [303]
			: ["/followups/new", "/leads/new"].includes(path)
				&& login === "viewer" ? [403]
				: [200, 303];

		check(expected.includes(answer.status), `${where}: ${answer.status}`);
		if (answer.status === 303)
			check(/^\/[^/\\]/.test(answer.place), where + ": " + answer.place);
		if (answer.type.startsWith("application/json")) {
			try {
				check(typeof JSON.parse(answer.body) === "object", where);
			} catch (e) {
				check(false, `${where}: ${e.message}`);
			}
		} else if (answer.type.startsWith("text/csv"))
			check_table(where, answer.body);
		else if (answer.type.startsWith("text/html") && answer.status === 200) {
			await check_page(where, answer.body, count < 2);
			for (const link of links(answer.body)) {
				if (count < 2 && numbers.size < all_numbers(login)
					&& !numbers.has(link.address)
					&& await check_number(cookie, where, link))
					numbers.add(link.address);
				if (!seen.has(link.address) && !unseen.has(path)) {
					seen.add(link.address);
					todo.push(link.address);
				}
			}
		}
	}
	console.log(`${login} ${language}: ${asked} pages of ${shapes.size} kinds, `
		+ `${numbers.size} numbers, ${todo.length} links left`);
	check(shapes.size >= 10, `${login}: ${shapes.size} kinds of pages`);
	check(numbers.size >= 8, `${login}: ${numbers.size} numbers`);
}

for (const address of ["/account", "/nothing", "/account?to=/x", "/account?x=%"]) {
	const answer = await fetch(site + address,
		{ headers: { "accept-language": language } });

	await check_page(address, await answer.text(), true);
}
equal("a page that is not valid is found out",
	(await invalid("<!doctype html><html><body><p></body></html>")).length > 0,
	true);
for (const person of people)
	await walk(...person.split("="));
done();
