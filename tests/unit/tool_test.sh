#!/bin/sh
# tool_test.sh - the command line: exit codes, one-line errors, users.
cd "$(dirname "$0")/../.." || exit 1
. tests/check.sh
salesboard=${O:-build}/bin/salesboard
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
. tests/store.sh
unset SALESBOARD_STORE
store="--store $(store_url test)"

# ends CODE TEXT ARGUMENT ...: the command ends so and says so, in one line
# when it is an error of what was asked.
ends() {
	code=$1 text=$2
	shift 2
	out=$("$salesboard" "$@" 2>&1 </dev/null) && got=0 || got=$?
	equal "exit code of: $*" $got "$code"
	case $out in
	*"$text"*) passed=$((passed + 1)) ;;
	*)
		failed=$((failed + 1))
		printf 'FAILED %s\n\tgot  %s\n\tpart %s\n' "$*" "$out" "$text"
		;;
	esac
	if [ "$code" = 1 ]; then
		equal "lines of: $*" "$(printf '%s\n' "$out" | grep -c .)" 1
	fi
}

# ---- help -----------------------------------------------------------------

for command in init migrate user check get import demo serve rules digest; do
	ends 0 "usage: salesboard $command" $command --help
done
ends 0 'usage: salesboard COMMAND' --help
ends 2 'usage: salesboard COMMAND'
ends 2 'no such command: fly' fly
ends 0 'salesboard ' --version
ends 2 'no store: give --store' migrate
ends 2 'usage: salesboard migrate' migrate --colour red
ends 2 'usage: salesboard check' check too many

