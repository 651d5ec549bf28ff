# tables.awk - writes the statements that copy whole tables: what the tables
# are is read from the schema, so that none can be forgotten.
#
#   awk -v out=build/tables -f schema/tables.awk schema/[0-9]*.sql
#       schema/vault/[0-9]*.sql
#
# For each table it writes copy_read_NAME.sql, which reads some rows behind the
# last one that was read, in the order of the primary key, and copy_put_NAME.sql,
# which adds one.  OUT/list names the files, in an order in which no row refers
# to one that is not there yet: that of the schema, but what a table refers to
# stands before it.

function fail(text) {
	printf "%s:%d: %s\n", FILENAME, FNR, text > "/dev/stderr"
	failed = 1
	exit 1
}

# Tables of the vault may have the names of the company's.
function prefix() {
	return FILENAME ~ /\/vault\// ? "vault_" : ""
}

# A column as "NAME TYPE ..." without its comment.
function add_column(table, line,    words, type) {
	split(line, words, /[ \t]+/)
	type = words[2] == "TEXT" ? "text" : words[2] == "INTEGER" ? "int" : "?"
	if (type == "?")
		fail("column " words[1] " of type " words[2] " cannot be copied")
	if (line !~ /NOT NULL|PRIMARY KEY/)
		type = type "?"
	n[table]++
	name[table, n[table]] = words[1]
	kind[table, n[table]] = type
	if (line ~ /PRIMARY KEY/)
		key[table] = words[1]
	if (line ~ / REFERENCES /) {
		sub(/^.* REFERENCES /, "", line)
		sub(/ .*$/, "", line)
		refers[table] = refers[table] " " prefix() line
	}
}

/^CREATE TABLE/ {
	table = prefix() $3
	tables[++count] = table
	stored[table] = $3
	house[table] = prefix() == "" ? "company" : "vault"
	next
}
/^DROP TABLE/ {
	table = prefix() $3
	sub(/;.*$/, "", table)
	for (t = 1; t <= count; t++)
		if (tables[t] == table)
			tables[t] = ""
	n[table] = 0
	table = ""
	next
}
/^ALTER TABLE [a-z_]+ ADD COLUMN/ {
	line = $0
	sub(/^ALTER TABLE [a-z_]+ ADD COLUMN /, "", line)
	sub(/;.*$/, "", line)
	add_column(prefix() $3, line)
	next
}
/^\)/ { table = "" }
table != "" && /^  PRIMARY KEY \(/ {
	line = $0
	sub(/^  PRIMARY KEY \(/, "", line)
	sub(/\).*$/, "", line)
	key[table] = line
	next
}
table != "" && /^  [a-z_0-9]+ [A-Z]/ {
	line = $0
	sub(/^  /, "", line)
	sub(/,?[ \t]+--.*$/, "", line)
	add_column(table, line)
}

function joined(table, before, after,    i, text) {
	text = ""
	for (i = 1; i <= n[table]; i++)
		text = text (i > 1 ? ", " : "") before name[table, i] after
	return text
}

# Parameters have no digits in their names.
function parameter(column,    i) {
	for (i = 0; i <= 9; i++)
		gsub(i, substr("abcdefghij", i + 1, 1), column)
	return "p_" column
}

function type_of(table, column,    i) {
	for (i = 1; i <= n[table]; i++)
		if (name[table, i] == column)
			return kind[table, i]
	fail("the key of " table " has no column " column)
}

function write(table,    i, k, keys, file, set, list, values, dir) {
	dir = out "/queries" (house[table] == "vault" ? "/vault" : "")
	k = split(key[table], keys, /,[ ]*/)

	file = dir "/copy_read_" table ".sql"
	print file > (out "/list")
	list = values = set = ""
	for (i = 1; i <= k; i++) {
		list = list parameter(keys[i]) " " type_of(table, keys[i]) ", "
		values = values (i > 1 ? ", " : "") ":" parameter(keys[i])
	}
	printf "-- in:  %smost int\n", list > file
	list = ""
	for (i = 1; i <= n[table]; i++)
		list = list (i > 1 ? ", " : "") name[table, i] " " kind[table, i]
	printf "-- out: %s\n-- lazy: only a tool asks it.\n", list > file
	printf "SELECT %s\nFROM %s\nWHERE (%s) > (%s)\nORDER BY %s\nLIMIT :most\n", joined(table, "", ""), stored[table], key[table], values, key[table] > file
	close(file)

	file = dir (house[table] == "vault" ? "" : "/write") "/copy_put_" table ".sql"
	print file > (out "/list")
	list = values = ""
	for (i = 1; i <= n[table]; i++) {
		list = list (i > 1 ? ", " : "") parameter(name[table, i]) " " kind[table, i]
		values = values (i > 1 ? ", " : "") ":" parameter(name[table, i])
		set = set (i > 1 ? ",\n    " : "") name[table, i] " = excluded." name[table, i]
	}
	printf "-- in:  %s\n-- lazy: only a tool asks it.\n-- quiet: the copy is to be the same to the counter.\n", list > file
	printf "INSERT INTO %s (%s)\nVALUES (%s)\nON CONFLICT (%s) DO UPDATE\nSET %s\n", stored[table], joined(table, "", ""), values, key[table], set > file
	close(file)
}

# Writes what a table refers to, then the table, each once.
function write_in_order(table,    i, k, others) {
	if (written[table])
		return
	written[table] = 1
	k = split(refers[table], others, " ")
	for (i = 1; i <= k; i++)
		write_in_order(others[i])
	write(table)
}

END {
	if (failed)
		exit 1
	for (t = 1; t <= count; t++)
		if (tables[t] != "")
			write_in_order(tables[t])
}
