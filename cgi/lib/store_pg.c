/* store_pg.c - the store on PostgreSQL: one company is one schema.
 *
 * Writes are SERIALIZABLE, so that what a transaction has read still holds
 * when it commits; a page reads one snapshot.  Statements are sent as they are
 * asked and answered together (libpq's pipeline), so that a page costs one
 * round trip for its session and one for everything else.
 *
 * A commit that was sent and not answered may have happened: that is
 * ERR_UNKNOWN, never a failure. */
#include "store_pg.h"

#include <endian.h>
#include <stdio.h>
#include <string.h>

#include "log.h"

enum {
	READ_DEADLINE_MS = 10 * 1000,
	PARAMETERS_MOST = 64,
	PREPARED_AT_ONCE = 40, /* or both sides could wait for the other */
	POSTED_MOST = 200,
};

enum { TYPE_INT8 = 20, TYPE_TEXT = 25 }; /* pg_type.oid */

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

/* ---- failures --------------------------------------------------------------
 */

static bool starts(const char *code, const char *class)
{
	return strncmp(code, class, strlen(class)) == 0;
}

/* What SQLSTATE means for who asked. */
static enum err class_of(const char *code)
{
	static const char *const busy[] = { "40001", "40P01", "57014", "57P",
					    "08",    "25006", "55P03", "53" };

	if (starts(code, "23505"))
		return ERR_CONFLICT;
	for (size_t i = 0; i < COUNT(busy); i++)
		if (starts(code, busy[i]))
			return ERR_BUSY;
	return ERR_DB;
}

static enum err fail_lost(struct engine *e, const char *what)
{
	if (!e->lost)
		LOG_ERROR("statement=%s connection=lost text=\"%s\"", what,
			  PQerrorMessage(e->conn));
	e->lost = true;
	e->failure = ERR_BUSY;
	return ERR_BUSY;
}

static enum err fail(struct engine *e, const char *what, const PGresult *r)
{
	const char *code = PQresultErrorField(r, PG_DIAG_SQLSTATE);

	if (!code || PQstatus(e->conn) == CONNECTION_BAD)
		return fail_lost(e, what);
	e->failure = class_of(code);
	/* Another server takes writes now, or this one is stopping. */
	e->lost |= starts(code, "25006") || starts(code, "57P");
	/* A lost race is tried again: that is how it is meant to be. */
	log_line("store_pg.c", __LINE__, starts(code, "40") ? "info" : "error",
		 "statement=%s code=%s text=\"%s\"", what, code,
		 PQresultErrorField(r, PG_DIAG_MESSAGE_PRIMARY));
	return e->failure;
}

/* ---- sending and receiving -------------------------------------------------
 */

static const char *name_of(const struct question *q)
{
	if (q->sync)
		return "sync";
	return q->command ? q->command : store_queries[q->query].name;
}

static struct question *push(struct engine *e, struct question asked)
{
	struct question *q = malloc(sizeof(*q));

	BUG_IF(!q);
	if (e->n == e->room) {
		e->room = e->room ? 2 * e->room : 64;
		e->asked =
			realloc(e->asked, e->room * sizeof(struct question *));
		BUG_IF(!e->asked);
	}
	*q = asked;
	q->row = -1;
	e->sent = !asked.sync;
	e->asked[e->n++] = q;
	return q;
}

static void drop(struct engine *e, size_t i)
{
	PQclear(e->asked[i]->result);
	free(e->asked[i]);
	e->asked[i] = NULL;
}

/* Forgets what was ended or left, from the end on. */
static void tidy(struct engine *e)
{
	while (e->n > 0 && e->n == e->answered && !e->asked[e->n - 1]) {
		e->n--;
		e->answered--;
	}
}

static void drop_all(struct engine *e)
{
	for (size_t i = 0; i < e->n; i++)
		if (e->asked[i])
			drop(e, i);
	e->n = e->answered = 0;
}

