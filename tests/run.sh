#!/bin/sh
# run.sh - runs tests and adds up their counts.
#
#   tests/run.sh TEST ...
#
# A test is a command that ends with a line "N passed, N failed" (", N skipped"
# may follow).  One that ends otherwise counts as one failed.  What it printed
# is shown when something failed.  The last line is always "N passed, N failed";
# what was skipped stands in lines of its own above it.
passed=0 failed=0 skipped=0
for test in "$@"; do
	out=$(sh -c "$test" 2>&1) && code=0 || code=$?
	last=$(printf '%s\n' "$out" | tail -n 1)
	case $last in
	*[0-9]" passed, "*[0-9]" failed"*)
		p=$(expr "$last" : '.*\b\([0-9][0-9]*\) passed')
		f=$(expr "$last" : '.*\b\([0-9][0-9]*\) failed')
		s=$(expr "$last" : '.*\b\([0-9][0-9]*\) skipped')
		;;
	*) p=0 f=1 s=0 ;;
	esac
	if [ "$code" -ne 0 ] && [ "$f" -eq 0 ]; then
		f=1
	fi
	if [ "$f" -ne 0 ]; then
		printf '%s\n' "$out" | tail -n 60
	else
		printf '%s\n' "$out" | grep -i '^skipped' || true
	fi
	printf '%-44s %s passed, %s failed\n' "$test" "$p" "$f"
	passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + ${s:-0}))
done
if [ $skipped -ne 0 ]; then
	printf 'skipped: %s in all\n' $skipped
fi
printf '%s passed, %s failed\n' $passed $failed
[ $failed -eq 0 ]
