#!/bin/sh
# browser_test.sh - the site as people use it (browser_test.mjs).  Pictures are
# left in the folder shots of the build.
cd "$(dirname "$0")/../.." || exit 1
. tests/e2e/site.sh
chromium=${SALESBOARD_CHROMIUM:-/usr/bin/chromium}
if [ ! -d tests/browser/node_modules ] || [ ! -x "$chromium" ]; then
	echo 'skipped: needs tests/browser/node_modules (make browser) and chromium'
	skipped=1
	finish
fi
mkdir -p "$build/shots"
rm -f "$build"/shots/*.png
site_start
# Everybody has something to do today.
sql "UPDATE followup SET due_day = $(($(date +%s) / 86400 - 2)) WHERE id IN
	(SELECT followup.id FROM followup JOIN person ON person.id = owner_id
	 WHERE login = 'rep.ru' AND state = 'open' ORDER BY due_day LIMIT 3)"
node tests/browser/browser_test.mjs "$site" "$build/shots" >"$dir/log" 2>&1
cat "$dir/log"
last=$(tail -n 1 "$dir/log")
case $last in
*' passed, '*' failed')
	passed=$((passed + ${last%% *}))
	last=${last#*, }
	failed=$((failed + ${last%% *}))
	;;
*) fail 'browser_test.mjs ended early' ;;
esac
finish
