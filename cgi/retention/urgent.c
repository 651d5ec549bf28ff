/* urgent.c - the most urgent of the silent customers, without looking at all.
 *
 * How urgent a customer is changes with every day, so no order of it can be
 * kept.  What can be kept is the most it can ever come to within a year of
 * silence (buyer.stake), and as much of it as of the year can have come true.
 * Those with the largest stakes are looked at, and the candidates read are
 * those of whom most can have come true: as soon as enough are more urgent than
 * all others can be, they are the most urgent of all. */
#include <math.h>
#include <stdlib.h>

#include "kept.h"
#include "lib/period.h"
#include "queries.h"

enum {
	FIRST_LOOK = 400,
	LOOK_MOST = 200000, /* there are more only in a file */
	LOOKED_AT = 8,      /* for one candidate read */
};

/* Those who are lost come after all others, an open problem before none. */
static const struct rank {
	int64_t lost, problem;
} ranks[URGENT_RANKS] = { { 0, 1 }, { 0, 0 }, { 1, 1 }, { 1, 0 } };

static const struct buyers_rhythm *rhythm_of(const struct kept *n, int64_t id)
{
	for (size_t i = 0; i < n->rhythms; i++)
		if (n->rhythm[i].id == id)
			return &n->rhythm[i];
	return n->rhythms ? &n->rhythm[0] : NULL;
}

static struct buyer buyer_of(const struct kept *n,
			     const struct retention_urgent *row, bool problem)
{
	struct buyer b = {
		.id = row->id,
		.first_on = row->first_day,
		.last_on = row->last_day,
		.days = row->days,
		.second = row->second,
		.gaps = { row->gaps, row->ln, row->ln_2 },
		.name = row->name,
		.segment = row->segment,
		.manager = row->manager,
		.year_revenue = row->year_revenue,
		.next_due = row->next_due,
		.contract_end = row->contract_end_day,
		.problem = problem,
		.do_not_contact = row->do_not_contact,
	};

	buyers_judge_one(&b, rhythm_of(n, row->segment_id), n->as_of);
	return b;
}

/* The candidates of one rank that were looked at. */
struct look {
	struct buyer *buyer; /* [0..n) */
	size_t n;
	bool all;     /* there are no others */
	double least; /* nobody else can be more urgent */
};

/* How many of those looked at are read. */
static int64_t candidates(int64_t look)
{
	return look == LOOK_MOST ? look : look / LOOKED_AT;
}

static struct answer *ask_rank(struct req *r, const struct kept *n,
			       const struct rank *rank, int64_t look)
{
	struct retention_urgent_in in = {
		.scope = r->viewer.read,
		.as_of = n->as_of,
		.year_from = period_add_months(n->as_of, -12),
		.lost_before = n->as_of - BUYERS_LOST,
		.lost = rank->lost,
		.problem = rank->problem,
		.look = look,
		.most = candidates(look),
	};

	return ask_retention_urgent(r->store, in);
}

struct urgent urgent_ask(struct req *r, const struct kept *n)
{
	struct urgent u;

	for (size_t i = 0; i < URGENT_RANKS; i++)
		u.rank[i] = ask_rank(r, n, &ranks[i], FIRST_LOOK);
	return u;
}

/* What neither those not looked at nor those not read can exceed, once the
 * last candidate was read. */
static double least_of(const struct retention_urgent *last, int64_t as_of)
{
	double now = (double)last->stake * (double)(as_of - last->last_day) /
		     BUYERS_LOST;

	return fmax(now, (double)last->floor);
}

static struct look look_at(struct req *r, const struct kept *n,
			   struct answer *a, bool problem, int64_t limit)
{
	size_t most = (size_t)candidates(limit);
	struct retention_urgent row = { .looked = 0 };
	struct look look = { .least = 0 };

	look.buyer = arena_array(r->arena, most + 1, sizeof(*look.buyer));
	while (look.n < most && next_retention_urgent(a, &row)) {
		look.buyer[look.n++] = buyer_of(n, &row, problem);
		look.least = least_of(&row, n->as_of);
	}
	look.all = look.n == (size_t)row.looked && row.looked < limit;
	return look;
}

static size_t sure(const struct look *look, struct buyer **list, size_t most)
{
	size_t n = 0;

	while (n < look->n && n < most &&
	       (look->all || buyers_urgency(list[n]) > look->least))
		n++;
	return n;
}

static int64_t wider(int64_t limit, const struct rank *rank)
{
	return rank->lost || 8 * limit > LOOK_MOST ? LOOK_MOST : 8 * limit;
}

/* The most urgent of a rank, at most so many of them, behind list[0..); a: its
 * first candidates. */
static size_t of_rank(struct req *r, const struct kept *n,
		      const struct rank *rank, struct answer *a,
		      struct buyer **out, size_t most)
{
	for (int64_t limit = FIRST_LOOK;; limit = wider(limit, rank)) {
		struct look look = look_at(r, n, a, rank->problem, limit);
		struct buyer **list =
			buyers_by_urgency(r->arena, look.buyer, look.n);
		size_t found;

		if (limit == LOOK_MOST)
			look.all = true;
		found = sure(&look, list, most);
		if (found < most && !look.all) {
			a = ask_rank(r, n, rank, wider(limit, rank));
			continue;
		}
		for (size_t i = 0; i < found; i++)
			out[i] = list[i];
		return found;
	}
}

size_t urgent_list(struct req *r, const struct kept *n, const struct urgent *u,
		   size_t most, struct buyer ***list)
{
	size_t found = 0;

	*list = arena_array(r->arena, most + 1, sizeof(struct buyer *));
	for (size_t i = 0; i < URGENT_RANKS && found < most && n->rhythms; i++)
		found += of_rank(r, n, &ranks[i], u->rank[i], *list + found,
				 most - found);
	return found;
}
