#!/bin/sh
# postgresql.sh - a PostgreSQL server for tests: in a folder of its own below
# /tmp, on a free port of 127.0.0.1 and a socket, gone afterwards.
#
#   tests/postgresql.sh run COMMAND ...   with its URL in $SALESBOARD_TEST_STORE
#   tests/postgresql.sh start FOLDER      prints the URL; the folder must not
#   tests/postgresql.sh stop FOLDER       exist yet, and is removed
#   tests/postgresql.sh standby FOLDER OF a copy that follows the server in OF,
#                                         which waits for it from now on; with
#                                         "async" behind it, does not wait
#   tests/postgresql.sh cut FOLDER        the standby hears no more of its primary
#   tests/postgresql.sh leave FOLDER      the primary takes no more writes
#   tests/postgresql.sh crash FOLDER      kill -9
#   tests/postgresql.sh promote FOLDER    the standby becomes the primary
#
# An URL that is in $SALESBOARD_TEST_STORE already is used as it is.  To its end
# tests add "#name" of a company of their own.
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || bin=$(dirname "$(command -v postgres || echo /nowhere/postgres)")

# The server refuses to run as root.
as_server() {
	if [ "$(id -u)" = 0 ]; then
		setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"
	else
		"$@"
	fi
}

# Port and socket are tried until nobody else has taken them.
try_start() {
	port=$((30000 + ($$ * 41 + $1 * 997 + $(date +%N | sed 's/^0*//') / 1000) % 20000))
	as_server "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 30 -s \
		-o "-p $port -k $folder -c listen_addresses=127.0.0.1" start \
		>"$folder/start" 2>&1
}

try_ports() {
	for i in 1 2 3 4 5; do
		try_start $i && return
	done
	cat "$folder/log" >&2
	exit 1
}

new_folder() {
	folder=$1
	mkdir -m 755 "$folder" || exit 1
	[ "$(id -u)" != 0 ] || chown postgres "$folder"
}

url() {
	echo "postgresql://salesboard@127.0.0.1:$(sed -n 4p "$1/data/postmaster.pid")/salesboard"
}

start() {
	new_folder "$1"
	if ! as_server "$bin/initdb" -D "$folder/data" -U salesboard -A trust \
		--locale=C --encoding=UTF8 --no-sync >"$folder/initdb" 2>&1; then
		cat "$folder/initdb" >&2
		exit 1
	fi
	# Tests measure no disk; what they prove does not depend on one.
	cat >>"$folder/data/postgresql.conf" <<-END
		fsync = off
		max_connections = 200
		max_locks_per_transaction = 256
		shared_buffers = 64MB
		autovacuum_naptime = 20s
	END
	try_ports
	if ! "$bin/psql" -qAt -h 127.0.0.1 -p "$port" -U salesboard -d postgres \
		-c 'CREATE DATABASE salesboard TEMPLATE template0' >&2; then
		cat "$folder/log" >&2
		stop "$folder"
		exit 1
	fi
	url "$folder"
}

# set_to FOLDER NAME VALUE: a setting of a server that runs.
set_to() {
	"$bin/psql" -qAtX "$(url "$1")" -c "ALTER SYSTEM SET $2 = '$3'" \
		-c 'SELECT pg_reload_conf()' >"$1/reload" || exit 1
}

# Unless it is asynchronous, the primary answers a COMMIT from then on when the
# standby has it on disk.
standby() {
	new_folder "$1"
	as_server "$bin/pg_basebackup" -d "$(url "$2")" -D "$folder/data" -R -c fast \
		>&2 || exit 1
	try_ports
	[ "$3" = async ] || set_to "$2" synchronous_standby_names '*'
	url "$folder"
}

# Until nothing is on its way to it any more.
cut() {
	set_to "$1" primary_conninfo ''
	while "$bin/psql" -qAtX "$(url "$1")" -c 'SELECT 1 FROM pg_stat_wal_receiver' |
		grep -q 1; do
		sleep 0.05
	done
}

stop() {
	as_server "$bin/pg_ctl" -D "$1/data" -m immediate -w -s stop >/dev/null 2>&1
	rm -rf "$1"
}

case $1 in
start) start "$2" ;;
stop) stop "$2" ;;
standby) standby "$2" "$3" "$4" ;;
cut) cut "$2" ;;
leave) set_to "$2" default_transaction_read_only on ;;
crash) kill -9 "$(head -n 1 "$2/data/postmaster.pid")" ;;
promote) as_server "$bin/pg_ctl" -D "$2/data" -w -s promote ;;
run)
	shift
	[ -z "$SALESBOARD_TEST_STORE" ] || exec "$@"
	folder=/tmp/salesboard-pg-$$-$(date +%s)
	trap 'stop "$folder"' EXIT
	trap 'exit 1' INT TERM
	SALESBOARD_TEST_STORE=$(start "$folder") || exit 1
	export SALESBOARD_TEST_STORE
	"$@"
	exit
	;;
*)
	sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0" >&2
	exit 2
	;;
esac
