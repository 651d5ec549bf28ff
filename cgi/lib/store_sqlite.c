/* store_sqlite.c - the store on one SQLite file; the only door to SQLite.
 *
 * Debian's SQLite may corrupt a database when one connection commits while
 * another begins a checkpoint (the WAL-reset bug, fixed upstream in 3.51.3).
 * So nothing checkpoints by itself here, and commits and checkpoints happen
 * only while holding one lock file.  synchronous=FULL: what was answered as
 * saved survives a power cut.  Readers never wait for writers. */
#include "store.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "log.h"
#include "store_engine.h"

enum {
	BUSY_READER_MS = 2000,
	BUSY_WRITER_MS = 5000,
	LOCK_PAUSE_NS = 1000 * 1000,
	WAL_LIMIT = 4 * 1024 * 1024, /* bytes; then checkpoint */
	WAL_KEEP = 64 * 1024 * 1024, /* bytes kept after one */
	BULK_KB = 64 * 1024, /* pages in memory of who writes very much */

	CHECK_EVERY = 10000, /* engine steps per look at the clock */
	READ_DEADLINE_MS = 10 * 1000,
};

struct engine {
	sqlite3 *db;
	sqlite3_stmt **stmt; /* by query id; NULL for the other house's */
	sqlite3_stmt *begin_read, *begin_write, *commit, *rollback;
	char *wal; /* path of the write-ahead log */
	int lock;  /* descriptor of the lock file; -1 for readers */
	bool locked;
	bool read_only;
	bool patient;
	int64_t deadline; /* of the running read, monotonic ms; 0 for none */
	enum err failure;
};

static int64_t monotonic_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Whether a row of that key is there already. */
static bool unique(sqlite3 *db)
{
	int code = sqlite3_extended_errcode(db);

	return code == SQLITE_CONSTRAINT_UNIQUE ||
	       code == SQLITE_CONSTRAINT_PRIMARYKEY;
}

/* Remembers and logs a failure of the library; what names the statement. */
static enum err fail(struct engine *e, const char *what, int line)
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
	log_line("store_sqlite.c", line, "error",
		 "statement=%s code=%d text=\"%s\"", what,
		 sqlite3_extended_errcode(e->db), sqlite3_errmsg(e->db));
	return e->failure;
}

#define FAIL(e, what) fail((e), (what), __LINE__)

/* ---- opening --------------------------------------------------------------
 */

static enum err execute(struct engine *e, const char *sql)
{
	if (sqlite3_exec(e->db, sql, NULL, NULL, NULL) != SQLITE_OK)
		return FAIL(e, sql);
	return OK;
}

/* What a form or a bug could ask of SQLite that no statement of ours needs. */
static void limit(sqlite3 *db)
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
		{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50 },
		{ SQLITE_LIMIT_VARIABLE_NUMBER, 50 },
		{ SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
		{ SQLITE_LIMIT_WORKER_THREADS, 0 },
	};

	for (size_t i = 0; i < COUNT(limits); i++)
		sqlite3_limit(db, limits[i][0], limits[i][1]);
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

static sqlite3_stmt *prepare(struct engine *e, const char *name,
			     const char *text)
{
	sqlite3_stmt *stmt = NULL;

	if (sqlite3_prepare_v3(e->db, text, -1, SQLITE_PREPARE_PERSISTENT,
			       &stmt, NULL) != SQLITE_OK)
		FAIL(e, name);
	return stmt;
}

static enum err read_integer(struct engine *e, const char *sql, int64_t *value)
{
	sqlite3_stmt *stmt = prepare(e, sql, sql);
	enum err result = OK;

	if (!stmt)
		return ERR_DB;
	if (sqlite3_step(stmt) == SQLITE_ROW)
		*value = sqlite3_column_int64(stmt, 0);
	else
		result = FAIL(e, sql);
	sqlite3_finalize(stmt);
	return result;
}

/* Sets one value and reads it back: an engine that will not have it so is
 * not opened. */
static enum err set(struct engine *e, const char *name, int64_t value)
{
	char sql[80];
	int64_t now = -1;
	enum err result;

