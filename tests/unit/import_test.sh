#!/bin/sh
# import_test.sh - imports real data, again, and what must be refused.
#
# The data lie beside the repository and are read in place; without them the
# tests that need them are left out.
cd "$(dirname "$0")/../.." || exit 1
. tests/check.sh
salesboard=${O:-build}/bin/salesboard
data=../shared/data
maps=tests/fixtures
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
. tests/store.sh
SALESBOARD_STORE=$(store_url test) made=
export SALESBOARD_STORE

sql() {
	store_ask test "$1"
}

# Every row of every table that an import writes, but the list of imports.
dump() {
	for table in team person membership source product reason customer \
		customer_manager lead lead_event purchase spend; do
		sql "SELECT * FROM $table"
	done | cksum
}

# Whatever was imported, the sums agree with it.
check_sums() {
	equal sums "$("$salesboard" audit 2>&1)" ok
}

new_store() {
	[ -z "$made" ] || check_sums
	made=yes
	store_drop test
	"$salesboard" init --name Test --time-zone UTC --currency USD \
		--language en || failed=$((failed + 1))
}

# ---- a small table of our own ---------------------------------------------

cat >"$dir/leads.map" <<'END'
; every kind of line
[file]	# with a comment
kind = leads
system = crm    # the name, and not this
delimiter = semicolon
dates = D.M.YYYY hh:mm
currency = USD

[columns]
id = Nr
name = Who
company = Firm
email = Mail
source = Source
owner = Seller
stage = Stage
created = Came
closed = Ended
value = Sum
reason = Why
cost = Cost
segment = Kind

[empty]
source = unknown

[words.stage]
Done = "won"	; quoted, not needed
"Gone # 1" = lost
Junk = invalid
END
head='Nr;Who;Firm;Mail;Source;Seller;Stage;Came;Ended;Sum;Why;Cost;Kind'
cat >"$dir/one.csv" <<END
$head
1;Ann;Firm A;ann@a.example;Web;Bob;open;1.3.2026 09:30;;;;1.50;Hotel
2;Eve;;eve@e.example; WEB ;bob;Done;2.3.2026 10:00;5.3.2026 12:00;1 000,50;;;Hotel
3;Joe;;joe@j.example;;Kim;Gone # 1;3.3.2026 10:00;6.3.2026 00:00;;Price;;
4;Bot;;bot@b.example;Ads;;Junk;4.3.2026 10:00;4.3.2026 11:00;;Spam;;
5;Ann again;;ANN@a.example;Ads;Bob;;20.3.2026 10:00;;;;;
END
new_store
equal 'small: first time' "$("$salesboard" import leads "$dir/one.csv" --map "$dir/leads.map")" \
	'5 rows: 5 added, 0 changed, 0 unchanged'
equal 'a comment is no part of the name' "$(sql 'SELECT DISTINCT origin FROM lead')" crm
before=$(dump)
equal 'small: second time' "$("$salesboard" import leads "$dir/one.csv" --map "$dir/leads.map")" \
	'5 rows: 0 added, 0 changed, 5 unchanged'
equal 'small: nothing changed' "$(dump)" "$before"
equal 'sources are folded' "$(sql 'SELECT group_concat(name) FROM (SELECT name FROM source ORDER BY id)')" \
	'Web,unknown,Ads'
equal 'owners become people' "$(sql "SELECT group_concat(name || COALESCE(login, '')) FROM (SELECT * FROM person ORDER BY name)")" \
	'Bob,Kim'
equal 'five inquiries, four prospects' "$(sql 'SELECT COUNT(*), COUNT(DISTINCT prospect_id) FROM lead')" '5|4'
equal 'time of day' "$(sql "SELECT datetime(created_at, 'unixepoch') FROM lead WHERE origin_id = '1'")" \
	'2026-03-01 09:30:00'
