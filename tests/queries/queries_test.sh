#!/bin/sh
# queries_test.sh - every statement of schema/queries: it prepares on the real
# schema, a page's changes nothing, its plan is the one that was looked at, it
# keeps to the dialect, and nobody sees more than their rows.
#
#   tests/queries/queries_test.sh [--update]     --update: keeps the new plans
cd "$(dirname "$0")/../.." || exit 1
build=${SALESBOARD_SHARE:-build}
plans=tests/queries/plans
update=
[ "$1" = --update ] && update=1
dir=$(mktemp -d) passed=0 failed=0
trap 'rm -rf "$dir"' EXIT

pass() {
	passed=$((passed + 1))
}

fail() {
	failed=$((failed + 1))
	printf 'FAILED %s\n' "$1"
}

# ask DATABASE: runs the SQL of standard input; "x" is never the text x.
ask() {
	{
		printf '.output /dev/null\n.dbconfig dqs_dml off\n'
		printf '.dbconfig dqs_ddl off\n.output stdout\n'
		cat
	} | sqlite3 -batch -bail "$1" 2>&1
}

# ---- the schema --------------------------------------------------------------

for house in company vault; do
	steps='schema/[0-9]*.sql'
	[ $house = vault ] && steps='schema/vault/[0-9]*.sql'
	said=$(cat $steps | ask "$dir/$house.db")
	if [ -z "$said" ]; then pass; else fail "schema of the $house: $said"; fi
done

# ---- one statement -----------------------------------------------------------

# writes HOUSE FILE: whether the engine would open a transaction for writing.
writes() {
	{ printf 'EXPLAIN '; cat "$2"; } | ask "$dir/$1.db" |
		awk '$2 == "Transaction" && $4 != 0 { n = 1 } END { exit !n }'
}

check_plan() {
	if [ -n "$update" ]; then
		printf '%s\n' "$2" >"$plans/$1.txt"
		pass
	elif [ ! -f "$plans/$1.txt" ]; then
		fail "$1: its plan was never looked at (--update keeps it)"
	elif printf '%s\n' "$2" | diff "$plans/$1.txt" - >"$dir/diff"; then
		pass
	else
		fail "$1: another plan (--update keeps it): $(cat "$dir/diff")"
	fi
}

check() {
	name=$(basename "$1" .sql) house=company
	case $1 in */vault/*) house=vault ;; esac
	text=$build/queries/$name.sql
	if [ ! -f "$text" ]; then
		fail "$name: not in $build/queries"
		return
	fi
	plan=$({ printf 'EXPLAIN QUERY PLAN '; cat "$text"; } | ask "$dir/$house.db")
	case $plan in
	*[Ee]rror*) fail "$name: does not prepare: $plan" ;;
	*) check_plan "$name" "$plan" ;;
	esac
	case $1 in
	*/write/* | */vault/*) return ;;
	esac
	case $(head -c 6 "$text") in
	SELECT | "WITH
"*) pass ;;
	*) fail "$name: begins with neither SELECT nor WITH" ;;
	esac
	if writes $house "$text"; then fail "$name: changes records"; else pass; fi
}

[ -n "$update" ] && rm -f "$plans"/*.txt
for file in schema/queries/*.sql schema/queries/write/*.sql \
	schema/queries/vault/*.sql; do
	check "$file"
done

# No plan is left of a statement that is gone; the check above can fail.
for plan in "$plans"/*.txt; do
	name=$(basename "$plan" .txt)
	ls schema/queries/"$name".sql schema/queries/*/"$name".sql >"$dir/ls" 2>&1
	if grep -qv 'No such file' "$dir/ls"; then pass; else
		fail "$plan: there is no such query"
	fi
done
if writes company "$build"/queries/lead_add.sql; then pass; else
	fail 'lead_add: a change is not seen as one'
fi

# ---- the dialect -------------------------------------------------------------

said=$(awk -f tests/queries/dialect.awk schema/queries/*.sql \
	schema/queries/*/*.sql)
if [ -z "$said" ]; then pass; else fail "dialect: $said"; fi

# bad RULE SQL: the gate refuses it, as that.
bad() {
	printf '%s\n' "$2" >"$dir/bad.sql"
	said=$(awk -f tests/queries/dialect.awk "$dir/bad.sql")
	case $said in
	"$dir/bad.sql: $1: "*) pass ;;
	*) fail "dialect: not refused as $1: $2: $said" ;;
	esac
}

# good SQL: nothing to say against it.
good() {
	printf '%s\n' "$1" >"$dir/good.sql"
	if said=$(awk -f tests/queries/dialect.awk "$dir/good.sql"); then pass; else
		fail "dialect: refused: $said"
	fi
}