# Loaded where a company is on PostgreSQL, or mail is sent: each would cost every
# program a megabyte.
for program in "${O:-build}"/bin/*; do
	equal "libpq and libcurl in $(basename "$program")" "$(ldd "$program" | grep -c 'libpq\|libcurl')" 0
done

# ---- init -----------------------------------------------------------------

ends 1 'there is no store' check $store
init="init $store --time-zone Europe/Moscow --currency RUB --language ru"
ends 2 '--name' init $store
ends 2 '--time-zone' init $store --name X --currency RUB --language en --time-zone Moskow
ends 2 '--currency' init $store --name X --currency rub --language en --time-zone UTC
ends 2 '--language' init $store --name X --currency RUB --language fr --time-zone UTC
ends 2 'usage: salesboard init' $init --name X --horizon 0
ends 2 'usage: salesboard init' $init --name X --sales-since 2026-02-30
ends 1 'there is no store' check $store
ends 1 "the folder $dir/none/here is missing" init --store "sqlite:$dir/none/here/x.db" --name X --time-zone UTC --currency RUB --language en
ends 0 '' $init --name 'Ромашка' --horizon 60 --sales-since 2024-03-01
equal 'company' "$(store_sql test 'SELECT name, time_zone, currency, language, horizon_days, sales_since_day, demo FROM company')" \
	'Ромашка|Europe/Moscow|RUB|ru|60|19783|0'
ends 1 'holds a company already: Ромашка' $init --name Again
ends 0 '0 steps applied' migrate $store
ends 0 ok check $store

# ---- migrate ----------------------------------------------------------------

# A sum that no record stands behind goes where sums are counted anew, as the
# newest step asks for.
migrates() {
	store_sql test "$2"
	store_sql test 'DELETE FROM prospect_count;
		INSERT INTO prospect_count (unit, source_id, campaign_id, team_id,
			start, valid, invalid, won, lost, cost, revenue)
		VALUES (0, -1, -1, -1, 20000, 7, 0, 0, 0, 0, 0)'
	ends 0 "$1" migrate $store
	equal "sums after: $1" "$(store_sql test 'SELECT COUNT(*) FROM prospect_count')" "$3"
}
case $store in
*sqlite:*)
	back='DROP TABLE person_digest; DROP TABLE customer_merge_row; DROP TABLE customer_merge; DROP INDEX rule_done_by_customer;
		DROP INDEX customer_merged; DROP INDEX customer_by_manager; ALTER TABLE customer DROP COLUMN merged_into;
		CREATE INDEX customer_by_manager ON customer (manager_id, name_key);
		DROP TABLE buyer_unled; DROP INDEX buyer_by_unled; ALTER TABLE buyer DROP COLUMN unled;
		DROP TABLE buyer_gap; DROP TABLE buyer_last; DROP TABLE care_day; DROP TABLE care_live;
		DROP TABLE problem_count; DROP TABLE problem_time; DROP TABLE problem_kept;
		DROP INDEX buyer_idle; ALTER TABLE buyer DROP COLUMN live_until;
		ALTER TABLE buyer DROP COLUMN manager_id; ALTER TABLE buyer DROP COLUMN idle;
		ALTER TABLE rhythm DROP COLUMN window_days;
		ALTER TABLE contact DROP COLUMN recommend; ALTER TABLE followup DROP COLUMN repeats; DROP TABLE prospect_block; DROP INDEX fate_early;
		ALTER TABLE fate DROP COLUMN product_id; ALTER TABLE fate DROP COLUMN segment_id;
		DROP TABLE calendar_feed; CREATE INDEX followup_event_by_day ON followup_event (day, kind);
		DROP INDEX buyer_by_silent; DROP INDEX customer_by_contract;
		DROP INDEX contact_bad; DROP TABLE rule_done; DROP TABLE rule;
		DROP INDEX problem_open_by_due; DROP INDEX problem_event_by_kind;
		DROP TABLE target; ALTER TABLE lead DROP COLUMN segment_id;
		PRAGMA user_version = 8'
	migrates '13 steps applied' "$back" 0
	migrates '14 steps applied' "$back; DROP TABLE prospect_reach;
		ALTER TABLE fate DROP COLUMN reached;
		ALTER TABLE prospect_count DROP COLUMN waiting;
		PRAGMA user_version = 7" 0
	;;
esac

# ---- user -----------------------------------------------------------------

add() {
	printf '%s\n' "$1" | "$salesboard" user add "$2" --name "$2 Smith" --role "$3" --team Sales $store 2>&1
}
equal 'user added' "$(add 'correct horse' ann lead)" ''
equal 'user in Russian' "$(printf 'длинный пароль\n' | "$salesboard" user add оля --name Оля --role rep --language en $store 2>&1)" ''
equal 'short password' "$(add 'eleven char' bob rep)" \
	'salesboard: the password, read from standard input, needs at least 12 characters'
ends 1 'ann signs in already' user add ann --name Ann --role rep $store
ends 2 '--role' user add bob --name Bob --role boss $store
ends 2 'LOGIN' user add 'b o b' --name Bob --role rep $store
ends 2 '--name' user add bob --role rep $store
ends 2 'usage: salesboard user' user add $store
ends 2 'usage: salesboard user' user remove ann $store
equal 'list' "$("$salesboard" user list $store)" \
	"$(printf 'ann\tlead\tSales\tru\tann Smith\nоля\trep\t\ten\tОля')"
equal 'team made once' "$(store_sql test 'SELECT COUNT(*) FROM team')" 1
equal 'a hash for each' "$(store_sql test.vault "SELECT COUNT(*) FROM password WHERE hash LIKE '\$argon2id\$%'")" 2
hash=$(store_sql test.vault 'SELECT hash FROM password WHERE person_id = 1')
store_sql test "INSERT INTO session VALUES ('$(printf %064d 1)', 1, 0, 0, '')"
printf 'another horse\n' | "$salesboard" user password ann $store
equal 'password set' $? 0
equal 'another hash' "$([ "$hash" != "$(store_sql test.vault 'SELECT hash FROM password WHERE person_id = 1')" ] && echo yes)" yes
equal 'signed out' "$(store_sql test 'SELECT COUNT(*) FROM session')" 0
ends 1 'nobody signs in as eve' user password eve $store

# ---- rules ----------------------------------------------------------------

store_sql test "INSERT INTO customer (id, name, name_key, manager_id, created_at, created_day)
	SELECT 1, 'Mill', 'mill', id, 0, 0 FROM person WHERE login = 'ann'"
store_sql test "INSERT INTO contact (customer_id, kind, outcome, score, at, day)
	VALUES (1, 'call', 'neutral', 3, 0, $(($(date +%s) / 86400 - 1)))"
store_sql test "INSERT INTO rule (cause, days, kind, subject, from_day)
	VALUES ('score', 1, 'call', 'What was wrong?', 0)"
ends 2 'usage: salesboard rules' rules --when $store
equal 'preview' "$("$salesboard" rules --preview $store)" "$(printf '1\tWhat was wrong?\tMill')"
ends 0 '1 follow-up planned' rules $store
ends 0 '0 follow-ups planned' rules $store
equal 'after that' "$("$salesboard" rules --preview $store)" ''
equal 'planned' "$(store_sql test 'SELECT subject, cause, state FROM followup')" \
	'What was wrong?|score|open'
ends 0 ok audit $store

# ---- get, import ----------------------------------------------------------

ends 2 'usage: salesboard get' get /account $store
ends 2 'usage: salesboard get' get account --as ann $store
ends 0 'horizon=90' get --help
ends 1 'nobody signs in as eve' get /conversion --as eve $store
ends 1 'status 404' get /nowhere --as ann $store
ends 1 'there is no store' get /account --as ann --store "sqlite:$dir/none.db"
ends 2 'usage: salesboard import' import leads $store
ends 2 'usage: salesboard import' import cats x.csv --map x.map $store
ends 1 'cannot read' import leads x.csv --map "$dir/none.map" $store

# ---- damage ---------------------------------------------------------------

equal 'not a store' "$(echo text >"$dir/text.db" && "$salesboard" check --store "sqlite:$dir/text.db" >/dev/null 2>&1; echo $?)" 1

finish