static void send_command(struct engine *e, const char *command)
{
	push(e, (struct question){ .command = command, .left = true });
	if (!e->lost &&
	    !PQsendQueryParams(e->conn, command, 0, NULL, NULL, NULL, NULL, 1))
		fail_lost(e, command);
}

static void send_sync(struct engine *e)
{
	push(e, (struct question){ .sync = true, .left = true });
	if (!e->lost && !PQpipelineSync(e->conn))
		fail_lost(e, "sync");
}

/* The answer of a question; a batch's end has one of its own. */
static enum err receive(struct engine *e, struct question *q)
{
	PGresult *r = e->lost ? NULL : PQgetResult(e->conn);
	ExecStatusType status = PQresultStatus(r);
	enum err result = OK;

	if (!r)
		return fail_lost(e, name_of(q));
	q->result = r;
	if (q->sync)
		return status == PGRES_PIPELINE_SYNC ? OK
						     : fail_lost(e, "sync");
	if (status == PGRES_FATAL_ERROR)
		result = fail(e, name_of(q), r);
	else if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
		result = e->failure != OK ? e->failure : ERR_DB; /* aborted */
	while ((r = PQgetResult(e->conn)) != NULL)
		PQclear(r);
	return result;
}

/* Sends what was asked and takes in all answers; the first failure. */
static enum err exchange(struct engine *e)
{
	enum err first = OK;

	send_sync(e);
	while (e->answered < e->n) {
		struct question *q = e->asked[e->answered];
		enum err result = receive(e, q);

		if (first == OK)
			first = result;
		e->answered++;
		/* Who commits looks at the answer. */
		if (q->left && !(q->command && starts(q->command, "COMMIT")))
			drop(e, e->answered - 1);
	}
	tidy(e);
	return first;
}

/* ---- statements ------------------------------------------------------------
 */

/* Parameters are numbered ?1 in the texts, and $1 here. */
static char *numbered(const char *text)
{
	size_t n = strlen(text);
	char *out = malloc(n + 1);

	BUG_IF(!out);
	memcpy(out, text, n + 1);
	for (size_t i = 0; i < n; i++)
		if (out[i] == '?' && out[i + 1] >= '0' && out[i + 1] <= '9')
			out[i] = '$';
	return out;
}

static bool ours(const struct engine *e, const struct store_query *q)
{
	return q->house == e->house &&
	       (!q->writes || e->mode == STORE_READ_WRITE);
}

/* Whether a statement is prepared as soon as there is a connection. */
static bool at_once(const struct engine *e, const struct store_query *q)
{
	return ours(e, q) && !q->lazy;
}

static enum err send_prepare(struct engine *e, const struct store_query *q)
{
	Oid type[PARAMETERS_MOST];
	char *text = numbered(q->text);
	bool sent;

	BUG_IF(q->n_in > PARAMETERS_MOST);
	for (size_t i = 0; i < q->n_in; i++)
		type[i] = store_is_text(q->in[i].type) ? TYPE_TEXT : TYPE_INT8;
	sent = PQsendPrepare(e->conn, q->name, text, (int)q->n_in, type);
	free(text);
	return sent ? OK : ERR_DB;
}

static enum err check_columns(const PGresult *r, const struct store_query *q)
{
	if ((size_t)PQnfields(r) != q->n_out) {
		LOG_ERROR("statement=%s columns=%d declared=%zu", q->name,
			  PQnfields(r), q->n_out);
		return ERR_DB;
	}
	for (size_t i = 0; i < q->n_out; i++)
		if (strcmp(PQfname(r, (int)i), q->out[i].name) != 0) {
			LOG_ERROR("statement=%s column=%s declared=%s", q->name,
				  PQfname(r, (int)i), q->out[i].name);
			return ERR_DB;
		}
	return OK;
}

/* The two answers of one statement: prepared, described. */
static enum err read_prepared(struct engine *e, const struct store_query *q)
{
	enum err result = OK;

