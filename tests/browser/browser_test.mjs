/* browser_test.mjs - people at work, in Chromium.
 *
 *   node browser_test.mjs SITE SHOTS
 *
 * Signs in, reads the dashboards and the rows behind a number, plans, ends and
 * takes back a follow-up: in both languages, with and without JavaScript, on a
 * desk and on a phone, in light and dark.  Nothing may be written to the
 * console, nothing refused by the policy, nothing wider than the screen, and
 * axe-core must find nothing.  Pictures of all of it go to the folder SHOTS. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

import { check, done, equal } from "./check.mjs";
import { whole } from "./html.mjs";

const [site, shots] = process.argv.slice(2);
const password = "salesboard-demo";
const axe = readFileSync(
	createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const browser = await chromium.launch({
	executablePath: process.env.SALESBOARD_CHROMIUM || "/usr/bin/chromium",
	args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
		"--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync"],
});

/* A refused form or address answers 4xx, which the browser notes as such. */
const expected = /status of (401|404|409|422)/;

async function open(options) {
	const context = await browser.newContext({
		baseURL: site, viewport: desk, reducedMotion: "reduce", ...options });
	const page = await context.newPage();

	page.setDefaultTimeout(30000);
	page.on("console", (message) => {
		if (["error", "warning"].includes(message.type()))
			check(expected.test(message.text()),
				`${page.url()}: ${message.text()}`);
	});
	page.on("pageerror", (error) =>
		check(false, `${page.url()}: ${error.message}`));
	page.on("dialog", (dialog) => {
		check(false, `${page.url()}: a dialog ${dialog.message()}`);
		dialog.dismiss();
	});
	page.on("request", (request) =>
		check(request.url().startsWith(site + "/"),
			`${page.url()} asks for ${request.url()}`));
	return page;
}

async function sign_in(page, login, to) {
	await page.goto(to ? "/account?to=" + encodeURIComponent(to) : "/account");
	await page.fill("#login", login);
	await page.fill("#password", password);
	await page.click("button[type=submit]");
	check(await page.locator("header.top").count() === 1,
		`${login} is signed in`);
}

const data = async (page, address) =>
	(await page.request.get(address)).json();

const number = async (locator) => whole((await locator.innerText()).trim());

/* ---- numbers ---- */

async function numbers_equal_data(page, name) {
	await page.goto("/conversion");
	const json = await data(page, "/conversion.json");
	const rows = page.locator("table.tt tbody tr");

	equal(`${name}: teams`, await rows.count(), json.teams.length);
	for (let i = 0; i < json.teams.length; i++) {
		const row = rows.nth(i), team = json.teams[i];

		equal(`${name}: leads of ${team.name}`,
			await number(row.locator(".t-n a")), team.prospects);
		equal(`${name}: old enough, ${team.name}`,
			await number(row.locator(".t-m")), team.matured);
		equal(`${name}: won by ${team.name}`,
			await number(row.locator(".t-k a")), team.won);
	}
}

async function rows_behind(page, name) {
	await page.goto("/conversion");
	const link = page.locator("table.tt tbody tr .t-k a").first();
	const count = await number(link);

	await link.click();
	await page.waitForURL("**/leads?**");
	const address = new URL(page.url());
	const json = await data(page,
		address.pathname + ".json" + address.search);

	equal(`${name}: rows behind a number`, json.total, count);
	equal(`${name}: rows shown`, await page.locator("main tbody tr").count(),
		Math.min(count, 50));
}

/* ---- follow-ups ---- */

async function counts(page) {
	const json = await data(page, "/followups.json");

	return json.overdue + json.today + json.next_7_days + json.later;
}

