#!/bin/sh
# plans_test.sh - no statement of a page reads a large table from end to end, on
# either engine: the plans each makes for a company of a size at which it could
# no longer be overlooked.
#
#   LEADS=1000000 tests/stores/plans_test.sh      default: 100,000
#
# Plans are made without looking at parameters, as for a statement that is
# prepared once and asked for years.
cd "$(dirname "$0")/../.." || exit 1
. tests/check.sh
[ -n "$SALESBOARD_TEST_STORE" ] || exec tests/postgresql.sh run "$0" "$@"
build=${SALESBOARD_SHARE:-build}
salesboard=$build/bin/salesboard
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
. tests/store.sh
file=$dir/company.db url=$(store_url company)

"$salesboard" generate --store "sqlite:$file" --leads "${LEADS:-100000}" \
	>"$dir/out" 2>&1
equal 'a company' $? 0
"$salesboard" copy "sqlite:$file" "$url" >"$dir/out" 2>&1
equal 'and its copy' $? 0
store_sql company ANALYZE

# ---- what is read from end to end -----------------------------------------------------

# On SQLite: a cursor on a table, or an index of it, that begins at one end
# ("Rewind", "Last") and goes through ("Next", "Prev" of the same cursor).
sqlite3 "$file" 'SELECT rootpage, tbl_name FROM sqlite_master WHERE rootpage > 0' \
	>"$dir/roots"
sqlite_scans() {
	{ printf '.explain off\nEXPLAIN '; cat "$1"; } | sqlite3 -batch -list "$file" |
		awk -F '|' 'FNR == NR { table[$1] = $2; next }
		$2 == "OpenRead" { of[$3] = table[$4] }
		$2 == "Rewind" || $2 == "Last" { begun[$3] = 1 }
		$2 == "Next" || $2 == "Prev" { if (begun[$3]) print of[$3] }' \
			"$dir/roots" - | sort -u
}

# On PostgreSQL: a sequential scan, or one of an index without a condition.
pg_types() {
	awk '/^-- in:/ { list = substr($0, 7); on = 1; next }
	on && /^--      / { list = list " " substr($0, 3); next }
	{ on = 0 }
	END {
		n = split(list, part, ",")
		for (i = 1; i <= n; i++) {
			split(part[i], word, " ")
			if (word[1] == "scope")
				all = all ", int8, int8, int8"
			else if (word[1] != "")
				all = all ", " (word[2] ~ /^text/ ? "text" : "int8")
		}
		print substr(all, 3)
	}' "$1"
}
pg_scans() {
	like=$(sed -n 's/^-- like: *//p' "$1")
	types=$(pg_types "$([ -z "$like" ] && echo "$1" || echo "schema/queries/$like.sql")")
	nulls=$(echo "$types" | sed 's/[a-z0-9]\{1,\}/NULL/g')
	{
		echo 'SET enable_seqscan = off; SET jit = off;'
		echo 'SET plan_cache_mode = force_generic_plan;'
		echo "PREPARE asked${types:+($types)} AS"
		sed 's/?\([0-9]\)/$\1/g' "$2"
		echo "; EXPLAIN EXECUTE asked${nulls:+($nulls)};"
	} | PGOPTIONS="-c search_path=${url##*#}" psql -qAtX "${url%#*}" 2>&1 | awk '
	function end() { if (table != "") print table; table = "" }
	/ERROR/ { print "ERROR", $0 }
	/ on [a-z_]+/ && / Scan/ {
		end()
		if (!/Bitmap/) {
			table = $0
			sub(/.* on /, "", table)
			sub(/ .*/, "", table)
		}
		next
	}
	/->/ { end() }
	/Index Cond:/ { table = "" }
	END { end() }' | sort -u
}

# The test can see it.
echo '-- in:  cost int' >"$dir/scan.in"
echo 'SELECT COUNT(*) AS n FROM lead inquiry WHERE inquiry.cost > ?1' >"$dir/scan.sql"
equal 'a scan on SQLite' "$(sqlite_scans "$dir/scan.sql")" lead
equal 'a scan on PostgreSQL' "$(pg_scans "$dir/scan.in" "$dir/scan.sql")" lead

# ---- each statement --------------------------------------------------------------------

# meant NAME: the tables it is meant to read.
meant() {
	case $1 in
	# Who sees only their own, or asks for a past day, gets numbers counted from
	# the records of the company.
	customer_days) echo 'customer purchase' ;;
	# Words begin anywhere in a name.
	followup_customer_find) echo customer ;;
	lead_find) echo lead ;;
	# The first entry of an index is enough: the engine stops there.
	lead_first_day) echo lead ;;
	# An audit.
	rollup_*) echo "$large" ;;
	esac
}

# unmeant NAME SCANS: of the large tables, and what went wrong.
large='lead lead_event customer purchase followup contact'
unmeant() {
	echo "$2" | awk -v large="$large ERROR" -v meant="$(meant "$1")" '
	index(" " large " ", " " $1 " ") && !index(" " meant " ", " " $1 " ")'
}

for source in schema/queries/*.sql; do
	name=$(basename "$source" .sql)
	text=$build/queries/$name.sql
	equal "$name on SQLite reads all of" "$(unmeant "$name" "$(sqlite_scans "$text")")" ''
	equal "$name on PostgreSQL reads all of" \
		"$(unmeant "$name" "$(pg_scans "$source" "$text")")" ''
done

finish