equal 'name and firm' "$(sql "SELECT name, cost FROM lead WHERE origin_id = '1'")" 'Ann, Firm A|150'
equal 'the won one has bought' "$(sql "SELECT customer.name, amount, currency, purchase.lead_id = lead.id, lead.customer_id = customer.id FROM purchase JOIN customer ON customer.id = purchase.customer_id JOIN lead ON lead.origin_id = '2'")" \
	'Eve|100050|USD|1|1'
equal 'segments, also of who has bought' "$(sql "SELECT group_concat(lead.origin_id || segment.name) FROM lead JOIN segment ON segment.id = lead.segment_id")|$(sql "SELECT segment FROM customer")" \
	'1Hotel,2Hotel|Hotel'
equal 'reasons' "$(sql 'SELECT group_concat(kind || name) FROM (SELECT * FROM reason ORDER BY kind)')" \
	'invalidSpam,lostPrice'

# A changed row changes exactly what differs.
sed -e 's/^1;.*/1;Ann;Firm A;ann@a.example;Web;Kim;Done;1.3.2026 09:30;9.3.2026 00:00;70;;1.50;Shop/' \
	-e 's/^3;.*/3;Joe;;joe@j.example;;Kim;Gone # 1;3.3.2026 10:00;7.3.2026 00:00;;Time;;/' \
	"$dir/one.csv" >"$dir/two.csv"
equal 'changed rows' "$("$salesboard" import leads "$dir/two.csv" --map "$dir/leads.map")" \
	'5 rows: 0 added, 2 changed, 3 unchanged'
equal 'won now, by the new owner' "$(sql "SELECT group_concat(kind || COALESCE((SELECT name FROM person WHERE id = owner_id), '')) FROM (SELECT * FROM lead_event WHERE lead_id = 1 ORDER BY id)")" \
	'assignedBob,assignedKim,won'
equal 'another segment' "$(sql "SELECT segment.name FROM lead JOIN segment ON segment.id = lead.segment_id WHERE lead.origin_id = '1'")" Shop
equal 'lost on another day' "$(sql "SELECT date(at, 'unixepoch'), (SELECT name FROM reason WHERE id = reason_id) FROM lead_event WHERE kind = 'lost'")" \
	'2026-03-07|Time'
equal 'a second purchase' "$(sql 'SELECT COUNT(*), SUM(amount) FROM purchase')" '2|107050'
equal 'changed rows, again' "$("$salesboard" import leads "$dir/two.csv" --map "$dir/leads.map")" \
	'5 rows: 0 added, 0 changed, 5 unchanged'

# Won, then open again, then won after all: one purchase, whatever happens.
"$salesboard" import leads "$dir/one.csv" --map "$dir/leads.map" >"$dir/out"
equal 'open again' "$(sql "SELECT kind FROM lead_event WHERE lead_id = 1 AND kind <> 'assigned' ORDER BY id DESC LIMIT 1")" reopened
equal 'and its money gone' "$(sql 'SELECT SUM(amount) FROM purchase')" 100050
equal 'open again, stable' "$("$salesboard" import leads "$dir/one.csv" --map "$dir/leads.map")" \
	'5 rows: 0 added, 0 changed, 5 unchanged'

# An end before the beginning is taken as it is, and told.
printf '%s\n%s\n%s\n' "$head" \
	'20;Old;;;Web;;Gone # 1;9.3.2026 10:00;8.3.2026 10:00;;;' \
	'21;Elder;;;Web;;Gone # 1;9.3.2026 10:00;7.3.2026;;;' |
	sed 's/7.3.2026;/7.3.2026 00:00;/' >"$dir/early.csv"
out=$("$salesboard" import leads "$dir/early.csv" --map "$dir/leads.map")
equal 'closed too early: all the same' "$out" "$(printf '2 rows: 2 added, 0 changed, 0 unchanged\nwarning: 2 leads closed before they came')"

# ---- what must be refused -------------------------------------------------

