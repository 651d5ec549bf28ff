/* salesboard.js - makes pages that work without it quicker to use.
 *
 * Links and filters of the same page swap <main> instead of the page; keys;
 * menus that close; notes that survive an accident.  Nodes are adopted from
 * parsed documents and no string becomes HTML, so it runs under Trusted Types
 * without a policy. */

const root = document.documentElement;

/* ---- swapping <main> ---- */

let running = null;

/* What a later answer may not have changed: the files that drive the page. */
const assets = (page) =>
	page.querySelector("script[src]")?.getAttribute("src");

const path_of = (address) => new URL(address, location.href).pathname;

/* The focused element's likeness in the new page, or its <main>. */
function refocus(before) {
	const match = before.id
		? document.getElementById(before.id)
		: before.name
			? document.getElementsByName(before.name)[0]
			: [...document.querySelectorAll("main a[aria-label], main .seg a")]
					.find((a) => before.label && a.textContent
						+ (a.ariaKeyShortcuts || "") === before.label);

	(match || document.querySelector("main")).focus({ preventScroll: true });
}

function remember(element) {
	return {
		id: element.id,
		name: element.name,
		label: element.textContent + (element.ariaKeyShortcuts || ""),
	};
}

/* What the address points at, as a page that is loaded whole does it; a panel
 * that is in sight stays where it is. */
function go_to_hash() {
	const place = document.getElementById(location.hash.slice(1));

	if (!place || document.querySelector(".errors"))
		return;
	const top = place.getBoundingClientRect().top;

	if (top < 0 || top > innerHeight / 2)
		place.scrollIntoView();
	place.focus({ preventScroll: true });
}

/* Shows a parsed page; false when it has to be loaded as a whole. */
function adopt(page) {
	const fresh = page?.querySelector("main");

	if (!fresh || assets(page) !== assets(document))
		return false;
	const main = document.querySelector("main");
	const before = main.contains(document.activeElement)
		? remember(document.activeElement) : null;

	main.replaceWith(fresh);
	for (const part of [".foot", ".toast"]) {
		const old = document.querySelector("body > " + part);
		const now = page.querySelector("body > " + part);

		if (old && now)
			old.replaceWith(now);
		else if (old)
			old.remove();
		else if (now)
			fresh.after(now);
	}
	document.title = page.title;
	if (before)
		refocus(before);
	settle();
	go_to_hash();
	return true;
}

function swap(address, push) {
	const request = new XMLHttpRequest();

	running?.abort();
	running = request;
	document.querySelector("main").ariaBusy = "true";
	request.open("GET", address);
	request.responseType = "document";
	request.onload = () => {
		const url = request.responseURL;

		running = null;
		if (request.status >= 500 || path_of(url) !== path_of(address))
			location.assign(address);
		else {
			if (push)
				history.pushState(null, "", url + new URL(address,
					location.href).hash);
			if (!adopt(request.response))
				location.reload();
		}
	};
	request.onerror = () => location.assign(address);
	request.send();
}

function swappable(link) {
	return link.origin === location.origin
		&& link.pathname === location.pathname
		&& link.search !== location.search
		&& !link.target && !link.download;
}

document.addEventListener("click", (event) => {
	const link = event.target.closest("a[href]");

	if (!link || event.defaultPrevented || event.button !== 0
		|| event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
		|| !swappable(link))
		return;
	event.preventDefault();
	swap(link.href, true);
});

/* A filter without its empty fields: the address stays short. */
function filter_address(form) {
	const fields = new URLSearchParams(new FormData(form));

	for (const [name, value] of [...fields])
		if (value === "")
			fields.delete(name);

	const address = new URL(form.action);

	address.search = fields.toString();
	return address.href;
}

document.addEventListener("submit", (event) => {
	const form = event.target;

	if (form.method === "get" && path_of(form.action) === location.pathname) {
		event.preventDefault();
		swap(filter_address(form), true);
	} else if (form.classList.contains("leave"))
		sessionStorage.clear();
	else
		send_drafts(form);
});

