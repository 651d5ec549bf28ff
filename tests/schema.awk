# schema.awk - keeps the schema readable: every table and column says what it
# is, every table is STRICT, no engine's own words.
#
#   awk -f tests/schema.awk schema/[0-9]*.sql schema/vault/[0-9]*.sql

function breach(text) {
	printf "%s:%d: %s\n", FILENAME, FNR, text
	failed = 1
}

/^CREATE TABLE/ {
	if (last !~ /^--/)
		breach("no comment before the table " $3)
	open = 1
}
open && /^  [a-z_]+ (INTEGER|TEXT|BLOB|REAL)/ && !/-- [^ ]/ {
	breach("no comment at the column " $1)
}
open && /^\)/ {
	if ($0 != ") STRICT;" && $0 != ") STRICT, WITHOUT ROWID;")
		breach("a table that is not STRICT")
	open = 0
}
/AUTOINCREMENT|COLLATE|CREATE TRIGGER|REAL/ {
	breach("not in the dialect that PostgreSQL shares")
}
{ last = $0 }

END { exit failed }
