#!/bin/sh
# supervision_test.sh - programs are killed while people work: they come back,
# what was acknowledged is kept, and everything stops when it is told to.
cd "$(dirname "$0")/../.." || exit 1
. tests/e2e/site.sh
site_start
sign_in rep
sign_in head
own='Sec-Fetch-Site: same-origin'

# children PID: of a process; lines of process ids. grep goes on when a process
# ends before its file is read; mawk would stop there.
children() {
	grep -ls "^PPid:[[:space:]]*$1\$" /proc/[0-9]*/status | cut -d / -f 3
}

# program NAME: the process that looks after this program's workers.
program() {
	for child in $(children "$serve"); do
		tr '\0' ' ' 2>/dev/null <"/proc/$child/cmdline" |
			grep -q "^[^ ]*/$1 \|^nginx: master.*$1\|^$1 " && echo "$child"
	done
}

descendants() {
	for child in $(children "$1"); do
		echo "$child"
		descendants "$child"
	done
}

alive() {
	for id in "$@"; do
		[ -e "/proc/$id/stat" ] &&
			! grep -q '^State:[[:space:]]*Z' "/proc/$id/status" && echo "$id"
	done 2>/dev/null
}

now_ms() {
	expr "$(date +%s%N)" / 1000000
}

# back_within MS WHAT COMMAND ...: it succeeds after at most so long.
back_within() {
	most=$1 what=$2 begun=$(now_ms)
	shift 2
	until_ok "$@"
	took=$(($(now_ms) - begun))
	if [ $took -le "$most" ]; then pass; else
		fail "$what took $took ms, not $most"
	fi
}

# another NAME ID: the program runs, as another process.
another() {
	[ -n "$(program "$1")" ] && [ "$(program "$1")" != "$2" ]
}

all_there() {
	[ "$(descendants "$serve" | wc -l)" -ge 15 ]
}

two_workers() {
	[ "$(children "$(program followups)" | wc -l)" = 2 ]
}

answers_200() {
	page rep "$1"
	[ "$status" = 200 ]
}

# ---- workers that are killed while people read and write --------------------------

# reader N: reads until the file "stop" is there; writes each status.
reader() {
	while [ ! -e "$dir/stop" ]; do
		curl -s -o /dev/null -w '%{http_code}\n' -b "$dir/rep.cookies" \
			"$site/followups"
	done >"$dir/read.$1"
}

# writer N: plans follow-ups; what got no answer is sent again, as it is.
writer() {
	n=0
	while [ ! -e "$dir/stop" ]; do
		n=$((n + 1)) code=0
		nonce=$(printf '%s %s' "$1" $n | md5sum | cut -c1-32)
		while [ "$code" != 303 ]; do
			code=$(curl -s -o /dev/null -w '%{http_code}' \
				-b "$dir/rep.cookies" -H "$own" \
				--data-urlencode "_token=$token" -d "_once=$nonce" \
				--data-urlencode "customer=$name" -d "chosen=$customer" \
				-d "subject=Kept $1 $n" -d kind=call -d due=tomorrow \
				"$site/followups/new")
			echo "$code" >>"$dir/code.$1"
			case $code in 303 | 000 | 50?) ;; *) return ;; esac
		done
		echo "Kept $1 $n" >>"$dir/kept.$1"
	done
}

customer=$(sql "SELECT customer.id FROM customer JOIN person
	ON person.id = manager_id WHERE login = 'rep' AND do_not_contact = 0
	ORDER BY customer.id LIMIT 1")
name=$(sql "SELECT name FROM customer WHERE id = $customer")
form rep /followups/new /followups/new
followups=$(program followups)
equal 'workers at the start' "$(children "$followups" | wc -l)" 2
for n in 1 2; do
	reader $n &
	busy="$busy $!"
	writer $n &
	busy="$busy $!"
done
kills=0
for _ in 1 2 3 4 5 6 7 8 9 10 11 12; do
	sleep 0.25
	for worker in $(children "$followups" | head -n 1); do
		kill -9 "$worker" && kills=$((kills + 1))
	done
done
sleep 0.5
: >"$dir/stop"
for id in $busy; do
	wait "$id"
done
cat "$dir"/kept.* | sort >"$dir/kept"
kept=$(wc -l <"$dir/kept")
reads=$(cat "$dir"/read.* | wc -l)
lost=$(cat "$dir"/read.* | grep -vc '^200$')
printf '%s workers killed, %s pages read, %s not, %s forms kept\n' \
	$kills "$reads" "$lost" "$kept"
equal "workers killed" $((kills >= 5)) 1
equal 'pages read' $((reads >= 20)) 1
equal 'forms kept' $((kept >= 10)) 1
if [ "$lost" -le $kills ]; then pass; else
	fail "$lost of $reads pages were not read, more than one for each kill"
fi
sql "SELECT subject FROM followup WHERE subject LIKE 'Kept %'" | sort >"$dir/stored"
equal 'acknowledged and not stored, or stored twice' \
	"$(diff "$dir/kept" "$dir/stored")" ''
equal 'other answers to forms' \
	"$(cat "$dir"/code.* | grep -v '^\(303\|000\|50[0-9]\)$')" ''
equal 'the records' "$("$salesboard" check --store "$url")" ok
equal 'the sums' "$("$salesboard" audit --store "$url")" ok

back_within 1000 'workers after the load' two_workers
for worker in $(children "$followups"); do
	kill -9 "$worker"
done
back_within 1000 'a page after all workers were killed' answers_200 /followups
back_within 1000 'both workers' two_workers

# ---- a program that is gone ---------------------------------------------------------

kill -STOP "$serve"
orphans=$(children "$followups")
kill -9 "$followups"
sleep 0.3
equal 'workers without their program' "$(alive $orphans)" ''
page rep /followups
equal 'while a program is missing' "$status" 502
has 'in English' "$body" 'Salesboard is not available at the moment'
has 'in Russian' "$body" 'Salesboard сейчас недоступен'
equal 'never kept' "$(header cache-control)" no-store
page rep /conversion
equal 'the others meanwhile' "$status" 200
kill -CONT "$serve"
back_within 1500 'a program that was killed' answers_200 /followups
equal 'is another process' "$([ "$(program followups)" != "$followups" ] &&
	program followups | wc -l)" 1
