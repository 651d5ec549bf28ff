/* store_pg_prepare.c - statements, prepared once per connection. */
#include "store_pg.h"

#include <string.h>

#include "log.h"

enum {
	PREPARED_AT_ONCE = 40, /* or both sides could wait for the other */
};

enum { TYPE_INT8 = 20, TYPE_TEXT = 25 }; /* pg_type.oid */

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

bool pg_ours(const struct engine *e, const struct store_query *q)
{
	return q->house == e->house &&
	       (!q->writes || e->mode == STORE_READ_WRITE);
}

/* Whether a statement is prepared as soon as there is a connection. */
static bool at_once(const struct engine *e, const struct store_query *q)
{
	return pg_ours(e, q) && !q->lazy;
}

bool pg_send_prepare(struct engine *e, const struct store_query *q)
{
	Oid type[PARAMETERS_MOST];
	char *text = numbered(q->text);
	bool sent;

	BUG_IF(q->n_in > PARAMETERS_MOST);
	for (size_t i = 0; i < q->n_in; i++)
		type[i] = store_is_text(q->in[i].type) ? TYPE_TEXT : TYPE_INT8;
	sent = pq.sendPrepare(e->conn, q->name, text, (int)q->n_in, type);
	free(text);
	return sent;
}

static enum err check_columns(const PGresult *r, const struct store_query *q)
{
	if ((size_t)pq.nfields(r) != q->n_out) {
		LOG_ERROR("statement=%s columns=%d declared=%zu", q->name,
			  pq.nfields(r), q->n_out);
		return ERR_DB;
	}
	for (size_t i = 0; i < q->n_out; i++)
		if (strcmp(pq.fname(r, (int)i), q->out[i].name) != 0) {
			LOG_ERROR("statement=%s column=%s declared=%s", q->name,
				  pq.fname(r, (int)i), q->out[i].name);
			return ERR_DB;
		}
	return OK;
}

/* The two answers of one statement: prepared, described. */
static enum err read_prepared(struct engine *e, const struct store_query *q)
{
	enum err result = OK;

	for (int i = 0; i < 2; i++) {
		PGresult *r = pq.getResult(e->conn);

		if (pq.resultStatus(r) != PGRES_COMMAND_OK) {
			if (pq.resultStatus(r) != PGRES_PIPELINE_ABORTED)
				pg_fail(e, q->name, r);
			result = ERR_DB;
		} else if (i == 1) {
			result = check_columns(r, q);
		}
		pq.clear(r);
		pq.clear(pq.getResult(e->conn)); /* the end of this answer */
	}
	return result;
}

static bool send_described(struct engine *e, const struct store_query *q)
{
	return pg_send_prepare(e, q) &&
	       pq.sendDescribePrepared(e->conn, q->name);
}

static enum err prepare_some(struct engine *e, size_t from, size_t to)
{
	enum err result = OK;
	bool sent = true;

	for (size_t i = from; sent && i < to; i++)
		if (at_once(e, &store_queries[i]))
			sent = send_described(e, &store_queries[i]);
	if (!sent || !pq.pipelineSync(e->conn))
		return pg_fail_lost(e, "prepare");
	for (size_t i = from; i < to; i++)
		if (at_once(e, &store_queries[i]) &&
		    read_prepared(e, &store_queries[i]) != OK)
			result = ERR_DB;
	pq.clear(pq.getResult(e->conn)); /* the end of the batch */
	return result;
}

enum err pg_prepare_all(struct engine *e)
{
	enum err result = OK;

	if (!pq.enterPipelineMode(e->conn))
		return ERR_DB;
	for (size_t i = 0; result == OK && i < store_query_count;
	     i += PREPARED_AT_ONCE)
		result = prepare_some(e, i,
				      i + PREPARED_AT_ONCE < store_query_count
					      ? i + PREPARED_AT_ONCE
					      : store_query_count);
	return result;
}
