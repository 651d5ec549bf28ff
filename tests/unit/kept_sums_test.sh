#!/bin/sh
# kept_sums_test.sh - a page made of the sums that are kept says exactly what
# the records say: every address twice, the second time from a store that
# believes its sums to be of no use for today.
cd "$(dirname "$0")/../.." || exit 1
. tests/check.sh
salesboard=${O:-build}/bin/salesboard
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
. tests/store.sh

"$salesboard" demo --store "sqlite:$dir/kept.db" >"$dir/out"
equal audit "$("$salesboard" audit --store "sqlite:$dir/kept.db" 2>&1)" ok
for part in '' -wal .vault .vault-wal; do
	[ ! -f "$dir/kept.db$part" ] || cp "$dir/kept.db$part" "$dir/records.db$part"
done
sqlite3 "$dir/records.db" 'UPDATE change SET newest_day = 99999999'

kept=sqlite:$dir/kept.db records=sqlite:$dir/records.db

# Silences are judged as of the newest record; the page may be of a day later.
newest=$(sqlite3 "$dir/kept.db" "SELECT date(newest_day * 86400, 'unixepoch') FROM change")

month=$(date -u -d "$(date -u -d "$newest" +%Y-%m-15) -9 months" +%Y-%m)
next=$(date -u -d "$(date -u -d "$newest" +%Y-%m-15) -7 months" +%Y-%m)

ago() { date -u -d "-$1 days" +%F; }

