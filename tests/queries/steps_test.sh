#!/bin/sh
# steps_test.sh - no page takes more work when a company has four times as many
# leads: the steps of the engine behind each, as each role sees it.
#
#   VERBOSE=1 tests/queries/steps_test.sh     prints them
#   FEW=100 MANY=400                          other sizes, in thousands; what may
#                                             grow is known for 10 and 40
cd "$(dirname "$0")/../.." || exit 1
. tests/check.sh
build=${SALESBOARD_SHARE:-build}
salesboard=$build/bin/salesboard
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
few=${FEW:-10} many=${MANY:-40}
most=110 # in a hundred

for size in $few $many; do
	"$salesboard" generate --store "sqlite:$dir/$size.db" --leads ${size}000 \
		>"$dir/out" 2>&1
	equal "a company of ${size}000 leads" $? 0
done

# steps SIZE LOGIN ADDRESS
steps() {
	rm -f "$dir/steps"
	STEPS=$dir/steps LD_PRELOAD=$build/tests/queries/steps.so "$salesboard" get \
		"$3" --as "$2" --store "sqlite:$dir/$1.db" >"$dir/page" 2>&1 ||
		fail "$2 $3: $(cat "$dir/page")"
	awk '{ n += $1 } END { print n + 0 }' "$dir/steps"
}

# page LOGIN ADDRESS [MOST]
page() {
	a=$(steps "$few" "$1" "$2")
	b=$(steps "$many" "$1" "$2")
	[ -z "$VERBOSE" ] || echo "$1 $2: $a $b $((b * 100 / a))"
	between "$1 $2, $a and $b steps, in a hundred" $((b * 100 / a)) 1 "${3:-$most}"
}

ago() { date -u -d "-$1 days" +%F; }
two_years="from=$(ago 729)&to=$(ago 0)"
quarter="from=$(ago 89)&to=$(ago 0)"

# ---- pages that do not grow ---------------------------------------------------------------

for who in admin head; do
	page $who /retention
	page $who '/retention?mode=later'
done

# ---- what still grows: no more than today -----------------------------------------------

# Of prospect_age, a row for each team, span and number of days until the end,
# more rows are there the more leads end: four times as many leads still read
# 1.77 times as much at 100k, less and less as the cells fill.
for who in admin head; do
	page $who /conversion 230
	page $who "/conversion?$two_years" 225
	page $who '/conversion?team=1' 160
done
# Every open follow-up is counted, and every overdue one sorted.
for who in admin head; do
	page $who /followups 195
done
page rep /followups 345
# Every lead of the period is counted for the total above the list.
for who in admin head; do
	page $who "/leads?$quarter" 380
done
# Who sees only their own gets numbers counted from the records; for retention
# those of the whole company are read.
page rep /conversion 220
page rep "/conversion?$two_years" 330
page rep "/leads?$quarter" 250
page rep /retention 410
page rep '/retention?mode=later' 410

# ---- the test can see it ------------------------------------------------------------------

equal 'steps are counted' "$([ "$(steps $few head /retention)" -gt 1000 ] && echo yes)" yes
finish
