/* summed.c - the numbers of the page from the sums that are kept, for who sees
 * everybody: as many rows for a million customers as for a thousand. */
#include "kept.h"
#include "lib/period.h"
#include "lib/rollup.h"
#include "queries.h"

/* Everything is asked before anything is read. */
struct questions {
	struct answer *first, *again, *months, *revenue, *silent, *rhythm;
	struct urgent urgent;
};

static struct questions ask(struct req *r, const struct kept *n)
{
	struct scope scope = r->viewer.read;
	int64_t year_from = period_add_months(n->as_of, -12);
	struct store *s = r->store;

	return (struct questions){
		.first = ask_retention_first(
			s, (struct retention_first_in){ scope }),
		.again = ask_retention_again(
			s, (struct retention_again_in){ scope }),
		.months = ask_retention_months(
			s, (struct retention_months_in){ scope }),
		.revenue = ask_retention_revenue(
			s, (struct retention_revenue_in){ scope, year_from,
							  n->as_of }),
		.silent = ask_retention_silent(
			s, (struct retention_silent_in){ scope, n->as_of }),
		.rhythm = ask_rhythm_all(s),
		.urgent = urgent_ask(r, n),
	};
}

/* ---- returns --------------------------------------------------------------
 */

static int64_t within(const struct retention_first *row, size_t age)
{
	const int64_t again[KEPT_AGES] = { row->within_30, row->within_60,
					   row->within_90, row->within_180,
					   row->within_365 };

	return again[age];
}

/* Who has been known for so many days tells who bought again within them. */
static void add_repeats(struct kept *n, const struct retention_first *row)
{
	for (size_t i = 0; i < KEPT_AGES; i++) {
		if (row->day + kept_ages[i] > n->as_of)
			continue;
		n->repeat[i].tally.leads += row->customers;
		n->repeat[i].tally.won += within(row, i);
	}
}

static void read_returns(struct req *r, const struct questions *q,
			 struct kept *n)
{
	struct buyers_returns returns = buyers_returns_new(r->arena, n->as_of);
	struct retention_first first;
	struct retention_again again;

	while (next_retention_first(q->first, &first)) {
		n->customers += first.customers;
		buyers_returns_open(&returns, first.day,
				    first.customers - first.again);
		add_repeats(n, &first);
	}
	while (next_retention_again(q->again, &again))
		buyers_returns_won(&returns, again.days, again.customers);
	n->curve = buyers_returns_curve(&returns);
	for (size_t i = 0; i < KEPT_AGES; i++)
		n->repeat[i].share = rate_share(n->repeat[i].tally.won,
						n->repeat[i].tally.leads);
}

/* ---- the triangle ---------------------------------------------------------
 */

static void read_triangle(struct req *r, const struct questions *q,
			  struct kept *n)
{
	struct buyers b = buyers_new(r->arena, n->as_of);
	struct retention_months row;

	while (next_retention_months(q->months, &row))
		buyers_month(&b, row.first_month, row.month, row.bought,
			     row.last);
	n->triangle = buyers_triangle(&b, n->form->mode == OR_LATER, n->whole);
}

/* ---- the silent ones ------------------------------------------------------
 */

static void read_rhythms(struct req *r, const struct questions *q,
			 struct kept *n)
{
	struct rhythm_all row;

	while (next_rhythm_all(q->rhythm, &row)) {
		struct buyers_rhythm *one;

		n->rhythm = arena_more(r->arena, n->rhythm, n->rhythms,
				       sizeof(*n->rhythm));
		one = &n->rhythm[n->rhythms++];
		*one = (struct buyers_rhythm){
			.id = row.segment_id,
			.segment = row.name,
			.customers = row.customers,
			.pool = { row.gaps, row.spare, row.ln, row.squares },
			.returns = { row.return_days != NONE,
				     row.return_days == NONE
					     ? 0
					     : (double)row.return_days },
		};
		one->mean = rhythm_mean(&one->pool);
		one->sd = rhythm_sd(&one->pool);
	}
}

static void read_amounts(const struct questions *q, struct kept *n)
{
	struct retention_revenue revenue;
	struct retention_silent silent;

	while (next_retention_revenue(q->revenue, &revenue))
		n->revenue = revenue.revenue;
	while (next_retention_silent(q->silent, &silent)) {
		n->silents = (size_t)silent.customers;
		n->silent_revenue = silent.revenue;
	}
}

enum err summed_load(struct req *r, struct kept *n, size_t most)
{
	struct questions q = ask(r, n);

	read_returns(r, &q, n);
	read_triangle(r, &q, n);
	read_amounts(&q, n);
	read_rhythms(r, &q, n);
	n->listed = urgent_list(r, n, &q.urgent, most, &n->silent);
	return store_error(r->store);
}
