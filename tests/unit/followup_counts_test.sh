#!/bin/sh
# followup_counts_test.sh - what a page of follow-ups says it found, and what
# is at stake, is what the records say: for who sees all, a team, or their own;
# everybody's follow-ups, the viewer's, and somebody else's; on many days.
cd "$(dirname "$0")/../.." || exit 1
. tests/check.sh
build=${O:-build}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
db=$dir/demo.db

"$build/bin/salesboard" demo --store "sqlite:$db" >"$dir/out"
today=$(sqlite3 "$db" "SELECT unixepoch('now') / 86400")

# values SEE ME TEAM OWNER DAY: as parameters of both statements.
values() {
	echo "see=$1 me=$2 my_team=$3 owner=$4 as_of=$5 week_until=$(($5 + 7))" \
		"month=$(sqlite3 :memory: "SELECT strftime('%Y', $5 * 86400, 'unixepoch') * 12
			+ strftime('%m', $5 * 86400, 'unixepoch') - 1")" \
		"month_from=$(sqlite3 :memory: "SELECT unixepoch($5 * 86400, 'unixepoch',
			'start of month') / 86400")"
}

kept() {
	awk -v values="$*" -f tests/bench/statement.awk \
		schema/queries/followup_counts.sql
	cat "$build/queries/followup_counts.sql"
	echo ';'
}

# The same, said as plainly as possible.
recorded() {
	for pair; do
		echo "$pair"
	done | sed 's/\(.*\)=\(.*\)/.parameter set :\1 \2/'
	cat <<-'END'
		CREATE TEMP TABLE team_of AS
		SELECT person.id AS person_id,
		       (SELECT team_id FROM membership
		        WHERE membership.person_id = person.id AND from_day <= :as_of
		        ORDER BY from_day DESC LIMIT 1) AS team_id
		FROM person;
		CREATE TEMP TABLE seen AS
		SELECT followup.* FROM followup
		JOIN customer ON customer.id = followup.customer_id
		LEFT JOIN team_of ON team_of.person_id = customer.manager_id
		WHERE (:owner = 0 OR followup.owner_id = :owner)
		  AND (:see = 2 OR followup.owner_id = :me OR customer.manager_id = :me
		       OR (:see = 1 AND team_of.team_id = :my_team));
		SELECT COUNT(*) FILTER (WHERE due_day < :as_of),
		       COUNT(*) FILTER (WHERE due_day = :as_of),
		       COUNT(*) FILTER (WHERE due_day > :as_of AND due_day <= :as_of + 7),
		       COUNT(*) FILTER (WHERE due_day > :as_of + 7),
		       (SELECT COUNT(*) FROM seen
		        WHERE state = 'done'
		          AND (SELECT MAX(day) FROM followup_event
		               WHERE followup_id = seen.id AND kind = 'done') = :as_of),
		       (SELECT COALESCE(SUM(base_amount), 0) FROM purchase
		        WHERE date(day * 86400, 'unixepoch') > date(:as_of * 86400, 'unixepoch',
		              '-12 months') AND day <= :as_of
		          AND customer_id IN (SELECT customer_id FROM seen
		                              WHERE state = 'open' AND due_day < :as_of))
		FROM seen WHERE state = 'open';
	END
}

# same WHO SEE ME TEAM OWNER DAY
same() {
	who=$1
	shift
	parameters=$(values "$@")
	one=$(kept "$parameters" | sqlite3 "$db")
	equal "$who sees of ${4} on day $5" "$one" \
		"$(recorded $parameters | sqlite3 "$db")"
	echo "$one" >>"$dir/all"
}

person() {
	sqlite3 -separator ' ' "$db" "SELECT id, (SELECT team_id FROM membership
		WHERE person_id = id ORDER BY from_day DESC LIMIT 1)
		FROM person WHERE login = '$1'"
}

lead=$(person lead) rep=$(person rep)
for ago in 400 45 31 1 0 -1 -8 -40; do
	day=$((today - ago))
	for owner in 0 "${rep% *}"; do
		same head 2 1 0 "$owner" $day
		same lead 1 $lead "$owner" $day
		same rep 0 ${rep% *} 0 "$owner" $day
	done
	same 'lead, own' 1 $lead "${lead% *}" $day
	same 'rep, of the lead' 0 ${rep% *} 0 "${lead% *}" $day
done

equal 'different answers' $(($(sort -u "$dir/all" | wc -l) > 20)) 1

# A customer whose account manager changes is seen by others.
customer=$(sqlite3 "$db" "SELECT customer_id FROM followup WHERE state = 'open'
	AND due_day < $today AND manager_id IS NOT NULL LIMIT 1")
sqlite3 "$db" "UPDATE customer SET manager_id = NULL WHERE id = $customer"
has 'a customer handed over behind the back' \
	"$("$build/bin/salesboard" audit --store "sqlite:$db" 2>&1)" "audit=followup customer=$customer"
"$build/bin/salesboard" audit --repair --store "sqlite:$db" >"$dir/out" 2>&1
equal repaired "$("$build/bin/salesboard" audit --store "sqlite:$db" 2>&1)" ok
same head 2 1 0 0 "$today"
same lead 1 $lead 0 "$today"
same rep 0 ${rep% *} 0 0 "$today"
finish
