/* store.c - transactions, questions and answers, whatever engine is below. */
#include "store.h"

#include <string.h>
#include <time.h>

#include "log.h"
#include "queries.h"
#include "store_engine.h"

/* How long a write is tried again while others are in the way. */
enum { BUDGET_MS = 10 * 1000, PAUSE_FIRST_MS = 2, PAUSE_LAST_MS = 250 };

struct store {
	const struct engine_calls *engine;
	struct engine *handle;
	enum store_house house;
	/* the running transaction; arena is NULL when there is none */
	struct arena *arena;
	struct answer *open; /* started and not read to its end */
	enum err error;
	bool writes;
	bool changed;               /* something that pages show */
	struct store_keeper keeper; /* of sums; all NULL for none */
};

struct answer {
	struct store *store;
	unsigned query;
	struct question *question;
	enum { ASKED, STARTED, ENDED } state;
};

static const struct engine_calls *const engines[] = { &store_sqlite,
						      &store_pg };

/* The engine a URL names, and the place behind its scheme. */
static const struct engine_calls *engine_of(const char *url, const char **place)
{
	for (size_t i = 0; i < COUNT(engines); i++) {
		size_t length = strlen(engines[i]->scheme);

		if (strncmp(url, engines[i]->scheme, length) == 0) {
			*place = url + length;
			return engines[i];
		}
	}
	LOG_ERROR("store=\"%s\" problem=\"unknown kind; use sqlite:PATH or "
		  "postgresql://...\"",
		  url);
	return NULL;
}

enum err store_open(const char *url, enum store_house house,
		    enum store_mode mode, struct store **out)
{
	const char *place;
	const struct engine_calls *engine = engine_of(url, &place);
	struct engine *handle;
	enum err e = ERR_DB;

	if (engine)
		e = engine->open(place, house, mode, &handle);
	if (e != OK)
		return e;
	*out = calloc(1, sizeof(**out));
	BUG_IF(!*out);
	**out = (struct store){ .engine = engine,
				.handle = handle,
				.house = house };
	return OK;
}

void store_close(struct store *s)
{
	if (!s)
		return;
	s->engine->close(s->handle);
	if (s->keeper.free)
		s->keeper.free(s->keeper.state);
	free(s);
}

enum err store_renumber(struct store *s)
{
	return s->engine->renumber(s->handle);
}

enum err store_new_id(struct store *s, const char *table, int64_t *id)
{
	BUG_IF(!s->writes || !s->arena);
	if (s->error == OK)
		s->error = s->engine->new_id(s->handle, table, id);
	return s->error;
}

void store_patient(struct store *s)
{
	s->engine->patient(s->handle);
}

enum err store_grown(struct store *s)
{
	BUG_IF(!s->writes || !s->arena);
	if (s->error == OK)
		s->error = s->engine->grown(s->handle);
	return s->error;
}

void store_keep(struct store *s, struct store_keeper keeper)
{
	BUG_IF(s->keeper.free);
	s->keeper = keeper;
}

bool store_exists(const char *url)
{
	const char *place;
	const struct engine_calls *engine = engine_of(url, &place);

	return engine && engine->exists(place);
}

enum err store_migrate(const char *url, struct store_migrated *done)
{
	const char *place;
	const struct engine_calls *engine = engine_of(url, &place);
	struct store_migrated vault = { 0 };
	enum err e = ERR_DB;

	if (engine)
		e = engine->migrate(place, STORE_COMPANY, done);
	if (e == OK)
		e = engine->migrate(place, STORE_VAULT, &vault);
	done->steps += vault.steps;
	return e;
}

enum err store_check(struct store *s)
{
	return s->engine->check(s->handle);
}

enum err store_bulk(struct store *s)
{
	return s->engine->bulk(s->handle);
}

struct arena *store_arena(const struct store *s)
{
	BUG_IF(!s->arena);
	return s->arena;
}

enum err store_error(const struct store *s)
{
	return s->error;
}

/* ---- questions and answers ----------------------------------------------- */

static void answer_end(struct answer *a)
{
	struct store *s = a->store;

	s->engine->end(s->handle, a->question);
	a->state = ENDED;
	s->open = NULL;
}

static void answer_start(struct answer *a)
{
	struct store *s = a->store;

	if (s->open)
		answer_end(s->open);
	a->state = STARTED;
	s->open = a;
}

static union store_value *copy_parameters(struct arena *a,
					  const struct store_query *query,
					  const void *in)
{
	union store_value *value = arena_array(a, query->n_in, sizeof(*value));

	for (size_t i = 0; i < query->n_in; i++) {
		const void *member = (const char *)in + query->in[i].offset;

		if (store_is_text(query->in[i].type))
			value[i].text = *(const char *const *)member;
		else
			value[i].integer = *(const int64_t *)member;
	}
	return value;
}

/* Tells the keeper which records a statement changes: known ones before it,
 * new ones after it. */
static void touch(struct store *s, const struct store_query *q, bool is_new,
		  const void *values)
{
	for (size_t i = 0; i < q->n_touch; i++) {
		const struct store_touch *t = &q->touch[i];
		int64_t id;

		if (t->is_new != is_new)
			continue;
		BUG_IF(!s->keeper.touch);
		id = *(const int64_t *)((const char *)values + t->offset);
		if (id != NONE)
			s->keeper.touch(s->keeper.state, s, t->what, id,
					is_new);
	}
}

struct answer *store_ask(struct store *s, unsigned query, const void *in)
{
	const struct store_query *q = &store_queries[query];
	struct answer *a;

