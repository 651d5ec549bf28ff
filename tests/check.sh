# check.sh - read by the tests in shell: the whole test framework.
#
#   . tests/check.sh          from the root of the repository
#   equal WHAT GOT WANT       has WHAT TEXT PART       lacks WHAT TEXT PART
#   between WHAT NUMBER LEAST MOST
#   pass                      fail TEXT
#   finish                    prints the counts and ends
passed=0 failed=0 skipped=0

pass() {
	passed=$((passed + 1))
}

fail() {
	failed=$((failed + 1))
	printf 'FAILED %s\n' "$1"
}

equal() {
	if [ "$2" = "$3" ]; then pass; else
		fail "$1
	got  $(printf '%.1500s' "$2")
	want $(printf '%.1500s' "$3")"
	fi
}

has() {
	case $2 in
	*"$3"*) pass ;;
	*) fail "$1
	got  $(printf '%.1500s' "$2")
	part $3" ;;
	esac
}

lacks() {
	case $2 in
	*"$3"*) fail "$1: has $3" ;;
	*) pass ;;
	esac
}

between() {
	equal "$1: $2 in [$3, $4]" "$([ "$2" -ge "$3" ] && [ "$2" -le "$4" ] && echo yes)" yes
}

finish() {
	printf '%s passed, %s failed, %s skipped\n' $passed $failed $skipped
	[ $failed -eq 0 ]
	exit
}
