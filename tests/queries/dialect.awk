# dialect.awk - reports what a query may not say, and rows nobody is shut out
# of: one line "FILE: RULE: TEXT" for each.
#
#   awk -f tests/queries/dialect.awk schema/queries/*.sql ...
#
# The statements run on SQLite and are meant to run on PostgreSQL as they are,
# so only what both understand alike may stand in them.  A statement that
# reads rows of which each viewer may see a part takes "scope", or says why
# not in a comment "-- no scope: WHY".

function report(rule, text) {
	gsub(/[ \t\n]+/, " ", text)
	printf "%s: %s: %s\n", file, rule, text
	found = 1
}

# Every match of a pattern breaks the rule.
function forbid(rule, pattern,    rest) {
	rest = text
	while (match(rest, pattern)) {
		report(rule, substr(rest, RSTART, RLENGTH))
		rest = substr(rest, RSTART + RLENGTH)
	}
}

# A sum is a number of another type elsewhere: it stands inside of a
# CAST(... AS BIGINT), however deep.
function sums(    i, c, depth, word, casts, opened) {
	for (i = 1; i <= length(text); i++) {
		c = substr(text, i, 1)
		if (c == "(") {
			opened[++depth] = word
			if (word == "SUM" && !casts)
				report("sum", substr(text, i - 3, 40))
			casts += word == "CAST"
		} else if (c == ")" && depth > 0)
			casts -= opened[depth--] == "CAST"
		word = c ~ /[A-Za-z_]/ ? word toupper(c) : ""
	}
}

# FROM, JOIN, UPDATE and DELETE FROM one of the tables.
function reads_rows(    tables) {
	tables = "(LEAD|CUSTOMER|PURCHASE|FOLLOWUP|CONTACT|PROBLEM|REVIEW|REFERRAL)"
	return (" " upper) ~ ("[^A-Z_](FROM|JOIN|UPDATE)[ \t\n]+" tables "(_EVENT)?[^A-Z_]")
}

function end_file() {
	if (file == "")
		return
	upper = toupper(text) " "
	forbid("star", "SELECT[ \t\n]+[*]")
	forbid("engine", "[^a-z_](PRAGMA|GLOB|IFNULL|last_insert_rowid|changes|total_changes|date|time|datetime|julianday|strftime|unixepoch|printf|format|group_concat|string_agg|total|instr|random|rowid|typeof|round|AVG|avg|iif|IIF)[ \t\n]*[(]")
	forbid("engine", "[^A-Za-z_](PRAGMA|GLOB|ROWID|AUTOINCREMENT|NOCASE|LATERAL)[^A-Za-z_]")
	forbid("conflict", "(OR|or)[ \t\n]+(IGNORE|REPLACE|ABORT|FAIL|ROLLBACK|ignore|replace)")
	forbid("conflict", "REPLACE[ \t\n]+INTO")
	forbid("is", "[^A-Z_]IS([ \t\n]+NOT)?[ \t\n]+(:|[0-9'(]|[a-z])")
	forbid("limit", "[^A-Z_](LIMIT|OFFSET)[ \t\n]+[^:0-9 \t\n]")
	forbid("division", "/|%")
	forbid("cast", "[^A-Za-z_]AS[ \t\n]+(INTEGER|INT|REAL|NUMERIC|TEXT|DOUBLE|FLOAT)[ \t\n]*[)]")
	forbid("quotes", "[\"`]")
	sums()
	if (!shared && reads_rows() && !scoped && !excused)
		report("scope", "reads rows of a part of which each viewer may see")
}

FNR == 1 {
	end_file()
	file = FILENAME
	shared = file ~ /\/with\/[^\/]*$/
	text = ""
	scoped = excused = list = 0
}

/^-- in:/ { list = 1 }
/^-- out:/ { list = 0 }
list && /[ ,]scope(,|$)/ { scoped = 1 }
/^-- no scope: [^ ]/ { excused = 1 }
/^[ \t]*--/ { next }
{
	list = 0
	line = $0
	sub(/[ \t]+--.*$/, "", line)
	gsub(/'[^']*'/, "''", line)
	text = text "\n" line
}

END {
	end_file()
	exit found
}