	snprintf(sql, sizeof(sql), "PRAGMA %s = %lld", name, (long long)value);
	result = execute(e, sql);
	snprintf(sql, sizeof(sql), "PRAGMA %s", name);
	if (result == OK)
		result = read_integer(e, sql, &now);
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
		{ "foreign_keys", 1 },
		{ "cell_size_check", 1 },
		{ "synchronous", 2 },
		{ "wal_autocheckpoint", 0 },
		{ "temp_store", 2 },
		{ "mmap_size", 0 },
		{ "trusted_schema", 0 },
		{ "secure_delete", 1 },
		{ "journal_size_limit", WAL_KEEP },
	};
	enum err result = OK;

	sqlite3_busy_timeout(e->db,
			     e->read_only ? BUSY_READER_MS : BUSY_WRITER_MS);
	harden(e->db);
	for (size_t i = 0; result == OK && i < COUNT(settings); i++)
		result = set(e, settings[i].name, settings[i].value);
	if (result == OK && !e->read_only)
		result = execute(e, "PRAGMA journal_mode = WAL");
	return result;
}

/* Statements are prepared at the start; nothing may look further later. */
static int authorize(void *engine, int action, const char *a, const char *b,
		     const char *c, const char *d)
{
	const struct engine *e = engine;

	(void)a, (void)b, (void)c, (void)d;
	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_READ:
	case SQLITE_FUNCTION:
	case SQLITE_RECURSIVE:
	case SQLITE_TRANSACTION:
		return SQLITE_OK;
	case SQLITE_INSERT:
	case SQLITE_UPDATE:
	case SQLITE_DELETE:
		return e->read_only ? SQLITE_DENY : SQLITE_OK;
	default:
		return SQLITE_DENY;
	}
}

static int look_at_clock(void *engine)
{
	const struct engine *e = engine;

	return e->deadline && monotonic_ms() > e->deadline;
}

/* A statement must answer the columns its file declares, by name. */
static enum err check_columns(sqlite3_stmt *stmt, const struct store_query *q)
{
	if ((size_t)sqlite3_column_count(stmt) != q->n_out) {
		LOG_ERROR("statement=%s columns=%d declared=%zu", q->name,
			  sqlite3_column_count(stmt), q->n_out);
		return ERR_DB;
	}
	for (size_t i = 0; i < q->n_out; i++) {
		const char *name = sqlite3_column_name(stmt, (int)i);

		if (!name || strcmp(name, q->out[i].name) != 0) {
			LOG_ERROR("statement=%s column=%s declared=%s", q->name,
				  name ? name : "", q->out[i].name);
			return ERR_DB;
		}
	}
	return OK;
}

static enum err prepare_all(struct engine *e, enum store_house house)
{
	e->stmt = calloc(store_query_count, sizeof(sqlite3_stmt *));
	BUG_IF(!e->stmt);
	for (size_t i = 0; i < store_query_count; i++) {
		const struct store_query *q = &store_queries[i];

		if (q->house != house || (q->writes && e->read_only) || q->lazy)
			continue;
		e->stmt[i] = prepare(e, q->name, q->text);
		if (!e->stmt[i] || check_columns(e->stmt[i], q) != OK)
			return ERR_DB;
	}
	e->begin_read = prepare(e, "begin", "BEGIN");
	e->begin_write = prepare(e, "begin", "BEGIN IMMEDIATE");
	e->commit = prepare(e, "commit", "COMMIT");
	e->rollback = prepare(e, "rollback", "ROLLBACK");
	return e->begin_read && e->begin_write && e->commit && e->rollback
		       ? OK
		       : ERR_DB;
}

static void engine_close(struct engine *e)
{
	for (size_t i = 0; e->stmt && i < store_query_count; i++)
		sqlite3_finalize(e->stmt[i]);
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
static char *path_of(const char *place, enum store_house house)
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

/* A connection with our profile, but no statements yet. */
static enum err connect(const char *path, enum store_mode mode, bool create,
			struct engine **out)
{
	struct engine *e = calloc(1, sizeof(*e));
	int flags = SQLITE_OPEN_NOMUTEX;
	enum err result = OK;

	BUG_IF(!e);
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
		engine_close(e);
		return result;
	}
	*out = e;
	return OK;
}

