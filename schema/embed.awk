# embed.awk - turns the .sql files into C: build/queries.h, build/queries.c.
#
#   awk -v header=build/queries.h -v source=build/queries.c -f schema/embed.awk
#       schema/[0-9]*.sql schema/vault/[0-9]*.sql schema/queries/*.sql ...
#
# A query file holds one statement and begins with a comment that ends in
#
#   -- in:  scope, from int, team int?, name text
#   -- out: team text, leads int, first_day int?
#
# For conversion_by_team.sql it writes struct conversion_by_team_in (what goes
# in, if anything), struct conversion_by_team (one row, if rows come out) and
# the typed calls store.h describes.  "scope" stands for the parameters :see,
# :me and :my_team, which limit a statement to the rows its viewer may see.
# A line "-- use: prospect" puts the shared definition with/prospect.sql before
# the statement, so that a rule stands in one place; a line "-- like: lead_list"
# after it makes the file the statement of lead_list.sql over those definitions
# instead, with the same structs; "-- rows: lead_list" in the place of "out" makes
# its rows those of lead_list alone, "-- asks: lead_list" in the place of "in" what
# goes in.  The rows of such statements are read by next_lead_list, whichever of
# them was asked.  A write says what it changes the
# sums of:
#
#   -- touch: lead lead, lead id
#
# a kind of record and the parameter, or column, that holds its id: the store
# keeps them (enum touch in store.h).  "-- quiet: WHY" marks a write that changes
# nothing a page shows, "-- lazy: WHY" one that few programs ask: it is prepared
# when it is asked for the first time.  A step of the schema that says "-- sums:
# as they were" needs no sums to be counted anew.  With -v texts=DIR it also
# writes each whole statement to DIR/NAME.sql, for EXPLAIN and the shell.
# Parameters are named in the files and numbered for the engine: `?1`.

function fail(text) {
	printf "%s: %s\n", FILENAME, text > "/dev/stderr"
	failed = 1
	exit 1
}

function c_string(line) {
	gsub(/\\/, "\\\\", line)
	gsub(/"/, "\\\"", line)
	return "\t\"" line "\\n\"\n"
}

# "a int, b text?" -> names[1..n], types[1..n]; returns n.
function parse_list(list, names, types,    n, i, parts, words) {
	n = split(list, parts, /,[ \t]*/)
	for (i = 1; i <= n; i++) {
		gsub(/^[ \t]+|[ \t]+$/, "", parts[i])
		if (split(parts[i], words, /[ \t]+/) == 1 && words[1] == "scope")
			words[2] = "scope"
		names[i] = words[1]
		types[i] = words[2]
		if (types[i] !~ /^(int|int[?]|text|text[?]|scope)$/)
			fail("in/out: \"" parts[i] "\" has no type int, int?, text or text?")
	}
	return n
}

# :name -> ?number, outside comments and texts in quotes.
function number_parameters(line,    out, rest, name) {
	out = ""
	rest = line
	while (match(rest, /:[a-z_]+/)) {
		name = substr(rest, RSTART + 1, RLENGTH - 1)
		if (!(name in place))
			fail(":" name " is not declared in its in: line")
		used[name] = 1
		out = out substr(rest, 1, RSTART - 1) "?" place[name]
		rest = substr(rest, RSTART + RLENGTH)
	}
	return out rest
}

function member(type, name) {
	if (type == "scope")
		return "\tstruct scope scope;\n"
	if (type ~ /^text/)
		return "\tconst char *" name ";\n"
	return "\tint64_t " name ";\n"
}

function record_of(name, names, types, n,    i, text) {
	text = "struct " name " {\n"
	for (i = 1; i <= n; i++)
		text = text member(types[i], names[i])
	return text "};\n"
}

function kind(type) {
	return type == "text" ? "STORE_TEXT" : type == "text?" ? "STORE_TEXT_OPTION" : type == "int?" ? "STORE_OPTION" : "STORE_INT"
}

function field(record, type, name, sql) {
	return "\t{ \"" sql "\", " kind(type) ", offsetof(struct " record ", " name ") },\n"
}

# The statement of another file, without the parts that one names.
function begin_like(name,    file, line, list, got, rows, asks) {
	gsub(/[ \t]/, "", name)
	record = row_record = in_record = name
	file = path_real
	sub(/[^\/]*$/, "", file)
	file = file name ".sql"
	while ((got = (getline line < file)) > 0) {
		if (line ~ /^-- in:/) {
			in_list = substr(line, 7)
			list = "in"
		} else if (line ~ /^-- out:/) {
			out_list = substr(line, 8)
			list = "out"
		} else if (line ~ /^-- rows:/)
			rows = substr(line, 10)
		else if (line ~ /^-- asks:/)
			asks = substr(line, 10)
		else if (line ~ /^--      / && list == "in")
			in_list = in_list " " substr(line, 3)
		else if (line ~ /^--      / && list == "out")
			out_list = out_list " " substr(line, 3)
		else if (line !~ /^[ \t]*--/)
			line_of[++lines] = line
		if (line !~ /^--/)
			list = ""
	}
	if (got < 0)
		fail("like: there is no " file)
	close(file)
	if (rows != "")
		begin_rows(rows)
	if (asks != "")
		begin_asks(asks)
}