document.addEventListener("change", (event) => {
	const form = event.target.form;

	if (form?.matches("form.filters") && event.target.matches("select"))
		form.requestSubmit();
});

addEventListener("popstate", () => {
	if (shown !== location.pathname + location.search)
		swap(location.href, false);
});

/* ---- menus ---- */

const menus = () => document.querySelectorAll("details.pop[open]");

document.addEventListener("click", (event) => {
	for (const menu of menus())
		if (!menu.contains(event.target))
			menu.open = false;
});

function close_all() {
	for (const menu of [...menus(),
		...document.querySelectorAll("details.keylist[open]")]) {
		menu.open = false;
		menu.querySelector("summary").focus();
	}
}

/* ---- keys: an element says its own in aria-keyshortcuts ---- */

const switched_off = () => localStorage.getItem("keys") === "off";

function visible(element) {
	return element.checkVisibility
		? element.checkVisibility() : element.offsetParent !== null;
}

function press(key) {
	const places = [document.querySelector(".task.on"), document];

	for (const place of places)
		for (const element of place?.querySelectorAll("[aria-keyshortcuts]") || [])
			if (element.getAttribute("aria-keyshortcuts").split(" ")
				.includes(key) && visible(element)) {
				element.click();
				element.focus();
				return true;
			}
	return false;
}

/* The next or previous follow-up becomes the one on the desk. */
function move(step) {
	const tasks = [...document.querySelectorAll(".task")];
	const now = tasks.findIndex((task) => task.matches(".on"));
	const link = tasks[now < 0 ? 0 : now + step]?.querySelector("h3 a");

	link?.focus();
	link?.click();
	return Boolean(link);
}

function act(key) {
	if (key === "/") {
		const search = document.querySelector("input[type=search]");

		search?.focus();
		return Boolean(search);
	}
	if (key === "J" || key === "K")
		return move(key === "J" ? 1 : -1);
	return press(key);
}

document.addEventListener("keydown", (event) => {
	if (event.defaultPrevented || event.ctrlKey || event.metaKey
		|| event.altKey)
		return;
	if (event.key === "Escape")
		close_all();
	else if (switched_off()
		|| event.target.closest("input, select, textarea, [contenteditable]"))
		return;
	else if (walk(event))
		event.preventDefault();
	else if (act(event.key.length === 1
		? event.key.toUpperCase() : event.key))
		event.preventDefault();
});

/* ---- charts: what the pointer or the arrow keys are at, in numbers ---- */

function drawing(name, attributes, ...content) {
	const node = document.createElementNS("http://www.w3.org/2000/svg", name);

	for (const [key, value] of Object.entries(attributes))
		node.setAttribute(key, value);
	node.append(...content);
	return node;
}

/* A note over a place of the chart, which stays within the drawing. */
function note(x, name, value) {
	const left = x < 25 ? -14 : x > 75 ? -150 : -82;

	return drawing("svg", { x: x + "%", height: "100%", overflow: "visible" },
		drawing("line", { x1: 0, x2: 0, y1: 0, y2: "100%" }),
		drawing("rect", { x: left, y: -48, width: 164, height: 44, rx: 6 }),
		drawing("text", { class: "dim", x: left + 12, y: -30 }, name),
		drawing("text", { x: left + 12, y: -13 }, value));
}

/* A chart that names the table of its values has a point for each row, from
 * left to right: when, how many, and between which limits. */
function add_points(chart) {
	const rows = [...document.getElementById(chart.dataset.values)
		.tBodies[0].rows];

	chart.querySelector(".plot").append(...rows.map((row, i) => {
		const [name, value, limits] = [...row.cells]
			.map((cell) => cell.textContent.trim());
		const width = 100 / rows.length;

		return drawing("g", { class: "pt" },
			drawing("rect", { class: "hit", x: i * width + "%",
				width: width + "%", height: "100%" }),
			drawing("g", { class: "tip" }, note((i + 0.5) * width, name,
				value === limits ? value : `${value} (${limits})`)));
	}));
}