/* ---- the one lock for commits and checkpoints ------------------------------
 */

static enum err lock(struct engine *e)
{
	int64_t end = monotonic_ms() + BUSY_WRITER_MS;
	struct timespec pause = { 0, LOCK_PAUSE_NS };

	while (flock(e->lock, LOCK_EX | LOCK_NB) != 0) {
		if (errno != EWOULDBLOCK && errno != EINTR) {
			LOG_ERROR("lock=\"%s\"", strerror(errno));
			return ERR_DB;
		}
		if (monotonic_ms() > end)
			return ERR_BUSY;
		nanosleep(&pause, NULL);
	}
	e->locked = true;
	return OK;
}

static void unlock(struct engine *e)
{
	if (e->locked)
		flock(e->lock, LOCK_UN);
	e->locked = false;
}

/* Empties a log that has grown; readers in the way just postpone it. */
static void checkpoint_if_large(struct engine *e)
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

/* ---- the schema -------------------------------------------------------------
 */

static int64_t newest_step(enum store_house house)
{
	int64_t newest = 0;

	for (size_t i = 0; i < store_step_count; i++)
		if (store_steps[i].house == house &&
		    store_steps[i].number > newest)
			newest = store_steps[i].number;
	return newest;
}

static enum err check_version(struct engine *e, enum store_house house)
{
	int64_t version = 0;
	enum err result = read_integer(e, "PRAGMA user_version", &version);

	if (result == OK && version != newest_step(house)) {
		LOG_ERROR("schema=%lld needed=%lld problem=\"%s\"",
			  (long long)version, (long long)newest_step(house),
			  version > newest_step(house)
				  ? "newer than this program"
				  : "run: salesboard migrate");
		return ERR_DB;
	}
	return result;
}

static enum err apply_step(struct engine *e, const struct store_step *step)
{
	char version[64];
	enum err result = execute(e, "BEGIN IMMEDIATE");

	if (result != OK)
		return result;
	snprintf(version, sizeof(version), "PRAGMA user_version = %lld",
		 (long long)step->number);
	result = execute(e, step->text);
	if (result == OK)
		result = execute(e, version);
	if (result == OK)
		return execute(e, "COMMIT");
	sqlite3_exec(e->db, "ROLLBACK", NULL, NULL, NULL);
	LOG_ERROR("step=%s problem=\"not applied\"", step->name);
	return result;
}

static enum err apply_missing(struct engine *e, enum store_house house,
			      int64_t *applied)
{
	int64_t version = 0;
	enum err result = read_integer(e, "PRAGMA user_version", &version);

	if (result == OK && version > newest_step(house)) {
		LOG_ERROR("schema=%lld problem=\"newer than this program\"",
			  (long long)version);
		return ERR_DB;
	}
	for (size_t i = 0; result == OK && i < store_step_count; i++) {
		const struct store_step *step = &store_steps[i];

		if (step->house != house || step->number <= version)
			continue;
		result = apply_step(e, step);
		*applied += result == OK;
	}
	return result;
}

static enum err sqlite_migrate(const char *place, enum store_house house,
			       int64_t *applied)
{
	char *path = path_of(place, house);
	struct engine *e;
	enum err result = connect(path, STORE_READ_WRITE, true, &e);

	*applied = 0;
	free(path);
	if (result != OK)
		return result;
	result = lock(e);
	if (result == OK)
		result = apply_missing(e, house, applied);
	unlock(e);
	engine_close(e);
	return result;
}

static enum err sqlite_open(const char *place, enum store_house house,
			    enum store_mode mode, struct engine **out)
{
	char *path = path_of(place, house);
	struct engine *e;
	enum err result = connect(path, mode, false, &e);

