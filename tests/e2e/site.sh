# site.sh - read by the tests that need the whole site: the demo company behind
# nginx on a free port of 127.0.0.1, signed in with curl.
#
#   . tests/e2e/site.sh      from the root of the repository
#   site_start               or site_store, then site_serve; serve_with holds
#                            further options of serve
#   sign_in head             a session, kept under this name
#   page head /conversion    $status, $head, $body
#   send head /account/out   the same for a form, with fields "name=value"
#   finish                   prints the counts; the trap stops the site
#
# The build is that of $SALESBOARD_SHARE, or build.
build=${SALESBOARD_SHARE:-build}
salesboard=$build/bin/salesboard
password=salesboard-demo
dir=$(mktemp -d) serve= address=1 serve_with=${serve_with:-}
. tests/check.sh
. tests/store.sh
url=$(store_url demo)
unset SALESBOARD_STORE
trap 'site_stop; rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM

# ---- the site ------------------------------------------------------------------

site_store() {
	store_demo demo && return
	fail "demo: $(cat "$dir/demo" "$dir/copied")"
	finish
}

# Nobody answers at a free port: curl's exit code 7.  The system gives ports
# from 32768 on to whoever calls out, so a port of ours lies below.
free_port() {
	port=$((20000 + ($$ * 37 + $(date +%N | sed 's/^0*//') / 1000) % 12000))
	code=0
	while [ $code -ne 7 ]; do
		port=$((port + 1)) code=0
		curl -s -o /dev/null "http://127.0.0.1:$port/" || code=$?
	done
}

# Waits up to 15 seconds until a command succeeds.
until_ok() {
	for _ in $(seq 150); do
		"$@" && return
		sleep 0.1
	done
	return 1
}

site_answers() {
	[ "$(curl -s -o /dev/null -w '%{http_code}' "$site/account")" = 200 ]
}

# Answers, or has ended: somebody else may have taken the port meanwhile.
site_settled() {
	site_answers || ! kill -0 "$serve" 2>/dev/null
}

site_try() {
	free_port
	site=http://127.0.0.1:$port
	# shellcheck disable=SC2086
	"$salesboard" serve --store "$url" --port $port \
		--run "$dir/run" $serve_with >"$dir/serve.log" 2>&1 &
	serve=$!
	until_ok site_settled && site_answers
}

site_serve() {
	for _ in 1 2 3; do
		site_try && return
		grep -q 'Address already in use' "$dir/serve.log" || break
	done
	fail "serve does not answer: $(tail -n 20 "$dir/serve.log")"
	finish
}

site_start() {
	site_store
	site_serve
}

site_stop() {
	[ -n "$serve" ] || return 0
	kill "$serve" 2>/dev/null
	wait "$serve"
	serve=
}

sql() {
	store_sql demo "$1"
}

# ---- requests ------------------------------------------------------------------

# request CURL-ARGUMENT ...: fills $status, $head and $body.
request() {
	: >"$dir/head"
	: >"$dir/body"
	status=$(curl -s --path-as-is --max-time 30 -o "$dir/body" -D "$dir/head" \
		-w '%{http_code}' "$@")
	head=$(tr -d '\r' <"$dir/head")
	body=$(tr -d '\000' <"$dir/body")
}

# header NAME: its values in the last answer, one a line.
header() {
	printf '%s\n' "$head" | awk -v name="$(printf '%s' "$1" | tr A-Z a-z)" '
	{ i = index($0, ":") }
	i && tolower(substr($0, 1, i - 1)) == name { print substr($0, i + 2) }'
}

# page WHO ADDRESS [CURL-ARGUMENT ...]: WHO may be - for a stranger.
page() {
	who=$1 to=$2
	shift 2
	[ "$who" = - ] || set -- -b "$dir/$who.cookies" "$@"
	request "$@" "$site$to"
}

# A sign-in form counts against the limit of an address: each comes from its
# own.
own_address() {
	address=$((address + 1))
	from=127.0.$((address / 250)).$((address % 250 + 1))
}

# sign_in_as LOGIN PASSWORD FILE [CURL-ARGUMENT ...]
sign_in_as() {
	login=$1 secret=$2 file=$3
	shift 3
	own_address
	request --interface $from -c "$file" \
		-H 'Sec-Fetch-Site: same-origin' --data-urlencode "login=$login" \
		--data-urlencode "password=$secret" "$@" "$site/account"
}

sign_in() {
	sign_in_as "$1" $password "$dir/$1.cookies"
	equal "sign-in of $1" "$status" 303
}

# hidden NAME ACTION: the value of a hidden field of the first form to ACTION
# on the last page.
hidden() {
	printf '%s\n' "$body" | awk -v name="$1" -v action="$2" '
	/<form / { on = index($0, "action=\"" action "\"") }
	on && index($0, "name=\"" name "\"") {
		sub(/.*value="/, "")
		sub(/".*/, "")
		print
		exit
	}'
}

# form WHO PAGE ACTION: fetches the page and keeps the form's two marks.
form() {
	page "$1" "$2"
	token=$(hidden _token "$3")
	once=$(hidden _once "$3")
}

# post WHO ACTION [CURL-ARGUMENT ...]: sends the kept form.
post() {
	who=$1 to=$2
	shift 2
	request -b "$dir/$who.cookies" -H 'Sec-Fetch-Site: same-origin' \
		--data-urlencode "_token=$token" --data-urlencode "_once=$once" \
		"$@" "$site$to"
}
