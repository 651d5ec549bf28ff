# store.sh - read by tests in shell: where their stores are.
#
#   . tests/store.sh           $dir is the test's own folder
#   url=$(store_url demo)      sqlite:$dir/demo.db or, with SALESBOARD_TEST_STORE
#                              set to the URL of a PostgreSQL database
#                              (tests/postgresql.sh), a company of its own there
#   store_sql demo 'SELECT 1'  asks it, or its vault with demo.vault; columns
#                              are parted by |
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

# store_demo NAME: the demo company.  It is made in a file in any case: a made-up
# life takes a hundred thousand round trips.
store_demo() {
	"$salesboard" demo --store "sqlite:$dir/$1.db" >"$dir/demo" 2>&1 ||
		return 1
	[ -z "$server" ] || "$salesboard" copy "sqlite:$dir/$1.db" \
		"$(store_url "$1")" >"$dir/copied" 2>&1
}
