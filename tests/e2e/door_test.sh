#!/bin/sh
# door_test.sh - signing in and out, throttling, sessions, forged and repeated
# forms, through nginx as a browser would.
cd "$(dirname "$0")/../.." || exit 1
. tests/e2e/site.sh
site_start

# What differs from one refusal to the next is no hint: marks and the name.
words() {
	printf '%s\n' "$body" | sed 's/value="[^"]*"/value/g'
}

vault() {
	store_sql demo.vault "$1"
}

# ---- signing in ----------------------------------------------------------------

sign_in head
equal 'the head goes to' "$(header location)" /conversion
cookie=$(header set-cookie)
equal 'flags of the cookie' "$(printf %s "$cookie" | sed 's/sid=[0-9a-f]*;/sid;/')" \
	'sid; Path=/; HttpOnly; SameSite=Lax'
token=$(printf %s "$cookie" | sed 's/sid=\([0-9a-f]*\);.*/\1/')
equal 'length of the session token' ${#token} 64
equal 'the token itself is stored' \
	"$(sql "SELECT count(*) FROM session WHERE token_hash = '$token'")" 0
sign_in rep
equal 'a rep goes to' "$(header location)" /followups
page head /conversion
equal 'signed in' "$status" 200

sign_in_as head wrong-password-here "$dir/no.cookies"
equal 'a wrong password' "$status" 422
equal 'a cookie all the same' "$(header set-cookie)" ''
wrong=$(words)
has 'a wrong password' "$body" 'class="err" id="password-e"'
lacks 'a wrong password' "$body" wrong-password-here
has 'the name is kept' "$body" 'value="head"'
sign_in_as nobody-here wrong-password-here "$dir/no.cookies"
equal 'an unknown name' "$status" 422
equal 'words for an unknown name' "$(words)" "$wrong"
sign_in_as head.ru "$password " "$dir/no.cookies"
equal 'a password with a blank more' "$status" 422
sql "UPDATE person SET active = 0 WHERE login = 'viewer'"
sign_in_as viewer $password "$dir/no.cookies"
equal 'somebody who has left' "$status" 422
equal 'words for somebody who has left' "$(words)" "$wrong"
sql "UPDATE person SET active = 1 WHERE login = 'viewer'"
sign_in_as '' '' "$dir/no.cookies"
equal 'nothing typed' "$status" 422

# ---- where to afterwards -------------------------------------------------------

for to in //evil.example https://evil.example '/\evil.example' \
	'javascript:alert(1)' '/ /evil.example' evil.example ''; do
	sign_in_as head $password "$dir/to.cookies" --data-urlencode "to=$to"
	equal "to=$to" "$status $(header location)" '303 /conversion'
	page head "/account?to=$(printf %s "$to" | sed 's/ /%20/g; s/\\/%5c/g')"
	equal "/account?to=$to" "$status $(header location)" '303 /conversion'
done
sign_in_as head $password "$dir/to.cookies" \
	--data-urlencode 'to=/conversion?team=0&compare=none'
equal 'to a page of ours' "$(header location)" '/conversion?team=0&compare=none'
page - '/conversion?team=0&compare=none'
equal 'a stranger is sent' "$status $(header location)" \
	'303 /account?to=%2Fconversion%3Fteam%3D0%26compare%3Dnone'
page - '/account?to=%0d%0aSet-Cookie:%20sid=1'
equal 'a header in an address' "$(header set-cookie)" ''
for data in /conversion.json /conversion.csv /leads.csv /followups.json; do
	page - $data
	equal "a stranger asks for $data" "$status" 401
done

# ---- throttle ------------------------------------------------------------------

for n in 1 2 3 4 5 6; do
	sign_in_as lead "wrong password $n" "$dir/no.cookies"
	equal "wrong try $n" "$status" 422
done
sleep 2.1
sign_in_as lead 'wrong password 7' "$dir/no.cookies"
equal 'words after seven tries' "$(words)" "$(printf %s "$wrong")"
sign_in_as LEAD $password "$dir/no.cookies"
equal 'the right password while locked' "$status" 422
equal 'words while locked' "$(words)" "$wrong"
equal 'what is kept of it' "$(vault 'SELECT failures FROM throttle
	ORDER BY failures DESC LIMIT 1')" 7
sign_in_as admin $password "$dir/admin.cookies"
equal 'somebody else meanwhile' "$status" 303
sleep 3.1
sign_in_as lead $password "$dir/lead.cookies"
equal 'the right password afterwards' "$status" 303
equal 'what is kept then' "$(vault "SELECT count(*) FROM throttle
	WHERE failures >= 5")" 0

# One address that keeps trying is told to wait, and only at the door.
many=
for _ in 1 2 3 4 5 6 7 8 9; do
	request --interface 127.0.9.9 -H 'Sec-Fetch-Site: same-origin' \
		-d login=x -d password=y "$site/account"
	many="$many$status "
done
equal 'nine tries from one address' "$many" \
	'422 422 422 422 422 422 429 429 429 '
page - /account --interface 127.0.9.9
equal 'the door itself' "$status" 200

# ---- forged forms --------------------------------------------------------------

rows() {
	sql 'SELECT count(*) FROM followup'
}

customer=$(sql "SELECT customer.id FROM customer JOIN person
	ON person.id = manager_id WHERE login = 'rep' AND do_not_contact = 0
	ORDER BY customer.id LIMIT 1")
name=$(sql "SELECT name FROM customer WHERE id = $customer")

# plan [CURL-ARGUMENT ...]: sends the form for a new follow-up, with no header
# of its own.
plan() {
	request -b "$dir/rep.cookies" --data-urlencode "_token=$token" \
		--data-urlencode "_once=$once" --data-urlencode "customer=$name" \
		-d "chosen=$customer" -d subject=Test -d kind=call -d due=tomorrow \
		"$@" "$site/followups/new"
}

own='Sec-Fetch-Site: same-origin'
before=$(rows)
form rep /followups/new /followups/new
plan
equal 'no word of where it comes from' "$status" 403
has 'a refusal in our design' "$body" 'class="skip"'
for from in cross-site same-site none ''; do
	plan -H "Sec-Fetch-Site: $from" -H 'Origin: null'
	equal "Sec-Fetch-Site: $from" "$status" 403
done
for from in https://evil.example "https://127.0.0.1:$port" \
	"http://localhost:$port" "$site.evil.example" null; do
	plan -H "Origin: $from"
	equal "Origin: $from" "$status" 403
done
good=$token
for token in '' 0 "${good%?}" "${good}0" 00000000000000000000000000000000; do
	plan -H "$own"
	equal "token $token" "$status" 403
done
form rep /followups/new /account/out
plan -H "$own"
equal 'the token of another form' "$status" 403
sign_in rep.ru
form rep.ru /followups/new /followups/new
plan -H "$own"
equal 'the token of somebody else' "$status" 403
form rep /followups/new /followups/new
kept=$once
for once in '' short ../../etc/passwd; do
	plan -H "$own"
	equal "once $once" "$status" 400
done
once=$kept
plan -H "$own" -d role=administrator
equal 'a field that is not asked for' "$status" 400
form rep /followups/new /followups/new
plan -H "$own" -d subject=Twice
equal 'a field twice' "$status" 400
form rep /followups/new /followups/new
plan -H "$own" -H 'Content-Type: text/plain'
equal 'text/plain' "$status" 400
page rep "/followups/new?_token=$token&_once=$once&customer=$customer&subject=Test&kind=call&due=tomorrow"
lacks 'a form sent with GET' "$status" 303
equal 'rows that all of these wrote' "$(rows)" "$before"

# ---- a form sent again ---------------------------------------------------------

form rep /followups/new /followups/new
plan -H "Origin: $site"
equal 'our own origin, without Sec-Fetch-Site' "$status" 303
equal 'rows' "$(rows)" $((before + 1))
place=$(header location)
plan -H "$own"
equal 'the second click' "$status $(header location)" "303 $place"
equal 'rows after the second click' "$(rows)" $((before + 1))

form rep /followups/new /followups/new
for n in 1 2 3 4 5 6; do
	curl -s -o "$dir/nothing.$n" -w '%{http_code} %header{location}\n' \
		-b "$dir/rep.cookies" -H "$own" --data-urlencode "_token=$token" \
		--data-urlencode "_once=$once" --data-urlencode "customer=$name" \
		-d "chosen=$customer" -d subject=Test -d kind=call \
		-d due=tomorrow "$site/followups/new" >"$dir/click.$n" &
	clicks="$clicks $!"
done
for click in $clicks; do
	wait "$click"
done
equal 'six clicks at a time' "$(cat "$dir"/click.[1-6] | cut -d' ' -f1 |
	sort | uniq -c | tr -s ' ')" ' 6 303'
equal 'rows after six clicks' "$(rows)" $((before + 2))

kept=$once
form rep.ru /followups/new /followups/new
once=$kept
request -b "$dir/rep.ru.cookies" -H "$own" -d "_token=$token" -d "_once=$once" \
	-d customer=x -d subject=Test -d kind=call -d due=tomorrow \
	"$site/followups/new"
lacks "somebody else's form id" "$(header location)" followups

# ---- sessions that end ---------------------------------------------------------

session() {
	printf "token_hash = '%s'" "$(awk '$6 == "sid" { printf "%s", $7 }' \
		"$dir/$1.cookies" | sha256sum | cut -c1-64)"
}

equal 'the session is stored by its hash' \
	"$(sql "SELECT count(*) FROM session WHERE $(session head)")" 1
sql "UPDATE session SET seen_at = seen_at - 660 WHERE $(session head)"
page head '/retention?segment=0'
equal 'after ten minutes' "$status $(header location)" \
	'303 /account/seen?to=%2Fretention%3Fsegment%3D0'
page head '/account/seen?to=%2Fretention%3Fsegment%3D0'
equal 'seen again' "$status $(header location)" '303 /retention?segment=0'
page head '/retention?segment=0'
equal 'and back' "$status" 200
page head '/account/seen?to=//evil.example'
equal 'seen, and elsewhere' "$(header location)" /conversion
form head /account/look /account/language
sql "UPDATE session SET seen_at = seen_at - 3700 WHERE $(session head)"
page head /conversion
equal 'after an hour' "$status $(header location)" \
	'303 /account?to=%2Fconversion'
page head /conversion.json
equal 'data after an hour' "$status" 401
post head /account/language -d language=ru
equal 'a form after an hour' "$status" 401
equal 'its effect' "$(sql "SELECT language FROM person WHERE login = 'head'")" en
sql "UPDATE session SET created_at = created_at - 50000 WHERE $(session rep)"
page rep /followups
equal 'after twelve hours' "$status" 303
sign_in rep
sql "UPDATE person SET active = 0 WHERE login = 'rep'"
page rep /followups
equal 'somebody who has left' "$status" 303
sql "UPDATE person SET active = 1 WHERE login = 'rep'"

sign_in head
cp "$dir/head.cookies" "$dir/old.cookies"
form head /conversion /account/out
request -b "$dir/head.cookies" -H "$own" -d _token=0 -d "_once=$once" \
	"$site/account/out"
equal 'a forged sign-out' "$status" 403
post head /account/out
equal 'signing out' "$status $(header location)" '303 /account'
equal 'the cookie then' "$(header set-cookie)" \
	'sid=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0'
equal 'sessions left of it' \
	"$(sql "SELECT count(*) FROM session WHERE $(session old)")" 0
page old /conversion
equal 'the old cookie' "$status" 303

# Signing in again gives a new session and ends the one before.
sign_in head
cp "$dir/head.cookies" "$dir/old.cookies"
form lead /conversion /account/out
page head /account
equal 'the door when signed in' "$status" 303
sign_in head
page old /conversion
equal 'another session of the same person' "$status" 200
printf '%s\n' 'a long new password' | "$salesboard" user password head \
	--store "$url" >"$dir/nothing" 2>&1
page head /conversion
equal 'after a new password' "$status" 303
page old /conversion
equal 'the other session too' "$status" 303
sign_in_as head $password "$dir/no.cookies"
equal 'the old password' "$status" 422
sign_in_as head 'a long new password' "$dir/head.cookies"
equal 'the new password' "$status" 303

# ---- cookies -------------------------------------------------------------------

sid=$(awk '$6 == "sid" { print $7 }' "$dir/head.cookies")
request -H "Cookie: a=b; sid=$sid; c=d" "$site/conversion"
equal 'among other cookies' "$status" 200
request -H "Cookie: sid=$sid; sid=$sid" "$site/conversion"
equal 'the cookie twice' "$status" 400
request -H "Cookie: sid=$sid" -H "Cookie: sid=$sid" "$site/conversion"
equal 'two headers of cookies' "$status" 400
for bad in 0 "${sid}0" "${sid%?}" "$(printf %s "$sid" | tr a-f A-F)" \
	"../$sid" "%00$sid"; do
	request -H "Cookie: sid=$bad" "$site/conversion"
	case $status in
	303 | 400) pass ;;
	*) fail "cookie $bad: $status" ;;
	esac
done

finish
