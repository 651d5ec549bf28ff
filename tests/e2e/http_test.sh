#!/bin/sh
# http_test.sh - headers of every status, caching, compression, methods, odd
# addresses and odd values: what a program of our own never sends.
cd "$(dirname "$0")/../.." || exit 1
. tests/e2e/site.sh
site_start
sign_in head
sign_in rep
own='Sec-Fetch-Site: same-origin'

# ---- every answer carries the same armour ----------------------------------------

armour() {
	equal "$1: policy" "$(header content-security-policy)" \
		"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
	equal "$1: nosniff" "$(header x-content-type-options)" nosniff
	equal "$1: frames" "$(header x-frame-options)" DENY
	equal "$1: referrer" "$(header referrer-policy)" same-origin
	equal "$1: opener" "$(header cross-origin-opener-policy)" same-origin
	equal "$1: resource" "$(header cross-origin-resource-policy)" same-origin
	has "$1: permissions" "$(header permissions-policy)" 'camera=()'
	equal "$1: server" "$(header server)" nginx
}

# answers STATUS CACHE WHAT: the last answer was this, in armour.
answers() {
	equal "$3: status" "$status" "$1"
	equal "$3: caching" "$(header cache-control)" "$2"
	armour "$3"
}

# designed WHAT: an error page of ours, not of the server.
designed() {
	has "$1: a page of ours" "$body" '<main id="main"'
	has "$1: its language" "$body" '<html lang="'
}

static=$(sed -n 's/^CSS=//p' "$build/public/names.env")
page head /conversion
answers 200 'private, no-cache' 'a page'
equal 'type of a page' "$(header content-type)" 'text/html; charset=utf-8'
etag=$(header etag)
has 'tag of a page' "$etag" '"'
page head /conversion -H "If-None-Match: $etag"
answers 304 'private, no-cache' 'an unchanged page'
equal 'body of an unchanged page' "$body" ''
page rep /conversion -H "If-None-Match: $etag"
equal "somebody else's tag" "$status" 200
page head /conversion -H 'If-None-Match: "0"'
equal 'another tag' "$status" 200
sql 'UPDATE change SET n = n + 1'
page head /conversion -H "If-None-Match: $etag"
equal 'after a change' "$status" 200
page head "$static"
answers 200 'public, max-age=31536000, immutable' 'a style sheet'
has 'type of a style sheet' "$(header content-type)" text/css
page - /
answers 303 '' 'the root'
page - /conversion
answers 303 no-store 'the way to the door'
page - /account
answers 200 no-store 'the door'
page head '/conversion?a=%zz'
answers 400 no-store 'a bad address'
designed 'a bad address'
page - /conversion.json
answers 401 no-store 'data for strangers'
form rep /followups/new /followups/new
request -b "$dir/rep.cookies" -d "_token=$token" -d "_once=$once" \
	"$site/followups/new"
answers 403 no-store 'a forged form'
designed 'a forged form'
page head /nothing
answers 404 no-store 'an unknown address'
designed 'an unknown address'
page head /static/nothing.css
equal 'a file that is missing' "$status" 404
lacks 'a file that is missing' "$(header cache-control)" immutable
armour 'a file that is missing'
page head /conversion -X DELETE
answers 405 no-store 'a wrong method'
designed 'a wrong method'
post rep /followups/new -d customer= -d subject= -d kind=call -d due=
answers 422 no-store 'a form with errors'
designed 'a form with errors'
page head '/conversion?from=yesterdayish'
answers 422 no-store 'an address with errors'
designed 'an address with errors'
head -c 70000 /dev/zero | tr '\0' a >"$dir/long"
request -H "$own" --data-binary "@$dir/long" "$site/account"
equal 'a long body' "$status" 413
armour 'a long body'
head -c 60000 "$dir/long" >"$dir/short"
request -H "$own" --data-binary "@$dir/short" "$site/account"
equal 'a long body of no fields' "$status" 400
mv "$dir/run/leads.sock" "$dir/leads.sock"
page head /leads
answers 502 no-store 'a program that is missing'
designed 'a program that is missing'
has 'in both languages' "$body" 'lang="ru"'
page head /conversion
equal 'the other programs meanwhile' "$status" 200
mv "$dir/leads.sock" "$dir/run/leads.sock"
page head '/leads?from=2026-01-01&to=2026-12-31'
equal 'the program when it is back' "$status" 200
for data in /conversion /retention /followups; do
	page head "$data.csv"
	answers 200 'private, no-cache' "$data.csv"
	equal "type of $data.csv" "$(header content-type)" \
		'text/csv; charset=utf-8'
	has "$data.csv" "$(header content-disposition)" 'attachment; filename="'
	page head "$data.json"
	answers 200 'private, no-cache' "$data.json"
	equal "type of $data.json" "$(header content-type)" application/json