cat >"$dir/bad.csv" <<END
$head
6;Ok;;;Web;;open;1.3.2026 09:30;;;;
7;Bad day;;;Web;;open;31.2.2026 09:30;;;;
8;Bad sum;;;Web;;Done;1.3.2026 09:30;1.3.2026 10:00;12x;;
9;Bad stage;;;Web;;Hm;1.3.2026 09:30;;;;
6;Double;;;Web;;open;1.3.2026 09:30;;;;
10;No end;;;Web;;Done;1.3.2026 09:30;;5;;
11;No reason;;;Web;;Junk;1.3.2026 09:30;;;;
;No id;;;Web;;open;1.3.2026 09:30;;;;
12;Future;;;Web;;open;1.3.2099 09:30;;;;
13;Future end;;;Web;;Done;1.3.2026 09:30;2.3.2099 09:30;5;;
14;Bad mail;;ann at home;Web;;open;1.3.2026 09:30;;;;
15;Bad hour;;;Web;;open;1.3.2026 25:30;;;;
16;No date;;;Web;;open;yesterday;;;;
END
before=$(dump)
out=$("$salesboard" import leads "$dir/bad.csv" --map "$dir/leads.map" 2>&1)
equal 'bad rows: exit code' $? 1
equal 'bad rows: nothing written' "$(dump)" "$before"
has 'bad day' "$out" 'bad.csv: row 3, column Came: "31.2.2026 09:30" is no day that exists'
has 'bad sum' "$out" 'bad.csv: row 4, column Sum: "12x" is no amount'
has 'bad stage' "$out" 'bad.csv: row 5, column Stage: "Hm" is not open'
has 'double id' "$out" 'bad.csv: row 6, column Nr: 6 stands in row 2 too'
has 'no end' "$out" 'bad.csv: row 7, column Ended: empty'
has 'no reason' "$out" 'bad.csv: row 8, column Why: empty'
has 'no id' "$out" 'bad.csv: row 9, column Nr: empty'
equal 'bad rows: messages' "$(printf '%s\n' "$out" | wc -l | tr -d ' ')" 13
has 'future' "$out" 'bad.csv: row 10, column Came: "1.3.2099 09:30" lies in the future'
has 'future end' "$out" 'bad.csv: row 11, column Ended: "2.3.2099 09:30" lies in the future'
has 'bad mail' "$out" 'bad.csv: row 12, column Mail: "ann at home" is no e-mail address'
has 'bad hour' "$out" 'bad.csv: row 13, column Came: "1.3.2026 25:30" is no time of a day'
has 'no date' "$out" 'bad.csv: row 14, column Came: "yesterday" is no date like D.M.YYYY hh:mm'

{
	echo "$head"
	i=0
	while [ $i -lt 30 ]; do
		echo "$i;;;;;;?;1.3.2026 09:30;;;;"
		i=$((i + 1))
	done
} >"$dir/many.csv"
out=$("$salesboard" import leads "$dir/many.csv" --map "$dir/leads.map" 2>&1)
equal 'many errors: shown' "$(printf '%s\n' "$out" | grep -c 'column Stage')" 20
has 'many errors: told' "$out" 'and 10 more; nothing was imported'

printf '%s\n1;"x;;;;;;;;;;\n' "$head" >"$dir/quote.csv"
has 'stray quote' "$("$salesboard" import leads "$dir/quote.csv" --map "$dir/leads.map" 2>&1)" 'quote.csv: row 2, column'
printf 'Nr;Who\n1;x\n' >"$dir/short.csv"
has 'missing column' "$("$salesboard" import leads "$dir/short.csv" --map "$dir/leads.map" 2>&1)" 'there is no column'
printf '[file]\nsystem = x\ncolour = red\n' >"$dir/bad.map"
has 'bad map' "$("$salesboard" import leads "$dir/one.csv" --map "$dir/bad.map" 2>&1)" 'bad.map: line 3: colour: there is no such setting'
printf '[file]\nsystem = x\n[columns]\nid = Nr\n' >"$dir/bad.map"
has 'map without a field' "$("$salesboard" import leads "$dir/one.csv" --map "$dir/bad.map" 2>&1)" 'needs created'
sed 's/USD/EUR/' "$dir/leads.map" >"$dir/euro.map"
"$salesboard" import leads "$dir/one.csv" --map "$dir/euro.map" >"$dir/out" 2>&1
equal 'another currency' $? 1

