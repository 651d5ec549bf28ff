/* store_sqlite.c - the store on one SQLite file: statements and transactions.
 */
#include "store_sqlite.h"

#include <string.h>

#include "log.h"

enum {
	BULK_KB = 8 * 1024,  /* pages in memory of who writes very much */
	CHECK_EVERY = 10000, /* engine steps per look at the clock */
	READ_DEADLINE_MS = 10 * 1000,
};

/* ---- opening --------------------------------------------------------------
 */

/* What statements may do; nothing else is ever prepared. */
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

	return e->deadline && store_ms() > e->deadline;
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

/*
 * A new row's id is its rowid, which the connection remembers.  So the engine
 * is not asked for RETURNING, for whose sake it would first copy every page
 * the statement touches.
 */
static bool answers_id(const struct store_query *q)
{
	static const char id[] = "RETURNING id\n";
	size_t n = strlen(q->text), tail = sizeof(id) - 1;

	return n > tail && strcmp(q->text + n - tail, id) == 0 &&
	       strncmp(q->text, "INSERT", 6) == 0 &&
	       !strstr(q->text, "ON CONFLICT");
}

/* What every transaction needs.  A program asks few of all statements, and
 * each takes memory: they are prepared when they are asked for. */
static enum err prepare_transactions(struct engine *e)
{
	e->stmt = calloc(store_query_count, sizeof(sqlite3_stmt *));
	BUG_IF(!e->stmt);
	e->begin_read = sqlite_prepare(e, "begin", "BEGIN");
	e->begin_write = sqlite_prepare(e, "begin", "BEGIN IMMEDIATE");
	e->commit = sqlite_prepare(e, "commit", "COMMIT");
	e->rollback = sqlite_prepare(e, "rollback", "ROLLBACK");
	return e->begin_read && e->begin_write && e->commit && e->rollback
		       ? OK
		       : ERR_DB;
}

static sqlite3_stmt *prepared(struct engine *e, const struct store_query *q)
{
	const char *end = answers_id(q) ? strstr(q->text, "RETURNING id")
					: q->text + strlen(q->text);
	char *text = strndup(q->text, (size_t)(end - q->text));
	sqlite3_stmt *stmt;

	BUG_IF(!text);
	stmt = sqlite_prepare(e, q->name, text);
	free(text);
	return stmt;
}

static enum err prepare(struct engine *e, unsigned query)
{
	const struct store_query *q = &store_queries[query];

	if (e->stmt[query])
		return OK;
	e->stmt[query] = prepared(e, q);
	if (!e->stmt[query])
		return e->failure;
	if (answers_id(q) || check_columns(e->stmt[query], q) == OK)
		return OK;
	sqlite3_finalize(e->stmt[query]);
	e->stmt[query] = NULL;
	return e->failure = ERR_DB;
}

static enum err sqlite_open(const char *place, enum store_house house,
			    enum store_mode mode, struct engine **out)
{
	char *path = sqlite_path(place, house);
	struct engine *e;
	enum err result = sqlite_connect(path, mode, false, &e);

	free(path);
	if (result != OK)
		return result;
	e->house = house;
	result = sqlite_schema_check(e, house);
	sqlite_limit(e);
	sqlite3_set_authorizer(e->db, authorize, e);
	sqlite3_progress_handler(e->db, CHECK_EVERY, look_at_clock, e);
	if (result == OK)
		result = prepare_transactions(e);
	if (result != OK) {
		sqlite_close(e);
		return result;
	}
	*out = e;
	return OK;
}

/* ---- transactions -----------------------------------------------------------
 */

static enum err step_once(struct engine *e, sqlite3_stmt *stmt,
			  const char *name)
{
	int code = sqlite3_step(stmt);
	enum err result = code == SQLITE_DONE ? OK : SQLITE_FAILED(e, name);

	sqlite3_reset(stmt);
	return result;
}

static enum err sqlite_begin(struct engine *e, bool writes)
{
	enum err result = OK;

	e->failure = OK;
	e->deadline = writes || e->patient ? 0 : store_ms() + READ_DEADLINE_MS;
	if (writes)
		result = sqlite_lock(e);
	if (result == OK)
		result = step_once(e, writes ? e->begin_write : e->begin_read,
				   "begin");
	if (result != OK)
		sqlite_unlock(e);
	return result;
}