async function plan_with_an_error_first(page, name, script, subject) {
	const before = await counts(page);
	const { customer } = (await data(page, "/followups.json")).followups[0];

	await page.goto("/followups/new");
	await page.fill("#subject", subject);
	await page.fill("#due", "30 02 2099");
	await page.fill("#note", "Two\nlines & <b>");
	await page.locator("form.sheet button[type=submit]").click();
	await page.locator("#due-e").waitFor();
	check(await page.locator("#due-e").isVisible(), `${name}: beside the day`);
	check(await page.locator("#customer-e").isVisible(),
		`${name}: beside the customer`);
	equal(`${name}: subject kept`, await page.inputValue("#subject"), subject);
	equal(`${name}: day kept`, await page.inputValue("#due"), "30 02 2099");
	equal(`${name}: note kept`, await page.inputValue("#note"),
		"Two\nlines & <b>");
	equal(`${name}: described by`,
		await page.getAttribute("#due", "aria-describedby"), "due-h due-e");
	check(/^(Error|Ошибка):/.test(await page.title()), `${name}: its title`);
	if (script)
		equal(`${name}: the summary has the focus`, await page.evaluate(
			() => document.activeElement.className), "errors");
	equal(`${name}: nothing was saved`, await counts(page), before);
	await page.fill("#customer", customer);
	await page.locator("label.tile", { has: page.locator(
		"input[name=kind][value=call]") }).click();
	await page.fill("#due", name.startsWith("ru") ? "завтра" : "tomorrow");
	await page.locator("form.sheet button[type=submit]").click();
	await page.waitForURL("**/followups?**");
	check(await page.locator(".toast").isVisible(), `${name}: says so`);
	equal(`${name}: one more`, await counts(page), before + 1);
}

async function end_and_take_back(page, name, subject) {
	const before = await counts(page);
	const mine = (await data(page, "/followups.json")).followups
		.find((f) => f.subject === subject);

	await page.goto(`/followups?id=${mine.id}`);
	const form = page.locator('aside.detail form[action="/followups/done"]');

	/* Nothing chosen yet: told, and the note is kept. */
	await page.fill("#note", "Nobody there");
	await form.locator("button[type=submit]").click();
	await page.locator("#outcome-e").waitFor();
	equal(`${name}: note kept`, await page.inputValue("#note"), "Nobody there");
	await form.locator("label.tile", { has: page.locator(
		"input[name=outcome][value=happy]") }).click();
	await form.locator("button[type=submit]").click();
	await page.locator(".toast").waitFor();
	const state = async () => (await data(page, "/followups.json")).followups
		.some((f) => f.id === mine.id);

	equal(`${name}: done`, await state(), false);
	await page.locator(".toast button").click();
	await page.waitForLoadState();
	await page.locator(".toast").waitFor();
	equal(`${name}: open again`, await state(), true);
	equal(`${name}: as many as before`, await counts(page), before);
}

async function conflict(page, name) {
	const { followups } = await data(page, "/followups.json");
	const other = await page.context().newPage();

	await page.goto(`/followups?id=${followups[0].id}`);
	await other.goto(`/followups?id=${followups[0].id}`);
	await other.locator(".task.on button[value=no_answer]").click();
	await other.locator(".toast").waitFor();
	await page.fill("#note", "Mine");
	await page.locator("aside.detail label.tile").first().click();
	await page.locator('aside.detail form[action="/followups/done"] button[type=submit]').click();
	await page.locator("aside.detail .note.warn[role=alert]").waitFor();
	check((await page.locator("aside.detail").innerText()).includes("Mine"),
		`${name}: what was typed is shown`);
	await other.locator(".toast button").click();
	await other.waitForLoadState();
	await other.close();
}

/* ---- leads ---- */

async function save_a_view(page, name) {
	const view = `Sources ${name}`;
	const address = "/conversion?by=quarter&group=source"; /* no day: it moves */

	await page.goto("/conversion?group=source");
	await page.locator(".views summary").click();
	await page.locator(".views .last").click();
	await page.locator("#name").fill(view);
	await page.locator("form.sheet button[type=submit]").click();
	await page.waitForURL(`**${address}`);
	await page.locator(".views summary").click();
	equal(`${name}: the view`, await page.locator(".views .menu a",
		{ hasText: view }).getAttribute("href"), address);
}

