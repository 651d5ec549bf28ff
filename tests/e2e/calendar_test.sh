#!/bin/sh
# calendar_test.sh - the follow-ups of a rep in a calendar, as a calendar program
# reads them: without a session, through nginx, until the address is ended.
cd "$(dirname "$0")/../.." || exit 1
. tests/e2e/site.sh
if [ ! -d tests/browser/node_modules/ical.js ]; then
	echo 'skipped: tests/browser/node_modules/ical.js is missing (make e2e gets it)'
	skipped=1
	finish
fi
site_start

# make WHO: an address; a second click shows the same one.
make() {
	form "$1" /account/calendar /account/calendar
	post "$1" /account/calendar
	equal "an address for $1" "$status" 303
	place=$(header location)
	post "$1" /account/calendar
	equal "a second click of $1" "$status $(header location)" "303 $place"
	page "$1" "$place"
}

# address: the one that the last page shows.
address() {
	printf '%s\n' "$body" | sed -n 's/.*value="\(http[^"]*key=[0-9a-f]*\)".*/\1/p'
}

# parsed WHO: the calendar at $feed against the list of the same person.
parsed() {
	curl -s -o "$dir/list.json" -b "$dir/$1.cookies" "$site/followups.json?who=mine"
	node tests/browser/calendar.mjs "$dir/feed.ics" "$dir/list.json" >"$dir/parsed" 2>&1
	equal "the calendar of $1: $(head -n 20 "$dir/parsed")" $? 0
}

for who in rep rep.ru; do
	sign_in $who
	make $who
	feed=$(address)
	equal "the feed of $who" "$(curl -s -o "$dir/feed.ics" -w '%{http_code} %{content_type}' "$feed")" \
		'200 text/calendar; charset=utf-8'
	parsed $who
done

sign_in rep
make rep
left=$(address)
sql "UPDATE person SET active = 0 WHERE login = 'rep'"
equal 'of somebody who has left' "$(curl -s -o "$dir/none" -w '%{http_code}' "$left")" 404
equal 'with another secret' \
	"$(curl -s -o "$dir/none" -w '%{http_code}' "${feed%?}x")" 404
form rep.ru /account/calendar /account/calendar/stop
post rep.ru /account/calendar/stop
equal 'ended' "$status" 303
equal 'an ended one' "$(curl -s -o "$dir/none" -w '%{http_code}' "$feed")" 404
finish
