#!/bin/sh
# line_test.sh - the line between the site and a PostgreSQL server: how often a
# page waits for it, and what happens when it is cut.
cd "$(dirname "$0")/../.." || exit 1
[ -n "$SALESBOARD_TEST_STORE" ] || exec tests/postgresql.sh run "$0" "$@"
. tests/e2e/site.sh
store_psql() {
	PGOPTIONS="-c search_path=${1##*#}" psql -qAtX "${1%#*}" -c "$2"
}
trap 'site_stop; kill $proxy 2>/dev/null; rm -rf "$dir"' EXIT

# postgresql://USER@HOST:PORT/DATABASE#NAME, by way of the proxy.
direct=$url
place=${direct#*@} place=${place%%/*}
node tests/stores/proxy.mjs "${place%:*}" "${place#*:}" "$dir/trips" >"$dir/port" &
proxy=$!
until_ok test -s "$dir/port" || { fail 'no proxy'; finish; }
site_store
url=$(echo "$direct" | sed "s/@$place/@127.0.0.1:$(cat "$dir/port")/")
site_serve
sign_in head
sign_in rep

# ---- round trips ---------------------------------------------------------------

# Two: who asks, and what is shown.  Whose follow-up stands open beside a list is
# known only when the list is.
# trips WHAT MOST PATH: the round trips of the one transaction of a page.
trips() {
	: >"$dir/trips"
	page head "$3"
	equal "$1: status" "$status" 200
	until_ok test -s "$dir/trips"
	n=$(awk '/^read/ && $2 > n { n = $2 } END { print n + 0 }' "$dir/trips")
	if [ "$n" -ge 1 ] && [ "$n" -le "$2" ]; then pass; else
		fail "$1: $n round trips: $(tr '\n' ' ' <"$dir/trips")"
	fi
}

trips conversion 2 /conversion
trips 'conversion as data' 2 /conversion.json
trips follow-ups 3 '/followups?who=all'
trips retention 2 /retention
trips "like with like" 2 /conversion/fair
trips funnel 3 /conversion/funnel
trips customer 2 '/followups/customer?id=1'
trips problems 2 /followups/problems
trips 'solved problems' 2 '/followups/problems?state=solved'
trips team 3 '/followups/team?days=90'
trips rules 3 /followups/rules
trips losses 2 /conversion/losses
trips pace 2 /conversion/pace
trips leads 2 "/leads?from=2020-01-01&to=2030-01-01&state=all"

# ---- cut after COMMIT ----------------------------------------------------------

count() {
	store_psql "$direct" "SELECT COUNT(*) FROM followup WHERE subject = '$1'"
}

customer=$(store_psql "$direct" "SELECT customer.name FROM customer JOIN person
	ON person.id = customer.manager_id WHERE person.login = 'rep'
	AND customer.do_not_contact = 0 ORDER BY customer.id LIMIT 1")
send_plan() {
	post rep /followups/new --data-urlencode "customer=$customer" \
		-d kind=call -d when=week --data-urlencode "subject=$1"
}
plan() {
	form rep /followups/new /followups/new
	[ -z "$2" ] || : >"$dir/trips.cut"
	send_plan "$1"
}
plan 'Not cut' ''
equal 'a form' "$status" 303
equal 'its row' "$(count 'Not cut')" 1
for i in 1 2 3 4 5; do
	plan "Cut $i" cut
	equal "a form whose answer was lost $i" "$status" 303
	equal "its row, once $i" "$(count "Cut $i")" 1
	equal "was cut $i" "$(ls "$dir/trips.cut" 2>/dev/null)" ''
done

# ---- a server that starts again ------------------------------------------------

# Every connection is ended: the next page and form do not notice.
hang_up() {
	store_psql "$direct" "SELECT COUNT(pg_terminate_backend(pid)) FROM
		pg_stat_activity WHERE application_name = 'salesboard'" >"$dir/ended"
}
for path in /conversion /followups /retention; do
	hang_up
	page rep "$path"
	equal "$path after a restart" "$status" 200
done
form rep /followups/new /followups/new
hang_up
send_plan After
equal 'a form after a restart' "$status" 303
equal 'its row, once' "$(count After)" 1

finish
