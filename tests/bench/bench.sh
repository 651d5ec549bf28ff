#!/bin/sh
# bench.sh - measures the product at several sizes of a company, beside nginx
# serving a static file of 20 kB in the same minutes: ratios to that hold on
# any machine.
#
#   make bench [BENCH=10k|100k|1M|10M]   up to this size; default: all four
#
# Companies stay in build/bench/ until the schema or the generator changes.
# Fails only when something could not be measured: goals that are missed are
# told, in the table.
cd "$(dirname "$0")/../.." || exit 1
. tests/e2e/site.sh
. tests/bench/measure.sh
. tests/bench/pages.sh
. tests/bench/database.sh
. tests/bench/writing.sh
trap 'bench_stop; rm -rf "$dir" "$work"' EXIT

# A company of its own for each size, whatever the tests run on.
sql() {
	sqlite3 -cmd '.timeout 5000' "$store" "$1"
}

rounds='1 2 3' work=build/bench/work

sizes() {
	for s in 10k 100k 1M 10M; do
		echo $s
		[ "$s" = "${BENCH:-10M}" ] && return
	done
	printf 'BENCH: 10k, 100k, 1M or 10M\n' >&2
	return 1
}

leads_of() {
	echo "$1" | sed 's/k$/000/; s/M$/000000/'
}

# What a company is made of; another one is made when this changes.
recipe() {
	echo "leads $leads seed 1"
	cat schema/[0-9]*.sql schema/vault/[0-9]*.sql cgi/tool/generate*.[ch] \
		cgi/tool/demo_random.c cgi/tool/demo_names.c | cksum
}

make_company() {
	store=build/bench/$size.db leads=$(leads_of "$size")
	url=sqlite:$store
	[ "$(cat "$store.made" 2>/dev/null)" = "$(recipe)" ] && return
	say "making $leads leads"
	rm -f "$store"*
	"$salesboard" generate --store "sqlite:$store" --leads "$leads" --seed 1 \
		>"$dir/generate" || exit 1
	recipe >"$store.made"
}

# The days of the company's calendar, as the site sees them today.
set_days() {
	today=$((($(date +%s) + 10800) / 86400))
	day_today=$(date -u -d "@$((today * 86400))" +%F)
	day_90=$(date -u -d "@$(((today - 89) * 86400))" +%F)
	day_24m=$(date -u -d "@$(((today - 729) * 86400))" +%F)
}

measure_size() {
	make_company
	set_days
	site_serve
	sign_in head
	sign_in rep
	measure_cold
	measure_load
	measure_memory
	measure_unchanged
	measure_weight
	measure_form
	site_stop
	measure_statements
	measure_file
	measure_import
}

all=$(sizes) || exit 2
mkdir -p build/bench "$work"
echo 'size,page,connections,round,measure,value' >"$csv"
unit_start
for size in $all; do
	measure_size
done
bench_stop
echo "Salesboard, $(date +%F), $(nproc) cores of $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)"
echo
awk -f tests/bench/table.awk "$csv"
awk -f tests/bench/chart.awk "$csv" >build/bench/bench.svg
echo "All figures: $csv; chart: build/bench/bench.svg"
[ $failed -eq 0 ] && [ $unmeasured -eq 0 ]
