#!/bin/sh
# demo_test.sh - the made-up company: complete, consistent, the same again.
cd "$(dirname "$0")/../.." || exit 1
. tests/check.sh
salesboard=${O:-build}/bin/salesboard
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
. tests/store.sh
url=$(store_url demo)

sql() {
	store_ask demo "$1"
}

none() {
	equal "$1" "$(sql "SELECT COUNT(*) FROM $2")" 0
}

# Everything people would notice, but what depends on the second.
dump() {
	sqlite3 "$1" 'SELECT name, email, created_at, source_id FROM lead;
		SELECT lead_id, kind, at, actor_id, reason_id FROM lead_event;
		SELECT customer_id, at, amount FROM purchase;
		SELECT customer_id, outcome, note, at FROM contact' | cksum
}

# Again in a file in any case: it is the same company there.  Both within one
# hour, because the company ends with the last full one.
hour=
while [ "$hour" != "$(date +%H)" ]; do
	hour=$(date +%H)
	store_drop demo
	rm -f "$dir"/again.db*
	out=$("$salesboard" demo --store "$url")
	code=$?
	"$salesboard" demo --store "sqlite:$dir/again.db" >"$dir/out"
done
equal 'exit code' $code 0
equal 'the same again' "$(dump "$dir/again.db")" "$(dump "$(store_file demo)")"
equal 'sign-ins are told' "$(printf '%s\n' "$out" | grep -cE '^  (admin|head|lead|rep|viewer|head.ru|rep.ru) ')" 7
"$salesboard" demo --store "$url" >"$dir/out" 2>&1
equal 'refused the second time' $? 1

equal 'marked as made up' "$(sql 'SELECT demo FROM company')" 1
equal 'sign-ins' "$(sql "SELECT group_concat(login) FROM (SELECT login FROM person WHERE login IS NOT NULL ORDER BY login)")" \
	'admin,head,head.ru,lead,rep,rep.ru,viewer'
equal 'passwords' "$(store_ask demo.vault 'SELECT COUNT(*), COUNT(DISTINCT hash) FROM password')" '7|7'
equal teams "$(sql 'SELECT COUNT(*) FROM team')" 7
equal sources "$(sql 'SELECT COUNT(*), COUNT(DISTINCT class) FROM source')" '8|3'
between leads "$(sql 'SELECT COUNT(*) FROM lead')" 8000 10500
between 'inquiries of known prospects' "$(sql 'SELECT COUNT(*) FROM lead WHERE prospect_id <> id')" 100 600
between 'won, in a hundred' "$(sql "SELECT 100 * COUNT(DISTINCT lead_id) / (SELECT COUNT(*) FROM lead) FROM lead_event WHERE kind = 'won'")" 12 25
between 'lost without a reason' "$(sql "SELECT COUNT(*) FROM lead_event WHERE kind = 'lost' AND reason_id IS NULL")" 300 2000
equal 'invalid ones have one' "$(sql "SELECT COUNT(*) FROM lead_event WHERE kind = 'invalid' AND reason_id IS NULL")" 0
between refunds "$(sql 'SELECT COUNT(*) FROM purchase WHERE refund_of IS NOT NULL')" 30 300
between 'problems open' "$(sql "SELECT COUNT(*) FROM problem WHERE state = 'open'")" 5 100
between 'problems solved' "$(sql "SELECT COUNT(*) FROM problem WHERE state = 'solved'")" 100 600
between reviews "$(sql 'SELECT COUNT(published_day) FROM review')" 50 300
between referrals "$(sql 'SELECT COUNT(*) FROM referral')" 300 1500
equal 'ends today' "$(sql "SELECT MAX(created_day) >= unixepoch() / 86400 - 3 FROM lead")" 1

# ---- it is like a real company --------------------------------------------

SALESBOARD_STORE=$url
export SALESBOARD_STORE
today="((unixepoch() + 10800) / 86400)" # in Moscow
field() {
	"$salesboard" get /retention.json --as head | grep -o "\"$1\":[0-9]*" |
		head -n 1 | cut -d : -f 2
}
# The share of rows for which a condition holds, in a hundred.
share() {
	sql "SELECT SUM($2) * 100 / COUNT(*) FROM $1"
}
silent=$(field silent)
between 'silent, in a hundred' $((100 * silent / $(field customers))) 9 16
between 'half of them are cared for' "$(sql "SELECT COUNT(*) * 100 / $silent FROM followup WHERE cause = 'silent' AND state = 'open'")" 35 65
between 'no purchase for a year, in a hundred' "$(share customer "NOT EXISTS (SELECT 1 FROM purchase WHERE customer_id = customer.id AND day > $today - 365)")" 0 8
between 'old customers who bought in the last 30 days' "$(share "(SELECT id AS buyer FROM customer WHERE created_day < $today - 450)" "EXISTS (SELECT 1 FROM purchase WHERE customer_id = buyer AND day > $today - 30 AND amount > 0)")" 13 32
between 'purchases of the commonest weekday' "$(sql 'SELECT MAX(n) * 100 / SUM(n) FROM (SELECT COUNT(*) AS n FROM purchase GROUP BY day % 7)')" 15 25
# Day 0 was a Thursday.
between 'purchases of weekends' "$(share purchase '(day + 3) % 7 > 4')" 0 2
none 'talks planned for a weekend' 'followup WHERE (due_day + 3) % 7 > 4'
# On a weekend, what is due waits for Monday.
monday="($today + MAX(0, (($today + 3) % 7) / 5 * (7 - ($today + 3) % 7)))"
for login in rep rep.ru; do
	mine="FROM followup JOIN person ON person.id = owner_id WHERE login = '$login' AND state = 'open'"
	between "$login: overdue" "$(sql "SELECT COUNT(*) $mine AND due_day < $today")" 3 8
	between "$login: for today" "$(sql "SELECT COUNT(*) $mine AND due_day = $monday")" 5 9
