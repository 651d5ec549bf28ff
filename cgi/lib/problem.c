/* problem.c - what is wrong for a customer. */
#include "problem.h"

#include <string.h>

#include "queries.h"

static enum err add_event(struct store *s, const struct problem_act *act,
			  int64_t problem, const char *kind, const char *note)
{
	struct problem_event_add_in in = {
		.problem = problem,
		.kind = kind,
		.at = act->at,
		.day = act->day,
		.actor = act->actor,
		.note = note,
	};

	return run_problem_event_add(s, in);
}

enum err problem_open(struct store *s, const struct problem_act *act,
		      const struct problem_new *new)
{
	struct problem_add_in in = {
		.customer = new->customer,
		.owner = new->owner,
		.contact = new->contact,
		.what = new->what,
		.cause = "",
		.due_day = new->due_day,
		.state = "open",
	};
	struct problem_add added;

	if (!one_problem_add(s, in, &added))
		return store_error(s);
	return add_event(s, act, added.id, "opened", "");
}

/* What somebody saw. */
struct seen {
	struct scope scope;
	int64_t id, version;
	const char *state;
};

/* Whether it still is so. */
static enum err see(struct store *s, const struct problem_act *act,
		    const struct seen *seen)
{
	struct problem_seen_in in = { seen->scope, act->day, seen->id };
	struct problem_seen row;

	if (!one_problem_seen(s, in, &row))
		return store_error(s) == OK ? ERR_NOT_FOUND : store_error(s);
	return row.version == seen->version &&
			       strcmp(row.state, seen->state) == 0
		       ? OK
		       : ERR_CONFLICT;
}

enum err problem_end(struct store *s, const struct problem_act *act, int64_t id,
		     const char *note)
{
	run_problem_close(s, (struct problem_close_in){ id });
	return add_event(s, act, id, "solved", note);
}

enum err problem_solve(struct store *s, const struct problem_act *act,
		       struct scope scope, int64_t id, int64_t version,
		       const char *note)
{
	enum err e = see(s, act, &(struct seen){ scope, id, version, "open" });

	return e == OK ? problem_end(s, act, id, note) : e;
}

enum err problem_change(struct store *s, const struct problem_act *act,
			struct scope scope, int64_t id, int64_t version,
			const struct problem_facts *facts)
{
	struct problem_change_in in = {
		.problem = id,
		.owner = facts->owner,
		.what = facts->what,
		.cause = facts->cause,
		.cost = facts->cost,
		.due_day = facts->due_day,
	};
	enum err e = see(s, act, &(struct seen){ scope, id, version, "open" });

	return e == OK ? run_problem_change(s, in) : e;
}

enum err problem_reopen(struct store *s, const struct problem_act *act,
			struct scope scope, int64_t id, int64_t version,
			const char *note)
{
	enum err e =
		see(s, act, &(struct seen){ scope, id, version, "solved" });

	if (e != OK)
		return e;
	run_problem_reopen(s, (struct problem_reopen_in){ id });
	return add_event(s, act, id, "reopened", note);
}
