/* store_sqlite_file.c - the store's file: opened for our purposes only, and
 * committed to under one lock.
 *
 * Debian's SQLite may corrupt a database when one connection commits while
 * another begins a checkpoint (the WAL-reset bug, fixed upstream in 3.51.3).
 * So nothing checkpoints by itself here, and commits and checkpoints happen
 * only while holding one lock file.  synchronous=FULL: what was answered as
 * saved survives a power cut.  Readers never wait for writers. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "log.h"
#include "store_sqlite.h"

enum {
	BUSY_READER_MS = 2000,
	BUSY_WRITER_MS = 5000,
	LOCK_PAUSE_NS = 1000 * 1000,
	WAL_LIMIT = 4 * 1024 * 1024, /* bytes; then checkpoint */
	WAL_KEEP = 64 * 1024 * 1024, /* bytes kept after one */
	PAGES_KB = 750, /* of the file in memory; the system holds the rest */
};

/* Whether a row of that key is there already. */
static bool unique(sqlite3 *db)
{
	int code = sqlite3_extended_errcode(db);

	return code == SQLITE_CONSTRAINT_UNIQUE ||
	       code == SQLITE_CONSTRAINT_PRIMARYKEY;
}

enum err sqlite_fail(struct engine *e, const char *what, const char *file,
		     int line)
{
	int code = sqlite3_errcode(e->db) & 0xff;

	switch (code) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_INTERRUPT:
		e->failure = ERR_BUSY;
		break;
	case SQLITE_CONSTRAINT:
		e->failure = unique(e->db) ? ERR_CONFLICT : ERR_DB;
		break;
	default:
		e->failure = ERR_DB;
	}
	log_line(file, line, "error", "statement=%s code=%d text=\"%s\"", what,
		 sqlite3_extended_errcode(e->db), sqlite3_errmsg(e->db));
	return e->failure;
}

enum err sqlite_execute(struct engine *e, const char *sql)
{
	if (sqlite3_exec(e->db, sql, NULL, NULL, NULL) != SQLITE_OK)
		return SQLITE_FAILED(e, sql);
	return OK;
}

sqlite3_stmt *sqlite_prepare(struct engine *e, const char *name,
			     const char *text)
{
	sqlite3_stmt *stmt = NULL;

	if (sqlite3_prepare_v3(e->db, text, -1, SQLITE_PREPARE_PERSISTENT,
			       &stmt, NULL) != SQLITE_OK)
		SQLITE_FAILED(e, name);
	return stmt;
}

enum err sqlite_integer(struct engine *e, const char *sql, int64_t *value)
{
	sqlite3_stmt *stmt = sqlite_prepare(e, sql, sql);
	enum err result = OK;

	if (!stmt)
		return ERR_DB;
	if (sqlite3_step(stmt) == SQLITE_ROW)
		*value = sqlite3_column_int64(stmt, 0);
	else
		result = SQLITE_FAILED(e, sql);
	sqlite3_finalize(stmt);
	return result;
}

/* ---- opening --------------------------------------------------------------
 */

