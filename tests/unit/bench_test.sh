#!/bin/sh
# bench_test.sh - the small parts of the benchmarks, which take too long to run
# here: what they read is read rightly, and statements they ask are there.
cd "$(dirname "$0")/../.." || exit 1
. tests/check.sh
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

. tests/bench/database.sh

# ---- wrk -------------------------------------------------------------------------

wrk_says() {
	printf '%s\n' 'Running 3s test @ http://127.0.0.1:1/' '  1 threads' \
		'  Latency Distribution' "     50%  $1" '     90%    9.00ms' \
		"     99%  $2" '  4321 requests in 3.00s, 1.00MB read' "$3" \
		'Requests/sec:   1440.33' | awk -f tests/bench/wrk.awk
}
equal 'a line of wrk' "$(wrk_says 391.00us 4.19ms '')" '4321 1440.33 0.391 4.190 0'
equal 'seconds, minutes, errors' "$(wrk_says 1.50s 1.10m '  Non-2xx or 3xx responses: 7')" \
	'4321 1440.33 1500.000 66000.000 7'
equal 'lost connections' "$(wrk_says 1.00ms 2.00ms '  Socket errors: connect 1, read 2, write 0, timeout 4')" \
	'4321 1440.33 1.000 2.000 7'

# ---- processes ---------------------------------------------------------------------

# stat PID NAME PARENT TICKS CHILDREN-TICKS
stat() {
	echo "$1 ($2) S $3 1 1 0 -1 0 0 0 0 0 $4 1 $5 0 20 0 1 0 5"
}
tree=$({
	stat 10 'a shell' 1 900 0
	stat 20 'sales) board' 10 5 100
	stat 30 worker 20 7 0
	stat 31 worker 30 8 0
	stat 40 other 1 50 0
} | awk -v root=20 -f tests/bench/processes.awk | sort)
equal 'a process and its children' "$tree" '20 sales) board 106
30 worker 8
31 worker 9'
equal 'this shell is one' "$(cat /proc/[0-9]*/stat 2>/dev/null | awk -v root=$$ -f tests/bench/processes.awk | grep -c "^$$ ")" 1

# ---- statements ----------------------------------------------------------------------

values() {
	awk -v values="$1" -f tests/bench/statement.awk "$dir/one.sql" 2>"$dir/err"
}
cat >"$dir/one.sql" <<END
-- Something.
-- in:  scope, from int,
--      until int
-- out: id int
SELECT 1
END
equal 'values of names' "$(values 'today=20000 see=2 me=7 my_team=1 from=0 from=today-89 until=today')" \
	'.parameter set ?1 2
.parameter set ?2 7
.parameter set ?3 1
.parameter set ?4 19911
.parameter set ?5 20000'
equal 'months' "$(values 'month=24309 see=2 me=7 my_team=1 from=month-23 until=month+1' | tail -n 2)" \
	'.parameter set ?4 24286
.parameter set ?5 24310'
values 'see=2 me=7 my_team=1 from=0' >"$dir/out"
equal 'a value is missing' $? 1
equal 'and which' "$(cat "$dir/err")" "$dir/one.sql: no value for :until"

grep -v '^#' tests/bench/statements.txt >"$dir/statements"
while read -r page which given; do
	file=schema/queries/${which%:*}.sql
	awk -v values="$(echo $(usual_values 20000 24309 7) $given)" \
		-f tests/bench/statement.awk "$file" >"$dir/out" 2>&1
	equal "$page $which can be asked" $? 0
done <"$dir/statements"

# ---- table and chart ---------------------------------------------------------------

# figures FACTOR: pages that cost so many times the unit, everywhere the same.
figures() {
	echo 'size,page,connections,round,measure,value'
	for size in 10k 100k; do
		for round in 1 2 3; do
			for c in 1 16; do
				echo "$size,unit,$c,$round,cpu_ms,0.0$round"
				echo "$size,unit,$c,$round,req_s,${round}0000"
			done
		done
		for page in conversion_90 conversion_24m followups; do
			echo "$size,$page,16,1,cpu_ms,$(awk "BEGIN { print $1 * 0.02 }")"
			echo "$size,$page,16,1,req_s,3000"
		done
		echo "$size,retention,1,0,status,503"
	done
}
figures 9 >"$dir/good.csv"
figures 19 >"$dir/bad.csv"
# verdict FILE WORDS-OF-THE-GOAL
verdict() {
	awk -f tests/bench/table.awk "$dir/$1.csv" | grep -F "$2" | sed 's/.*  //'
}
equal 'median, ratio' "$(awk -f tests/bench/table.awk "$dir/good.csv" | grep -m 1 'conversion_90  *16' | awk '{ print $3, $4, $NF }')" '3000 0.150 9'
equal 'a goal is met' "$(verdict good 'conversion: processor time')" met
equal 'a goal is missed' "$(verdict bad 'conversion: processor time')" missed
equal 'nothing grows' "$(verdict good 'conversion: growth')" met
equal 'a page that does not answer' "$(verdict good 'retention: processor time')" 'missed: retention answers 503 at 10k'
equal 'what was not measured' "$(verdict good 'a form post')" 'not measured'
chart=$(awk -f tests/bench/chart.awk "$dir/good.csv")
equal 'a bar for each page and size' "$(printf '%s\n' "$chart" | grep -c '<title>')" 6
equal 'and none for the missing' "$(printf '%s\n' "$chart" | grep -c '>none<')" 2
equal 'a whole picture' "$(printf '%s\n' "$chart" | sed -n '1s/ .*//p; $p' | tr '\n' ' ')" '<svg </svg> '

finish