	for (int i = 0; i < 2; i++) {
		PGresult *r = PQgetResult(e->conn);

		if (PQresultStatus(r) != PGRES_COMMAND_OK) {
			if (PQresultStatus(r) != PGRES_PIPELINE_ABORTED)
				fail(e, q->name, r);
			result = ERR_DB;
		} else if (i == 1) {
			result = check_columns(r, q);
		}
		PQclear(r);
		PQclear(PQgetResult(e->conn)); /* the end of this answer */
	}
	return result;
}

static enum err prepare_some(struct engine *e, size_t from, size_t to)
{
	enum err result = OK;

	for (size_t i = from; result == OK && i < to; i++)
		if (at_once(e, &store_queries[i]))
			result = send_prepare(e, &store_queries[i]) == OK &&
						 PQsendDescribePrepared(
							 e->conn,
							 store_queries[i].name)
					 ? OK
					 : ERR_DB;
	if (result != OK || !PQpipelineSync(e->conn))
		return fail_lost(e, "prepare");
	for (size_t i = from; i < to; i++)
		if (at_once(e, &store_queries[i]) &&
		    read_prepared(e, &store_queries[i]) != OK)
			result = ERR_DB;
	PQclear(PQgetResult(e->conn)); /* the end of the batch */
	return result;
}

static enum err prepare_all(struct engine *e)
{
	enum err result = OK;

	if (!PQenterPipelineMode(e->conn))
		return ERR_DB;
	for (size_t i = 0; result == OK && i < store_query_count;
	     i += PREPARED_AT_ONCE)
		result = prepare_some(e, i,
				      i + PREPARED_AT_ONCE < store_query_count
					      ? i + PREPARED_AT_ONCE
					      : store_query_count);
	return result;
}

/* ---- the connection --------------------------------------------------------
 */

/* The server warns when it has committed and cannot tell whether the standby
 * has; whether that is kept nobody knows. */
static void on_notice(void *engine, const PGresult *r)
{
	struct engine *e = engine;
	const char *code = PQresultErrorField(r, PG_DIAG_SQLSTATE);

	e->unsure |= code && !starts(code, "00");
}

static enum err open_connection(struct engine *e)
{
	enum err result;

	PQfinish(e->conn);
	drop_all(e);
	e->begun = false;
	memset(e->lazily, 0, store_query_count * sizeof(*e->lazily));
	e->conn = pg_connect(&e->place, e->mode);
	if (!e->conn)
		return ERR_DB;
	e->lost = false;
	PQsetNoticeReceiver(e->conn, on_notice, e);
	result = pg_schema_check(e->conn, e->house);
	if (result == OK && !e->analyze)
		e->analyze = pg_analyze_command(e->conn);
	return result == OK ? prepare_all(e) : result;
}

static void pg_close(struct engine *e)
{
	drop_all(e);
	free(e->asked);
	free(e->analyze);
	free(e->lazily);
	PQfinish(e->conn);
	pg_place_clear(&e->place);
	free(e);
}

static enum err pg_open(const char *text, enum store_house house,
			enum store_mode mode, struct engine **out)
{
	struct engine *e = calloc(1, sizeof(*e));

	BUG_IF(!e);
	e->house = house;
	e->mode = mode;
	e->lazily = calloc(store_query_count, sizeof(*e->lazily));
	BUG_IF(!e->lazily);
	if (pg_place_read(text, house, &e->place) != OK ||
	    open_connection(e) != OK) {
		pg_close(e);
		return ERR_DB;
	}
	*out = e;
	return OK;
}

static void pg_patient(struct engine *e)
{
	e->patient = true;
}

/* Its server has memory of its own. */
static enum err pg_bulk(struct engine *e)
{
	(void)e;
	return OK;
}

