# store.sh - read by tests in shell: where their stores are.
#
#   . tests/store.sh           $dir is the test's own folder
#   url=$(store_url demo)      sqlite:$dir/demo.db or, with SALESBOARD_TEST_STORE
#                              set to the URL of a PostgreSQL database
#                              (tests/postgresql.sh), a company of its own there
#   store_sql demo 'SELECT 1'  asks it, or its vault with demo.vault; columns
#                              are parted by |
#   store_ask demo 'SELECT 1'  only reads, in words that only SQLite has
#   store_file demo            the file that is asked then
#   store_drop demo            the company is gone
server=${SALESBOARD_TEST_STORE:-}

store_url() {
	if [ -z "$server" ]; then
		echo "sqlite:$dir/$1.db"
	else
		echo "$server#t$$_$1"
	fi
}

store_sql() {
	if [ -z "$server" ]; then
		case $1 in
		*.vault) set -- "$dir/${1%.vault}.db.vault" "$2" ;;
		*) set -- "$dir/$1.db" "$2" ;;
		esac
		sqlite3 -cmd '.timeout 5000' "$1" "$2"
	else
		schema=t$$_$(echo "$1" | sed 's/\.vault$/_vault/')
		PGOPTIONS="-c search_path=$schema" psql -qAtX "$server" -c "$2"
	fi
}

# store_file NAME: of a company on a server a copy, made anew when anything was
# written there since.
store_file() {
	if [ -z "$server" ]; then
		echo "$dir/$1.db"
		return
	fi
	place=$(psql -qAtX "$server" -c 'SELECT pg_current_wal_insert_lsn()')
	if [ "$place" != "$(cat "$dir/$1.place" 2>/dev/null)" ]; then
		rm -f "$dir/$1.copy"*
		"$salesboard" copy "$(store_url "$1")" "sqlite:$dir/$1.copy" \
			>"$dir/$1.copied" 2>&1 || cat "$dir/$1.copied" >&2
		echo "$place" >"$dir/$1.place"
	fi
	echo "$dir/$1.copy"
}

store_ask() {
	case $1 in
	*.vault) sqlite3 "$(store_file "${1%.vault}").vault" "$2" ;;
	*) sqlite3 "$(store_file "$1")" "$2" ;;
	esac
}

store_drop() {
	if [ -z "$server" ]; then
		rm -f "$dir/$1".db*
	else
		psql -qAtX "$server" -c 'SET client_min_messages TO warning' \
			-c "DROP SCHEMA IF EXISTS t$$_$1, t$$_$1_vault CASCADE"
	fi
}

# get URL LOGIN ADDRESS: the page or data, without what differs from one answer
# to the next.
get() {
	"$salesboard" get --store "$1" --as "$2" "$3" 2>&1 |
		sed 's/name="_[a-z]*" value="[^"]*"//g; s/number=[0-9a-f]*//'
}

# get_both URL URL LOGIN ADDRESS: $one and $other, both within one minute, since
# a page tells the time.
get_both() {
	minute=
	while [ "$minute" != "$(date +%H%M)" ]; do
		minute=$(date +%H%M)
		one=$(get "$1" "$3" "$4")
		other=$(get "$2" "$3" "$4")
	done
}

# store_demo NAME: the demo company, quickly.  It is made in a file in any case: a made-up
# life takes a hundred thousand round trips.
store_demo() {
	"$salesboard" demo --store "sqlite:$dir/$1.db" >"$dir/demo" 2>&1 ||
		return 1
	[ -z "$server" ] || "$salesboard" copy "sqlite:$dir/$1.db" \
		"$(store_url "$1")" >"$dir/copied" 2>&1
}