done

# ---- compression, HEAD -----------------------------------------------------------

# packed ENCODING ACCEPTED TOOL: WHAT comes so, and unpacks to the same length.
packed() {
	page head "$what" -H "Accept-Encoding: $2"
	small=$(wc -c <"$dir/body")
	equal "$what: compressed" "$(header content-encoding)" "$1"
	has "$what: varies" "$(header vary)" Accept-Encoding
	equal "$what: smaller" $((small < plain)) 1
	equal "$what: the same" "$($3 <"$dir/body" | wc -c)" "$plain"
}

for what in /conversion /conversion.csv /conversion.json "$static"; do
	page head "$what"
	equal "$what: plain" "$(header content-encoding)" ''
	plain=$(wc -c <"$dir/body")
	if [ "$plain" -gt 1000 ]; then
		packed gzip gzip 'gzip -d'
		packed br 'gzip, br' 'brotli -d'
	fi
	etag=$(header etag)
	page head "$what" -H 'Accept-Encoding: gzip, br' -H "If-None-Match: $etag"
	equal "$what: unchanged, compressed" "$status" 304
done
for what in /conversion /account /nothing "$static"; do
	page head "$what"
	full="$status $(header content-length) $(header content-type)"
	page head "$what" -I
	equal "HEAD $what" "$status $(header content-length) $(header content-type)" \
		"$full"
	equal "body of HEAD $what" "$(grep -c '<' "$dir/body")" 0
done

# ---- methods, paths --------------------------------------------------------------

for method in PUT DELETE PATCH OPTIONS TRACE CONNECT PROPFIND get FOO; do
	page head /conversion -X $method
	case $status in
	400 | 405) pass ;;
	*) fail "$method: $status" ;;
	esac
done
page head /account/out
equal 'GET where only POST is answered' "$status" 405
post head /conversion
equal 'POST where only GET is answered' "$status" 405

# path ADDRESS STATUS ...: one of these, and never a file or another host.
path() {
	address_of=$1
	shift
	page head "$address_of"
	case " $* " in
	*" $status "*) pass ;;
	*) fail "$address_of: $status" ;;
	esac
	lacks "$address_of" "$body" root:
	case $(header location) in
	'' | /[!/\\]* | "$site"/[!/\\]*) pass ;;
	*) fail "$address_of: leads to $(header location)" ;;
	esac
}

path /conversion/../account 303
path /conversion/./ 404
path //conversion 200 303 404
path //evil.example 404
path //evil.example/.. 303 404
path /%2e%2e/%2e%2e/etc/passwd 400
path /..%2f..%2fetc/passwd 400 404
path /static/../../../etc/passwd 400
path /static/..%2f..%2fnames.env 400 404
path /static/../names.env 404
path /names.env 404
path /down.html 404
path /static/ 403 404
path /static 404
path /run/nginx.conf 404
path /conversion%00 400
path /conversion%0a 404
path /conversion/ 404
path /conversion.html 404
path /conversion.csv.json 404
path /conversion.CSV 404
path /CONVERSION 404
path /conversionx 404
path /conversion.json/x 404
path /account.json 404
path /followups/new.csv 404
path '/conversion;x' 404
path /%63onversion 200
path '/conversion\..' 404
path /index.php 404
path /.git/config 404

# ---- odd values, at each parameter of each page ------------------------------------

cat >"$dir/odd" <<'END'
%00
%
%f
%zz
%ff
%c0%af
%ed%a0%80
%f4%90%80%80
%0d%0aX-Odd:%20yes
%22%3e%3cscript%3ealert(1)%3c/script%3e
%27%20OR%20%271%27%3d%271
%27%3b%20DROP%20TABLE%20lead%3b%20--
{{TOKEN}}
%7b%7bTOKEN%7d%7d
[[Sign%20in]]
../../../../etc/passwd
-1
0
1e9
9223372036854775807
9223372036854775808
99999999999999999999999999
-9223372036854775808
NaN
2026-02-30
0000-00-00
9999-12-31
%e2%80%ae%d0%90
%d0%94%d0%b0
a&a&a
END
awk 'BEGIN { while (n++ < 3900) printf "a"; print "" }' >>"$dir/odd"

