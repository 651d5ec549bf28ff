/* store_pg_place.c - where a company is, and a connection to it. */
#include <stdio.h>
#include <string.h>

#include "log.h"
#include "store_pg.h"

static const char default_schema[] = "salesboard";

/* Names that need no quotes, and leave room for the vault's. */
static bool schema_ok(const char *name)
{
	size_t n = strlen(name);

	return n >= 1 && n <= 40 && name[0] >= 'a' && name[0] <= 'z' &&
	       strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == n;
}

/* libpq would take a part of another one for a host or port, and show it. */
static bool password_ok(const char *text)
{
	const char *begin = strchr(text, ':'), *end = strrchr(text, '@');

	return !begin || !end || end < begin ||
	       begin + strcspn(begin, "@/?#") == end;
}

enum err pg_place_read(const char *text, enum store_house house,
		       struct pg_place *place)
{
	const char *mark = strchr(text, '#');
	const char *name = mark ? mark + 1 : default_schema;
	size_t n = mark ? (size_t)(mark - text) : strlen(text);
	size_t size = strlen("postgresql:") + n + 1;

	if (!password_ok(text)) {
		LOG_ERROR("store=postgresql problem=\"in the password, write @ "
			  "/ ? # as %%40 %%2F %%3F %%23\"");
		return ERR_INPUT;
	}
	/* Not shown: it may be the end of a password with a # in it. */
	if (!schema_ok(name)) {
		LOG_ERROR("store=postgresql problem=\"the company behind # has "
			  "small letters, digits and _, at most 40\"");
		return ERR_INPUT;
	}
	place->server = malloc(size);
	BUG_IF(!place->server);
	snprintf(place->server, size, "postgresql:%.*s", (int)n, text);
	snprintf(place->schema, sizeof(place->schema), "%s%s", name,
		 house == STORE_VAULT ? "_vault" : "");
	return OK;
}

void pg_place_clear(struct pg_place *place)
{
	free(place->server);
	place->server = NULL;
}

/* Texts must come in the order of their bytes, as they do in SQLite. */
static enum err check_database(PGconn *conn)
{
	static const char ask[] =
		"SELECT CASE WHEN pg_encoding_to_char(encoding) = 'UTF8' "
		"AND datcollate IN ('C', 'POSIX') THEN 1 ELSE 0 END "
		"FROM pg_database WHERE datname = current_database()";
	int64_t good = 0;
	enum err e = pg_integer(conn, ask, 0, &good);

	if (e == OK && !good) {
		LOG_ERROR("database=%s problem=\"needs ENCODING 'UTF8' and "
			  "LC_COLLATE 'C'\"",
			  pq.db(conn));
		return ERR_DB;
	}
	return e;
}

/* The statements are made to go by indexes.  A table that was just filled has
 * no statistics, and would be read from end to end for every row of another. */
static enum err use_schema(PGconn *conn, const char *schema)
{
	const char *value[] = { schema };
	PGresult *r = pq.execParams(
		conn,
		"SELECT set_config('search_path', $1, "
		"false), set_config('enable_seqscan', 'off', false), set_config('jit', 'off', false)",
		1, NULL, value, NULL, NULL, 0);
	enum err e = pq.resultStatus(r) == PGRES_TUPLES_OK ? OK : ERR_DB;

	if (e != OK)
		LOG_ERROR("schema=%s text=\"%s\"", schema,
			  pq.resultErrorMessage(r));
	pq.clear(r);
	return e;
}

/* What a URL does not say: a dead host is noticed within seconds.  Who writes
 * is led to the server that takes writes, whatever it says. */
static PGconn *connect_to(const char *server, enum store_mode mode)
{
	bool writes = mode == STORE_READ_WRITE;
	const char *const names[] = {
		"connect_timeout",      "tcp_user_timeout",
		"keepalives_idle",      "keepalives_interval",
		"keepalives_count",     "client_encoding",
		"application_name",     "dbname",
		"target_session_attrs", NULL
	};
	const char *const values[] = {
		"2",          "5000", "5",
		"2",          "3",    "UTF8",
		"salesboard", server, writes ? "read-write" : NULL,
		NULL
	};

	return pq.connectdbParams(names, values, 1);
}

static void ignore_notice(void *arg, const PGresult *r)
{
	(void)arg, (void)r;
}

PGconn *pg_connect(const struct pg_place *place, enum store_mode mode)
{
	PGconn *conn;

	if (pg_load() != OK)
		return NULL;
	conn = connect_to(place->server, mode);
	if (pq.status(conn) != CONNECTION_OK)
		LOG_ERROR("connect=failed text=\"%s\"", pq.errorMessage(conn));
	pq.setNoticeReceiver(conn, ignore_notice, NULL);
	if (pq.status(conn) == CONNECTION_OK && check_database(conn) == OK &&
	    use_schema(conn, place->schema) == OK)
		return conn;
	pg_disconnect(conn);
	return NULL;
}

void pg_disconnect(PGconn *conn)
{
	if (conn)
		pq.finish(conn);
}

enum err pg_do(PGconn *conn, const char *sql)
{
	PGresult *r = pq.exec(conn, sql);
	ExecStatusType status = pq.resultStatus(r);
	enum err e = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK
			     ? OK
			     : ERR_DB;

	if (e != OK)
		LOG_ERROR("code=%s text=\"%s\"",
			  pq.resultErrorField(r, PG_DIAG_SQLSTATE)
				  ? pq.resultErrorField(r, PG_DIAG_SQLSTATE)
				  : "",
			  pq.resultErrorMessage(r));
	pq.clear(r);
	return e;
}

enum err pg_integer(PGconn *conn, const char *sql, int64_t other,
		    int64_t *value)
{
	PGresult *r = pq.exec(conn, sql);
	enum err e = pq.resultStatus(r) == PGRES_TUPLES_OK ? OK : ERR_DB;

	*value = other;
	if (e != OK)
		LOG_ERROR("text=\"%s\"", pq.resultErrorMessage(r));
	else if (pq.ntuples(r) > 0)
		*value = strtoll(pq.getvalue(r, 0, 0), NULL, 10);
	pq.clear(r);
	return e;
}
