#!/bin/sh
# source_test.sh - the checks of the source as one test: style, layers, texts,
# schema, and two analysers.
cd "$(dirname "$0")/.." || exit 1
passed=0 failed=0
for check in layers style lint; do
	if make --silent "$check" O="${O:-build}"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAILED make $check"
	fi
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