/* Reads everything on a connection of its own: this one is in a pipeline. */
static enum err pg_check(struct engine *e)
{
	PGconn *conn = pg_connect(&e->place, STORE_READ_ONLY);
	enum err result = conn ? pg_read_all(conn) : ERR_DB;

	PQfinish(conn);
	return result;
}

static enum err pg_renumber(struct engine *e)
{
	PGconn *conn = pg_connect(&e->place, STORE_READ_WRITE);
	enum err result = conn ? pg_renumber_all(conn) : ERR_DB;

	PQfinish(conn);
	return result;
}

/* ---- transactions ----------------------------------------------------------
 */

static enum err pg_begin(struct engine *e, bool writes)
{
	e->failure = OK;
	e->unsure = false;
	if ((e->lost || PQstatus(e->conn) != CONNECTION_OK) &&
	    open_connection(e) != OK) {
		e->lost = true;
		return ERR_BUSY;
	}
	e->begun = true;
	if (writes) {
		send_command(e, "BEGIN ISOLATION LEVEL SERIALIZABLE");
		return OK;
	}
	send_command(e, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
	if (!e->patient)
		send_command(e, "SET LOCAL statement_timeout = 10000");
	return OK;
}

/* What was asked and never read is nobody's any more. */
static void leave_all(struct engine *e)
{
	for (size_t i = 0; i < e->n; i++)
		if (e->asked[i])
			e->asked[i]->left = true;
	for (size_t i = 0; i < e->answered; i++)
		if (e->asked[i])
			drop(e, i);
	tidy(e);
}

/* Does not wait: the answer comes with those of the next transaction. */
static void pg_rollback(struct engine *e)
{
	if (!e->begun)
		return;
	e->begun = false;
	leave_all(e);
	/* Behind a statement that failed it would be passed over. */
	if (e->sent)
		send_sync(e);
	send_command(e, "ROLLBACK");
	send_sync(e);
	if (!e->lost && PQflush(e->conn) < 0)
		fail_lost(e, "ROLLBACK");
}

static enum err pg_commit(struct engine *e)
{
	struct question *q;
	enum err result;
	bool committed;

	leave_all(e);
	e->begun = false;
	send_command(e, "COMMIT");
	if (e->lost)
		return ERR_BUSY; /* it was never sent */
	q = e->asked[e->n - 1];
	result = exchange(e);
	committed = result == OK && q->result &&
		    strcmp(PQcmdStatus(q->result), "COMMIT") == 0;
	leave_all(e);
	if (committed)
		return e->unsure ? ERR_UNKNOWN : OK;
	if (e->lost)
		return ERR_UNKNOWN;
	/* Behind a statement that failed the COMMIT was passed over. */
	e->begun = true;
	pg_rollback(e);
	return result == OK ? ERR_DB : result;
}

/* ---- questions -------------------------------------------------------------
 */

/* Parameters as PostgreSQL takes them. */
struct bound {
	const char *value[PARAMETERS_MOST];
	int length[PARAMETERS_MOST], format[PARAMETERS_MOST];
	uint64_t integer[PARAMETERS_MOST];
};

static void bind_all(struct bound *b, const struct store_query *q,
		     const union store_value *in)
{
	for (size_t i = 0; i < q->n_in; i++) {
		b->format[i] = !store_is_text(q->in[i].type);
		if (store_is_text(q->in[i].type)) {
			b->value[i] = in[i].text;
			b->length[i] = 0;
			continue;
		}
		b->integer[i] = htobe64((uint64_t)in[i].integer);
		b->length[i] = sizeof(b->integer[i]);
		b->value[i] =
			q->in[i].type == STORE_OPTION && in[i].integer == NONE
				? NULL
				: (const char *)&b->integer[i];
	}
}

/* Its answer comes with the others. */
static void prepare_now(struct engine *e, unsigned query)
{
	e->lazily[query] = true;
	push(e, (struct question){ .command = "prepare", .left = true });
	if (!e->lost && send_prepare(e, &store_queries[query]) != OK)
		fail_lost(e, store_queries[query].name);
}

static struct question *pg_ask(struct engine *e, struct arena *a,
			       unsigned query, const union store_value *in)
{
	const struct store_query *q = &store_queries[query];
	struct bound b;

	(void)a;
	BUG_IF(!ours(e, q));
	if (q->lazy && !e->lazily[query])
		prepare_now(e, query);
	bind_all(&b, q, in);
	if (!e->lost && !PQsendQueryPrepared(e->conn, q->name, (int)q->n_in,
					     b.value, b.length, b.format, 1))
		fail_lost(e, q->name);
	return push(e, (struct question){ .query = query });
}

static enum store_step_result pg_step(struct engine *e, struct question *q)
{
	if (!q->result && e->failure == OK)
		exchange(e);
	if (e->failure != OK || !q->result)
		return STEP_FAILED;
	if (PQresultStatus(q->result) == PGRES_TUPLES_OK &&
	    q->row + 1 < PQntuples(q->result)) {
		q->row++;
		return STEP_ROW;
	}
	return STEP_DONE;
}

static int64_t integer_of(const char *value, int length)
{
	uint64_t eight;
	uint32_t four;

	if (length == (int)sizeof(four)) {
		memcpy(&four, value, sizeof(four));
		return (int32_t)be32toh(four);
	}
	BUG_IF(length != (int)sizeof(eight));
	memcpy(&eight, value, sizeof(eight));
	return (int64_t)be64toh(eight);
}

static enum err pg_fill(struct engine *e, const struct question *asked,
			struct arena *a, void *row)
{
	const struct store_query *q = &store_queries[asked->query];
	const PGresult *r = asked->result;