static sqlite3_stmt *prepare_new_id(struct engine *e, const char *table)
{
	char sql[120];

	sqlite3_finalize(e->new_id);
	sqlite3_snprintf(sizeof(sql), sql,
			 "SELECT COALESCE(MAX(id), 0) + 1 FROM \"%w\"", table);
	e->numbered = table;
	e->new_id = sqlite_prepare(e, "new_id", sql);
	return e->new_id;
}

/* Nobody else writes, so it is the one the row would get by itself. */
static enum err sqlite_new_id(struct engine *e, const char *table, int64_t *id)
{
	sqlite3_stmt *stmt = e->new_id;
	enum err result = OK;

	if (!stmt || strcmp(e->numbered, table) != 0)
		stmt = prepare_new_id(e, table);
	if (stmt && sqlite3_step(stmt) == SQLITE_ROW)
		*id = sqlite3_column_int64(stmt, 0);
	else
		result = SQLITE_FAILED(e, "new_id");
	sqlite3_reset(stmt);
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
	sqlite_unlock(e);
}

static enum err sqlite_commit(struct engine *e)
{
	enum err result = step_once(e, e->commit, "commit");

	if (result != OK) {
		sqlite_rollback(e);
		return result;
	}
	sqlite_checkpoint_if_large(e);
	sqlite_unlock(e);
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
	bool answered; /* with the id of a new row */
};

static struct question *sqlite_ask(struct engine *e, struct arena *a,
				   unsigned query, const union store_value *in)
{
	struct question *q = arena_zalloc(a, sizeof(*q));

	BUG_IF(store_queries[query].house != e->house);
	BUG_IF(store_queries[query].writes && e->read_only);
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
			return SQLITE_FAILED(e, q->name);
	return OK;
}

/* After an insertion the id is still to be told, if it was asked for. */
static enum store_step_result done(const struct engine *e, struct question *q)
{
	q->answered = store_queries[q->query].n_out > 0 &&
		      sqlite3_column_count(e->stmt[q->query]) == 0;
	return q->answered ? STEP_ROW : STEP_DONE;
}

static enum store_step_result sqlite_step(struct engine *e, struct question *q)
{
	if (q->answered)
		return STEP_DONE;
	if (!q->started && (prepare(e, q->query) != OK || bind_all(e, q) != OK))
		return STEP_FAILED;
	q->started = true;
	switch (sqlite3_step(e->stmt[q->query])) {
	case SQLITE_ROW:
		return STEP_ROW;
	case SQLITE_DONE:
		return done(e, q);
	default:
		SQLITE_FAILED(e, store_queries[q->query].name);
		return STEP_FAILED;
	}
}

static enum err sqlite_fill(struct engine *e, const struct question *asked,
			    struct arena *a, void *row)
{
	const struct store_query *q = &store_queries[asked->query];
	sqlite3_stmt *stmt = e->stmt[asked->query];

	if (asked->answered) {
		*(int64_t *)((char *)row + q->out[0].offset) =
			sqlite3_last_insert_rowid(e->db);
		return OK;
	}
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
	if (!e->stmt[q->query])
		return;
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

/* Looking for damage needs what no statement of ours does. */
static enum err sqlite_check(struct engine *e)
{
	enum err result;

	sqlite3_set_authorizer(e->db, NULL, NULL);
	result = sqlite_read_all(e);
	sqlite3_set_authorizer(e->db, authorize, e);
	return result;
}

static enum err sqlite_failure(const struct engine *e)
{
	return e->failure;
}

/* With few pages in memory, the same ones are written again and again within
 * a large transaction. */
static enum err sqlite_bulk(struct engine *e)
{
	enum err result;

	sqlite3_set_authorizer(e->db, NULL, NULL);
	result = sqlite_set(e, "cache_size", -BULK_KB);
	sqlite3_set_authorizer(e->db, authorize, e);
	return result;
}

const struct engine_calls store_sqlite = {
	.scheme = "sqlite:",
	.open = sqlite_open,
	.close = sqlite_close,
	.exists = sqlite_exists,
	.migrate = sqlite_migrate,
	.check = sqlite_check,
	.new_id = sqlite_new_id,
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