const voice = document.createElement("p");

voice.className = "vh";
voice.setAttribute("aria-live", "polite");
document.body.append(voice);

function walk(event) {
	const chart = event.target.closest(".chart");
	const points = [...chart?.querySelectorAll(".pt") || []];
	const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];

	if (!step || points.length === 0)
		return false;
	const now = points.findIndex((point) => point.matches(".on"));
	const next = now < 0
		? (step > 0 ? 0 : points.length - 1)
		: Math.min(Math.max(now + step, 0), points.length - 1);

	points[now]?.classList.remove("on");
	points[next].classList.add("on");
	voice.textContent = [...points[next].querySelectorAll("text")]
		.map((text) => text.textContent).join(", ");
	return true;
}

/* ---- a lead that is there already, while it is typed ---- */

document.addEventListener("change", (event) => {
	const form = event.target.form;
	const place = document.getElementById("twins");

	if (!place || !event.target.matches("[name=phone], [name=email]"))
		return;
	const asked = new URLSearchParams({
		phone: form.elements.phone.value, email: form.elements.email.value,
	});
	const request = new XMLHttpRequest();

	request.open("GET", `${form.action}?${asked}`);
	request.responseType = "document";
	request.onload = () => {
		const found = request.response?.getElementById("twins");

		if (found)
			place.replaceChildren(...found.childNodes);
	};
	request.send();
});

/* ---- drafts of notes, for as long as the tab lives ---- */

/* The record's id is in the key: one customer's note is not another's. */
const draft_key = (field) =>
	["draft", path_of(field.form?.action || location.href),
		field.form?.elements.namedItem("id")?.value || "", field.name].join(" ");

document.addEventListener("input", (event) => {
	if (event.target.matches("textarea[name]"))
		sessionStorage.setItem(draft_key(event.target), event.target.value);
});

function send_drafts(form) {
	const sent = [...form.querySelectorAll("textarea[name]")].map(draft_key);

	if (sent.length)
		sessionStorage.setItem("sent", JSON.stringify(sent));
}

/* Once the page says that something was done, what was sent is safe. */
function settle_drafts() {
	if (document.querySelector(".toast")) {
		for (const key of JSON.parse(sessionStorage.getItem("sent") || "[]"))
			sessionStorage.removeItem(key);
		sessionStorage.removeItem("sent");
	}
	for (const field of document.querySelectorAll("textarea[name]"))
		if (field.value === "")
			field.value = sessionStorage.getItem(draft_key(field)) || "";
}

/* ---- heat maps ---- */

/* What a cell and its heads say to a screen reader, they say to a mouse that
 * rests on it. */
addEventListener("pointerover", (event) => {
	const link = event.target.closest?.(".heat td a");

	if (!link)
		return;
	const cell = link.closest("td");
	const column = cell.closest("table").tHead.rows[0].cells[cell.cellIndex];
	const row = cell.parentElement.cells[0];

	link.title = `${row.textContent}, ${column.textContent}: ${link.textContent}`;
});

/* ---- after each page, whole or swapped ---- */

let shown;

function settle() {
	shown = location.pathname + location.search;
	settle_drafts();
	for (const chart of document.querySelectorAll(".chart[data-values]"))
		add_points(chart);
	for (const chart of document.querySelectorAll(".chart:has(.pt)"))
		chart.tabIndex = 0;
	const choice = document.getElementById("keys-choice");

	if (choice) {
		const box = document.getElementById("keys-on");

		choice.hidden = false;
		box.checked = !switched_off();
		box.onchange = () =>
			localStorage.setItem("keys", box.checked ? "on" : "off");
	}
	document.querySelector(".errors")?.focus();
}

root.dataset.script = "";
settle();
