# layers.awk - keeps the house in order: who may include whom.
#
#   awk -f tests/layers.awk cgi/*.c cgi/lib/*.[ch] cgi/lib/*.cc cgi/tool/*.[ch]
#
# Each layer includes only lower ones; the modules of one layer do not know
# each other, except layer 3, where each may use those to its left.  A foreign
# library has one door.  Prints every breach and fails if there was one.

BEGIN {
	split("base banned mask arena sorter str packed columns ages times reach prospects money cache sums period blocks url json", names, " ")
	for (i in names) layer[names[i]] = 0
	split("store tpl special crypt lang csv log zone", names, " ")
	for (i in names) layer[names[i]] = 1
	split("rate many split mix control survival waits forecast rhythm cohort buyers groups auth form format chart ical lead customer merge problem followup rule census rollup", names, " ")
	for (i in names) layer[names[i]] = 2
	split("req view filters app workers main", names, " ")
	for (i = 1; i in names; i++) { layer[names[i]] = 3; place[names[i]] = i }

	door["sqlite3.h"] = "store_sqlite.h"
	door["libpq-fe.h"] = "store_pg_library.h"
	door["fcgiapp.h"] = "main.c"
	door["curl"] = "smtp.c"
	door["sodium.h"] = "crypt.c"
	door["libintl.h"] = "lang.c"
	door["../include/csv.h"] = "csv.c"
	door["ctemplate"] = "tpl.cc"
	door["boost"] = "special.cc"
}

function breach(text) {
	printf "%s:%d: %s\n", FILENAME, FNR, text
	failed = 1
}

# store_sqlite.c and store_engine.h belong to store, queries.h comes with it.
function module_of(file,    name) {
	name = file
	sub(/^.*\//, "", name)
	sub(/\.[a-z]+$/, "", name)
	if (name ~ /^store_/ || name == "queries")
		return "store"
	if (name ~ /^rollup_/)
		return "rollup"
	return name
}

# base.h, arena.h, str.h ... may know each other downwards in their own order.
function rank(name) {
	return index(" base mask arena sorter str packed columns ages times reach prospects money cache sums period blocks url json ", " " name " ")
}

FNR == 1 {
	me = module_of(FILENAME)
	program = FILENAME !~ /\/lib\//
	file = FILENAME
	sub(/^.*\//, "", file)
	if (!program && !(me in layer))
		breach("module " me " has no layer; give it one in tests/layers.awk")
}

/^#include </ {
	name = $2
	gsub(/[<>]/, "", name)
	key = name
	sub(/\/.*$/, "", key)
	if (key in door && door[key] != file)
		breach("<" name "> only in " door[key])
	else if (name in door && door[name] != file)
		breach("<" name "> only in " door[name])
}

/^#include "/ {
	name = $2
	gsub(/"/, "", name)
	if (name == "tool.h" || name == "apps.h" || name == "build.h")
		next
	other = module_of(name)
	if (name ~ /^(lib\/)?(store|rollup)_.*[.]h$/ && (program || other != me))
		breach("\"" name "\" is a part of " other " and of no other business")
	if (program || other == me)
		next
	if (!(other in layer))
		breach("\"" name "\" belongs to no layer")
	else if (layer[other] > layer[me])
		breach(me " (layer " layer[me] ") includes " other " (layer " layer[other] ")")
	else if (layer[other] == layer[me] && layer[me] == 3 && place[other] > place[me])
		breach(me " includes " other ", which stands to its right")
	else if (layer[other] == layer[me] && layer[me] == 0 && rank(other) > rank(me))
		breach(me " includes " other ", which builds on it")
	else if (layer[other] == layer[me] && layer[me] ~ /[12]/ && other != "log" && !allowed(me, other))
		breach(me " and " other " are of one layer and do not know each other")
}

# The groups of numbers that are made of one another.
function allowed(a, b) {
	if (a == "forecast" || a == "waits")
		return b == "survival"
	if (a == "mix")
		return b == "many" || b == "rate"
	if (a == "split" || a == "control")
		return b == "rate"
	return ((a == "many" || a == "cohort" || a == "survival" || a == "rhythm") && (b == "rate" || b == "survival")) || (a == "groups" && (b == "many" || b == "survival")) || (a == "followup" && b == "problem") || (a == "rule" && b == "followup") || (a == "buyers" && (b == "cohort" || b == "rhythm")) || (a == "rollup" && (b == "buyers" || b == "rhythm"))
}

END { exit failed }
