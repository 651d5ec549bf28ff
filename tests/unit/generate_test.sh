#!/bin/sh
# generate_test.sh - a company of any size: complete, in the shares that were
# asked for, the same again, and written as the product's own functions write.
cd "$(dirname "$0")/../.." || exit 1
. tests/check.sh
salesboard=${O:-build}/bin/salesboard
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
. tests/store.sh
leads=4000
unset SALESBOARD_STORE

sql() {
	store_ask one "$1"
}

none() {
	equal "$1" "$(sql "SELECT COUNT(*) FROM $2")" 0
}

generate() {
	name=$1
	shift
	"$salesboard" generate --store "$(store_url $name)" "$@" 2>"$dir/$name.err"
}

dump() {
	store_ask $1 .dump | cksum
}

# All within one day, because the company ends with it.
day=
while [ "$day" != "$(TZ=Europe/Moscow date +%F)" ]; do
	day=$(TZ=Europe/Moscow date +%F)
	for name in one again other; do
		store_drop $name
	done
	out=$(generate one --leads $leads)
	code=$?
	generate again --leads $leads --seed 1 >"$dir/out"
	generate other --leads $leads --seed 2 >"$dir/out"
done
equal 'exit code' $code 0
equal 'the same again' "$(dump again)" "$(dump one)"
equal 'another seed is another company' "$([ "$(dump other)" != "$(dump one)" ] && echo yes)" yes
equal 'no terminal: plain lines' "$(grep -cE '^[0-9]+ of 4000 leads, [0-9]+ a second, [0-9]+ s left$' "$dir/one.err")" 1
equal 'sign-ins are told' "$(printf '%s\n' "$out" | grep -cE '^  (admin|head|lead|rep) ')" 4
generate one --leads 10 >"$dir/out"
equal 'refused the second time' $? 1
equal 'and why' "$(cat "$dir/one.err")" "salesboard: there is a company already at $(store_url one)"
for wrong in '--leads 0' '--leads 20000001' '--leads x' '--leads 5 --seed x' '--leads 5 more' ''; do
	# shellcheck disable=SC2086
	generate wrong $wrong
	equal "refused: $wrong" $? 2
done

# ---- how many ------------------------------------------------------------------

equal 'marked as made up' "$(sql 'SELECT demo FROM company')" 1
equal leads "$(sql 'SELECT COUNT(*), MIN(id), MAX(id) FROM lead')" "$leads|1|$leads"
equal 'teams and their people' "$(sql "SELECT COUNT(DISTINCT team_id), COUNT(*) FROM membership JOIN person ON person.id = person_id WHERE role = 'rep'")" '40|400'
equal 'ten in each' "$(sql "SELECT MIN(n), MAX(n) FROM (SELECT COUNT(*) AS n FROM membership JOIN person ON person.id = person_id WHERE role = 'rep' GROUP BY team_id)")" '10|10'
none 'members only later' "membership WHERE from_day > (SELECT MIN(created_day) FROM lead)"
equal sources "$(sql 'SELECT COUNT(*), COUNT(DISTINCT source_id) FROM source JOIN lead ON lead.source_id = source.id WHERE created_day >= 0')" "$leads|12"
equal 'rep is in the first team' "$(sql "SELECT group_concat(team_id) FROM (SELECT team_id FROM membership JOIN person ON person.id = person_id WHERE login IN ('rep', 'lead'))")" 1,1
equal passwords "$(store_ask one.vault 'SELECT COUNT(*), COUNT(DISTINCT hash) FROM password')" '7|7'
today="(SELECT MAX(created_day) FROM lead)"
equal 'ends today' "$(sql "SELECT date($today * 86400, 'unixepoch')")" "$day"
equal 'from 24 months ago on' "$(sql "SELECT date((SELECT MIN(created_day) FROM lead) * 86400, 'unixepoch') = date($today * 86400 + 86400, 'unixepoch', '-24 months')")" 1
none 'leads out of order' 'lead a JOIN lead b ON b.id = a.id + 1 WHERE b.created_day < a.created_day'