	free(path);
	if (result != OK)
		return result;
	result = check_version(e, house);
	limit(e->db);
	sqlite3_set_authorizer(e->db, authorize, e);
	sqlite3_progress_handler(e->db, CHECK_EVERY, look_at_clock, e);
	if (result == OK)
		result = prepare_all(e, house);
	if (result != OK) {
		engine_close(e);
		return result;
	}
	*out = e;
	return OK;
}

static bool sqlite_exists(const char *place)
{
	return access(place, F_OK) == 0;
}

/* ---- transactions -----------------------------------------------------------
 */

static enum err step_once(struct engine *e, sqlite3_stmt *stmt,
			  const char *name)
{
	int code = sqlite3_step(stmt);
	enum err result = code == SQLITE_DONE ? OK : FAIL(e, name);

	sqlite3_reset(stmt);
	return result;
}

static enum err sqlite_begin(struct engine *e, bool writes)
{
	enum err result = OK;

	e->failure = OK;
	e->deadline =
		writes || e->patient ? 0 : monotonic_ms() + READ_DEADLINE_MS;
	if (writes)
		result = lock(e);
	if (result == OK)
		result = step_once(e, writes ? e->begin_write : e->begin_read,
				   "begin");
	if (result != OK)
		unlock(e);
	return result;
}

/* A new id is one more than the largest there is. */
static enum err sqlite_renumber(struct engine *e)
{
	(void)e;
	return OK;
}

static void sqlite_patient(struct engine *e)
{
	e->patient = true;
}

static void sqlite_rollback(struct engine *e)
{
	e->deadline = 0;
	/* Some failures have already ended the transaction. */
	if (!sqlite3_get_autocommit(e->db))
		step_once(e, e->rollback, "rollback");
	unlock(e);
}

static enum err sqlite_commit(struct engine *e)
{
	enum err result = step_once(e, e->commit, "commit");

	if (result != OK) {
		sqlite_rollback(e);
		return result;
	}
	checkpoint_if_large(e);
	unlock(e);
	return OK;
}

/* ---- statements -------------------------------------------------------- */

static int bind(sqlite3_stmt *stmt, int place, enum store_type type,
		union store_value value)
{
	if (type == STORE_TEXT_OPTION && !value.text)
		return sqlite3_bind_null(stmt, place);
	if (store_is_text(type))
		return sqlite3_bind_text(stmt, place, value.text, -1,
					 SQLITE_STATIC);
	if (type == STORE_OPTION && value.integer == NONE)
		return sqlite3_bind_null(stmt, place);
	return sqlite3_bind_int64(stmt, place, value.integer);
}

struct question {
	unsigned query;
	const union store_value *in;
	bool started;
};

static struct question *sqlite_ask(struct engine *e, struct arena *a,
				   unsigned query, const union store_value *in)
{
	struct question *q = arena_zalloc(a, sizeof(*q));

	if (store_queries[query].lazy && !e->stmt[query])
		e->stmt[query] = prepare(e, store_queries[query].name,
					 store_queries[query].text);
	BUG_IF(!e->stmt[query]); /* a change on a handle that only reads */
	*q = (struct question){ .query = query, .in = in };
	return q;
}

static enum err bind_all(struct engine *e, const struct question *asked)
{
	const struct store_query *q = &store_queries[asked->query];
	sqlite3_stmt *stmt = e->stmt[asked->query];
	/* A statement may have no use for the last parts of a scope. */
	size_t used = (size_t)sqlite3_bind_parameter_count(stmt);

	for (size_t i = 0; i < q->n_in && i < used; i++)
		if (bind(stmt, (int)i + 1, q->in[i].type, asked->in[i]) !=
		    SQLITE_OK)
			return FAIL(e, q->name);
	return OK;
}

static enum store_step_result sqlite_step(struct engine *e, struct question *q)
{
	if (!q->started && bind_all(e, q) != OK)
		return STEP_FAILED;
	q->started = true;
	switch (sqlite3_step(e->stmt[q->query])) {
	case SQLITE_ROW:
		return STEP_ROW;
	case SQLITE_DONE:
		return STEP_DONE;
	default:
		FAIL(e, store_queries[q->query].name);
		return STEP_FAILED;
	}
}