bad star 'SELECT * FROM team'
bad engine "SELECT date('now')"
bad engine "SELECT strftime('%Y', day) FROM team"
bad engine "SELECT datetime (at) FROM team"
bad engine 'SELECT IFNULL(a, 0) FROM team'
bad engine 'SELECT last_insert_rowid()'
bad engine 'SELECT changes()'
bad engine "SELECT printf('%d', id) FROM team"
bad engine 'SELECT group_concat(name) FROM team'
bad engine "SELECT id FROM team WHERE name GLOB 'a*'"
bad engine 'PRAGMA user_version'
bad conflict 'INSERT OR IGNORE INTO team (id) VALUES (1)'
bad conflict 'INSERT OR REPLACE INTO team (id) VALUES (1)'
bad conflict 'REPLACE INTO team (id) VALUES (1)'
bad sum 'SELECT SUM(n) FROM team'
bad sum 'SELECT COALESCE(SUM(n), 0) FROM team'
bad is 'SELECT id FROM team WHERE id IS :id'
bad is 'SELECT id FROM team WHERE id IS NOT :id'
bad limit 'SELECT id FROM team LIMIT most'
bad division 'SELECT a / b FROM team'
bad cast 'SELECT CAST(a AS INTEGER) FROM team'
bad quotes 'SELECT "a" FROM team'
bad scope 'SELECT id FROM lead'
bad scope '-- in:  followup int
SELECT n FROM team JOIN followup_event ON 1 = 1'
bad scope 'UPDATE customer SET name = :name'
good 'SELECT CAST(COALESCE(SUM(CASE WHEN a = 1 THEN 1 END), 0) AS BIGINT)
FROM team WHERE a IS NULL OR a IS NOT NULL LIMIT :most -- a / b'
good '-- in:  scope, as_of int
SELECT id FROM lead'
good '-- no scope: nobody is shown the answer.
SELECT id FROM lead'

# ---- whose rows --------------------------------------------------------------

# values NAME: lines ".parameter set ?N VALUE" for what a query takes, so that
# it chooses as much as it can; standard input: its file.
values() {
	awk -v see="$1" -v today="$(($(date +%s) / 86400))" '
	/^-- in:/ { list = substr($0, 7); on = 1; next }
	on && /^--      / { list = list " " substr($0, 3); next }
	{ on = 0 }
	function set(value) { printf ".parameter set ?%d %s\n", ++n, value }
	END {
		count = split(list, part, /,[ \t]*/)
		for (i = 1; i <= count; i++) {
			split(part[i], word, /[ \t]+/)
			name = word[1] == "" ? word[2] : word[1]
			type = word[1] == "" ? word[3] : word[2]
			if (name == "scope") {
				set(see); set(-1); set(-1)
			} else if (name ~ /^(from|year_from|after)$/)
				set(0)
			else if (name ~ /^(as_of|week_until)$/)
				set(today)
			else if (name ~ /^(to|until|most|whole)$/ && type == "int")
				set(99999999)
			else if (name ~ /^(team|source)$/)
				set(-1)
			else if (name == "until")
				set("\"\047\364\217\277\277\047\"")
			else if (name == "state")
				set("\"\047all\047\"")
			else if (name ~ /^(horizon|owner|later)$/)
				set(0)
			else if (type == "int?")
				set("NULL")
			else
				set(type == "text" ? "\"\047\047\"" : 1)
		}
	}'
}

# asked FILE: the file that says what goes into it: that of another one, where
# it asks like that one, or is it over other definitions.
asked() {
	like=$(sed -nE 's/^-- (asks|like): ([a-z_]+)$/\2/p' "$1")
	if [ "$like" ]; then
		asked "schema/queries/$like.sql"
	else
		echo "$1"
	fi
}

# shown SEE FILE: how many rows hold more than nothing; -1 when it failed.
shown() {
	name=$(basename "$2" .sql)
	if {
		values "$1" <"$(asked "$2")"
		cat "$build/queries/$name.sql"
	} | ask "$dir/demo.db" >"$dir/rows"; then
		grep -c '[1-9A-Za-z]' "$dir/rows"
	else
		echo -1
	fi
}

if ! "$build/bin/salesboard" demo --store "sqlite:$dir/demo.db" \
	>"$dir/demo" 2>&1; then
	fail "demo: $(cat "$dir/demo")"
fi
all=0
for file in schema/queries/*.sql; do
	grep -qE '^-- in:.*[ ,]scope(,|$)' "$(asked "$file")" || continue
	nobody=$(shown 0 "$file")
	everybody=$(shown 2 "$file")
	[ "$everybody" -gt 0 ] && all=$((all + 1))
	if [ "$nobody" = 0 ]; then pass; else
		fail "$(basename "$file" .sql): shows a stranger $nobody rows"
	fi
done
if [ $all -ge 12 ]; then pass; else
	fail "only $all statements show anything to anybody"
fi

printf '%s passed, %s failed\n' $passed $failed
[ $failed -eq 0 ]
