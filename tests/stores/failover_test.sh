#!/bin/sh
# failover_test.sh - the primary dies while people write, its standby takes
# over: nothing that was acknowledged is lost, nothing is there twice, and pages
# are read all the time.
cd "$(dirname "$0")/../.." || exit 1
. tests/check.sh
build=${SALESBOARD_SHARE:-build}
salesboard=$build/bin/salesboard
dir=$(mktemp -d)
a=$dir-a b=$dir-b
trap 'tests/postgresql.sh stop $a; tests/postgresql.sh stop $b; rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM

port() {
	echo "$1" | sed 's/.*:\([0-9]*\)\/.*/\1/'
}

first=$(tests/postgresql.sh start $a)
second=$(tests/postgresql.sh standby $b $a)
both="postgresql://salesboard@127.0.0.1:$(port "$first"),127.0.0.1:$(port "$second")/salesboard"
"$salesboard" init --store "$both#x" --name X --time-zone UTC --currency USD \
	--language en || exit 1

# A reader may be on the standby; what writes finds the primary, in any order.
turned="postgresql://salesboard@127.0.0.1:$(port "$second"),127.0.0.1:$(port "$first")/salesboard"
"$build/tests/stores/worker" write "$turned#x" 1 turned >"$dir/turned" 2>&1
equal 'nothing given up' "$(grep -c . "$dir/turned")" "$(grep -c '^turned-' "$dir/turned")"

for i in 1 2 3; do
	"$build/tests/stores/worker" write "$both#x" 8 "w$i" >"$dir/w$i" 2>"$dir/err$i" &
	jobs="$jobs $!"
done
"$build/tests/stores/worker" read "$turned?target_session_attrs=prefer-standby#x" 8 \
	>"$dir/read" 2>"$dir/err" &
jobs="$jobs $!"
sleep 3
tests/postgresql.sh crash $a
sleep 0.5
tests/postgresql.sh promote $b
wait $jobs

psql() {
	command psql -qAtX "$second" -c "SET search_path TO x" -c "$1"
}
cat "$dir"/w? "$dir/turned" | grep -v 'gave up' | sort >"$dir/told"
psql 'SELECT name FROM team' | sort >"$dir/there"
told=$(grep -c . "$dir/told")
printf '%s acknowledged, %s; reader: %s\n' "$told" \
	"$(cat "$dir"/w? | grep -c 'gave up') given up" "$(cat "$dir/read")"
equal 'acknowledged and lost' "$(comm -23 "$dir/told" "$dir/there")" ''
equal 'there twice' "$(uniq -d "$dir/there")" ''
equal 'written after the fall' "$([ "$told" -gt 100 ] && echo yes)" yes
for i in 1 2 3; do
	last=$(tail -n 1 "$dir/w$i")
	equal "writer $i went on" "$(psql "SELECT COUNT(*) FROM team WHERE name = '$last'")" 1
done
equal 'pages that were not read' "$(sed 's/.*, \([0-9]*\) failed.*/\1/' "$dir/read")" 0
equal 'changes are counted' "$(psql 'SELECT n >= (SELECT COUNT(*) FROM team) FROM change')" t
finish