# The parameters, each with the odd value, one address a line.
addresses() {
	for name in from to period compare as_of team source horizon bins; do
		echo "/conversion?$name=$1"
	done
	for name in q id did name email phone source; do
		echo "/leads/new?$name=$1"
		echo "/leads/lead?$name=$1"
		echo "/leads?$name=$1"
	done
	for name in state team source horizon as_of after_day after_id; do
		echo "/leads?from=2026-01-01&to=2026-12-31&$name=$1"
	done
	echo "/leads?from=$1&to=$1"
	for name in as_of mode first month age known after; do
		echo "/retention/rows?$name=$1"
	done
	for name in who owner id did; do
		echo "/followups?$name=$1"
	done
	for name in customer subject silent due; do
		echo "/followups/new?$name=$1"
	done
	for name in owner all picks done late; do
		echo "/followups/several?$name=$1"
	done
	echo "/followups/calendar?key=$1"
	echo "/account?to=$1"
	echo "/account?lang=$1"
}

# One curl for all addresses of a value.  What comes back is a page, a way to
# another or a refusal, and holds nothing of the value that could run.
while read -r value; do
	addresses "$(printf %s "$value" | sed 's/ /%20/g')" >"$dir/asked"
	short=$(printf %.40s "$value")
	for login in head -; do
		[ $login = - ] && sed -i '/^\/account\|from=/!d' "$dir/asked"
		: >"$dir/all"
		awk -v site="$site" -v body="$dir/all" -v cookies="$dir/$login.cookies" '
		BEGIN {
			print "silent\ngloboff\npath-as-is\ninclude"
			print "write-out = \"\\n=%{http_code} %{url}\\n\""
			if (cookies !~ /-.cookies$/) print "cookie = \"" cookies "\""
		}
		{ gsub(/["\\]/, "\\\\&"); print "url = \"" site $0 "\"" }' \
			"$dir/asked" >"$dir/curlrc"
		curl -K "$dir/curlrc" >"$dir/all"
		equal "answers to $short" "$(grep -ac '^=[0-9]' "$dir/all")" \
			"$(wc -l <"$dir/asked")"
		equal "odd answers to $short" "$(grep -a '^=[0-9]' "$dir/all" |
			grep -avE '^=(200|303|400|404|409|422) ' | cut -c1-200)" ''
		equal "what runs, of $short" "$(grep -aE \
			'<script>alert|^X-Odd|root:|AddressSanitizer' "$dir/all")" ''
	done
done <"$dir/odd"
page head /conversion
equal 'the site afterwards' "$status" 200
equal 'the records afterwards' \
	"$("$salesboard" check --store "$url")" ok
equal 'the sums afterwards' \
	"$("$salesboard" audit --store "$url")" ok

# The same in a form: refused or shown again, as text.
while read -r value; do
	form rep /followups/new /followups/new
	post rep /followups/new -d "customer=$value" -d "subject=$value" \
		-d kind=call -d "due=$value" -d "note=$value"
	case $status in
	303 | 400 | 422) pass ;;
	*) fail "a form with $value: $status" ;;
	esac
	lacks "a form with $value" "$body" '<script>alert'
	form rep /leads/new /leads/new
	post rep /leads/new -d "name=$value" -d "phone=$value" -d known=1 \
		-d "cost=$value" -d "day=$value"
	case $status in
	303 | 400 | 422) pass ;;
	*) fail "a lead with $value: $status" ;;
	esac
	lacks "a lead with $value" "$body" '<script>alert'
done <"$dir/odd"
form rep /followups/new /followups/new
printf '_token=%s&_once=%s&customer=a\000b' "$token" "$once" >"$dir/nul"
request -b "$dir/rep.cookies" -H "$own" --data-binary "@$dir/nul" \
	"$site/followups/new"
equal 'NUL in a form' "$status" 400
request -b "$dir/rep.cookies" -H "$own" -F _token="$token" -F _once="$once" \
	-F customer=a "$site/followups/new"
equal 'multipart' "$status" 400
request -b "$dir/rep.cookies" -H "$own" -H 'Transfer-Encoding: chunked' \
	-d "_token=$token" -d "_once=$once" -d customer= -d subject= -d kind=call \
	-d due= "$site/followups/new"
equal 'a chunked form' "$status" 422
request -b "$dir/rep.cookies" -H "$own" -H 'Content-Length: 5' \
	-H 'Transfer-Encoding: chunked' -d a=b "$site/followups/new"
equal 'two lengths' "$status" 400
request -H "X-Long: $(head -c 40000 "$dir/long")" "$site/conversion"
equal 'a long header' "$status" 400
request "$site/conversion?$(head -c 9000 "$dir/long")"
equal 'a long address' "$status" 414

grep -E 'ERROR|Sanitizer|panic|BUG' "$dir/serve.log" >"$dir/errors"
equal 'errors in the log' "$(cat "$dir/errors")" ''
finish