/* Enters one twice, with an error first; the second time it is found while it
 * is typed, or at the latest when it is saved. */
async function enter_a_lead(page, name, script) {
	const phone = `+44 20 7946 ${1000 + Math.floor(Math.random() * 9000)}`;
	const save = () => page.locator("form.sheet button[type=submit]").click();

	await page.goto("/leads/new");
	await page.fill("#phone", phone);
	await save();
	await page.locator("#name-e").waitFor();
	equal(`${name}: phone kept`, await page.inputValue("#phone"), phone);
	await page.fill("#name", "Browser & Sons");
	await save();
	await page.waitForURL("**/leads/lead?**");
	check((await page.locator("h1").innerText()).includes("Browser & Sons"),
		`${name}: a lead is entered`);

	await page.goto("/leads/new");
	await page.fill("#name", "Browser again");
	await page.fill("#phone", phone.replaceAll(" ", "-"));
	if (script)
		await page.keyboard.press("Tab");
	else
		await save();
	await page.locator("#twins li").first().waitFor();
	equal(`${name}: name kept`, await page.inputValue("#name"),
		"Browser again");
	await page.check("#known");
	await save();
	await page.waitForURL("**/leads/lead?**");
	check((await page.locator("h1").innerText()).includes("Browser & Sons"),
		`${name}: one more inquiry`);
}

/* What a kind of news does not need is out of the way; a win ends it. */
async function win_a_lead(page, name) {
	const form = page.locator("form.log");

	await form.locator("[name=act][value=won]").check();
	check(await page.locator("#amount").isVisible(), `${name}: the amount`);
	check(!await page.locator("#reason").isVisible(), `${name}: no reason`);
	await form.locator("button[type=submit]").click();
	await page.locator("#amount-e").waitFor();
	await page.fill("#amount", "1200");
	await form.locator("button[type=submit]").click();
	await page.locator("h1 .tag.good").waitFor();
	check(await form.count() === 0
		|| await form.locator("[value=won]").count() === 0,
		`${name}: won once`);
}

/* ---- keys ---- */

