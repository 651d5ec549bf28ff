#!/bin/sh
# digest_test.sh - the daily e-mail, handed to a mail server and read by another
# parser: once a day, in the morning, in its reader's language, until it ends.
cd "$(dirname "$0")/../.." || exit 1
. tests/check.sh
salesboard=${O:-build}/bin/salesboard
dir=$(mktemp -d) server_pid=
trap 'server_stop; rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM
. tests/store.sh
unset SALESBOARD_STORE
url=$(store_url demo)
box=$dir/box
mkdir "$box"

server_start() {
	rm -f "$box/port"
	python3 tests/unit/smtp_server.py "$box" "$@" >"$dir/server.log" 2>&1 &
	server_pid=$!
	for _ in $(seq 100); do
		[ -s "$box/port" ] && break
		sleep 0.1
	done
	port=$(cat "$box/port")
}

server_stop() {
	[ -n "$server_pid" ] || return 0
	kill "$server_pid" 2>/dev/null
	wait "$server_pid" 2>/dev/null
	server_pid=
}

# digest CODE TEXT [OPTION ...]: one run ends so and says so.
digest() {
	code=$1 text=$2
	shift 2
	out=$("$salesboard" digest --store "$url" --smtp "127.0.0.1:$port" \
		--from sales@example.com "$@" 2>&1) && got=0 || got=$?
	equal "exit code of digest $*" $got "$code"
	has "digest $*" "$out" "$text"
}

# it_is HOUR: a zone of the company in which it is that hour now.
it_is() {
	offset=$(($1 - $(date -u +%H | sed 's/^0//')))
	[ $offset -ge -12 ] || offset=$((offset + 24))
	[ $offset -gt 0 ] && zone=Etc/GMT-$offset || zone=Etc/GMT+$((-offset))
	store_sql demo "UPDATE company SET time_zone = '$zone'"
}

taken() {
	find "$box" -name '*.eml' | wc -l | tr -d ' '
}