# ---- customers, purchases, refunds, spend ---------------------------------

new_store
cat >"$dir/customers.map" <<'END'
[file]
system = shop
[columns]
id = id
name = name
email = email
manager = manager
segment = segment
created = since
END
cat >"$dir/customers.csv" <<'END'
id,name,email,manager,segment,since
c1,"Firm, one",one@firm.example,Bob,small,2026-01-05
c2,Two,,,big,2026-01-06
END
equal customers "$("$salesboard" import customers "$dir/customers.csv" --map "$dir/customers.map")" \
	'2 rows: 2 added, 0 changed, 0 unchanged'
sed 's/manager = manager/phone = manager/' "$dir/customers.map" >"$dir/phone.map"
has 'bad phone' "$("$salesboard" import customers "$dir/customers.csv" --map "$dir/phone.map" 2>&1)" \
	'row 2, column manager: "Bob" is no phone number'
sed -i 's/,Bob,/,Kim,/' "$dir/customers.csv"
equal 'customer handed over' "$("$salesboard" import customers "$dir/customers.csv" --map "$dir/customers.map")" \
	'2 rows: 0 added, 1 changed, 1 unchanged'
equal 'history of managers' "$(sql 'SELECT group_concat(name) FROM (SELECT name FROM customer_manager JOIN person ON person.id = person_id ORDER BY customer_manager.id)')" \
	'Bob,Kim'

# A row of a customer who was merged says nothing of the one that stays.
store_sql test "UPDATE customer SET merged_into = (SELECT id FROM customer
	WHERE origin_id = 'c2') WHERE origin_id = 'c1'"
sed 's/,Kim,/,Bob,/; s/Firm, one/Firm, renamed/' "$dir/customers.csv" >"$dir/merged.csv"
equal 'merged customer' "$("$salesboard" import customers "$dir/merged.csv" --map "$dir/customers.map")" \
	'2 rows: 0 added, 0 changed, 2 unchanged'
equal 'names as they were' "$(sql 'SELECT group_concat(name) FROM (SELECT name FROM customer ORDER BY id)')" \
	'Firm, one,Two'
printf 'id,customer,date,amount\nm1,c1,2026-02-01,9\n' >"$dir/merged.csv"
printf '[file]\nsystem = shop\n[columns]\nid = id\ncustomer = customer\ndate = date\namount = amount\n' >"$dir/merged.map"
equal 'purchase of a merged customer' "$("$salesboard" import purchases "$dir/merged.csv" --map "$dir/merged.map")" \
	'1 rows: 1 added, 0 changed, 0 unchanged'
equal 'goes to the one that stays' "$(sql "SELECT origin_id FROM customer WHERE id = (SELECT customer_id FROM purchase)")" c2

new_store
"$salesboard" import customers "$dir/customers.csv" --map "$dir/customers.map" >"$dir/out"
cat >"$dir/purchases.map" <<'END'
[file]
system = shop
[columns]
id = id
customer = customer
date = date
amount = amount
product = product
refund_of = refund_of
END
cat >"$dir/purchases.csv" <<'END'
id,customer,date,amount,product,refund_of
r1,c1,2026-02-03,-40,,p1
p1,c1,2026-02-03,100,Tea,
p2,c9,2026-02-04,7.5,tea ,
p3,c9,2026-02-04,7.5,Tea,
r2,c2,2026-02-05,-3,,
END
equal purchases "$("$salesboard" import purchases "$dir/purchases.csv" --map "$dir/purchases.map")" \
	'5 rows: 5 added, 0 changed, 0 unchanged; 1 new customer'
