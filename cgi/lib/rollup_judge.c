/* rollup_judge.c - since when a customer has been silent for longer than
 * usual.
 *
 * The usual depends on the segment, so on what everybody buys; it is fixed
 * from time to time (after every import; in a small company with every
 * purchase), because a change of it changes all customers at once. */
#include <math.h>
#include <stdlib.h>

#include "buyers.h"
#include "period.h"
#include "rollup_parts.h"

struct rhythm {
	int64_t segment, customers;
	struct rhythm_pool pool;
	struct rhythm_days returns;
	struct rhythm_days window; /* they stay active for so long */
};

struct rollup_judge {
	struct arena *arena;
	struct rhythm *rhythm; /* [0..n), everybody first */
	size_t n;
};

struct rollup_judge *rollup_judge_new(void)
{
	struct rollup_judge *j = calloc(1, sizeof(*j));

	BUG_IF(!j);
	j->arena = arena_new();
	return j;
}

void rollup_judge_free(struct rollup_judge *j)
{
	arena_free(j->arena);
	free(j);
}

static struct rhythm *add(struct rollup_judge *j)
{
	j->rhythm = arena_more(j->arena, j->rhythm, j->n, sizeof(*j->rhythm));
	return &j->rhythm[j->n++];
}

static void forget(struct rollup_judge *j)
{
	arena_reset(j->arena);
	j->rhythm = NULL;
	j->n = 0;
}

enum err rollup_judge_read(struct rollup_judge *j, struct store *s)
{
	struct answer *a = ask_rhythm_all(s);
	struct rhythm_all row;

	forget(j);
	while (next_rhythm_all(a, &row))
		*add(j) = (struct rhythm){
			.segment = row.segment_id,
			.customers = row.customers,
			.pool = { row.gaps, row.spare, row.ln, row.squares },
			.returns = { row.return_days != NONE,
				     row.return_days == NONE
					     ? 0
					     : (double)row.return_days },
			.window = { row.window_days != NONE,
				    row.window_days == NONE
					    ? 0
					    : (double)row.window_days },
		};
	return store_error(s);
}

/* ---- fixing it anew -------------------------------------------------------
 */

static struct rhythm_days returns_of(struct rollup_judge *j, struct store *s,
				     int64_t segment, int64_t as_of)
{
	struct buyers_returns returns = buyers_returns_new(j->arena, as_of);
	struct buyer_first_of first;
	struct buyer_again_of again;
	struct answer *firsts =
		ask_buyer_first_of(s, (struct buyer_first_of_in){ segment });
	struct answer *agains =
		ask_buyer_again_of(s, (struct buyer_again_of_in){ segment });
	struct survival_curve curve;

	while (next_buyer_first_of(firsts, &first))
		buyers_returns_open(&returns, first.day,
				    first.customers - first.again);
	while (next_buyer_again_of(agains, &again))
		buyers_returns_won(&returns, again.days, again.customers);
	curve = buyers_returns_curve(&returns);
	return rhythm_return_by(&curve);
}

/* All gaps between purchase days, those that still run cut off. */
static struct rhythm_days window_of(struct rollup_judge *j, struct store *s,
				    int64_t segment, int64_t as_of)
{
	struct buyers_returns gaps = buyers_returns_new(j->arena, as_of);
	struct answer *ended =
		ask_buyer_gap_of(s, (struct buyer_gap_of_in){ segment });
	struct answer *running =
		ask_buyer_last_of(s, (struct buyer_last_of_in){ segment });
	struct survival_curve curve;
	struct buyer_gap_of gap;
	struct buyer_last_of last;

	while (next_buyer_gap_of(ended, &gap))
		buyers_returns_won(&gaps, gap.days, gap.gaps);
	while (next_buyer_last_of(running, &last))
		buyers_returns_open(&gaps, last.day, last.customers);
	curve = buyers_returns_curve(&gaps);
	return rhythm_window(&curve);
}