void sqlite_limit(struct engine *e)
{
	static const int limits[][2] = {
		{ SQLITE_LIMIT_LENGTH, 1000000 },
		{ SQLITE_LIMIT_SQL_LENGTH, 100000 },
		{ SQLITE_LIMIT_COLUMN, 100 },
		{ SQLITE_LIMIT_EXPR_DEPTH, 50 },
		{ SQLITE_LIMIT_COMPOUND_SELECT, 10 },
		{ SQLITE_LIMIT_VDBE_OP, 25000 },
		{ SQLITE_LIMIT_FUNCTION_ARG, 8 },
		{ SQLITE_LIMIT_ATTACHED, 0 },
		{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, STORE_PATTERN },
		{ SQLITE_LIMIT_VARIABLE_NUMBER, 50 },
		{ SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
		{ SQLITE_LIMIT_WORKER_THREADS, 0 },
	};

	for (size_t i = 0; i < COUNT(limits); i++)
		sqlite3_limit(e->db, limits[i][0], limits[i][1]);
}

static void harden(sqlite3 *db)
{
	static const int settings[][2] = {
		{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
		{ SQLITE_DBCONFIG_DQS_DML, 0 },
		{ SQLITE_DBCONFIG_DQS_DDL, 0 },
		{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
		{ SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
		{ SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
		{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
		{ SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
	};
	int keep_wal = 1;

	for (size_t i = 0; i < COUNT(settings); i++)
		sqlite3_db_config(db, settings[i][0], settings[i][1], NULL);
	sqlite3_file_control(db, "main", SQLITE_FCNTL_PERSIST_WAL, &keep_wal);
}

enum err sqlite_set(struct engine *e, const char *name, int64_t value)
{
	char sql[80];
	int64_t now = -1;
	enum err result;

	snprintf(sql, sizeof(sql), "PRAGMA %s = %lld", name, (long long)value);
	result = sqlite_execute(e, sql);
	snprintf(sql, sizeof(sql), "PRAGMA %s", name);
	if (result == OK)
		result = sqlite_integer(e, sql, &now);
	if (result == OK && now != value) {
		LOG_ERROR("setting=%s is=%lld needed=%lld", name,
			  (long long)now, (long long)value);
		return ERR_DB;
	}
	return result;
}

static enum err profile(struct engine *e)
{
	static const struct setting {
		const char *name;
		int64_t value;
	} settings[] = {
		{ "foreign_keys", 1 },       { "cell_size_check", 1 },
		{ "synchronous", 2 },        { "wal_autocheckpoint", 0 },
		{ "temp_store", 2 },         { "mmap_size", 0 },
		{ "cache_size", -PAGES_KB }, { "trusted_schema", 0 },
		{ "secure_delete", 1 },      { "journal_size_limit", WAL_KEEP },
	};
	enum err result = OK;

	sqlite3_busy_timeout(e->db,
			     e->read_only ? BUSY_READER_MS : BUSY_WRITER_MS);
	harden(e->db);
	for (size_t i = 0; result == OK && i < COUNT(settings); i++)
		result = sqlite_set(e, settings[i].name, settings[i].value);
	if (result == OK && !e->read_only)
		result = sqlite_execute(e, "PRAGMA journal_mode = WAL");
	return result;
}

void sqlite_close(struct engine *e)
{
	for (size_t i = 0; e->stmt && i < store_query_count; i++)
		sqlite3_finalize(e->stmt[i]);
	sqlite3_finalize(e->new_id);
	sqlite3_finalize(e->begin_read);
	sqlite3_finalize(e->begin_write);
	sqlite3_finalize(e->commit);
	sqlite3_finalize(e->rollback);
	sqlite3_close(e->db);
	if (e->lock >= 0)
		close(e->lock);
	free(e->stmt);
	free(e->wal);
	free(e);
}

static char *joined(const char *a, const char *b)
{
	size_t size = strlen(a) + strlen(b) + 1;
	char *text = malloc(size);

	BUG_IF(!text);
	snprintf(text, size, "%s%s", a, b);
	return text;
}

/* The vault lies beside the company's records. */
char *sqlite_path(const char *place, enum store_house house)
{
	return joined(place, house == STORE_VAULT ? ".vault" : "");
}

static enum err open_lock(struct engine *e, const char *path)
{
	char *name = joined(path, ".lock");

	e->lock = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0660);
	if (e->lock < 0)
		LOG_ERROR("file=\"%s\" problem=\"%s\"", name, strerror(errno));
	free(name);
	return e->lock < 0 ? ERR_DB : OK;
}

static void make_private(const char *path)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0660);

	if (fd >= 0) {
		fchmod(fd, 0660);
		close(fd);
	}
}

/* Once, before anything else is asked of the library: our programs have one
 * thread and nobody reads the library's statistics, for which it would lock
 * each allocation. */
static void configure(void)
{
	static bool done;

	if (!done) {
		sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
		sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	}
	done = true;
}

/* A connection with our profile, but no statements yet. */
enum err sqlite_connect(const char *path, enum store_mode mode, bool create,
			struct engine **out)
{
	struct engine *e = calloc(1, sizeof(*e));
	int flags = SQLITE_OPEN_NOMUTEX;
	enum err result = OK;

	BUG_IF(!e);
	configure();
	e->lock = -1;
	e->read_only = mode == STORE_READ_ONLY;
	e->wal = joined(path, "-wal");
	flags |= e->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
	flags |= create ? SQLITE_OPEN_CREATE : 0;
	/* Records and passwords are for their owner and group alone; the log
	 * files of SQLite take the mode of the store. */
	if (create)
		make_private(path);
	if (sqlite3_open_v2(path, &e->db, flags, NULL) != SQLITE_OK) {
		LOG_ERROR("file=\"%s\" problem=\"%s\"", path,
			  e->db ? sqlite3_errmsg(e->db) : "no memory");
		result = ERR_DB;
	}
	if (result == OK)
		result = profile(e);
	if (result == OK && !e->read_only)
		result = open_lock(e, path);
	if (result != OK) {
		sqlite_close(e);
		return result;
	}
	*out = e;
	return OK;
}

/* ---- the one lock for commits and checkpoints ------------------------------
 */

enum err sqlite_lock(struct engine *e)
{
	int64_t end = store_ms() + BUSY_WRITER_MS;
	struct timespec pause = { 0, LOCK_PAUSE_NS };

	while (flock(e->lock, LOCK_EX | LOCK_NB) != 0) {
		if (errno != EWOULDBLOCK && errno != EINTR) {
			LOG_ERROR("lock=\"%s\"", strerror(errno));
			return ERR_DB;
		}
		if (store_ms() > end)
			return ERR_BUSY;
		nanosleep(&pause, NULL);
	}
	e->locked = true;
	return OK;
}

void sqlite_unlock(struct engine *e)
{
	if (e->locked)
		flock(e->lock, LOCK_UN);
	e->locked = false;
}

/* Empties a log that has grown; readers in the way just postpone it. */
void sqlite_checkpoint_if_large(struct engine *e)
{
	struct stat st;

	if (stat(e->wal, &st) != 0 || st.st_size < WAL_LIMIT)
		return;
	BUG_IF(!e->locked);
	sqlite3_busy_timeout(e->db, 0);
	sqlite3_wal_checkpoint_v2(e->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL,
				  NULL);
	sqlite3_busy_timeout(e->db, BUSY_WRITER_MS);
}
