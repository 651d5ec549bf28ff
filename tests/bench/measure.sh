# measure.sh - read by bench.sh: one measurement, and where it is kept.
#
# All figures go to $csv as they are, a line each:
#   SIZE,PAGE,CONNECTIONS,ROUND,MEASURE,VALUE
# $size is the one measured now; $round and $connections may be 0.
csv=build/bench/bench.csv
bin=$build/bench/bin
seconds=${BENCH_SECONDS:-3}
tick_ms=$((1000 / $(getconf CLK_TCK)))
unmeasured=0 unit= unit_site= hello= writer=

# record PAGE CONNECTIONS ROUND MEASURE VALUE
record() {
	printf '%s,%s,%s,%s,%s,%s\n' "$size" "$1" "$2" "$3" "$4" "$5" >>"$csv"
}

unmeasured() {
	unmeasured=$((unmeasured + 1))
	printf 'not measured at %s: %s\n' "$size" "$1" >&2
}

say() {
	printf '  %-8s %s\n' "$size" "$1" >&2
}

# ---- processes -----------------------------------------------------------------

# tree PID: "PID NAME TICKS" of it and all that came from it.
tree() {
	cat /proc/[0-9]*/stat 2>/dev/null | awk -v root="$1" -f tests/bench/processes.awk
}

# ticks PID ...
ticks() {
	for p; do
		tree "$p"
	done | awk '{ n += $3 } END { print n + 0 }'
}

unit_start() {
	mkdir -p "$dir/unit/tmp"
	head -c 15000 /dev/urandom | base64 -w 0 | head -c 20000 >"$dir/unit/20k.html"
	free_port
	unit_site=http://127.0.0.1:$port
	echo "listen 127.0.0.1:$port;" >"$dir/unit/listen.conf"
	echo "fastcgi_pass unix:$dir/unit/hello.sock;" >"$dir/unit/hello.conf"
	cp tests/bench/unit.conf "$dir/unit/"
	"$bin/hello" "$dir/unit/hello.sock" "$(nproc)" &
	hello=$!
	nginx -p "$dir/unit" -c unit.conf -e stderr \
		-g "daemon off; user $(id -un);" 2>"$dir/unit/log" &
	unit=$!
	until_ok curl -s -f -o /dev/null "$unit_site/20k.html" && return
	printf 'the unit does not answer: %s\n' "$(cat "$dir/unit/log")" >&2
	exit 1
}

writer_start() {
	"$bin/writer" "sqlite:$store" "$leads" &
	writer=$!
}

stop() {
	[ -n "$1" ] || return 0
	kill "$1" 2>/dev/null
	wait "$1" 2>/dev/null
}

writer_stop() {
	stop "$writer"
	writer=
}

bench_stop() {
	writer_stop
	stop "$unit"
	stop "$hello"
	unit= hello=
	site_stop
}

# ---- load ----------------------------------------------------------------------

# cookie WHO: the header of their session.
cookie() {
	awk 'NF == 7 { printf "%s%s=%s", n++ ? "; " : "Cookie: ", $6, $7 }' \
		"$dir/$1.cookies"
}

# idle PID ...: waits until it has nothing left to do; what visitors who have gone
# asked for would count as another page's work.
idle() {
	then=-1 now=$(ticks "$@")
	while [ $((now - then)) -gt 2 ]; do
		then=$now
		sleep 0.2
		now=$(ticks "$@")
	done
}

# load PAGE CONNECTIONS ROUND PIDS ADDRESS [HEADER ...]: some seconds of wrk;
# PIDS: whose time is counted.
# shellcheck disable=SC2086
load() {
	name=$1 c=$2 n=$3 pid=$4 to=$5
	shift 5
	for header; do
		set -- "$@" -H "$header"
		shift
	done
	idle $pid
	before=$(ticks $pid)
	wrk -t1 -c"$c" -d"${seconds}s" --timeout 25s --latency "$@" "$to" \
		>"$dir/wrk" 2>&1
	after=$(ticks $pid)
	# shellcheck disable=SC2046
	set -- $(awk -f tests/bench/wrk.awk "$dir/wrk")
	if [ "$1" -eq 0 ] || [ "$5" -ne 0 ]; then
		record "$name" "$c" "$n" failed "$5"
		unmeasured "$name at $c connections: $1 answers, $5 bad"
		return
	fi
	record "$name" "$c" "$n" req_s "$2"
	record "$name" "$c" "$n" p50_ms "$3"
	record "$name" "$c" "$n" p99_ms "$4"
	record "$name" "$c" "$n" cpu_ms "$(per $(((after - before) * tick_ms)) "$1")"
}

# few PAGE ROUND PID ADDRESS HEADER: the same for a page of which wrk would
# not see enough, three answers one after the other.
few() {
	idle "$3"
	before=$(ticks "$3")
	for _ in 1 2 3; do
		curl -s -o /dev/null -H "$5" -w '%{time_total}\n' "$4"
	done >"$dir/few"
	after=$(ticks "$3")
	record "$1" 1 "$2" cpu_ms "$(per $(((after - before) * tick_ms)) 3)"
	sort -n "$dir/few" | awk '{ t[NR] = $1; all += $1 }
	END { print NR / all, t[2] * 1000, t[NR] * 1000 }' >"$dir/line"
	read -r rate p50 p99 <"$dir/line"
	record "$1" 1 "$2" req_s "$rate"
	record "$1" 1 "$2" p50_ms "$p50"
	record "$1" 1 "$2" p99_ms "$p99"
}

# per A B: A / B.
per() {
	awk -v a="$1" -v b="$2" 'BEGIN { printf "%.6f", a / b }'
}

# median: of the numbers of standard input.
median() {
	sort -n | awk '{ v[NR] = $1 } END {
		if (NR)
			print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2
	}'
}