# The rows of another file.
function begin_rows(name,    ins, asked, was, n) {
	ins = in_list
	asked = in_record
	was = record
	n = lines
	begin_like(name)
	in_list = ins
	in_record = asked
	record = was
	lines = n
}

# What goes into the statement of another file.
function begin_asks(name,    outs, row, was, n) {
	outs = out_list
	row = row_record
	was = record
	n = lines
	begin_like(name)
	out_list = outs
	row_record = row
	record = was
	lines = n
}

# "lead lead, customer id" -> initialisers of struct store_touch.
function touches(list, names, types, n, outs, m,    i, k, parts, words, out, where) {
	k = split(list, parts, /,[ \t]*/)
	out = ""
	for (i = 1; i <= k; i++) {
		gsub(/^[ \t]+|[ \t]+$/, "", parts[i])
		split(parts[i], words, /[ \t]+/)
		where = has(words[2], names, n) ? "_in" : has(words[2], outs, m) ? "" : "?"
		if (where == "?")
			fail("touch: there is no " words[2])
		out = out "\t{ TOUCH_" toupper(words[1]) ", " (where == "" ? "true" : "false") ", offsetof(struct " (where == "" ? row_record : in_record where) ", " words[2] ") },\n"
	}
	return out
}

function has(name, names, n,    i) {
	for (i = 1; i <= n; i++)
		if (names[i] == name)
			return 1
	return 0
}

# The shared parts a query names in its "use:" line, as "WITH a AS (...), b ...".
function begin_with(list,    n, i, parts, line, file) {
	n = split(list, parts, /[ \t,]+/)
	for (i = 1; i <= n; i++) {
		if (parts[i] == "")
			continue
		line_of[++lines] = i == 1 || withs == 0 ? "WITH" : ","
		withs = 1
		file = path_real
		sub(/[^\/]*$/, "", file)
		sub(/(write|vault)\/$/, "", file)
		file = file "with/" parts[i] ".sql"
		while ((got = (getline line < file)) > 0)
			if (line !~ /^[ \t]*--/)
				line_of[++lines] = line
		if (got < 0)
			fail("use: there is no " file)
		close(file)
	}
}

function end_query(    i, n, m, names, types, outs, outtypes, upper, arg, pass, columns, params, touched) {
	n = parse_list(in_list, names, types)
	m = parse_list(out_list, outs, outtypes)
	delete place
	delete used
	params = 0
	for (i = 1; i <= n; i++)
		if (types[i] == "scope") {
			place["see"] = ++params
			place["me"] = ++params
			place["my_team"] = ++params
		} else
			place[names[i]] = ++params
	text = ""
	for (i = 1; i <= lines; i++)
		text = text c_string(number_parameters(line_of[i]))
	for (i in place)
		if (!(i in used) && i !~ /^(me|my_team)$/)
			fail("in: :" i " is declared but not used")

	if (texts != "")
		for (i = 1; i <= lines; i++)
			print number_parameters(line_of[i]) > (texts "/" query ".sql")
	if (texts != "")
		close(texts "/" query ".sql")

	upper = toupper(query)
	touched = touch_list == "" ? "" : touches(touch_list, names, types, n, outs, m)
	ids = ids "\tQ_" upper ",\n"
	records = records "\n/* " path " */\n"
	in_fields = out_fields = ""
	for (i = 1; i <= n; i++)
		if (types[i] == "scope")
			in_fields = in_fields field(in_record "_in", "int", "scope.see", "see") field(in_record "_in", "int", "scope.me", "me") field(in_record "_in", "int", "scope.my_team", "my_team")
		else
			in_fields = in_fields field(in_record "_in", types[i], names[i], names[i])
	for (i = 1; i <= m; i++)
		out_fields = out_fields field(row_record, outtypes[i], outs[i], outs[i])
	if (n && in_record == query)
		records = records record_of(query "_in", names, types, n)
	if (m && row_record == query)
		records = records record_of(query, outs, outtypes, m)
	arg = n ? ", struct " in_record "_in in" : ""
	pass = n ? "&in" : "NULL"
	if (m) {
		structs = structs "static inline struct answer *ask_" query "(struct store *s" arg ")\n{\n\treturn store_ask(s, Q_" upper ", " pass ");\n}\n"
		if (row_record == query)
			structs = structs "static inline bool next_" query "(struct answer *a, struct " query " *row)\n{\n\treturn store_next(a, Q_" upper ", row);\n}\n"
		if (row_record == query)
			structs = structs "static inline bool one_" query "(struct store *s" arg ", struct " query " *row)\n{\n\treturn store_one(s, Q_" upper ", " pass ", row);\n}\n"
	} else
		structs = structs "static inline enum err run_" query "(struct store *s" arg ")\n{\n\treturn store_run(s, Q_" upper ", " pass ");\n}\n"

	if (in_fields != "")
		fields = fields "static const struct store_field " query "_in[] = {\n" in_fields "};\n"
	if (out_fields != "")
		fields = fields "static const struct store_field " query "_out[] = {\n" out_fields "};\n"
	rows = rows "\t[Q_" upper "] = {\n\t\t.name = \"" query "\", .house = " house ", .writes = " writes ", .quiet = " quiet ", .lazy = " lazy ",\n\t\t.text =\n" text "\t\t,\n"
	if (in_fields != "")
		rows = rows "\t\t.in = " query "_in, .n_in = COUNT(" query "_in),\n"
	if (out_fields != "")
		rows = rows "\t\t.out = " query "_out, .n_out = COUNT(" query "_out), .row = sizeof(struct " row_record "), .row_of = Q_" toupper(row_record) ",\n"
	if (touched != "") {
		fields = fields "static const struct store_touch " query "_touch[] = {\n" touched "};\n"
		rows = rows "\t\t.touch = " query "_touch, .n_touch = COUNT(" query "_touch),\n"
	}
	rows = rows "\t},\n"
	if (query ~ /^copy_read_/)
		tables = tables "\t{ \"" substr(query, 11) "\", " house ", Q_" upper ", Q_COPY_PUT_" toupper(substr(query, 11)) " },\n"
}

