# writing.sh - read by bench.sh: writes against the bare statements below them.

# new_store FILE: a company without anything in it.
new_store() {
	rm -f "$1"*
	"$salesboard" init --store "sqlite:$1" --name Bench \
		--time-zone Europe/Moscow --currency RUB --language en
}

# ---- import ----------------------------------------------------------------------

imported='person source reason customer customer_manager lead lead_event purchase'
# What is counted from them, whose rows an import leaves, too.
counted='fate prospect_block prospect_age prospect_count prospect_end prospect_reach
rhythm buyer buyer_first buyer_again buyer_month buyer_revenue buyer_silent
buyer_rhythm buyer_gap buyer_last buyer_unled care_day care_live problem_kept'

import_once() {
	"$bin/spent" "$salesboard" import leads "$dir/leads.csv" \
		--map tests/bench/leads.map --store "sqlite:$work/import.db" \
		>"$dir/import.out" 2>"$dir/spent" && return
	unmeasured "import: $(head -n 5 "$dir/spent")"
	return 1
}

measure_import() {
	rows=$leads
	[ "$rows" -le 100000 ] || rows=100000
	say "import of $rows leads"
	{
		echo ".parameter init"
		echo ".parameter set :rows $rows"
		cat tests/bench/leads.sql
	} | sqlite3 -batch -readonly "$store" >"$dir/leads.csv"
	record import 0 0 rows "$rows"
	for round in $rounds; do
		new_store "$work/import.db" || return
		new_store "$work/bare.db"
		import_once || return
		read -r wall _ peak <<-END
			$(tail -n 1 "$dir/spent")
		END
		# shellcheck disable=SC2086
		bare=$("$bin/insert" "$work/import.db" "$work/bare.db" $imported)
		# shellcheck disable=SC2086
		more=$("$bin/insert" "$work/import.db" "$work/bare.db" $counted)
		record import 0 "$round" rows_s "$(per "$rows" "$wall")"
		record import 0 "$round" bare_rows_s "$(per "$rows" "$bare")"
		record import 0 "$round" all_rows_s \
			"$(per "$rows" "$(awk "BEGIN { print $bare + $more }")")"
		record import 0 "$round" peak_kb "$peak"
	done
	rm -f "$work"/import.db* "$work"/bare.db*
}

# ---- a form ------------------------------------------------------------------------

# The next follow-ups of all, as the bare commits take them: "ID VERSION".
next_talks() {
	sql "SELECT id || ' ' || version FROM followup WHERE state = 'open'
		ORDER BY due_day, id LIMIT $1"
}

# Talks that found nobody: each follow-up is done, another one planned.  One
# connection, as a browser keeps it, and one form after the other, as the bare
# commits come.
posts() {
	next_talks 21 | while read -r id version; do
		once=$(od -An -N 16 -tx1 /dev/urandom | tr -d ' \n')
		cat <<-END
			next
			url = $site/followups/done
			cookie = "$dir/head.cookies"
			header = "Sec-Fetch-Site: same-origin"
			data = "_token=$token&_once=$once&id=$id&version=$version"
			data = "outcome=no_answer&note=&next=week"
			output = "/dev/null"
			write-out = "%{http_code} %{time_total}\n"
		END
	done
}

post_all() {
	posts | sed 1d >"$dir/posts.curl"
	curl -s -K "$dir/posts.curl" >"$dir/posts"
	grep -qv '^303 ' "$dir/posts" || return 0
	unmeasured "a form: $(grep -v '^303 ' "$dir/posts" | head -n 1)"
	return 1
}

measure_form() {
	say 'forms'
	row=$(next_talks 1)
	page head "/followups?id=${row% *}"
	token=$(hidden _token /followups/done)
	post_all || return # each worker has met the form before
	for round in $rounds; do
		post_all || return
		record form 1 "$round" ms \
			"$(per "$(cut -d ' ' -f 2 "$dir/posts" | median)" 0.001)"
		record form 1 "$round" bare_ms "$("$bin/commit" "$store" 51)"
	done
}
