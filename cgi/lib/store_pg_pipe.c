/* store_pg_pipe.c - sending and receiving in libpq's pipeline: statements go
 * out as they are asked, and all answers come in together.
 *
 * After a failure the server passes over everything up to the end of the
 * batch. */
#include "store_pg.h"

#include <string.h>

#include "log.h"

bool pg_starts(const char *code, const char *class)
{
	return strncmp(code, class, strlen(class)) == 0;
}

/* What SQLSTATE means for who asked. */
static enum err class_of(const char *code)
{
	static const char *const busy[] = { "40001", "40P01", "57014", "57P",
					    "08",    "25006", "55P03", "53" };

	if (pg_starts(code, "23505"))
		return ERR_CONFLICT;
	for (size_t i = 0; i < COUNT(busy); i++)
		if (pg_starts(code, busy[i]))
			return ERR_BUSY;
	return ERR_DB;
}

enum err pg_fail_lost(struct engine *e, const char *what)
{
	if (!e->lost)
		LOG_ERROR("statement=%s connection=lost text=\"%s\"", what,
			  pq.errorMessage(e->conn));
	e->lost = true;
	e->failure = ERR_BUSY;
	return ERR_BUSY;
}

enum err pg_fail(struct engine *e, const char *what, const PGresult *r)
{
	const char *code = pq.resultErrorField(r, PG_DIAG_SQLSTATE);

	if (!code || pq.status(e->conn) == CONNECTION_BAD)
		return pg_fail_lost(e, what);
	e->failure = class_of(code);
	/* Another server takes writes now, or this one is stopping. */
	e->lost |= pg_starts(code, "25006") || pg_starts(code, "57P");
	/* A lost race is tried again: that is how it is meant to be. */
	log_line("store_pg.c", __LINE__,
		 pg_starts(code, "40") ? "info" : "error",
		 "statement=%s code=%s text=\"%s\"", what, code,
		 pq.resultErrorField(r, PG_DIAG_MESSAGE_PRIMARY));
	return e->failure;
}

static const char *name_of(const struct question *q)
{
	if (q->sync)
		return "sync";
	return q->command ? q->command : store_queries[q->query].name;
}

struct question *pg_push(struct engine *e, struct question asked)
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

static void drop_at(struct engine *e, size_t i)
{
	pq.clear(e->asked[i]->result);
	free(e->asked[i]);
	e->asked[i] = NULL;
}

/* Forgets what was ended or left, from the end on. */
static void forget_ended(struct engine *e)
{
	while (e->n > 0 && e->n == e->answered && !e->asked[e->n - 1]) {
		e->n--;
		e->answered--;
	}
}

void pg_drop(struct engine *e, const struct question *q)
{
	for (size_t i = e->answered; i-- > 0;)
		if (e->asked[i] == q) {
			drop_at(e, i);
			break;
		}
	forget_ended(e);
}

void pg_drop_all(struct engine *e)
{
	for (size_t i = 0; i < e->n; i++)
		if (e->asked[i])
			drop_at(e, i);
	e->n = e->answered = 0;
}

void pg_send_command(struct engine *e, const char *command)
{
	pg_push(e, (struct question){ .command = command, .left = true });
	if (!e->lost &&
	    !pq.sendQueryParams(e->conn, command, 0, NULL, NULL, NULL, NULL, 1))
		pg_fail_lost(e, command);
}

void pg_send_sync(struct engine *e)
{
	pg_push(e, (struct question){ .sync = true, .left = true });
	if (!e->lost && !pq.pipelineSync(e->conn))
		pg_fail_lost(e, "sync");
}

/* The answer of a question; a batch's end has one of its own. */
static enum err receive(struct engine *e, struct question *q)
{
	PGresult *r = e->lost ? NULL : pq.getResult(e->conn);
	ExecStatusType status = pq.resultStatus(r);
	enum err result = OK;

	if (!r)
		return pg_fail_lost(e, name_of(q));
	q->result = r;
	if (q->sync)
		return status == PGRES_PIPELINE_SYNC ? OK
						     : pg_fail_lost(e, "sync");
	if (status == PGRES_FATAL_ERROR)
		result = pg_fail(e, name_of(q), r);
	else if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
		result = e->failure != OK ? e->failure : ERR_DB; /* aborted */
	while ((r = pq.getResult(e->conn)) != NULL)
		pq.clear(r);
	return result;
}

enum err pg_exchange(struct engine *e)
{
	enum err first = OK;

	pg_send_sync(e);
	while (e->answered < e->n) {
		struct question *q = e->asked[e->answered];
		enum err result = receive(e, q);

		if (first == OK)
			first = result;
		e->answered++;
		/* Who commits looks at the answer. */
		if (q->left && !(q->command && pg_starts(q->command, "COMMIT")))
			drop_at(e, e->answered - 1);
	}
	forget_ended(e);
	return first;
}

/* What was asked and never read is nobody's any more. */
void pg_leave_all(struct engine *e)
{
	for (size_t i = 0; i < e->n; i++)
		if (e->asked[i])
			e->asked[i]->left = true;
	for (size_t i = 0; i < e->answered; i++)
		if (e->asked[i])
			drop_at(e, i);
	forget_ended(e);
}