async function keys(page, name) {
	const on = () => page.locator(".task.on").getAttribute("id");
	const settled = () => page.waitForFunction(
		() => document.querySelector("main")?.ariaBusy !== "true");
	const press = async (key) => {
		await page.keyboard.press(key);
		await settled();
	};
	const toast = async (key) => {
		const id = (await on()).slice(1);

		await page.keyboard.press(key);
		await page.locator(".toast").waitFor();
		await page.keyboard.press("u");
		await page.waitForURL((url) => url.searchParams.get("id") === id);
		await page.locator(".toast").waitFor();
		await page.waitForLoadState();
	};
	const first = `t${(await data(page, "/followups.json")).followups[0].id}`;

	await page.goto(`/followups?id=${first.slice(1)}`);
	equal(`${name}: the first`, await on(), first);
	await press("j");
	await page.waitForFunction((id) =>
		document.querySelector(".task.on")?.id !== id, first);
	const second = await on();

	await press("k");
	await page.waitForFunction((id) =>
		document.querySelector(".task.on")?.id === id, first);
	check(second !== first, `${name}: J and K`);
	await page.keyboard.press("s");
	check(await page.locator(".task.on details.pop[open]").count() === 1,
		`${name}: S`);
	await page.keyboard.press("Escape");
	check(await page.locator("details.pop[open]").count() === 0,
		`${name}: Esc`);
	for (const key of ["1", "2", "3"]) {
		const before = await counts(page);

		await page.goto(`/followups?id=${first.slice(1)}`);
		await toast(key);
		equal(`${name}: ${key} and U`, await counts(page), before);
	}
	await page.keyboard.press("?");
	check(await page.locator("details.keylist[open]").count() === 1,
		`${name}: ?`);
	await page.keyboard.press("Escape");
	await page.keyboard.press("n");
	await page.waitForURL("**/followups/new**");
	check(true, `${name}: N`);
	await page.locator("#subject").fill("");
	await page.locator("#subject").press("j");
	equal(`${name}: keys in a field are text`,
		await page.inputValue("#subject"), "j");

	await page.goto("/conversion?group=source");
	await page.locator("a[href$='#pair']").click();
	await page.selectOption("#pair [name=a]", { index: 1 });
	await page.selectOption("#pair [name=b]", { index: 2 });
	const asked = page.url();

	await page.locator("#pair button").click();
	await page.waitForFunction((before) => location.href !== before, asked);
	check(await page.locator("#pair tbody tr").count() === 2,
		`${name}: two side by side`);

	const point = page.locator(".tallc .pt").first();
	const values = await page.locator("#trend-values tbody tr").first()
		.locator("th, td").allTextContents();

	await point.locator(".hit").hover({ force: true });
	check((await point.locator("text").allTextContents())
		.every((text, i) => text.startsWith(values[i].trim())),
		`${name}: a point of the chart says its row of the table`);
	check(await point.locator(".tip").isVisible(),
		`${name}: the values are under the pointer`);

	await page.goto("/conversion");
	const title = () => page.locator(".filters").innerText();
	const now = await title();

	await press("ArrowLeft");
	await page.waitForURL("**/conversion?**");
	check(await title() !== now, `${name}: arrow left`);
	await press("ArrowRight");
	await page.waitForFunction((text) =>
		document.querySelector(".filters").innerText === text, now);
	check(true, `${name}: arrow right`);
	await page.goBack();
	await page.waitForFunction((text) =>
		document.querySelector(".filters").innerText !== text, now);
	check(true, `${name}: back`);
}

/* ---- looks ---- */

async function no_wider(page, width, name) {
	await page.setViewportSize({ width, height: 800 });
	const wide = await page.evaluate(() => {
		const most = document.documentElement.clientWidth;

		return document.documentElement.scrollWidth <= most ? ""
			: [...document.querySelectorAll("body *")]
				.filter((e) => e.getBoundingClientRect().right > most + 1)
				.slice(0, 3).map((e) => e.outerHTML.slice(0, 120)).join(" | ");
	});

	equal(`${name}: wider than ${width}`, wide, "");
}

/* On a phone a row is a block of its cells: none may lie over the next one. */
async function no_spill(page, name) {
	await page.setViewportSize(phone);
	const cells = await page.evaluate(() =>
		[...document.querySelectorAll(".tbl [role=cell]")]
			.filter((e) => e.offsetParent && e.scrollWidth > e.clientWidth + 1)
			.slice(0, 3).map((e) => e.outerHTML.slice(0, 120)).join(" | "));

	equal(`${name}: more than its cell holds`, cells, "");
}

async function accessible(page, name) {
	await page.evaluate(axe);
	const found = await page.evaluate(async () => {
		const result = await window.axe.run(document, { resultTypes: ["violations"],
			runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
				"best-practice"] });

		return result.violations.map((v) => v.id + ": " + v.help + ": "
			+ v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | "));
	});

	check(found.length === 0, `${name}: ${found.join("\n\t")}`);
}

/* Every page as it looks; the two sizes share the other checks. */
async function look(page, name, address) {
	await page.setViewportSize(desk);
	await page.goto(address);
	for (const theme of ["light", "dark"]) {
		await page.emulateMedia({ colorScheme: theme });
		for (const size of [desk, phone]) {
			await page.setViewportSize(size);
			await page.screenshot({ fullPage: true,
				path: `${shots}/${name}-${theme}-${size.width}.png` });
			/* Half of the combinations: each theme and each size. */
			if ((theme === "light") === (size === desk))
				await accessible(page, `${name} ${theme} ${size.width}`);
		}
	}
	for (const width of [320, 768, 1024])
		await no_wider(page, width, name);
	await no_spill(page, name);
	await page.setViewportSize(desk);
}