equal 'purchases, again' "$("$salesboard" import purchases "$dir/purchases.csv" --map "$dir/purchases.map")" \
	'5 rows: 0 added, 0 changed, 5 unchanged'
equal 'refunds' "$(sql 'SELECT amount, COALESCE(refund_of, 0) <> 0 FROM purchase WHERE amount < 0 ORDER BY amount' | tr '\n' ' ')" \
	'-4000|1 -300|0 '
equal 'unknown customer is made' "$(sql "SELECT name, created_day FROM customer WHERE origin_id = 'c9'")" 'c9|20488'
equal 'one product' "$(sql 'SELECT group_concat(name) FROM product')" Tea
echo 'r3,c1,2026-02-06,-61,,p1' >>"$dir/purchases.csv"
echo 'r4,c1,2026-02-06,-1,,p99' >>"$dir/purchases.csv"
before=$(dump)
out=$("$salesboard" import purchases "$dir/purchases.csv" --map "$dir/purchases.map" 2>&1)
has 'refund too large' "$out" 'row 7, column amount: more is paid back'
has 'refund of nothing' "$out" 'row 8, column refund_of: there is no purchase p99'
equal 'refunds: nothing written' "$(dump)" "$before"

printf 'id,customer,date,amount,product,refund_of\nf1,c1,2099-01-01,1,,\n' >"$dir/future.csv"
has 'purchase in the future' "$("$salesboard" import purchases "$dir/future.csv" --map "$dir/purchases.map" 2>&1)" \
	'row 2, column date: "2099-01-01" lies in the future'

cat >"$dir/spend.map" <<'END'
[file]
system = ads
[columns]
source = source
campaign = campaign
date = day
amount = amount
END
cat >"$dir/spend.csv" <<'END'
source,campaign,day,amount
Ads,Spring,2026-03-01,10
ads,spring,2026-03-31,5.50
Ads,,2026-03-02,1
Ads,Spring,2026-04-01,7
END
equal spend "$("$salesboard" import spend "$dir/spend.csv" --map "$dir/spend.map")" \
	'4 rows: 4 added, 0 changed, 0 unchanged'
equal 'spend by month' "$(sql 'SELECT amount FROM spend ORDER BY month, amount' | tr '\n' ' ')" '100 1550 700 '
sed -i 's/,7$/,8/' "$dir/spend.csv"
equal 'spend changed' "$("$salesboard" import spend "$dir/spend.csv" --map "$dir/spend.map")" \
	'4 rows: 0 added, 1 changed, 3 unchanged'

# ---- real data ------------------------------------------------------------

