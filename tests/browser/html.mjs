/* html.mjs - what the tests need of HTML: whether it is valid, its links. */
import { HtmlValidate } from "html-validate";

/* The rules of the HTML standard and of accessibility; what only styles the
 * source is ours to choose.  Tables that a narrow screen shows as blocks keep
 * their roles by saying them. */
const checker = new HtmlValidate({
	root: true,
	extends: ["html-validate:standard", "html-validate:a11y",
		"html-validate:document"],
	rules: {
		"doctype-style": ["error", { style: "lowercase" }],
		"no-redundant-role": "off",
		"prefer-native-element": ["error", { exclude: ["table", "row",
			"rowgroup", "cell", "columnheader", "rowheader"] }],
		"require-csp-nonce": "off",
		"require-sri": "off",
		"no-inline-style": "error",
		"script-type": "error",
		"no-implicit-button-type": "error",
	},
});

/* invalid: what is wrong with a page, one text for each. */
export async function invalid(html) {
	const report = await checker.validateString(html);

	return report.results.flatMap((result) => result.messages.map((m) =>
		`${m.line}:${m.column} ${m.ruleId}: ${m.message}`));
}

const entities = { amp: "&", lt: "<", gt: ">", quot: "\"", "#39": "'" };

export function unescape(text) {
	return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name]);
}

/* text: what a person sees of it, spaces as they are. */
export function text(html) {
	return unescape(html.replace(/<svg hidden[\s\S]*?<\/svg>/g, "")
		.replace(/<[^>]*>/g, ""));
}

/* links: { address, text } of each link to a page of this site. */
export function links(html) {
	return [...html.matchAll(/<a\b[^>]*?\bhref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)]
		.map((m) => ({ address: unescape(m[1]), text: text(m[2]).trim() }))
		.filter((link) => link.address.startsWith("/"));
}

/* records: the rows of a .csv, each an array of its cells. */
export function records(csv) {
	const rows = [];
	let row = [], cell = "", quoted = false;

	for (let i = csv.charCodeAt(0) === 0xfeff ? 1 : 0; i < csv.length; i++) {
		const c = csv[i];

		if (quoted && c === "\"" && csv[i + 1] === "\"")
			cell += csv[++i];
		else if (c === "\"")
			quoted = !quoted;
		else if (quoted)
			cell += c;
		else if (c === ",") {
			row.push(cell);
			cell = "";
		} else if (c === "\n") {
			rows.push([...row, cell.replace(/\r$/, "")]);
			row = [];
			cell = "";
		} else
			cell += c;
	}
	if (cell !== "" || row.length)
		rows.push([...row, cell]);
	return rows;
}

/* whole: the number a text is, in either language, or NaN. */
export function whole(text) {
	return /^\d{1,3}([,\u00a0\u202f ]\d{3})*$|^\d+$/.test(text)
		? Number(text.replace(/\D/g, "")) : NaN;
}