static enum err sqlite_fill(struct engine *e, const struct question *asked,
			    struct arena *a, void *row)
{
	const struct store_query *q = &store_queries[asked->query];
	sqlite3_stmt *stmt = e->stmt[asked->query];

	for (size_t i = 0; i < q->n_out; i++) {
		void *member = (char *)row + q->out[i].offset;
		bool null = sqlite3_column_type(stmt, (int)i) == SQLITE_NULL;

		if (null && !store_is_option(q->out[i].type)) {
			LOG_ERROR("statement=%s column=%s problem=\"NULL\"",
				  q->name, q->out[i].name);
			return ERR_DB;
		}
		if (store_is_text(q->out[i].type))
			*(const char **)member =
				null ? NULL
				     : arena_strdup(
					       a,
					       (const char *)
						       sqlite3_column_text(
							       stmt, (int)i));
		else
			*(int64_t *)member =
				null ? NONE
				     : sqlite3_column_int64(stmt, (int)i);
	}
	return OK;
}

static void sqlite_end(struct engine *e, struct question *q)
{
	sqlite3_reset(e->stmt[q->query]);
	sqlite3_clear_bindings(e->stmt[q->query]);
}

static enum err sqlite_post(struct engine *e, struct question *q)
{
	enum store_step_result result = sqlite_step(e, q);

	sqlite_end(e, q);
	return result == STEP_FAILED ? e->failure : OK;
}

/* Plans are looked at and fixed: statistics would only change them. */
static enum err sqlite_grown(struct engine *e)
{
	(void)e;
	return OK;
}

/* A file does not go away. */
static bool sqlite_lost(const struct engine *e)
{
	(void)e;
	return false;
}

static enum err sqlite_failure(const struct engine *e)
{
	return e->failure;
}

static enum err sqlite_check(struct engine *e)
{
	sqlite3_stmt *stmt;
	enum err result = OK;

	sqlite3_set_authorizer(e->db, NULL, NULL);
	stmt = prepare(e, "integrity_check", "PRAGMA integrity_check(1)");
	if (!stmt || sqlite3_step(stmt) != SQLITE_ROW)
		result = FAIL(e, "integrity_check");
	else if (strcmp((const char *)sqlite3_column_text(stmt, 0), "ok") != 0)
		result = ERR_DB;
	if (result == ERR_DB && stmt)
		LOG_ERROR("damage=\"%s\"",
			  (const char *)sqlite3_column_text(stmt, 0));
	sqlite3_finalize(stmt);
	stmt = prepare(e, "foreign_key_check", "PRAGMA foreign_key_check");
	if (stmt && sqlite3_step(stmt) == SQLITE_ROW) {
		LOG_ERROR("damage=\"reference from %s\"",
			  (const char *)sqlite3_column_text(stmt, 0));
		result = ERR_DB;
	}
	sqlite3_finalize(stmt);
	sqlite3_set_authorizer(e->db, authorize, e);
	return result;
}

/* With few pages in memory, the same ones are written again and again within
 * a large transaction. */
static enum err sqlite_bulk(struct engine *e)
{
	enum err result;

	sqlite3_set_authorizer(e->db, NULL, NULL);
	result = set(e, "cache_size", -BULK_KB);
	sqlite3_set_authorizer(e->db, authorize, e);
	return result;
}

const struct engine_calls store_sqlite = {
	.scheme = "sqlite:",
	.open = sqlite_open,
	.close = engine_close,
	.exists = sqlite_exists,
	.migrate = sqlite_migrate,
	.check = sqlite_check,
	.renumber = sqlite_renumber,
	.patient = sqlite_patient,
	.bulk = sqlite_bulk,
	.begin = sqlite_begin,
	.commit = sqlite_commit,
	.rollback = sqlite_rollback,
	.ask = sqlite_ask,
	.step = sqlite_step,
	.fill = sqlite_fill,
	.end = sqlite_end,
	.post = sqlite_post,
	.grown = sqlite_grown,
	.failure = sqlite_failure,
	.lost = sqlite_lost,
};
