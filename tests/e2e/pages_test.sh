#!/bin/sh
# pages_test.sh - every page of everybody in both languages: valid HTML, links
# that lead somewhere, numbers that equal their rows (tests/browser/pages.mjs).
cd "$(dirname "$0")/../.." || exit 1
. tests/e2e/site.sh
if [ ! -d tests/browser/node_modules ]; then
	echo 'skipped: tests/browser/node_modules is missing (make e2e gets it)'
	skipped=1
	finish
fi
site_start

for login in admin head lead rep viewer; do
	sign_in $login
	cookies="$cookies $login=$(awk '$6 == "sid" { print $7 }' \
		"$dir/$login.cookies")"
done
for language in en ru; do
	sql "UPDATE person SET language = '$language'"
	node tests/browser/pages.mjs "$site" $language $cookies \
		>"$dir/$language.log" 2>&1 || :
	cat "$dir/$language.log"
	last=$(tail -n 1 "$dir/$language.log")
	case $last in
	*' passed, '*' failed')
		passed=$((passed + ${last%% *}))
		last=${last#*, }
		failed=$((failed + ${last%% *}))
		;;
	*) fail "pages.mjs ended early" ;;
	esac
done
finish
