#!/bin/sh
# failover_test.sh - the primary dies while people write, its standby takes
# over: nothing that was acknowledged is lost, nothing is there twice, and pages
# are read all the time.  The same with a primary that does not wait for its
# standby does lose: so this test can see it.
cd "$(dirname "$0")/../.." || exit 1
. tests/check.sh
build=${SALESBOARD_SHARE:-build}
salesboard=$build/bin/salesboard
worker=$build/tests/stores/worker
dir=$(mktemp -d)
a=$dir-a b=$dir-b
trap 'servers_stop; rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM

servers_stop() {
	tests/postgresql.sh stop $a
	tests/postgresql.sh stop $b
}

place() {
	echo "$1" | sed 's/.*@\(.*\)\/.*/\1/'
}

# servers [async]: a primary and its standby; $both names them in this order,
# $turned in the other.
servers() {
	first=$(tests/postgresql.sh start $a)
	second=$(tests/postgresql.sh standby $b $a "$@")
	both=postgresql://salesboard@$(place "$first"),$(place "$second")/salesboard
	turned=postgresql://salesboard@$(place "$second"),$(place "$first")/salesboard
	"$salesboard" init --store "$both#x" --name X --time-zone UTC --currency USD \
		--language en || exit 1
	echo 'correct horse' | "$salesboard" user add ann --name Ann --role head \
		--store "$both#x" || exit 1
	# On its disk it is at once, and to be seen there soon.
	until command psql -qAtX "$second" -c 'SELECT name FROM x.person' 2>&1 |
		grep -q Ann; do
		sleep 0.05
	done
}

# people SECONDS: three who write and one who reads meanwhile, on the standby.
people() {
	rm -f "$dir"/*
	jobs=
	for i in 1 2 3; do
		"$worker" write "$both#x" "$1" "w$i" >"$dir/w$i" 2>"$dir/err$i" &
		jobs="$jobs $!"
	done
	"$worker" read "$turned?target_session_attrs=prefer-standby#x" "$1" \
		>"$dir/read" 2>"$dir/err" &
	jobs="$jobs $!"
}

psql() {
	command psql -qAtX "$second" -c "SET search_path TO x" -c "$1"
}

# compare WHAT: $lost are those acknowledged and not there; the rest holds
# whatever happened.
compare() {
	wait $jobs
	cat "$dir"/w? | grep -v 'gave up' | sort >"$dir/told"
	psql 'SELECT name FROM team' | sort >"$dir/there"
	lost=$(comm -23 "$dir/told" "$dir/there" | grep -c .)
	printf '%s: %s acknowledged, %s lost, %s given up; reader: %s\n' "$1" \
		"$(grep -c . "$dir/told")" "$lost" \
		"$(cat "$dir"/w? | grep -c 'gave up')" "$(cat "$dir/read")"
	equal "$1: there twice" "$(uniq -d "$dir/there")" ''
	for i in 1 2 3; do
		last=$(tail -n 1 "$dir/w$i")
		equal "$1: writer $i went on" \
			"$(psql "SELECT COUNT(*) FROM team WHERE name = '$last'")" 1
	done
	equal "$1: pages that were not read" \
		"$(sed 's/.*, \([0-9]*\) failed.*/\1/' "$dir/read")" 0
}

# ---- the primary dies ------------------------------------------------------------

servers
people 6
sleep 2
tests/postgresql.sh crash $a
# Nobody takes writes now.
has 'a page while the primary is down' "$("$salesboard" get /conversion.json \
	--as ann --store "$both#x" 2>&1)" '"total":'
tests/postgresql.sh promote $b
compare dies
equal 'dies: acknowledged and lost' "$lost" 0
between 'dies: acknowledged' "$(grep -c . "$dir/told")" 100 1000000
equal 'changes are counted' "$(psql 'SELECT n >= (SELECT COUNT(*) FROM team) FROM change')" t
servers_stop

# ---- the standby heard nothing of the last second -----------------------------------

# last_second: so much was acknowledged before the fall that nobody else knows.
last_second() {
	people 5
	sleep 1
	tests/postgresql.sh cut $b
	sleep 1
	tests/postgresql.sh crash $a
	tests/postgresql.sh promote $b
}

servers
last_second
compare waits
equal 'waits: acknowledged and lost' "$lost" 0
servers_stop

servers async
last_second
compare 'does not wait'
between 'does not wait: acknowledged and lost' "$lost" 10 1000000
servers_stop

# ---- a server that takes no writes ------------------------------------------------

# Who writes moves on, wherever the URL would lead: from a standby, at once; from
# a primary that is leaving, as soon as there is another.
servers
prefers="$turned?target_session_attrs=prefer-standby#x"
"$worker" write "$prefers" 1 turned >"$dir/turned" 2>"$dir/err"
between 'written by way of a standby' "$(grep -c '^turned-' "$dir/turned")" 10 100000
equal 'nothing given up' "$(grep -c 'gave up' "$dir/turned")" 0
people 6
sleep 1
tests/postgresql.sh leave $a
sleep 2
tests/postgresql.sh promote $b
compare leaves
equal 'leaves: acknowledged and lost' "$lost" 0
equal 'leaves: given up' "$(cat "$dir"/w? | grep -c 'gave up')" 0

finish
