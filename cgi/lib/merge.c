/* merge.c - two customers that are the same. */
#include "merge.h"

#include "queries.h"

/* Raises the version of a customer that is as it was seen.
 * was, into: who stood for it (0: itself), and who does now (NONE: itself). */
static enum err take(struct store *s, struct merge_seen seen, int64_t was,
		     int64_t into)
{
	struct merge_take_in in = { seen.id, seen.version, was, into };
	struct merge_take taken;

	if (one_merge_take(s, in, &taken))
		return OK;
	return store_error(s) == OK ? ERR_CONFLICT : store_error(s);
}

/* Moves what a merge remembers, table by table. */
static enum err move(struct store *s, struct merge_purchases_in in)
{
	static enum err (*const moves[])(struct store *,
					 struct merge_purchases_in) = {
		run_merge_purchases, run_merge_leads,    run_merge_followups,
		run_merge_contacts,  run_merge_problems, run_merge_reviews,
		run_merge_referrals, run_merge_managers, run_merge_rules,
	};
	enum err e = OK;

	for (size_t i = 0; e == OK && i < COUNT(moves); i++)
		e = moves[i](s, in);
	return e;
}

/* The newest row of customer_manager says who looks after a customer: those
 * that have moved may be newer than the customer's own. */
static enum err say_manager(struct store *s, const struct merge_act *act,
			    int64_t merge, int64_t customer)
{
	struct merge_manager_add_in in = { customer, act->at, act->day };
	struct merge_manager_add added;

	if (!one_merge_manager_add(s, in, &added))
		return store_error(s);
	return run_merge_row_add(
		s, (struct merge_row_add_in){ merge, "stays", added.id });
}

enum err merge_customers(struct store *s, const struct merge_act *act,
			 struct merge_seen from, struct merge_seen into,
			 const char *why)
{
	struct merge_add_in in = { .from = from.id,
				   .into = into.id,
				   .person = act->actor,
				   .at = act->at,
				   .day = act->day,
				   .why = why };
	struct merge_add added;
	enum err e = from.id == into.id ? ERR_INPUT : take(s, into, 0, NONE);

	if (e == OK)
		e = take(s, from, 0, into.id);
	if (e != OK)
		return e;
	if (!one_merge_add(s, in, &added))
		return store_error(s);
	e = run_merge_rows_add(
		s, (struct merge_rows_add_in){ added.id, from.id, into.id });
	if (e == OK)
		e = move(s, (struct merge_purchases_in){ added.id, from.id,
							 into.id });
	return e == OK ? say_manager(s, act, added.id, into.id) : e;
}

enum err merge_undo(struct store *s, const struct merge_act *act, int64_t merge,
		    struct merge_seen from, struct merge_seen into)
{
	struct merge_undone_in in = { merge, act->actor, act->at };
	struct merge_undone row;
	enum err e = take(s, into, 0, NONE);

	if (e == OK)
		e = take(s, from, into.id, NONE);
	if (e != OK)
		return e;
	if (!one_merge_undone(s, in, &row))
		return store_error(s) == OK ? ERR_CONFLICT : store_error(s);
	BUG_IF(row.from_id != from.id || row.into_id != into.id);
	e = run_merge_manager_drop(s, (struct merge_manager_drop_in){ merge });
	return e == OK ? move(s, (struct merge_purchases_in){ merge, into.id,
							      from.id })
		       : e;
}
