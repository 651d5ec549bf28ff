/* store_sqlite.h - the parts of the store on SQLite: the file and its one lock
 * (store_sqlite_file.c), the schema (store_sqlite_schema.c), statements and
 * transactions (store_sqlite.c). */
#ifndef STORE_SQLITE_H
#define STORE_SQLITE_H

#include <sqlite3.h>

#include "store_engine.h"

struct engine {
	sqlite3 *db;
	enum store_house house;
	sqlite3_stmt **stmt; /* by query id; NULL until it is asked for */
	sqlite3_stmt *begin_read, *begin_write, *commit, *rollback;
	sqlite3_stmt *new_id; /* for the table asked about last */
	const char *numbered; /* that table */
	char *wal;            /* path of the write-ahead log */
	int lock;             /* descriptor of the lock file; -1 for readers */
	bool locked;
	bool read_only;
	bool patient;
	int64_t deadline; /* of the running read, by store_ms; 0 for none */
	enum err failure;
};

/* Remembers, logs and returns a failure of the library; what names the
 * statement. */
enum err sqlite_fail(struct engine *e, const char *what, const char *file,
		     int line);

#define SQLITE_FAILED(e, what) sqlite_fail((e), (what), __FILE__, __LINE__)

/* The path of a house: the vault lies beside the company's records.  The
 * caller frees it. */
char *sqlite_path(const char *place, enum store_house house);

/* A connection with our profile, but no statements yet. */
enum err sqlite_connect(const char *path, enum store_mode mode, bool create,
			struct engine **out);
void sqlite_close(struct engine *e);

/* Takes away what a form or a bug could ask of SQLite that no statement of ours
 * needs. */
void sqlite_limit(struct engine *e);

/* One statement: carried out; prepared, NULL after a failure; its integer. */
enum err sqlite_execute(struct engine *e, const char *sql);
sqlite3_stmt *sqlite_prepare(struct engine *e, const char *name,
			     const char *text);
enum err sqlite_integer(struct engine *e, const char *sql, int64_t *value);

/* Sets a pragma and reads it back: ERR_DB, after logging, when the engine will
 * not have it so. */
enum err sqlite_set(struct engine *e, const char *name, int64_t value);

/* The one lock for commits and checkpoints; ERR_BUSY when it is not to be had.
 * Unlocking what is not locked does nothing. */
enum err sqlite_lock(struct engine *e);
void sqlite_unlock(struct engine *e);

/* Empties a log that has grown; needs the lock. */
void sqlite_checkpoint_if_large(struct engine *e);

/* ERR_DB, after logging, unless the schema is of this version. */
enum err sqlite_schema_check(struct engine *e, enum store_house house);

/* Of struct engine_calls. */
enum err sqlite_migrate(const char *place, enum store_house house,
			struct store_migrated *done);
bool sqlite_exists(const char *place);

/* Looks for damage: pages, indexes, references. */
enum err sqlite_read_all(struct engine *e);

#endif
