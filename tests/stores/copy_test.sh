#!/bin/sh
# copy_test.sh - a company goes to another store and back without a change, and
# every statement and every page says there what it says here.
cd "$(dirname "$0")/../.." || exit 1
. tests/check.sh
salesboard=${O:-build}/bin/salesboard
same_rows=${O:-build}/tests/stores/same_rows_test
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
. tests/store.sh

here=sqlite:$dir/here.db there=$(store_url there) back=sqlite:$dir/back.db
"$salesboard" demo --store "$here" >"$dir/out" || failed=$((failed + 1))

# ---- there and back --------------------------------------------------------------

"$salesboard" copy "$here" "$there" >"$dir/there"
equal 'copied there' $? 0
"$salesboard" copy "$there" "$back" >"$dir/back"
equal 'copied back' $? 0
equal 'the same tables' "$(cat "$dir/back")" "$(cat "$dir/there")"
for house in schema schema/vault; do
	for table in $(sed -n 's/^CREATE TABLE \([a-z_]*\) .*/\1/p' $house/[0-9]*.sql); do
		[ $house = schema ] || table=vault_$table
		equal "$table is told of" "$(grep -c "^$table " "$dir/there")" 1
	done
done
equal 'leads are there' "$(awk '$1 == "lead" && $2 > 8000 { print "many" }' "$dir/there")" many
equal 'the sums there' "$("$salesboard" audit --store "$there" 2>&1)" ok
equal 'the store there' "$("$salesboard" check --store "$there" 2>&1)" ok
equal 'the sums that came back' "$("$salesboard" audit --store "$back" 2>&1)" ok

# ---- what can go wrong -----------------------------------------------------------

"$salesboard" copy "$here" "$there" >"$dir/out" 2>&1
equal 'refused: a company is there' $? 1
equal 'says so' "$(grep -c 'a company already' "$dir/out")" 1
"$salesboard" copy "sqlite:$dir/none.db" "sqlite:$dir/new.db" >"$dir/out" 2>&1
equal 'refused: nothing to copy' $? 1
equal 'nothing was made' "$(ls "$dir"/n*.db 2>/dev/null)" ''
"$salesboard" copy "$here" >"$dir/out" 2>&1
equal 'refused: to where' $? 2

# ---- the same answers ------------------------------------------------------------

said=$("$same_rows" "$here" "$there" 2>&1)
equal 'statements' "$(printf '%s\n' "$said" | grep -E 'FAILED|,' | head -n 20)" \
	"$(printf '%s\n' "$said" | tail -n 1)"
for who in head lead rep viewer head.ru rep.ru; do
	for address in / /conversion /conversion.json '/conversion.csv?by=year' \
		'/conversion?by=week&team=1' /followups /followups.csv \
		'/followups?who=all' /followups.json /retention /retention.json \
		'/retention?mode=later' '/retention/rows?silent=1' \
		'/leads?from=2026-01-01&to=2026-06-30&state=won' \
		'/leads.json?from=2026-01-01&to=2026-06-30&state=lost'; do
		get_both "$there" "$here" $who "$address"
		equal "$who $address" "$one" "$other"
	done
done

# ---- the next row ----------------------------------------------------------------

# Ids go on behind those that were copied.
echo 'a long new password' | "$salesboard" user add new --name 'New one' \
	--role rep --store "$there" >"$dir/out" 2>&1
equal 'the next insert' $? 0
equal 'is found' "$("$salesboard" user list --store "$there" | grep -c 'New one')" 1

finish
