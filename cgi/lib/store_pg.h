/* store_pg.h - the parts of the store on PostgreSQL: the place and a connection
 * to it (store_pg_place.c), what goes through it (store_pg_pipe.c), prepared
 * statements (store_pg_prepare.c), the schema (store_pg_schema.c), reading
 * everything (store_pg_check.c), transactions and questions (store_pg.c). */
#ifndef STORE_PG_H
#define STORE_PG_H

#include "store_engine.h"
#include "store_pg_library.h"

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

/* Does nothing to NULL. */
void pg_disconnect(PGconn *conn);

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
enum err pg_migrate(const char *text, enum store_house house,
		    struct store_migrated *done);
bool pg_exists(const char *text);

/* Lets every identity go on behind the largest id there is. */
enum err pg_renumber_all(PGconn *conn);

/* ---- reading everything, store_pg_check.c ---------------------------------
 */

/* Does something with what a question answers in its first column, row by row,
 * whatever fails meanwhile. */
enum err pg_each(PGconn *conn, const char *ask,
		 enum err (*work)(PGconn *conn, const char *first));

/* Reads every row of every table, and whether what it refers to is there. */
enum err pg_check_all(PGconn *conn);

/* ---- what goes through the connection, store_pg_pipe.c --------------------
 */

struct question {
	unsigned query;
	const char *command; /* one of our own: BEGIN; NULL for a query */
	bool sync;           /* only marks the end of a batch */
	bool left;           /* nobody will read the answer */
	PGresult *result;    /* NULL until it was answered */
	int row;             /* of result, the one that was fetched; -1 */
};

struct engine {
	PGconn *conn;
	struct pg_place place;
	enum store_house house;
	enum store_mode mode;
	bool patient;
	char *analyze; /* the command that looks at all tables */
	bool *lazily;  /* by query: prepared meanwhile */

	struct question **asked; /* [0..n); NULL where it was ended */
	size_t n, room, answered;

	bool sent;   /* something behind the last end of a batch */
	bool begun;  /* a transaction is open, or its BEGIN was sent */
	bool unsure; /* a commit came with a warning */
	bool lost;   /* the connection is of no use any more */
	enum err failure;
};

/* Whether an SQLSTATE is of a class. */
bool pg_starts(const char *code, const char *class);

/* Remember, log and return a failure: what r says, or the connection's end. */
enum err pg_fail(struct engine *e, const char *what, const PGresult *r);
enum err pg_fail_lost(struct engine *e, const char *what);

/* Notes what was sent, so that its answer finds it. */
struct question *pg_push(struct engine *e, struct question asked);

/* Sends a command of our own; the end of a batch, behind which a failure in it
 * has no effect. */
void pg_send_command(struct engine *e, const char *command);
void pg_send_sync(struct engine *e);

/* Sends what was asked and takes in all answers; the first failure. */
enum err pg_exchange(struct engine *e);

/* Forgets one that was answered; nobody will read any; the connection is a new
 * one. */
void pg_drop(struct engine *e, const struct question *q);
void pg_leave_all(struct engine *e);
void pg_drop_all(struct engine *e);

enum { PARAMETERS_MOST = 64 }; /* of a statement */

/* ---- prepared statements, store_pg_prepare.c ------------------------------
 */

/* Whether a statement is one of this handle's. */
bool pg_ours(const struct engine *e, const struct store_query *q);

/* Sends one to be prepared; false when it could not be sent. */
bool pg_send_prepare(struct engine *e, const struct store_query *q);

/* Prepares all but the lazy ones, enters the pipeline, and checks that each
 * answers the columns its file declares. */
enum err pg_prepare_all(struct engine *e);

#endif