if [ -d $data/maven-crm ] && [ -d $data/cdnow-sample ]; then
	leads=$data/maven-crm/sales_pipeline.csv
	new_store
	equal 'maven people' "$("$salesboard" import people $data/maven-crm/sales_teams.csv --map $maps/maven-people.map)" \
		'35 rows: 35 added, 0 changed, 0 unchanged'
	equal 'maven leads' "$("$salesboard" import leads $leads --map $maps/maven-leads.map)" \
		'8800 rows: 8800 added, 0 changed, 0 unchanged'
	before=$(dump)
	equal 'maven leads, again' "$("$salesboard" import leads $leads --map $maps/maven-leads.map)" \
		'8800 rows: 0 added, 0 changed, 8800 unchanged'
	equal 'maven people, again' "$("$salesboard" import people $data/maven-crm/sales_teams.csv --map $maps/maven-people.map)" \
		'35 rows: 0 added, 0 changed, 35 unchanged'
	equal 'maven: nothing changed' "$(dump)" "$before"
	equal 'people, teams, regions' "$(sql 'SELECT (SELECT COUNT(*) FROM person), (SELECT COUNT(*) FROM team), (SELECT COUNT(DISTINCT region) FROM team)')" '35|6|3'
	equal 'leads' "$(sql 'SELECT COUNT(*), COUNT(DISTINCT prospect_id), SUM(repeat_deal) FROM lead')" '8800|8800|0'
	equal 'events' "$(sql 'SELECT kind, COUNT(*) FROM lead_event GROUP BY kind' | tr '\n' ' ')" 'assigned|8800 lost|2473 won|4238 '
	equal 'accounts' "$(sql 'SELECT COUNT(*) FROM customer')" 85
	equal 'products' "$(sql 'SELECT COUNT(*) FROM product')" 7
	equal 'won value' "$(sql 'SELECT COUNT(*), SUM(amount), COUNT(DISTINCT lead_id) FROM purchase')" \
		"4238|$(awk -F, '$5 == "Won" { s += $8 } END { print s * 100 }' $leads)|4238"
	equal 'by region' "$(sql "SELECT team.region, COUNT(*) FROM lead_event e JOIN membership m ON m.person_id = e.owner_id JOIN team ON team.id = m.team_id GROUP BY 1" | tr '\n' ' ')" \
		"$(awk -F, 'FNR == NR { r[$1] = $3; next } FNR > 1 { n[r[$2]]++ } END { for (k in n) print k "|" n[k] }' $data/maven-crm/sales_teams.csv $leads | tr -d '\r' | sort | tr '\n' ' ')"
	equal 'no engage date' "$(sql 'SELECT COUNT(*) FROM lead WHERE created_day = 17531')" \
		"$(awk -F, 'FNR > 1 && ($6 == "" || $6 == "2017-12-31")' $leads | wc -l | tr -d ' ')"

	awk -F, 'BEGIN { OFS = "," } FNR == 5000 { $6 = "2017-13-01" } FNR == 8801 { $8 = "many" } { print }' $leads >"$dir/broken.csv"
	out=$("$salesboard" import leads "$dir/broken.csv" --map $maps/maven-leads.map 2>&1)
	equal 'maven broken: exit code' $? 1
	has 'maven broken: day' "$out" 'broken.csv: row 5000, column engage_date: "2017-13-01" is no day that exists'
	has 'maven broken: sum' "$out" 'broken.csv: row 8801, column close_value: "many" is no amount'
	equal 'maven broken: nothing written' "$(dump)" "$before"

	awk -F, 'BEGIN { OFS = "," } $5 == "Engaging" && !done { $5 = "Won"; $7 = "2017-12-30"; $8 = 77; done = 1 } { print }' $leads >"$dir/won.csv"
	equal 'maven: one more won' "$("$salesboard" import leads "$dir/won.csv" --map $maps/maven-leads.map)" \
		'8800 rows: 0 added, 1 changed, 8799 unchanged'
	equal 'maven: its event' "$(sql "SELECT COUNT(*) FROM lead_event WHERE kind = 'won'")" 4239

	new_store
	equal cdnow "$("$salesboard" import purchases $data/cdnow-sample/cdnowElog.csv --map $maps/cdnow-purchases.map)" \
		'6919 rows: 6919 added, 0 changed, 0 unchanged; 2357 new customers'
	before=$(dump)
	equal 'cdnow, again' "$("$salesboard" import purchases $data/cdnow-sample/cdnowElog.csv --map $maps/cdnow-purchases.map)" \
		'6919 rows: 0 added, 0 changed, 6919 unchanged'
	equal 'cdnow: nothing changed' "$(dump)" "$before"
	equal 'cdnow: counts' "$(sql 'SELECT COUNT(DISTINCT customer_id), COUNT(*), SUM(amount = 0), SUM(amount) FROM purchase')" \
		'2357|6919|8|24409194'
	equal 'cdnow: customer days' "$(sql 'SELECT COUNT(*) FROM (SELECT DISTINCT customer_id, day FROM purchase)')" 6696
else
	skipped=1
	echo 'skipped: there are no data beside the repository'
fi

check_sums
finish
