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

page rep /followups

# ---- what fills up -----------------------------------------------------------------------

# The most urgent of the silent ones are found among the first four hundred, once
# there are so many with an open problem.
for who in admin head; do
	page $who /retention 140
	page $who '/retention?mode=later' 140
done

# Sums have a row for each team, span and day, once somebody came on it: in a
# small company many are missing.
for who in admin head; do
	page $who /conversion 150
	page $who "/conversion?$two_years" 160
	page $who '/conversion?team=1' 120
	page $who "/conversion/fair?$two_years" 160
	page $who "/conversion/funnel?$two_years" 160
	page $who "/conversion/losses?$two_years" 160
	page $who /conversion/pace 160
	page $who "/leads?$quarter" 125
	page $who "/leads?$quarter&sort=oldest" 125
	# so many of a day are ordered, if so many are due
	page $who /followups 140
done

# ---- what grows with one person's own work ---------------------------------------------------

# Who sees only their own gets numbers counted from their own records; they have
# four times as many.
page rep /conversion 220
page rep "/conversion?$two_years" 330
page rep "/leads?$quarter" 220
page rep /retention 220
page rep '/retention?mode=later' 220

# ---- the test can see it ------------------------------------------------------------------

equal 'steps are counted' "$([ "$(steps $few head /retention)" -gt 1000 ] && echo yes)" yes
finish