	(void)e;
	for (size_t i = 0; i < q->n_out; i++) {
		void *member = (char *)row + q->out[i].offset;
		bool null = PQgetisnull(r, asked->row, (int)i);
		const char *value = PQgetvalue(r, asked->row, (int)i);

		if (null && !store_is_option(q->out[i].type)) {
			LOG_ERROR("statement=%s column=%s problem=\"NULL\"",
				  q->name, q->out[i].name);
			return ERR_DB;
		}
		if (store_is_text(q->out[i].type))
			*(const char **)member =
				null ? NULL : arena_strdup(a, value);
		else
			*(int64_t *)member =
				null ? NONE
				     : integer_of(value,
						  PQgetlength(r, asked->row,
							      (int)i));
	}
	return OK;
}

static void pg_end(struct engine *e, struct question *q)
{
	for (size_t i = e->answered; i-- > 0;)
		if (e->asked[i] == q) {
			drop(e, i);
			tidy(e);
			return;
		}
	q->left = true; /* its answer is still to come */
}

static enum err pg_post(struct engine *e, struct question *q)
{
	q->left = true;
	if (e->failure == OK && e->n - e->answered >= POSTED_MOST)
		exchange(e);
	return e->failure;
}

static enum err pg_grown(struct engine *e)
{
	if (!e->analyze)
		return OK;
	send_command(e, e->analyze);
	exchange(e);
	return e->failure;
}

static enum err pg_failure(const struct engine *e)
{
	return e->failure;
}

static bool pg_lost(const struct engine *e)
{
	return e->lost;
}

const struct engine_calls store_pg = {
	.scheme = "postgresql:",
	.open = pg_open,
	.close = pg_close,
	.exists = pg_exists,
	.migrate = pg_migrate,
	.check = pg_check,
	.renumber = pg_renumber,
	.patient = pg_patient,
	.bulk = pg_bulk,
	.begin = pg_begin,
	.commit = pg_commit,
	.rollback = pg_rollback,
	.ask = pg_ask,
	.step = pg_step,
	.fill = pg_fill,
	.end = pg_end,
	.post = pg_post,
	.grown = pg_grown,
	.failure = pg_failure,
	.lost = pg_lost,
};
