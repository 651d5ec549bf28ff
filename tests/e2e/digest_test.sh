#!/bin/sh
# digest_test.sh - the daily e-mail of a site: asked for on its page, sent by the
# hourly schedule of serve, ended by one click in a mail program.
cd "$(dirname "$0")/../.." || exit 1
. tests/e2e/site.sh
box=$dir/box mail_server=
mkdir "$box"
trap '[ -z "$mail_server" ] || kill "$mail_server"; site_stop; rm -rf "$dir"' EXIT
python3 tests/unit/smtp_server.py "$box" >"$dir/mail.log" 2>&1 &
mail_server=$!
until_ok test -s "$box/port"
# The link is of the company's address; here it is asked at that of the site.
serve_with="--smtp 127.0.0.1:$(cat "$box/port") --url https://sales.example"
site_store
# A zone in which it is noon, since nothing is sent before the morning.
offset=$((12 - $(date -u +%H | sed 's/^0//')))
zone=Etc/GMT+$((-offset))
[ $offset -gt 0 ] && zone=Etc/GMT-$offset
sql "UPDATE company SET time_zone = '$zone'"
site_serve

sign_in rep
form rep /account/digest /account/digest
post rep /account/digest --data-urlencode 'email=rep@example.com'
equal 'asked for' "$status" 303
page rep /account/digest
has 'asked for' "$body" 'It is sent to rep@example.com.'
kill -ALRM "$serve"
until_ok test -s "$box/1.way" || fail "nothing was sent: $(cat "$dir/serve.log")"
mail=$(python3 tests/unit/mail_read.py "$box/1.eml")
stop=$(printf '%s\n' "$mail" |
	sed -n 's|^List-Unsubscribe: <https://sales.example\(.*\)>$|\1|p')
has 'how it ends' "$stop" '/account/digest/stop?key='

asked_for() {
	sql 'SELECT COUNT(*) FROM person_digest'
}
page - "$stop"
equal 'looking at the link' "$status $(asked_for)" '200 1'
request -d 'List-Unsubscribe=One-Click' "$site/account/digest/end"
equal 'no other form of ours' "$status $(asked_for)" '403 1'
request -d 'List-Unsubscribe=One-Click' "$site$stop"
equal 'one click' "$status $(asked_for)" '200 0'
has 'one click' "$body" 'no more will be sent'
page - "$stop"
equal 'another look' "$status" 200
has 'another look' "$body" 'no more will be sent'
finish