	BUG_IF(!s->arena); /* outside store_read and store_write */
	BUG_IF(q->house != s->house);
	BUG_IF(q->writes && !s->writes && s->house == STORE_COMPANY);
	a = arena_zalloc(s->arena, sizeof(*a));
	*a = (struct answer){ .store = s, .query = query, .state = ENDED };
	if (s->error != OK)
		return a;
	s->changed |= q->writes && !q->quiet;
	touch(s, q, false, in);
	if (s->error != OK)
		return a;
	a->state = ASKED;
	a->question = s->engine->ask(s->handle, s->arena, query,
				     copy_parameters(s->arena, q, in));
	return a;
}

/* A change answers with one row: it is over before its sums are kept. */
static void answer_touch(struct answer *a, const void *row)
{
	struct store *s = a->store;

	if (s->engine->step(s->handle, a->question) == STEP_FAILED)
		s->error = s->engine->failure(s->handle);
	answer_end(a);
	touch(s, &store_queries[a->query], true, row);
}

bool store_next(struct answer *a, unsigned query, void *row)
{
	struct store *s = a->store;

	BUG_IF(store_queries[a->query].row_of != query);
	BUG_IF(a->state == STARTED && s->open != a);
	if (s->error != OK || a->state == ENDED)
		return false;
	if (a->state == ASKED)
		answer_start(a);
	switch (s->engine->step(s->handle, a->question)) {
	case STEP_ROW:
		s->error =
			s->engine->fill(s->handle, a->question, s->arena, row);
		if (s->error != OK)
			return false;
		if (store_queries[a->query].n_touch)
			answer_touch(a, row);
		return true;
	case STEP_FAILED:
		s->error = s->engine->failure(s->handle);
		answer_end(a);
		return false;
	case STEP_DONE:
		answer_end(a);
		return false;
	}
	BUG_IF(true);
}

bool store_one(struct store *s, unsigned query, const void *in, void *row)
{
	struct answer *a = store_ask(s, query, in);
	bool found = store_next(a, query, row);

	if (s->open)
		answer_end(s->open);
	return found && s->error == OK;
}

enum err store_run(struct store *s, unsigned query, const void *in)
{
	struct arena_mark mark = arena_mark(store_arena(s));
	struct answer *a = store_ask(s, query, in);

	/* A change in the middle of reading would not work on every engine. */
	BUG_IF(s->open);
	BUG_IF(store_queries[query].n_out);
	if (s->error == OK)
		s->error = s->engine->post(s->handle, a->question);
	arena_release(s->arena, mark);
	return s->error;
}

/* ---- transactions ---------------------------------------------------------
 */

static void transaction_begin(struct store *s, struct arena *a, bool writes)
{
	BUG_IF(s->arena); /* a transaction inside a transaction */
	s->arena = a;
	s->open = NULL;
	s->error = OK;
	s->writes = writes;
	s->changed = false;
}

/* Runs work in the open transaction; the first failure wins. */
static enum err transaction_work(struct store *s,
				 enum err (*work)(struct store *s, void *arg),
				 void *arg)
{
	enum err e = work(s, arg);

	if (s->open)
		answer_end(s->open);
	return s->error != OK ? s->error : e;
}

static enum err read_once(struct store *s, struct arena *a,
			  enum err (*work)(struct store *s, void *arg),
			  void *arg)
{
	enum err e = s->engine->begin(s->handle, false);

	if (e != OK)
		return e;
	transaction_begin(s, a, false);
	e = transaction_work(s, work, arg);
	s->engine->rollback(s->handle);
	s->arena = NULL;
	return e;
}

enum err store_read(struct store *s, struct arena *a,
		    enum err (*work)(struct store *s, void *arg), void *arg)
{
	enum err e = read_once(s, a, work, arg);

	/* The other end may have gone since the last time: once more. */
	if (e == ERR_BUSY && s->engine->lost(s->handle))
		e = read_once(s, a, work, arg);
	return e;
}

static enum err raise_change(struct store *s)
{
	if (s->house == STORE_VAULT || !s->changed)
		return OK; /* no page is made of secrets */
	return run_change_raise(s);
}

static enum err write_once(struct store *s, struct arena *a,
			   enum err (*work)(struct store *s, void *arg),
			   void *arg)
{
	enum err e = s->engine->begin(s->handle, true);

	if (e != OK)
		return e;
	transaction_begin(s, a, true);
	if (s->keeper.begin)
		s->keeper.begin(s->keeper.state);
	e = transaction_work(s, work, arg);
	if (e == OK && s->keeper.settle)
		e = s->keeper.settle(s->keeper.state, s);
	if (e == OK)
		e = raise_change(s);
	if (e == OK)
		e = s->engine->commit(s->handle);
	else
		s->engine->rollback(s->handle);
	s->arena = NULL;
	return e;
}

static void pause_ms(int64_t ms)
{
	struct timespec t = { ms / 1000, ms % 1000 * 1000000 };

	nanosleep(&t, NULL);
}

enum err store_write(struct store *s, struct arena *a,
		     enum err (*work)(struct store *s, void *arg), void *arg)
{
	int64_t end = store_ms() + BUDGET_MS;
	int64_t pause = PAUSE_FIRST_MS;
	enum err e;

	while ((e = write_once(s, a, work, arg)) == ERR_BUSY &&
	       store_ms() + pause < end) {
		pause_ms(pause);
		if (pause < PAUSE_LAST_MS)
			pause *= 2;
	}
	return e;
}
