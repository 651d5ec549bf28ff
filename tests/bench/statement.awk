# statement.awk - the values of a statement for the sqlite3 shell: one line
# ".parameter set ?N VALUE" for each name of its in: line.
#
#   awk -v values="today=20000 from=today-89 ..." -f tests/bench/statement.awk
#       schema/queries/NAME.sql
#
# A name given twice has its last value; a value may be "today" or "month", as
# given before, plus or minus some.

BEGIN {
	n = split(values, pair, " ")
	for (i = 1; i <= n; i++) {
		name = value_of = pair[i]
		sub(/=.*/, "", name)
		sub(/[^=]*=/, "", value_of)
		if (match(value_of, /^(today|month)/))
			value_of = value[substr(value_of, 1, RLENGTH)] + substr(value_of, RLENGTH + 1)
		value[name] = value_of
	}
}

function set(name) {
	if (!(name in value)) {
		printf "%s: no value for :%s\n", FILENAME, name > "/dev/stderr"
		failed = 1
	}
	printf ".parameter set ?%d %s\n", ++place, value[name]
}

/^-- in:/ { list = substr($0, 7); on = 1; next }
on && /^--      / { list = list " " substr($0, 3); next }
{ on = 0 }

END {
	n = split(list, part, ",")
	for (i = 1; i <= n; i++) {
		split(part[i], word, " ")
		if (word[1] == "scope") {
			set("see")
			set("me")
			set("my_team")
		} else if (word[1] != "")
			set(word[1])
	}
	exit failed
}