/* Whole days, or NONE. */
static int64_t days_of(struct rhythm_days r)
{
	return r.known ? llround(r.days) : NONE;
}

static enum err keep(struct store *s, const struct rhythm *r, int64_t as_of)
{
	return run_rhythm_set(
		s, (struct rhythm_set_in){ .segment = r->segment,
					   .day = as_of,
					   .customers = r->customers,
					   .gaps = r->pool.gaps,
					   .spare = r->pool.spare,
					   .ln = r->pool.ln,
					   .squares = r->pool.squares,
					   .return_days = days_of(r->returns),
					   .window_days = days_of(r->window) });
}

enum err rollup_judge_fix(struct rollup_judge *j, struct store *s)
{
	struct buyer_rhythms_in in = { BUYERS_SEGMENT };
	struct rollup_newest_day newest = { 0 };
	struct answer *a;
	struct buyer_rhythms row;
	enum err e = run_rhythm_clear(s);

	forget(j);
	one_rollup_newest_day(s, &newest);
	a = ask_buyer_rhythms(s, in);
	while (next_buyer_rhythms(a, &row))
		*add(j) = (struct rhythm){
			.segment = row.segment_id,
			.customers = row.customers,
			.pool = { row.gaps, row.spare, row.ln, row.squares },
		};
	for (size_t i = 0; e == OK && i < j->n; i++) {
		struct rhythm *r = &j->rhythm[i];

		r->returns = returns_of(j, s, r->segment, newest.day);
		r->window = window_of(j, s, r->segment, newest.day);
		e = keep(s, r, newest.day);
	}
	return e == OK ? store_error(s) : e;
}

/* ---- judging --------------------------------------------------------------
 */

static const struct rhythm *rhythm_of(const struct rollup_judge *j,
				      int64_t segment)
{
	const struct rhythm *found = NULL;

	for (size_t i = 0; i < j->n; i++) {
		if (j->rhythm[i].segment == segment)
			return &j->rhythm[i];
		if (j->rhythm[i].segment == ROLLUP_EVERY)
			found = &j->rhythm[i];
	}
	return found;
}

/* What may be at stake at most while the silence is shorter than a year: as
 * time passes it grows no longer, and revenue of the 12 months only falls. */
static int64_t stake_of(const struct rollup_person *person,
			const struct rollup_buyer *b, double threshold)
{
	int64_t paid = 0;

	for (size_t i = 0; i < person->n; i++)
		if (person->money[i].day > b->last - 367)
			paid += person->money[i].paid;
	return (int64_t)ceil(
		fmin(BUYERS_LOST / threshold * (double)paid, 9e18));
}

/* The last day on which they are active: by their contract, or by how long
 * the others of the segment take to buy again (definitions: R2). */
static int64_t live_of(const struct rollup_person *person,
		       const struct rollup_buyer *b, const struct rhythm *r)
{
	int64_t bound = person->row->contract_end_day;

	if (bound != NONE && bound >= b->last)
		return bound;
	return b->last +
	       (r && r->window.known ? days_of(r->window) : BUYERS_LOST);
}

void rollup_judge(const struct rollup_judge *j,
		  const struct rollup_person *person, struct rollup_buyer *b)
{
	const struct rhythm *r = rhythm_of(j, b->segment);
	int64_t bound = person->row->contract_end_day;
	struct rhythm_days threshold;

	b->silent = NONE;
	b->stake = b->live = 0;
	if (b->days == 0)
		return;
	b->live = live_of(person, b, r);
	if (!r)
		return;
	threshold = buyers_threshold(b->gaps, &r->pool, r->returns);
	if (!threshold.known)
		return;
	b->silent = b->last + (int64_t)floor(threshold.days) + 1;
	if (bound != NONE && bound >= b->silent)
		b->silent = bound + 1;
	b->stake = stake_of(person, b, threshold.days);
}
