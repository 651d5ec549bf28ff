/* store_sqlite_schema.c - the schema of a store on SQLite, step by step; its
 * version is the file's user_version. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "log.h"
#include "store_sqlite.h"

enum err sqlite_schema_check(struct engine *e, enum store_house house)
{
	int64_t version = 0;
	enum err result = sqlite_integer(e, "PRAGMA user_version", &version);

	return result == OK ? store_check_version(version, house) : result;
}

/* Each in a transaction of its own. */
static enum err apply(void *engine, const struct store_step *step)
{
	struct engine *e = engine;
	char version[64];
	enum err result = sqlite_execute(e, "BEGIN IMMEDIATE");

	if (result != OK)
		return result;
	snprintf(version, sizeof(version), "PRAGMA user_version = %lld",
		 (long long)step->number);
	result = sqlite_execute(e, step->text);
	if (result == OK)
		result = sqlite_execute(e, version);
	if (result == OK)
		return sqlite_execute(e, "COMMIT");
	sqlite3_exec(e->db, "ROLLBACK", NULL, NULL, NULL);
	return result;
}

static enum err apply_missing(struct engine *e, enum store_house house,
			      struct store_migrated *done)
{
	int64_t version = 0;
	enum err result = sqlite_integer(e, "PRAGMA user_version", &version);

	if (result != OK)
		return result;
	return store_apply_steps(version, house, apply, e, done);
}

enum err sqlite_migrate(const char *place, enum store_house house,
			struct store_migrated *done)
{
	char *path = sqlite_path(place, house);
	struct engine *e;
	enum err result = sqlite_connect(path, STORE_READ_WRITE, true, &e);

	*done = (struct store_migrated){ 0 };
	free(path);
	if (result != OK)
		return result;
	result = sqlite_lock(e);
	if (result == OK)
		result = apply_missing(e, house, done);
	sqlite_unlock(e);
	sqlite_close(e);
	return result;
}

bool sqlite_exists(const char *place)
{
	return access(place, F_OK) == 0;
}

enum err sqlite_read_all(struct engine *e)
{
	sqlite3_stmt *stmt;
	enum err result = OK;

	stmt = sqlite_prepare(e, "integrity_check",
			      "PRAGMA integrity_check(1)");
	if (!stmt || sqlite3_step(stmt) != SQLITE_ROW)
		result = SQLITE_FAILED(e, "integrity_check");
	else if (strcmp((const char *)sqlite3_column_text(stmt, 0), "ok") != 0)
		result = ERR_DB;
	if (result == ERR_DB && stmt)
		LOG_ERROR("damage=\"%s\"",
			  (const char *)sqlite3_column_text(stmt, 0));
	sqlite3_finalize(stmt);
	stmt = sqlite_prepare(e, "foreign_key_check",
			      "PRAGMA foreign_key_check");
	if (stmt && sqlite3_step(stmt) == SQLITE_ROW) {
		LOG_ERROR("damage=\"reference from %s\"",
			  (const char *)sqlite3_column_text(stmt, 0));
		result = ERR_DB;
	}
	sqlite3_finalize(stmt);
	return result;
}