/* ---- all of it ---- */

async function work(language, script) {
	const suffix = language === "ru" ? ".ru" : "";
	const name = `${language}${script ? "" : " without script"}`;
	const locale = language === "ru" ? "ru-RU" : "en-GB";
	const page = await open({ javaScriptEnabled: script, locale });
	const subject = `Ask how it works (${name})`;

	if (script) {
		await page.goto("/account");
		await look(page, `${language}-signin`, "/account");
	}
	await sign_in(page, "rep" + suffix);
	equal(`${name}: language`, await page.getAttribute("html", "lang"), language);
	await numbers_equal_data(page, name);
	await rows_behind(page, name);
	await plan_with_an_error_first(page, name, script, subject);
	await end_and_take_back(page, name, subject);
	await conflict(page, name);
	await save_a_view(page, name);
	await enter_a_lead(page, name, script);
	if (script)
		await look(page, `${language}-lead`, page.url());
	await win_a_lead(page, name);
	if (script) {
		await keys(page, name);
		const { followups } = await data(page, "/followups.json");

		await look(page, `${language}-followups`, "/followups");
		await look(page, `${language}-followup`,
			`/followups?id=${followups[0].id}`);
		await look(page, `${language}-followup-new`, "/followups/new");
		await look(page, `${language}-lead-new`, "/leads/new");
		await look(page, `${language}-saved-views`,
			"/account/views?to=/conversion");
	}
	await page.locator("details.me summary").click();
	await page.locator("form.leave button").click();
	await page.waitForURL("**/account");
	await page.context().close();
}

async function dashboards(language) {
	const page = await open({ locale: language === "ru" ? "ru-RU" : "en-GB" });
	const leads = async () => {
		await page.goto("/conversion");
		return page.locator("table.tt tfoot .t-k a").getAttribute("href");
	};

	await sign_in(page, language === "ru" ? "head.ru" : "head", "/retention");
	equal(`${language}: where to`, new URL(page.url()).pathname, "/retention");
	const rows = await page.locator("a[href^='/retention/rows']").first()
		.getAttribute("href");

	await look(page, `${language}-conversion`, "/conversion");
	await look(page, `${language}-fair`, "/conversion/fair");
	await look(page, `${language}-customer`, "/followups/customer?id=8");
	await look(page, `${language}-otherwise`, "/followups/otherwise?id=" +
		await page.evaluate(async () => (await (await fetch(
			"/followups.json?who=all")).json()).followups[0].id));
	await look(page, `${language}-customers`, "/followups/customers?q=north");
	await look(page, `${language}-targets`, "/account/targets");
	await look(page, `${language}-funnel`, "/conversion/funnel");
	await look(page, `${language}-losses`, "/conversion/losses");
	await look(page, `${language}-pace`, "/conversion/pace");
	await look(page, `${language}-number`, "/conversion/number?of=rate");
	await look(page, `${language}-conversion-empty`, "/conversion?from=1990-01-01");
	await look(page, `${language}-leads`, await leads());
	await look(page, `${language}-retention`, "/retention");
	await look(page, `${language}-retention-rows`, rows);
	await look(page, `${language}-followups-all`, "/followups?who=all");
	await look(page, `${language}-missing`, "/nothing");
	await look(page, `${language}-wrong`, "/conversion?from=never");
	await page.context().close();
}

const failed_at = (what) => (error) =>
	check(false, `${what}: ${error.message.split("\n").slice(0, 4).join(" ")}`);

for (const language of ["en", "ru"]) {
	await work(language, true).catch(failed_at(language));
	await dashboards(language).catch(failed_at(`${language} dashboards`));
	await work(language, false).catch(failed_at(`${language} without script`));
}
await browser.close();
done();
