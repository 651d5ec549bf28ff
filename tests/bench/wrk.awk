# wrk.awk - what wrk prints as one line: ANSWERS REQ_S P50_MS P99_MS BAD.

function ms(text) {
	if (text ~ /us$/)
		return text / 1000
	if (text ~ /ms$/)
		return text + 0
	return text ~ /m$/ ? text * 60000 : text * 1000
}

$1 == "50%" { p50 = ms($2) }
$1 == "99%" { p99 = ms($2) }
/ requests in / { answers = $1 }
/^Requests\/sec:/ { rate = $2 }
/Non-2xx or 3xx responses:/ { bad += $NF }
/Socket errors:/ {
	gsub(/,/, "")
	bad += $4 + $6 + $8 + $10
}

END { printf "%d %.2f %.3f %.3f %d\n", answers, rate, p50, p99, bad }
