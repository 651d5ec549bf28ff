/* store_pg.c - the store on PostgreSQL: one company is one schema.
 *
 * Writes are SERIALIZABLE, so that what a transaction has read still holds
 * when it commits; a page reads one snapshot.  Statements are sent as they are
 * asked and answered together (libpq's pipeline), so that questions asked one
 * after the other cost one round trip.
 *
 * A commit that was sent and not answered may have happened: that is
 * ERR_UNKNOWN, never a failure. */
#include "store_pg.h"

#include <endian.h>
#include <string.h>

#include "log.h"

enum { POSTED_MOST = 200 }; /* not waited for, or both sides could wait */

/* ---- the connection --------------------------------------------------------
 */

/* The server warns when it has committed and cannot tell whether the standby
 * has; whether that is kept nobody knows. */
static void on_notice(void *engine, const PGresult *r)
{
	struct engine *e = engine;
	const char *code = pq.resultErrorField(r, PG_DIAG_SQLSTATE);

	e->unsure |= code && !pg_starts(code, "00");
}

static enum err open_connection(struct engine *e)
{
	enum err result;

	pg_disconnect(e->conn);
	pg_drop_all(e);
	e->begun = false;
	memset(e->lazily, 0, store_query_count * sizeof(*e->lazily));
	e->conn = pg_connect(&e->place, e->mode);
	if (!e->conn)
		return ERR_DB;
	e->lost = false;
	pq.setNoticeReceiver(e->conn, on_notice, e);
	result = pg_schema_check(e->conn, e->house);
	if (result == OK && !e->analyze)
		e->analyze = pg_analyze_command(e->conn);
	return result == OK ? pg_prepare_all(e) : result;
}

static void pg_close(struct engine *e)
{
	pg_drop_all(e);
	free(e->asked);
	free(e->analyze);
	free(e->lazily);
	pg_disconnect(e->conn);
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
	enum err result = conn ? pg_check_all(conn) : ERR_DB;

	pg_disconnect(conn);
	return result;
}

static enum err pg_renumber(struct engine *e)
{
	PGconn *conn = pg_connect(&e->place, STORE_READ_WRITE);
	enum err result = conn ? pg_renumber_all(conn) : ERR_DB;

	pg_disconnect(conn);
	return result;
}

/* ---- transactions ----------------------------------------------------------
 */

static enum err pg_begin(struct engine *e, bool writes)
{
	e->failure = OK;
	e->unsure = false;
	if ((e->lost || pq.status(e->conn) != CONNECTION_OK) &&
	    open_connection(e) != OK) {
		e->lost = true;
		return ERR_BUSY;
	}
	e->begun = true;
	if (writes) {
		pg_send_command(e, "BEGIN ISOLATION LEVEL SERIALIZABLE");
		return OK;
	}
	pg_send_command(e, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
	if (!e->patient)
		pg_send_command(e, "SET LOCAL statement_timeout = 10000");
	return OK;
}

/* Does not wait: the answer comes with those of the next transaction. */
static void pg_rollback(struct engine *e)
{
	if (!e->begun)
		return;
	e->begun = false;
	pg_leave_all(e);
	/* Behind a statement that failed it would be passed over. */
	if (e->sent)
		pg_send_sync(e);
	pg_send_command(e, "ROLLBACK");
	pg_send_sync(e);
	if (!e->lost && pq.flush(e->conn) < 0)
		pg_fail_lost(e, "ROLLBACK");
}

static enum err pg_commit(struct engine *e)
{
	struct question *q;
	enum err result;
	bool committed;

	pg_leave_all(e);
	e->begun = false;
	pg_send_command(e, "COMMIT");
	if (e->lost)
		return ERR_BUSY; /* it was never sent */
	q = e->asked[e->n - 1];
	result = pg_exchange(e);
	committed = result == OK && q->result &&
		    strcmp(pq.cmdStatus(q->result), "COMMIT") == 0;
	pg_leave_all(e);
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
	pg_push(e, (struct question){ .command = "prepare", .left = true });
	if (!e->lost && !pg_send_prepare(e, &store_queries[query]))
		pg_fail_lost(e, store_queries[query].name);
}

static struct question *pg_ask(struct engine *e, struct arena *a,
			       unsigned query, const union store_value *in)
{
	const struct store_query *q = &store_queries[query];
	struct bound b;

	(void)a;
	BUG_IF(!pg_ours(e, q));
	if (q->lazy && !e->lazily[query])
		prepare_now(e, query);
	bind_all(&b, q, in);
	if (!e->lost && !pq.sendQueryPrepared(e->conn, q->name, (int)q->n_in,
					      b.value, b.length, b.format, 1))
		pg_fail_lost(e, q->name);
	return pg_push(e, (struct question){ .query = query });
}

static enum store_step_result pg_step(struct engine *e, struct question *q)
{
	if (!q->result && e->failure == OK)
		pg_exchange(e);
	if (e->failure != OK || !q->result)
		return STEP_FAILED;
	if (pq.resultStatus(q->result) == PGRES_TUPLES_OK &&
	    q->row + 1 < pq.ntuples(q->result)) {
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
		bool null = pq.getisnull(r, asked->row, (int)i);
		const char *value = pq.getvalue(r, asked->row, (int)i);

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
						  pq.getlength(r, asked->row,
							       (int)i));
	}
	return OK;
}

static void pg_end(struct engine *e, struct question *q)
{
	if (q->result)
		pg_drop(e, q);
	else
		q->left = true; /* its answer is still to come */
}

static enum err pg_new_id(struct engine *e, const char *table, int64_t *id)
{
	struct question *q;
	enum err result = OK;

	if (!e->lost &&
	    !pq.sendQueryParams(
		    e->conn, "SELECT nextval(pg_get_serial_sequence($1, 'id'))",
		    1, NULL, &table, NULL, NULL, 1))
		pg_fail_lost(e, "new_id");
	q = pg_push(e, (struct question){ .command = "new_id" });
	if (pg_step(e, q) == STEP_ROW)
		*id = integer_of(pq.getvalue(q->result, 0, 0),
				 pq.getlength(q->result, 0, 0));
	else
		result = e->failure;
	pg_end(e, q);
	return result;
}

static enum err pg_post(struct engine *e, struct question *q)
{
	q->left = true;
	if (e->failure == OK && e->n - e->answered >= POSTED_MOST)
		pg_exchange(e);
	return e->failure;
}

static enum err pg_grown(struct engine *e)
{
	if (!e->analyze)
		return OK;
	pg_send_command(e, e->analyze);
	pg_exchange(e);
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
	.new_id = pg_new_id,
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
