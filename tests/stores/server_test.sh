#!/bin/sh
# server_test.sh - a PostgreSQL server that does not fit, or not yet: told in
# one line, and nothing is broken by it.
cd "$(dirname "$0")/../.." || exit 1
. tests/check.sh
[ -n "$SALESBOARD_TEST_STORE" ] || exec tests/postgresql.sh run "$0" "$@"
build=${SALESBOARD_SHARE:-build}
salesboard=$build/bin/salesboard
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
. tests/store.sh
store_run=$$
store_psql() {
	PGOPTIONS="-c search_path=${1##*#}" psql -qAtX "${1%#*}" -c "$2"
}
url=$(store_url server)

# refused WHAT TEXT COMMAND ...: it ends with 1 and says so in one line.
refused() {
	what=$1 text=$2
	shift 2
	timeout 20 "$@" >"$dir/out" 2>"$dir/err" </dev/null
	equal "$what: code" $? 1
	equal "$what: lines that say so: $(cat "$dir/err")" \
		"$(grep -c -- "$text" "$dir/err")" ${lines:-1}
}

of_company='--name X --time-zone UTC --currency USD --language en'
new() {
	"$salesboard" init --store "$1" $of_company
}

# ---- the place -----------------------------------------------------------------

server=${SALESBOARD_TEST_STORE%/*}
lines=2 # one for each look at it
for name in '' A 1a a-b 'a"b' aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; do
	refused "a company named $name" 'small letters, digits and _' \
		"$salesboard" init --store "$server/postgres#$name" $of_company
done
lines=1
refused 'nobody at the port' 'onnection' "$salesboard" check \
	--store 'postgresql://x@127.0.0.1:1/x#x'
refused 'no such option' 'invalid URI query parameter' "$salesboard" check \
	--store "$SALESBOARD_TEST_STORE?colour=red#x"
refused 'nothing there' 'there is no store at' "$salesboard" check --store "$url"

# ---- passwords -----------------------------------------------------------------

# No command shows one, wherever it stands and whatever is wrong.
place=${SALESBOARD_TEST_STORE#*@}
for secret in "salesboard:hunter2@$place" "u:hun/hunter2@$place" \
	"u:hun@hunter2@$place" "u:h#hunter2@$place" "u:hunter2@127.0.0.1:1/x" \
	"$place?password=hunter2&user=nobody" "$place?password=h#hunter2"; do
	there=postgresql://$secret#nothing
	lacks "conversion with $secret" "$(timeout 10 "$build/bin/conversion" \
		--listen "$dir/sock" --store "$there" --workers 1 2>&1)" hunter2
	for command in check audit migrate 'user list' 'get / --as ann' \
		'import leads x --map x' "copy $there" "copy sqlite:$dir/x.db" \
		"init $of_company"; do
		case $command in
		copy*) set -- $command "$there" ;;
		*) set -- $command --store "$there" ;;
		esac
		said=$(timeout 10 "$salesboard" "$@" 2>&1 </dev/null)
		lacks "$command with $secret" "$said" hunter2
	done
done

# ---- the order of texts --------------------------------------------------------

lines=2
odd() {
	store_psql "$url" "CREATE DATABASE odd$store_run TEMPLATE template0 $1" \
		2>"$dir/err" || return
	refused "a database $1" 'needs ENCODING' \
		"$salesboard" init --store "$server/odd$store_run#x" $of_company
	store_psql "$url" "DROP DATABASE odd$store_run"
}
odd "ENCODING 'SQL_ASCII'"
odd "LOCALE 'C.UTF-8'"
lines=1

# ---- the schema ------------------------------------------------------------------

# Two who make the same company: one schema, every step once.
for i in 1 2 3; do
	twice=$(store_url twice$i)
	for k in 1 2 3; do
		new "$twice" >"$dir/out.$k" 2>"$dir/err.$k" &
	done
	wait
	equal "three at once $i: companies" \
		"$(store_psql "$twice" 'SELECT COUNT(*) FROM company')" 1
	equal "three at once $i: versions" \
		"$(store_psql "$twice" 'SELECT COUNT(*) FROM schema_version')" 1
	equal "three at once $i: check" \
		"$("$salesboard" check --store "$twice" 2>&1)" ok
	equal "three at once $i: and again" \
		"$("$salesboard" migrate --store "$twice" 2>&1)" '0 steps applied'
done

new "$url"
version=$(store_psql "$url" 'SELECT n FROM schema_version')
for other in 99 0; do
	store_psql "$url" "UPDATE schema_version SET n = $other"
	refused "version $other" "schema=$other needed=$version" \
		"$salesboard" check --store "$url"
done
refused 'no step twice' 'step=.* problem="not applied"' \
	"$salesboard" migrate --store "$url"
store_psql "$url" "UPDATE schema_version SET n = $version"
equal 'as before' "$("$salesboard" check --store "$url" 2>&1)" ok

# ---- damage ----------------------------------------------------------------------

# damaged WHAT TEXT SQL SQL: after the first SQL, until the second.
damaged() {
	what=$1 text=$2
	store_psql "$url" "$3"
	refused "$what" "$text" "$salesboard" check --store "$url"
	has "$what: is told" "$(cat "$dir/err")" "$url is damaged"
	store_psql "$url" "$4"
	equal "$what: whole again" "$("$salesboard" check --store "$url" 2>&1)" ok
}
off='SET session_replication_role = replica;'
damaged 'a broken reference' 'reference=membership.person_id=77 ' \
	"$off INSERT INTO membership (person_id, from_day) VALUES (77, 0), (78, 0)" \
	"DELETE FROM membership"
damaged 'a constraint of the future only' 'constraint=team.named ' \
	"ALTER TABLE team ADD CONSTRAINT named CHECK (name <> 'x') NOT VALID" \
	'ALTER TABLE team DROP CONSTRAINT named'
damaged 'a reference nobody keeps' 'constraint=lead.lead_source_id_fkey ' \
	'ALTER TABLE lead DISABLE TRIGGER ALL' 'ALTER TABLE lead ENABLE TRIGGER ALL'

store_psql "$url" 'ALTER TABLE team RENAME COLUMN region TO area'
refused 'another column' 'statement=.* code=42703' \
	"$build/bin/conversion" --listen "$dir/sock" --store "$url" --workers 1
store_psql "$url" 'ALTER TABLE team RENAME COLUMN area TO region;
	ALTER TABLE team ALTER COLUMN region DROP DEFAULT;
	ALTER TABLE team ALTER COLUMN region TYPE numeric USING 0'
refused 'another type' 'column "region" is of type numeric' \
	"$salesboard" check --store "$url"

finish
