/* problem.h - what is wrong for a customer: opened, looked into, solved, and
 * opened anew.
 *
 * Every call writes the row and its event, inside store_write, so that both are
 * kept or none. */
#ifndef PROBLEM_H
#define PROBLEM_H

#include "store.h"

/* Who acts, and when. */
struct problem_act {
	int64_t actor;   /* person; NONE: the program */
	int64_t at, day; /* UTC seconds; the company's day */
};

struct problem_new {
	int64_t customer, owner, contact; /* owner, contact: NONE for none */
	const char *what;                 /* 1 to 2000 code points */
	int64_t due_day;                  /* NONE: no day is set */
};

enum err problem_open(struct store *s, const struct problem_act *act,
		      const struct problem_new *new);

/*
 * problem_solve - of a problem as somebody saw it in `scope`.
 * note: how, "" for none.
 * ERR_NOT_FOUND for what they may not see, ERR_CONFLICT when it has changed
 * since, or is solved already.
 */
enum err problem_solve(struct store *s, const struct problem_act *act,
		       struct scope scope, int64_t id, int64_t version,
		       const char *note);

/* What is known of a problem. */
struct problem_facts {
	const char *what,
		*cause;         /* what: 1 to 2000 code points; "": not known */
	int64_t cost;           /* minor units of the company, 0 or more */
	int64_t owner, due_day; /* NONE: nobody, no day */
};

/*
 * problem_change - what is known of one that is open, as somebody saw it in
 * `scope`.  The owner must be one whom they may give work to: the caller sees
 * to that.
 * Errors as problem_solve.
 */
enum err problem_change(struct store *s, const struct problem_act *act,
			struct scope scope, int64_t id, int64_t version,
			const struct problem_facts *facts);

/*
 * problem_reopen - one that was not solved after all.
 * note: why, 1 code point or more.
 * ERR_NOT_FOUND for what they may not see, ERR_CONFLICT when it has changed
 * since, or is open.
 */
enum err problem_reopen(struct store *s, const struct problem_act *act,
			struct scope scope, int64_t id, int64_t version,
			const char *note);

/* Closes one in any case: for who has found it, or tells a story.  note: "" for
 * none. */
enum err problem_end(struct store *s, const struct problem_act *act, int64_t id,
		     const char *note);

#endif
