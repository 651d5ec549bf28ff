/* check.mjs - counts of a test in JavaScript, as tests/check.h does for C. */
let passed = 0, failed = 0;

export function check(ok, what) {
	if (ok)
		passed++;
	else {
		failed++;
		console.log("FAILED " + what);
	}
	return Boolean(ok);
}

export function equal(what, got, want) {
	return check(got === want, `${what}\n\tgot  ${got}\n\twant ${want}`);
}

/* Ends the program with the counts as its last line. */
export function done() {
	console.log(`${passed} passed, ${failed} failed`);
	process.exit(failed ? 1 : 0);
}
