#!/bin/sh
# demo_test.sh - the made-up company: complete, consistent, the same again.
cd "$(dirname "$0")/../.." || exit 1
salesboard=${O:-build}/bin/salesboard
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
passed=0 failed=0

equal() {
	if [ "$2" = "$3" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		printf 'FAILED %s\n\tgot  %s\n\twant %s\n' "$1" "$2" "$3"
	fi
}

# between WHAT NUMBER LEAST MOST
between() {
	equal "$1: $2 in [$3, $4]" "$([ "$2" -ge "$3" ] && [ "$2" -le "$4" ] && echo yes)" yes
}

sql() {
	sqlite3 "$dir/demo.db" "$1"
}

# Everything people would notice, but what depends on the second.
dump() {
	sqlite3 "$1" 'SELECT name, email, created_at, source_id FROM lead;
		SELECT lead_id, kind, at, actor_id, reason_id FROM lead_event;
		SELECT customer_id, at, amount FROM purchase;
		SELECT customer_id, outcome, note, at FROM contact' | cksum
}

# Both within one hour, because the company ends with the last full one.
hour=
while [ "$hour" != "$(date +%H)" ]; do
	hour=$(date +%H)
	rm -f "$dir"/*.db*
	out=$("$salesboard" demo --store "sqlite:$dir/demo.db")
	code=$?
	"$salesboard" demo --store "sqlite:$dir/again.db" >"$dir/out"
done
equal 'exit code' $code 0
equal 'the same again' "$(dump "$dir/again.db")" "$(dump "$dir/demo.db")"
equal 'sign-ins are told' "$(printf '%s\n' "$out" | grep -cE '^  (admin|head|lead|rep|viewer|head.ru|rep.ru) ')" 7
"$salesboard" demo --store "sqlite:$dir/demo.db" >"$dir/out" 2>&1
equal 'refused the second time' $? 1

equal 'marked as made up' "$(sql 'SELECT demo FROM company')" 1
equal 'sign-ins' "$(sql "SELECT group_concat(login) FROM (SELECT login FROM person WHERE login IS NOT NULL ORDER BY login)")" \
	'admin,head,head.ru,lead,rep,rep.ru,viewer'
equal 'passwords' "$(sqlite3 "$dir/demo.db.vault" 'SELECT COUNT(*), COUNT(DISTINCT hash) FROM password')" '7|7'
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
between 'follow-ups of the rep due' "$(sql "SELECT COUNT(*) FROM followup JOIN person ON person.id = owner_id WHERE login = 'rep' AND state = 'open' AND due_day <= (SELECT MAX(created_day) FROM lead) + 1")" 7 20
equal 'ends today' "$(sql "SELECT MAX(created_day) >= unixepoch() / 86400 - 3 FROM lead")" 1

# ---- all facts fit together -----------------------------------------------

none() {
	equal "$1" "$(sql "SELECT COUNT(*) FROM $2")" 0
}

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
equal check "$("$salesboard" check --store "sqlite:$dir/demo.db")" ok

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