function end_schema(    i) {
	text = ""
	for (i = 1; i <= lines; i++)
		text = text c_string(line_of[i])
	steps = steps "\t{\n\t\t.number = " (number + 0) ", .house = " house ", .name = \"" base "\", .sums = " sums ",\n\t\t.text =\n" text "\t},\n"
}

function end_file() {
	if (path == "")
		return
	if (query != "")
		end_query()
	else
		end_schema()
}

FNR == 1 {
	end_file()
	path = path_real = FILENAME
	sub(/^.*schema\//, "schema/", path)
	base = path
	sub(/^.*\//, "", base)
	house = path ~ /\/vault\// ? "STORE_VAULT" : "STORE_COMPANY"
	writes = path ~ /\/(write|vault)\// && base !~ /^copy_read_/ ? "true" : "false"
	query = path ~ /\/queries\// ? substr(base, 1, length(base) - 4) : ""
	number = base
	in_list = out_list = touch_list = ""
	quiet = lazy = "false"
	sums = "true"
	record = row_record = in_record = query
	list = ""
	lines = withs = 0
}

query == "" && /^-- sums: as they were$/ {
	sums = "false"
}
query != "" && /^-- in:/ {
	in_list = substr($0, 7)
	list = "in"
	next
}
query != "" && /^-- out:/ {
	out_list = substr($0, 8)
	list = "out"
	next
}
query != "" && /^--      / && list == "in" {
	in_list = in_list " " substr($0, 3)
	next
}
query != "" && /^--      / && list == "out" {
	out_list = out_list " " substr($0, 3)
	next
}
query != "" && /^-- lazy: [^ ]/ {
	lazy = "true"
	next
}
query != "" && /^-- quiet: [^ ]/ {
	quiet = "true"
	next
}
query != "" && /^-- touch:/ {
	touch_list = substr($0, 11)
	list = ""
	next
}
query != "" && /^-- like:/ {
	begin_like(substr($0, 10))
	next
}
query != "" && /^-- rows:/ {
	begin_rows(substr($0, 10))
	next
}
query != "" && /^-- asks:/ {
	begin_asks(substr($0, 10))
	next
}
query != "" && /^-- use:/ {
	begin_with(substr($0, 9))
	next
}
/^[ \t]*--/ { next }
{
	list = ""
	line = $0
	sub(/[ \t]+--.*$/, "", line)
	if (line ~ /[^ \t]/)
		line_of[++lines] = line
}

END {
	if (failed)
		exit 1
	end_file()
	if (failed)
		exit 1
	note = "generated by schema/embed.awk: the statements of schema/, typed."
	printf "/* queries.h - %s */\n#ifndef QUERIES_H\n#define QUERIES_H\n\n#include \"lib/store.h\"\n\nenum query_id {\n%s\tQUERY_COUNT\n};\n%s\n%s\n#endif\n", note, ids, records, structs > header
	printf "/* queries.c - %s */\n#include \"queries.h\"\n\n%s\nconst struct store_query store_queries[] = {\n%s};\nconst size_t store_query_count = COUNT(store_queries);\n\nconst struct store_step store_steps[] = {\n%s};\nconst size_t store_step_count = COUNT(store_steps);\n\nconst struct store_table store_tables[] = {\n%s};\nconst size_t store_table_count = COUNT(store_tables);\n", note, fields, rows, steps, tables > source
}