done
between 'talks for no special reason' "$(share "(SELECT * FROM followup WHERE state = 'open')" "cause = 'hand'")" 30 70
equal 'reasons to talk' "$(sql "SELECT group_concat(cause) FROM (SELECT DISTINCT cause FROM followup ORDER BY cause)")" contract,hand,problem,purchase,silent
none 'a subject of two reasons' "(SELECT subject FROM followup GROUP BY subject HAVING COUNT(DISTINCT cause) > 1)"
none 'happy on two days in a row' "contact a JOIN contact b ON b.customer_id = a.customer_id AND b.id <> a.id AND b.day - a.day IN (0, 1) WHERE a.outcome = 'happy' AND b.outcome = 'happy'"
# speaks TEAM LEAST MOST: its customers and talks that are Russian.
speaks() {
	team="JOIN membership m ON m.person_id = of.person JOIN team ON team.id = m.team_id WHERE team.name = '$1'"
	between "$1: customers" "$(share "(SELECT manager_id AS person, name || contact AS text FROM customer) of $team" "text GLOB '*[а-яА-Я]*'")" "$2" "$3"
	between "$1: talks" "$(share "(SELECT owner_id AS person, subject AS text FROM followup) of $team" "text GLOB '*[а-яА-Я]*'")" "$2" "$3"
}
for team in London Berlin; do speaks $team 0 6; done
for team in Москва Санкт-Петербург Казань Новосибирск; do speaks $team 93 100; done
equal 'phones' "$(sql "SELECT group_concat(code) FROM (SELECT DISTINCT substr(phone, 1, 4) AS code FROM customer ORDER BY 1)")" '+44 ,+49 ,+7 0'
none 'phones that could be real' "customer WHERE phone NOT GLOB '+* 000 *'"

# ---- all facts fit together -----------------------------------------------

none 'nothing of tomorrow' "(SELECT at FROM lead_event UNION ALL SELECT at FROM purchase UNION ALL SELECT at FROM contact UNION ALL SELECT at FROM followup_event UNION ALL SELECT at FROM problem_event UNION ALL SELECT at FROM referral UNION ALL SELECT created_at FROM lead) WHERE at > unixepoch()"
equal 'events before their lead: two wins' "$(sql "SELECT group_concat(kind) FROM lead JOIN lead_event ON lead_id = lead.id WHERE at < created_at")" 'won,won'
none 'steps after the win' "lead_event step JOIN lead_event win ON win.lead_id = step.lead_id WHERE step.kind = 'step' AND win.kind = 'won' AND step.at > win.at"
none 'wins without a purchase' "lead_event WHERE kind = 'won' AND NOT EXISTS (SELECT 1 FROM purchase WHERE purchase.lead_id = lead_event.lead_id)"
none 'purchases before the win' "purchase JOIN lead_event ON lead_event.lead_id = purchase.lead_id WHERE kind = 'won' AND purchase.at < lead_event.at"
none 'customers without a purchase' "customer WHERE NOT EXISTS (SELECT 1 FROM purchase WHERE customer_id = customer.id)"
none 'follow-ups before the first purchase' "followup WHERE created_at < (SELECT MIN(at) FROM purchase WHERE purchase.customer_id = followup.customer_id)"
none 'follow-ups due before they were planned' 'followup WHERE due_day < created_day'
none 'refunds before the purchase' 'purchase back JOIN purchase paid ON paid.id = back.refund_of WHERE back.at < paid.at'
none 'more back than paid' 'purchase paid WHERE amount > 0 AND amount + COALESCE((SELECT SUM(amount) FROM purchase back WHERE back.refund_of = paid.id), 0) < 0'
none 'recommended before having bought' 'referral WHERE at <= (SELECT MIN(at) FROM purchase WHERE purchase.customer_id = referral.customer_id)'
none 'two firms of one name' "(SELECT name FROM customer WHERE contact <> '' GROUP BY name HAVING COUNT(*) > 1)"
equal check "$("$salesboard" check --store "$url")" ok
equal sums "$("$salesboard" audit --store "$url")" ok

finish
