#!/bin/sh
# postgresql.sh - a PostgreSQL server for tests, on loopback, gone afterwards.
#
#   tests/postgresql.sh start DIR     prints the URL of an empty database
#   tests/postgresql.sh stop DIR      ends the server and removes DIR
#   tests/postgresql.sh run COMMAND   runs a command with SALESBOARD_TEST_STORE
#                                     set to such a URL
#
# Texts are compared byte by byte, as SQLite does.  The server does not wait for
# the disk: what the tests write is of no use after a power cut.  It refuses to
# run as root, so that it is somebody else's then.
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)

as_owner() {
	if [ "$(id -u)" = 0 ]; then
		setpriv --reuid=postgres --regid=postgres --clear-groups "$@"
	else
		"$@"
	fi
}

free_port() {
	port=$((20000 + $$ % 20000))
	while ss -ltn 2>/dev/null | grep -q "127.0.0.1:$port "; do
		port=$((port + 1))
	done
	echo $port
}

start() {
	mkdir -p "$1" && cd "$1" || exit 1
	[ "$(id -u)" != 0 ] || chown postgres "$1"
	chmod 711 "$1"
	as_owner "$bin/initdb" --pgdata="$1/data" --username=test --auth=trust \
		--encoding=UTF8 --locale=C >"$1.log" 2>&1 || {
		cat "$1.log" >&2
		exit 1
	}
	port=$(free_port)
	as_owner "$bin/pg_ctl" --pgdata="$1/data" --log="$1/data/server.log" \
		--silent --wait --timeout=60 start -o "-p $port -k $1 \
		-c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200 \
		-c synchronous_commit=off -c full_page_writes=off" || {
		cat "$1/data/server.log" >&2
		exit 1
	}
	echo "postgresql://test@127.0.0.1:$port/postgres"
}

stop() {
	[ ! -f "$1/data/postmaster.pid" ] ||
		(cd "$1" && as_owner "$bin/pg_ctl" --pgdata="$1/data" --silent \
			--mode=immediate stop)
	rm -rf "$1" "$1.log"
}

run() {
	dir=$(mktemp -d)
	trap 'stop "$dir/pg"; rm -rf "$dir"' EXIT
	trap 'exit 1' INT TERM
	chmod 711 "$dir"
	SALESBOARD_TEST_STORE=$(start "$dir/pg") || exit 1
	export SALESBOARD_TEST_STORE
	"$@"
}

if [ -z "$bin" ]; then
	echo 'postgresql.sh: PostgreSQL is not installed' >&2
	exit 1
fi
command=$1
shift
case $command in
start) (start "$1") ;;
stop) stop "$1" ;;
run) run "$@" ;;
*) exit 2 ;;
esac
