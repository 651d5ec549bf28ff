/* store_engine.h - what store.c asks of an engine below it.
 *
 * An engine runs prepared statements and transactions and knows nothing of
 * pages, retries or the change counter.  It logs each failure where it is
 * born and answers with the closed set of enum err. */
#ifndef STORE_ENGINE_H
#define STORE_ENGINE_H

#include <time.h>

#include "store.h"

union store_value {
	int64_t integer; /* STORE_INT; STORE_OPTION, NONE for NULL */
	const char *text;
};

enum store_step_result { STEP_ROW, STEP_DONE, STEP_FAILED };

struct engine;   /* the engine's own connection */
struct question; /* a statement that was asked, in the transaction's arena */

struct engine_calls {
	const char *scheme; /* of its URLs, with the colon */

	enum err (*open)(const char *place, enum store_house house,
			 enum store_mode mode, struct engine **out);
	void (*close)(struct engine *e);
	bool (*exists)(const char *place);
	enum err (*migrate)(const char *place, enum store_house house,
			    struct store_migrated *done);
	enum err (*check)(struct engine *e);
	/* Inside a transaction; no other row of the table gets it. */
	enum err (*new_id)(struct engine *e, const char *table, int64_t *id);
	enum err (*renumber)(struct engine *e); /* outside a transaction */
	void (*patient)(struct engine *e);      /* reads have no deadline */
	enum err (*bulk)(struct engine *e);     /* much will be written */

	/* BUSY from begin means: roll nothing back, try again later. */
	enum err (*begin)(struct engine *e, bool writes);
	enum err (*commit)(struct engine *e); /* ERR_UNKNOWN: no answer */
	void (*rollback)(struct engine *e);

	/* Statements are asked, and may be carried out together as late as when
	 * the first answer is read.  step fetches a row, fill copies it out
	 * (texts into the arena), end is called once for every question that
	 * was stepped.  Only one is read at a time, in the order of asking. */
	struct question *(*ask)(struct engine *e, struct arena *a,
				unsigned query, const union store_value *in);
	enum store_step_result (*step)(struct engine *e, struct question *q);
	enum err (*fill)(struct engine *e, const struct question *q,
			 struct arena *a, void *row);
	void (*end)(struct engine *e, struct question *q);
	/* Instead of step and end, for a statement without rows: it may be
	 * carried out later, and its failure found by then. */
	enum err (*post)(struct engine *e, struct question *q);
	enum err (*grown)(struct engine *e); /* tables are much larger now */
	enum err (*failure)(const struct engine *e); /* why STEP_FAILED */
	bool (*lost)(const struct engine *e);        /* it was the connection */
};

extern const struct engine_calls store_sqlite, store_pg;

/* ---- what engines have in common ------------------------------------------
 */

/* A clock that never steps back, in milliseconds. */
static inline int64_t store_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* ERR_DB, after logging what to do, unless a schema is of this version. */
enum err store_check_version(int64_t version, enum store_house house);

/*
 * store_apply_steps - applies the steps that a schema of a version has not had,
 * in their order, until one fails; a newer schema than ours is a failure.
 * *done: gains each of them.
 */
enum err store_apply_steps(int64_t version, enum store_house house,
			   enum err (*apply)(void *arg,
					     const struct store_step *step),
			   void *arg, struct store_migrated *done);

#endif