for who in head lead rep viewer; do
	while read -r address; do
		get_both "$kept" "$records" $who "$address"
		equal "$who $address" "$one" "$other"
		[ ${#one} -gt 60 ] || equal "$who $address" "$one" 'more than that'
	done <<-END
		/conversion
		/conversion.json
		/conversion.json?by=year&vs=year
		/conversion.json?by=week
		/conversion.csv?by=month&from=$(ago 0)
		/conversion.json?from=$(ago 700)&to=$(ago 4)
		/conversion.json?from=$(ago 107)&to=$(ago 13)&horizon=30
		/conversion.json?from=$(ago 365)&to=$(ago 0)&horizon=700&vs=none
		/conversion.json?by=quarter&team=1
		/conversion.json?from=$(ago 400)&to=$(ago 0)&source=2
		/conversion.json?from=$(ago 700)&to=$(ago 0)&source=0
		/conversion.json?from=$(ago 700)&to=$(ago 0)&source=3&team=2&horizon=10
		/conversion.json?group=source
		/conversion.json?group=source&from=$(ago 400)&to=$(ago 0)&team=1
		/conversion?group=person
		/conversion.csv?group=person&from=$(ago 400)&to=$(ago 0)
		/conversion.json?group=campaign&from=$(ago 400)&to=$(ago 0)&vs=none
		/conversion.json?group=product&from=$(ago 400)&to=$(ago 0)&source=2
		/conversion.json?group=team&person=6&from=$(ago 400)&to=$(ago 0)
		/conversion.json?campaign=1&product=2&from=$(ago 600)&to=$(ago 0)
		/conversion.json?group=segment&from=$(ago 400)&to=$(ago 0)
		/conversion.json?segment=2&from=$(ago 400)&to=$(ago 0)&vs=none
		/conversion/losses.json?segment=1
		/leads.csv?from=$(ago 300)&to=$(ago 0)&state=closed&segment=3
		/conversion/losses.json?product=1&from=$(ago 400)&to=$(ago 0)
		/conversion/losses.json?campaign=2&from=$(ago 700)&to=$(ago 100)
		/conversion/fair.json?group=person&from=$(ago 400)&to=$(ago 0)
		/conversion/fair.json?group=source&product=1&from=$(ago 400)&to=$(ago 0)
		/conversion/pace.json?product=1
		/conversion/pace?segment=2
		/conversion/funnel.json?product=1&group=segment&from=$(ago 400)&to=$(ago 0)
		/leads?from=$(ago 300)&to=$(ago 0)&state=matured&step=1&product=1
		/leads?from=$(ago 300)&to=$(ago 0)&state=matured&step=0&segment=1
		/leads?from=$(ago 700)&to=$(ago 0)&state=uncosted&segment=1
		/leads?from=$(ago 700)&to=$(ago 0)&state=waiting&product=2
		/leads?from=$(ago 700)&to=$(ago 0)&state=early
		/leads?from=$(ago 700)&to=$(ago 0)&state=any_won&product=2
		/leads?from=$(ago 700)&to=$(ago 0)&state=lost&reason=1
		/leads?closed_from=$(ago 200)&closed_to=$(ago 0)&state=lost&product=1
		/leads?closed_from=$(ago 400)&closed_to=$(ago 50)&state=closed&segment=2
		/leads?closed_from=$(ago 400)&closed_to=$(ago 50)&state=any_won&product=2
		/conversion/funnel
		/conversion/funnel.json?from=$(ago 700)&to=$(ago 4)
		/conversion/funnel.json?from=$(ago 107)&to=$(ago 13)&horizon=30
		/conversion/funnel.json?from=$(ago 365)&to=$(ago 0)&horizon=2&group=source
		/conversion/funnel.json?from=$(ago 700)&to=$(ago 0)&source=3&team=2
		/conversion/funnel.json?group=person&from=$(ago 400)&to=$(ago 0)
		/leads?from=$(ago 300)&to=$(ago 0)&state=matured&step=1
		/leads.csv?from=$(ago 300)&to=$(ago 0)&state=matured&step=0&horizon=2
		/leads.csv?from=$(ago 300)&to=$(ago 0)&state=waiting
		/leads.csv?from=$(ago 400)&to=$(ago 0)&state=won&person=6
		/leads.json?from=$(ago 400)&to=$(ago 0)&state=all&campaign=1&product=0
		/leads?from=$(ago 300)&to=$(ago 0)&state=matured
		/leads.csv?from=$(ago 300)&to=$(ago 0)&state=won
		/leads.json?from=$(ago 300)&to=$(ago 0)&state=open&team=1
		/leads.csv?from=$(ago 700)&to=$(ago 0)&state=invalid
		/leads.csv?from=$(ago 700)&to=$(ago 0)&state=lost&source=1
		/retention?as_of=$newest
		/retention?mode=later&as_of=$newest
		/retention.json?as_of=$newest
		/retention.json?mode=later&as_of=$newest
		/retention.csv?as_of=$newest
		/retention/rows?silent=1&as_of=$newest
		/retention/rows.csv?silent=1&as_of=$newest
		/retention/rows.json?repeat=90&as_of=$newest
		/retention/rows?as_of=$newest
		/retention/rows?as_of=$newest&after=40
		/retention/rows.csv?known=200&as_of=$newest
		/retention/rows.json?watched=100&as_of=$newest
		/retention/rows.json?age=2&as_of=$newest
		/retention/rows.json?age=2&as_of=$newest&mode=later
		/retention/rows.json?first=$month&as_of=$newest
		/retention/rows.csv?first=$month&month=$next&as_of=$newest
		/retention/rows.json?month=$next&as_of=$newest
		/retention/rows.json?month=$next&as_of=$newest&mode=later&repeat=300
	END
done

# The comparison can fail, and so can the audit.
sqlite3 "$dir/kept.db" 'UPDATE prospect_count SET valid = valid + 1'
[ "$(get "$kept" head /conversion.json)" = "$(get "$records" head /conversion.json)" ]
equal 'a wrong sum shows' $? 1
"$salesboard" audit --store "sqlite:$dir/kept.db" >"$dir/out" 2>&1
equal 'a wrong sum is found' $? 1
sample() {
	"$salesboard" audit --store "sqlite:$dir/kept.db" --sample "$@" 2>&1
}
has 'a sample finds it' "$(sample 1)" 'off_by=-1,0,0,0,0,0'
equal 'a repair' "$("$salesboard" audit --repair --store "sqlite:$dir/kept.db")" ok
equal 'after the repair' "$(get "$kept" head /conversion.json)" \
	"$(get "$records" head /conversion.json)"

# ---- a random sample -------------------------------------------------------------

# What it covers it sees, and the same seed covers the same.
equal 'a sample of what is right' "$(sample 20)" ok
planted() {
	sqlite3 "$dir/kept.db" "$2"
	said=$(sample 3 --seed 7)
	has "planted: $1" "$said" "$3"
	has "planted: $1: its seed" "$said" 'in the sample of seed 7'
	equal "planted: $1: the same again" "$(sample 3 --seed 7)" "$said"
	sqlite3 "$dir/kept.db" "$4"
	equal "planted: $1: gone" "$(sample 3 --seed 7)" ok
}
planted 'no ages' "CREATE TABLE saved AS SELECT * FROM prospect_age;
	UPDATE prospect_age SET ages = ''" \
	'audit=sum table=1' 'UPDATE prospect_age SET ages =
	(SELECT ages FROM saved WHERE saved.unit = prospect_age.unit
	   AND saved.source_id = prospect_age.source_id
	   AND saved.team_id = prospect_age.team_id
	   AND saved.start = prospect_age.start);
	DROP TABLE saved'
planted 'a prospect' 'UPDATE fate SET cost = cost + 1' 'audit=fate lead=' \
	'UPDATE fate SET cost = cost - 1'
planted 'a customer' 'UPDATE buyer SET days = days + 1' 'audit=buyer customer=' \
	'UPDATE buyer SET days = days - 1'
# One month of many: seen by the samples that cover a day of it.
sqlite3 "$dir/kept.db" 'UPDATE fate SET cost = cost + 1
	WHERE created_month = (SELECT MAX(created_month) - 3 FROM fate)'
seen=0
for seed in $(seq 40); do
	[ "$(sample 5 --seed $seed)" = ok ] || seen=$((seen + 1))
done
between 'samples that cover the month' $seen 1 39
for wrong in '0' 'x' '-1' '5 --seed x' '5 more'; do
	# shellcheck disable=SC2086
	sample $wrong >"$dir/out"
	equal "refused: --sample $wrong" $? 2
done

finish