# again: as if the day before had been the last one, and an empty box.
again() {
	store_sql demo "UPDATE person_digest SET last_day = last_day - 1"
	rm -f "$box"/*.eml* "$box"/*.way
}

# read_mail ADDRESS: the message to it, as $mail, $plain and $page.
read_mail() {
	way=$(grep -l " $1\$" "$box"/*.way | head -n 1)
	file=${way%.way}.eml
	mail=$(python3 tests/unit/mail_read.py "$file" 2>&1)
	plain=$(cat "$file.text") page=$(cat "$file.html")
}

# Whatever is in a message, it is well made.
well_made() {
	has "$1: parts" "$mail" 'parts: text/plain utf-8, text/html utf-8'
	equal "$1: defects" "$(printf '%s\n' "$mail" | grep '^defects:')" 'defects: '
	between "$1: the longest line" "$(printf '%s\n' "$mail" | sed -n 's/^longest: //p')" 60 200
	has "$1: by a program" "$mail" 'Auto-Submitted: auto-generated'
	has "$1: its id" "$mail" '@example.com>'
	has "$1: sender" "$mail" 'From-address: sales@example.com'
	date=$(printf '%s\n' "$mail" | sed -n 's/^Date: //p')
	age=$(($(date +%s) - $(date -d "$date" +%s)))
	between "$1: seconds since its date" $age 0 120
}

subscribe() {
	store_sql demo "INSERT INTO person_digest (person_id, email, stop_key)
		SELECT id, login || '@example.com', '$2' FROM person WHERE login = '$1'"
}

if ! store_demo demo; then
	fail "demo: $(cat "$dir/demo")"
	finish
fi
key=0123456789abcdef0123456789abcdef
subscribe rep $key
subscribe head aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
subscribe rep.ru bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb

# ---- what cannot be meant ------------------------------------------------------

port=9
digest 2 'no address of web pages' --url 'javascript:alert(1)'
digest 2 'no address of web pages' --url 'https://x.example/?a'
digest 2 'no e-mail address' --from 'a@b, c@d'
digest 2 'no mail server' --smtp 'user@host:25/x'
digest 2 'usage: salesboard digest' now
digest 1 'admin has not asked' --preview admin
digest 1 'nobody.here has not asked' --preview nobody.here

# ---- in the morning, once ------------------------------------------------------

server_start
it_is 3
digest 0 'not 7:00 yet'
equal 'before the morning' "$(taken)" 0
it_is 12
digest 0 '3 messages sent' --url https://sales.example/
equal 'in the morning' "$(taken)" 3
digest 0 '0 messages sent' --url https://sales.example
equal 'once a day' "$(taken)" 3

read_mail rep@example.com
well_made rep
equal 'envelope' "$(cat "$way")" 'sales@example.com rep@example.com'
has 'To of rep' "$mail" 'To-address: rep@example.com'
has 'From of rep' "$mail" "From: $(store_sql demo 'SELECT name FROM company')"
has 'Subject of rep' "$mail" 'Subject: Follow-ups: '
stop=https://sales.example/account/digest/stop?key=$key
has 'how it ends' "$mail" "List-Unsubscribe: <$stop>"
has 'with one click' "$mail" 'List-Unsubscribe-Post: List-Unsubscribe=One-Click'
has 'the link of the text' "$plain" "End it: $stop"
has 'the link of the page' "$page" "href=\"$stop\""
mine=$("$salesboard" get --store "$url" --as rep '/followups.json?who=mine')
number() {
	printf '%s' "$mine" | python3 -c "import json, sys; print(json.load(sys.stdin)['$1'])"
}
overdue=$(number overdue)
between 'overdue ones of rep' "$overdue" 1 1000
has 'how many are overdue' "$plain" "Overdue: $overdue"
first=$(printf '%s' "$mine" | python3 -c 'import json, sys
f = json.load(sys.stdin)["followups"][0]
print("%s · %s" % (f["customer"], f["subject"]))')
has 'the first one' "$plain" "- $first"
id=$(printf '%s' "$mine" | python3 -c 'import json, sys
print(json.load(sys.stdin)["followups"][0]["id"])')
has 'its link' "$plain" "  https://sales.example/followups?id=$id"
has 'its link on the page' "$page" "href=\"https://sales.example/followups?id=$id\""
between 'how many are listed' "$(printf '%s\n' "$plain" | grep -c 'followups?id=')" 1 20

read_mail head@example.com
well_made head
has 'Subject of head' "$mail" 'Subject: Sales: '
today=$(store_sql demo "SELECT last_day FROM person_digest WHERE email = 'head@example.com'")
# won FROM TO: by the records, as the page of losses counts them.
won() {
	"$salesboard" get --store "$url" --as head "/conversion/losses.json?from=$(date -u -d "@$(($1 * 86400))" +%F)&to=$(date -u -d "@$(($2 * 86400))" +%F)" |
		python3 -c 'import json, sys; print(json.load(sys.stdin)["won"])'
}
has 'won in the last 7 days' "$plain" "Won: $(won $((today - 7)) $((today - 1)))
  before: $(won $((today - 14)) $((today - 8)))"
came() {
	store_ask demo "SELECT SUM(valid) FROM prospect_count WHERE unit = 0
		AND source_id = -1 AND campaign_id = -1 AND team_id = -1
		AND start BETWEEN $1 AND $2"
}
has 'new leads' "$plain" "New leads: $(came $((today - 7)) $((today - 1)))
  before: $(came $((today - 14)) $((today - 8)))"
opened() {
	store_ask demo "SELECT COUNT(*) FROM (SELECT MIN(day) AS day FROM problem_event
		GROUP BY problem_id) WHERE day BETWEEN $1 AND $2"
}
has 'problems opened' "$plain" "Problems opened: $(opened $((today - 7)) $((today - 1)))
  before: $(opened $((today - 14)) $((today - 8)))"
due() {
	store_ask demo "SELECT COUNT(*) FROM followup WHERE state <> 'cancelled'
		AND first_due_day BETWEEN $1 AND $2"
}
has 'follow-ups due' "$plain" "Follow-ups due: $(due $((today - 7)) $((today - 1)))
  before: $(due $((today - 14)) $((today - 8)))"

read_mail rep.ru@example.com
well_made rep.ru
has 'a subject in Russian' "$mail" 'Subject: Задачи: на сегодня '
has 'a text in Russian' "$plain" 'Ваши задачи'
has 'a page in Russian' "$page" '<html lang="ru">'

# ---- whatever people are called ------------------------------------------------

again
lines=$(printf 'Eve\r\nBcc: all@example.com\r\n\r\n"<b>&"')
store_sql demo "UPDATE person SET name = '$lines' WHERE login = 'rep'"
store_sql demo "UPDATE company SET name = '$lines'"
store_sql demo "UPDATE customer SET name = '$lines
.
<i>&' WHERE id = (SELECT customer_id FROM followup WHERE id = $id)"
digest 0 '3 messages sent'
equal 'nobody else gets it' "$(cat "$box"/*.way | grep -c all@)" 0
read_mail rep@example.com
well_made 'odd names'
lacks 'odd names' "$mail" "
Bcc:"
equal 'one address each' "$(printf '%s\n' "$mail" | grep -c -- -address:)" 2
has 'as plain text' "$plain" '"<b>&"'
has 'as a page' "$page" '&lt;i&gt;&amp;'
lacks 'as a page' "$page" '<i>'
lacks 'without an address of pages' "$mail$plain$page" List-Unsubscribe
lacks 'without an address of pages' "$plain$page" http

# ---- refused -------------------------------------------------------------------

store_sql demo "DELETE FROM person_digest WHERE email <> 'rep@example.com'"
again
echo '451 4.7.1 Come back later' >"$box/rcpt"
digest 1 'rep@example.com, to be tried again by the next run: 451 4.7.1 Come back later'
rm "$box/rcpt"
echo '452 4.3.1 No room' >"$box/data"
digest 1 '452 4.3.1 No room'
rm "$box/data"
equal 'none was taken' "$(taken)" 0
digest 0 '1 message sent'
equal 'then it was' "$(taken)" 1

refused() {
	store_sql demo 'SELECT refused FROM person_digest'
}
again
echo '550 5.1.1 No such user' >"$box/rcpt"
digest 1 'rep@example.com will not get the e-mail of today: 550 5.1.1 No such user'
equal 'noted' "$(refused)" '550 5.1.1 No such user'
has 'told on their page' "$("$salesboard" get --store "$url" --as rep /account/digest)" \
	'550 5.1.1 No such user'
rm "$box/rcpt"
digest 0 '0 messages sent'
equal 'not tried again that day' "$(taken)" 0
again
printf '554 5.7.1 \033[31mno' >"$box/data"
digest 1 '554 5.7.1 ?[31mno'
rm "$box/data"
again
digest 0 '1 message sent'
equal 'no longer noted' "$(refused)" ''

# ---- a server that is down, somebody else's run ---------------------------------

again
server_stop
digest 1 "the mail server at 127.0.0.1:$port does not answer"
server_start "$port"
digest 0 '1 message sent'
again
store_sql demo "UPDATE person_digest SET taken_at = $(date +%s)"
digest 0 '0 messages sent'
store_sql demo 'UPDATE person_digest SET taken_at = taken_at - 3600'
digest 0 '1 message sent'

# ---- nothing to say, nobody to tell ---------------------------------------------

again
store_sql demo "UPDATE person_digest SET person_id = (SELECT MIN(id) FROM person
	WHERE login = 'rep.ru')"
"$salesboard" digest --store "$url" --from sales@example.com --preview rep.ru >"$dir/seen.eml"
mail=$(python3 tests/unit/mail_read.py "$dir/seen.eml")
well_made preview
equal 'a preview sends nothing' "$(taken)" 0
store_sql demo "UPDATE person SET active = 0 WHERE login = 'rep.ru'"
digest 0 '0 messages sent'
printf 'correct horse battery\n' | "$salesboard" user add idle --name Idle --role rep --store "$url"
store_sql demo "UPDATE person_digest SET last_day = 0,
	person_id = (SELECT id FROM person WHERE login = 'idle')"
digest 0 '0 messages sent'
equal 'seen, though' "$(store_sql demo 'SELECT last_day > 0 FROM person_digest')" \
	"$([ -z "$server" ] && echo 1 || echo t)"
digest 0 'there is nothing to tell idle' --preview idle
store_sql demo "UPDATE person_digest SET last_day = 0,
	person_id = (SELECT id FROM person WHERE login = 'head')"
store_sql demo 'DELETE FROM person_digest'
digest 0 '0 messages sent'
equal 'after it has ended' "$(taken)" 0
finish
