# database.sh - read by bench.sh: statements by themselves, and the file.

# Tables of facts; whatever else a store holds is computed from them.
facts='company change done_once team person membership session source campaign
spend product step reason customer customer_manager lead lead_event purchase
followup followup_event contact problem problem_event review referral
import_run'
statement_s=60 # what a statement may take

# timed NAME VALUES REPEATS: "CPU_MS STEPS" for each time it runs.
timed() {
	{
		printf '.parameter init\n'
		awk -v values="$2" -f tests/bench/statement.awk "schema/queries/$1.sql"
		printf '.timer on\n.stats vmstep\n'
		for _ in $(seq "$3"); do
			cat "$build/queries/$1.sql"
			echo ';'
		done
	} | timeout $statement_s sqlite3 -batch -bail -readonly "$store" 2>"$dir/sqlite.err" |
		awk '/^VM-steps: / { steps = $2 }
		/^Run Time: / { print ($6 + $8) * 1000, steps }'
}

# statement PAGE NAME[:LABEL] VALUES
statement() {
	name=${2%:*}
	if [ ! -f "schema/queries/$name.sql" ]; then
		unmeasured "statement $name: there is none; see statements.txt"
		return
	fi
	timed "$name" "$3" 1 >"$dir/times"
	if [ ! -s "$dir/times" ] && [ ! -s "$dir/sqlite.err" ]; then
		record "$1" 0 0 "db_ms $2" "over ${statement_s}000"
		return
	fi
	if [ ! -s "$dir/times" ]; then
		unmeasured "statement $2: $(cat "$dir/sqlite.err")"
		return
	fi
	awk '{ exit !($1 < 1000) }' "$dir/times" && timed "$name" "$3" 7 >"$dir/times"
	record "$1" 0 0 "db_ms $2" "$(cut -d ' ' -f 1 "$dir/times" | median)"
	record "$1" 0 0 "db_steps $2" "$(cut -d ' ' -f 2 "$dir/times" | median)"
}

# usual_values TODAY MONTH MONTH_FROM PERSON: what statements are asked with,
# unless told else.
usual_values() {
	echo "today=$1 month=$2 month_from=$3 see=0 me=$4 my_team=1 owner=$4 as_of=today from=today-729
		to=today+1 horizon=90 by=0 team=-1 source=-1 year_from=today-365
		week_until=today+7 most=25 looked_at=100 first_id=0 last_id=9000000000000000"
}

measure_statements() {
	say 'statements'
	rep=$(sql "SELECT id FROM person WHERE login = 'rep'")
	usual=$(usual_values "$today" "$(date -u -d "$day_today" +%Y-%m |
		awk -F - '{ print $1 * 12 + $2 - 1 }')" \
		$(($(date -u -d "$(date -u -d "$day_today" +%Y-%m-01)" +%s) / 86400)) "$rep")
	grep -v '^#' tests/bench/statements.txt >"$dir/statements"
	while read -r page which values; do
		case $page in
		followups) ;;
		*) values="see=2 $values" ;;
		esac
		statement "$page" "$which" "$(echo $usual $values)"
	done <"$dir/statements"
}

measure_file() {
	record file 0 0 bytes_per_lead "$(per "$(wc -c <"$store")" "$leads")"
	sql "SELECT tbl_name, SUM(pgsize) FROM dbstat
		JOIN sqlite_master made ON made.name = dbstat.name
		GROUP BY tbl_name" >"$dir/tables"
	plain=0 all=0
	while IFS='|' read -r table bytes; do
		all=$((all + bytes))
		case " $(echo $facts) " in
		*" $table "*) plain=$((plain + bytes)) ;;
		*) say "$table is computed from facts: $bytes bytes" ;;
		esac
	done <"$dir/tables"
	record file 0 0 whole_to_facts "$(per $all $plain)"
}