# ---- shares, in a thousand -------------------------------------------------------

# share TABLE CONDITION
share() {
	sql "SELECT SUM($2) * 1000 / COUNT(*) FROM $1"
}
with_event() {
	echo "EXISTS (SELECT 1 FROM lead_event WHERE lead_id = lead.id AND kind = '$1')"
}
old="(SELECT * FROM lead WHERE created_day < $today - 365)"
between 'won of all' "$(share lead "$(with_event won)")" 270 315
between 'won of the old' "$(share "$old AS lead" "$(with_event won)")" 275 325
between 'lost of the old' "$(share "$old AS lead" "$(with_event lost)")" 425 495
between invalid "$(share lead "$(with_event invalid)")" 5 16
between 'with an e-mail' "$(share lead "email <> ''")" 880 920
between 'lost without a reason' "$(share "(SELECT reason_id FROM lead_event WHERE kind = 'lost')" 'reason_id IS NULL')" 120 180
between 'days until the win, median' "$(sql "SELECT day FROM (SELECT day - created_day AS day FROM lead_event JOIN $old AS lead ON lead.id = lead_id WHERE kind = 'won' ORDER BY 1) LIMIT 1 OFFSET (SELECT COUNT(*) / 2 FROM lead_event JOIN $old AS lead ON lead.id = lead_id WHERE kind = 'won')")" 12 16
customers=$(sql 'SELECT COUNT(*) FROM customer')
equal 'customers are the won' "$(sql "SELECT COUNT(*) FROM lead_event WHERE kind = 'won'")" "$customers"
between 'purchases of a hundred customers' $(($(sql 'SELECT COUNT(*) FROM purchase') * 100 / customers)) 215 265
equal 'follow-ups' "$(sql 'SELECT COUNT(*) FROM followup')" $((2 * customers))
between 'follow-ups open' "$(share followup "state = 'open'")" 30 100
between problems $(($(sql 'SELECT COUNT(*) FROM problem') * 1000 / customers)) 75 125
between 'problems solved' "$(share problem "state = 'solved'")" 700 950
equal segments "$(sql 'SELECT group_concat(segment) FROM (SELECT DISTINCT segment FROM customer ORDER BY 1)')" large,medium,small

# ---- as the product writes ---------------------------------------------------------

none 'nothing of tomorrow' "(SELECT at FROM lead_event UNION ALL SELECT at FROM purchase UNION ALL SELECT at FROM contact UNION ALL SELECT at FROM followup_event UNION ALL SELECT at FROM problem_event UNION ALL SELECT at FROM customer_manager UNION ALL SELECT created_at FROM lead UNION ALL SELECT created_at FROM customer) WHERE at > unixepoch()"
local='+ 10800) / 86400' # Moscow
for table in lead_event purchase contact followup_event problem_event customer_manager; do
	none "$table: days" "$table WHERE day <> (at $local"
done
for table in lead customer followup; do
	none "$table: days" "$table WHERE created_day <> (created_at $local"