kill -9 "$(program account)"
page rep /conversion
equal 'a page while the door is missing' "$status" 200
back_within 1500 'the door' site_answers

# Its worker lives on for a moment and must not keep the address.
front=$(program nginx)
left=$(children "$front")
kill -9 "$front"
back_within 2500 'nginx' another nginx "$front"
until_ok answers_200 /followups
equal 'nginx is another process' "$([ "$(program nginx)" != "$front" ] &&
	program nginx | wc -l)" 1
equal 'what nginx left behind' "$(alive $left)" ''

# ---- rules, once an hour ---------------------------------------------------------------

planned_by_rules() {
	sql 'SELECT count(*) FROM rule_done'
}

rules_ran() {
	[ "$(planned_by_rules)" -gt 0 ]
}
equal 'before the hour' "$(planned_by_rules)" 0
kill -ALRM "$serve"
back_within 5000 'the rules' rules_ran
equal 'after the hour' "$("$salesboard" rules --store "$url")" '0 follow-ups planned'
equal 'the programs meanwhile' "$(answers_200 /followups && echo yes)" yes

# ---- told to stop --------------------------------------------------------------------

rm -f "$dir/stop"
reader 1 &
busy=$!
until_ok all_there
all=$(descendants "$serve")
equal 'processes' "$(($(printf '%s\n' "$all" | wc -l) >= 15))" 1
begun=$(now_ms)
kill -TERM "$serve"
wait "$serve"
equal 'code of a stop' $? 0
took=$(($(now_ms) - begun))
serve=
: >"$dir/stop"
wait "$busy"
equal "stopped within ten seconds ($took ms)" $((took <= 10000)) 1
equal 'processes left' "$(alive $all)" ''
equal 'sockets left' "$(find "$dir/run" -type s)" ''
equal 'answers while stopping' \
	"$(grep -v '^\(200\|000\|502\)$' "$dir/read.1")" ''

# ---- the second start -------------------------------------------------------------------

site_serve
back_within 1000 'the same session' answers_200 /followups
equal 'what was planned before' \
	"$(sql "SELECT count(*) FROM followup WHERE subject LIKE 'Kept %'")" "$kept"

all=$(descendants "$serve")
kill -9 "$serve"
wait "$serve" 2>/dev/null
serve=
all_gone() {
	[ -z "$(alive $all)" ]
}
back_within 10000 'everything after the first process was killed' all_gone
site_serve
back_within 1000 'a start after that' answers_200 /followups
site_stop

# ---- what a start refuses -----------------------------------------------------------------

# refused WHAT TEXT COMMAND ...: ends by itself, with such an error.
refused() {
	what=$1 text=$2
	shift 2
	timeout 15 "$@" >"$dir/out" 2>"$dir/err"
	code=$?
	equal "$what: code" $((code != 0 && code != 124)) 1
	has "$what" "$(cat "$dir/err")" "$text"
	equal "$what: lines that say so" "$(grep -c "$text" "$dir/err")" 1
}

refused 'no store' 'there is no store at' "$salesboard" serve \
	--store "$(store_url none)" --port $port --run "$dir/run"
equal 'a store made by a refusal' "$(ls "$dir"/none.db* 2>/dev/null)" ''
for version in 99 0; do
	if [ -n "$server" ]; then
		sql "UPDATE schema_version SET n = $version"
	else
		sql "PRAGMA user_version = $version"
	fi
	refused "schema $version" "schema=$version needed=" "$salesboard" serve \
		--store "$url" --port $port --run "$dir/run"
	for name in account conversion leads followups retention; do
		refused "$name and schema $version" "schema=$version needed=" \
			"$build/bin/$name" --listen "$dir/$name.sock" \
			--store "$url" --workers 1
	done
done
equal 'sockets left by a refusal' "$(find "$dir" -type s)" ''
finish
