/* store_pg.h - the parts of the store on PostgreSQL: the connection and its
 * statements (store_pg.c), the place (store_pg_place.c), the schema
 * (store_pg_schema.c). */
#ifndef STORE_PG_H
#define STORE_PG_H

#include <libpq-fe.h>

#include "store_engine.h"

/* Where a house is: a server, and a schema of it. */
struct pg_place {
	char *server; /* what libpq is given; owned */
	char schema[64];
};

/* Reads "//host/database#company"; ERR_INPUT, after logging, for a name of the
 * company that cannot be one of a schema. */
enum err pg_place_read(const char *text, enum store_house house,
		       struct pg_place *place);
void pg_place_clear(struct pg_place *place);

/*
 * pg_connect - a connection that sees the schema of the place, whether it is
 * there or not; NULL after logging why not.  A database whose order of texts
 * or encoding would make other pages than SQLite is refused.
 */
PGconn *pg_connect(const struct pg_place *place, enum store_mode mode);

/* Carries out one statement; ERR_DB after logging what is wrong. */
enum err pg_do(PGconn *conn, const char *sql);

/* The integer a statement answers, or ERR_DB; other when it has no row. */
enum err pg_integer(PGconn *conn, const char *sql, int64_t other,
		    int64_t *value);

/* Whether the schema has been made. */
enum err pg_schema_exists(PGconn *conn, bool *exists);

/* The command that looks at all tables of the schema; owned by the caller,
 * NULL after logging what is wrong. */
char *pg_analyze_command(PGconn *conn);

/* ERR_DB, after logging, unless it is of this version. */
enum err pg_schema_check(PGconn *conn, enum store_house house);

/* Of struct engine_calls. */
enum err pg_migrate(const char *text, enum store_house house, int64_t *applied);
bool pg_exists(const char *text);

/* Lets every identity go on behind the largest id there is. */
enum err pg_renumber_all(PGconn *conn);

/* Reads every row of every table. */
enum err pg_read_all(PGconn *conn);

#endif