done
month() {
	echo "CAST(strftime('%Y', $1 * 86400, 'unixepoch') AS INTEGER) * 12 + CAST(strftime('%m', $1 * 86400, 'unixepoch') AS INTEGER) - 1"
}
none 'months of leads' "lead WHERE created_month <> $(month created_day)"
none 'months of purchases' "purchase WHERE month <> $(month day)"
none 'leads of no prospect' 'lead WHERE prospect_id <> id'
none 'keys of names' 'lead WHERE name_key <> lower(name)'
none 'keys of e-mails' 'lead WHERE email_key <> email'
none 'keys of phones' "lead WHERE phone_key <> replace(replace(phone, ' ', ''), '+', '')"
none 'two leads of one e-mail' "(SELECT 1 FROM lead WHERE email <> '' GROUP BY email HAVING COUNT(*) > 1)"
none 'two leads of one phone' "(SELECT 1 FROM lead WHERE phone <> '' GROUP BY phone HAVING COUNT(*) > 1)"
none 'events before their lead' 'lead JOIN lead_event ON lead_id = lead.id WHERE at < created_at'
none 'leads assigned to none or twice' "(SELECT lead.id FROM lead LEFT JOIN lead_event ON lead_id = lead.id AND kind = 'assigned' GROUP BY lead.id HAVING COUNT(owner_id) <> 1 OR MIN(at) <> created_at)"
none 'two ends' "(SELECT 1 FROM lead_event WHERE kind <> 'assigned' GROUP BY lead_id HAVING COUNT(*) > 1)"
none 'invalid ones have a reason' "lead_event WHERE kind = 'invalid' AND reason_id IS NULL"
none 'the customer of a lead' "lead WHERE (customer_id IS NULL) = $(with_event won)"
none 'customers not like their lead' 'customer JOIN lead ON customer_id = customer.id WHERE customer.name <> lead.name OR customer.email_key <> lead.email_key OR customer.phone_key <> lead.phone_key'
none 'customers of another rep' "customer JOIN lead ON customer_id = customer.id JOIN lead_event ON lead_id = lead.id AND kind = 'assigned' WHERE owner_id <> manager_id"
none 'managers without a history' 'customer WHERE (SELECT COUNT(*) FROM customer_manager WHERE customer_id = customer.id AND person_id = manager_id AND at = created_at) <> 1'
none 'wins without their purchase' "lead_event WHERE kind = 'won' AND NOT EXISTS (SELECT 1 FROM purchase JOIN lead ON lead.id = purchase.lead_id WHERE lead.id = lead_event.lead_id AND purchase.at = lead_event.at AND purchase.customer_id = lead.customer_id)"
none 'purchases before the win' 'purchase JOIN customer ON customer.id = customer_id WHERE purchase.at < created_at'
none 'amounts' 'purchase WHERE amount <= 0 OR amount <> base_amount'
none 'done without a talk' "followup WHERE (state = 'done') <> (SELECT COUNT(*) FROM contact WHERE followup_id = followup.id)"
none 'events of follow-ups' "followup WHERE (SELECT group_concat(kind) FROM (SELECT kind FROM followup_event WHERE followup_id = followup.id ORDER BY at)) <> CASE state WHEN 'open' THEN 'created' ELSE 'created,done' END"
none 'versions' "followup WHERE version <> CASE state WHEN 'open' THEN 1 ELSE 2 END"
none 'two events in one second' '(SELECT 1 FROM followup_event GROUP BY followup_id, at HAVING COUNT(*) > 1)'
none 'due before they were planned' 'followup WHERE due_day < created_day'
none 'overdue for long' "followup WHERE state = 'open' AND due_day < $today - 30"
none 'problems heard nowhere' "problem WHERE NOT EXISTS (SELECT 1 FROM contact WHERE contact.id = contact_id AND outcome = 'unhappy' AND contact.customer_id = problem.customer_id)"
none 'problems and their events' "problem WHERE (SELECT group_concat(kind) FROM (SELECT kind FROM problem_event WHERE problem_id = problem.id ORDER BY at)) <> CASE state WHEN 'open' THEN 'opened' ELSE 'opened,solved' END"
equal check "$("$salesboard" check --store "$(store_url one)")" ok
equal 'sums that are kept' "$("$salesboard" audit --store "$(store_url one)")" ok

# ---- pages ---------------------------------------------------------------------------

from=$(sql "SELECT date(MIN(created_day) * 86400, 'unixepoch') FROM lead")
for login in admin head lead rep; do
	for page in /conversion "/leads?from=$from&to=$day" /followups /retention; do
		"$salesboard" get "$page" --as $login --store "$(store_url one)" >"$dir/out" 2>&1
		equal "$login sees $page" $? 0
	done
done
json() {
	"$salesboard" get "$1" --as head --store "$(store_url one)" |
		grep -o "\"$2\":[0-9]*" | head -n 1 | cut -d : -f 2
}
between 'prospects a page counts' "$(json "/conversion.json?from=$from&to=$day" prospects)" $((leads * 97 / 100)) $leads
equal 'customers a page counts' "$(json /retention.json customers)" "$customers"

finish
