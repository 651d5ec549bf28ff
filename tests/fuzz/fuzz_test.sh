#!/bin/sh
# fuzz_test.sh - every parser under libFuzzer with the sanitizers, a minute
# each (SECONDS_EACH=..).  Needs clang.
cd "$(dirname "$0")/../.." || exit 1
build=${O:-build} seconds=${SECONDS_EACH:-60}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
for file in tests/fuzz/*_fuzz.c; do
	name=$(basename "$file" .c)
	mkdir -p "$work/corpus-$name"
	if clang -std=c17 -D_GNU_SOURCE -g -O1 -fsanitize=fuzzer,address,undefined \
		-fno-sanitize-recover=all -Icgi -Icgi/lib -I"$build" "$file" \
		cgi/lib/arena.c cgi/lib/base.c cgi/lib/log.c cgi/lib/str.c \
		cgi/lib/money.c cgi/lib/url.c cgi/lib/period.c cgi/lib/csv.c \
		cgi/lib/form.c -lcsv -o "$work/$name" &&
		"$work/$name" -max_total_time="$seconds" -verbosity=0 \
			"$work/corpus-$name" 2>"$work/said"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAILED $file"
		tail -n 40 "$work/said"
	fi
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
