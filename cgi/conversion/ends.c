/* ends.c - prospects that were won or lost in a period: from the sums that are
 * kept, in a pass over all, or one by one. */
#include "ends.h"

#include "counted.h"
#include "lib/app.h"
#include "lib/blocks.h"
#include "scan.h"
#include "slots.h"

enum { FIRST_DAY = -40000, EVERY_REASON = -1 };

struct ends_questions {
	struct blocks block[BLOCKS_MOST];
	struct answer *sums[BLOCKS_MOST];
	size_t n;
	struct census *census;  /* NULL: not asked */
	struct answer *records; /* likewise */
};

/* The team whose sums are read: the one asked for, or all in sight. */
static int64_t team_of(const struct req *r, const struct form *f)
{
	if (f->only[BY_TEAM] != EVERY || r->viewer.read.see == SEE_ALL)
		return f->only[BY_TEAM];
	return r->viewer.read.my_team;
}

/* The sums are of teams or of sources, never of both at once. */
static bool sums_know(const struct req *r, const struct form *f)
{
	return f->only[BY_PERSON] == EVERY && f->only[BY_CAMPAIGN] == EVERY &&
	       f->only[BY_PRODUCT] == EVERY && f->only[BY_SEGMENT] == EVERY &&
	       (team_of(r, f) == EVERY || f->only[BY_SOURCE] == EVERY);
}

static void ask_sums(struct req *r, const struct form *f, struct period days,
		     bool daily, struct ends_questions *q)
{
	unsigned units = 1 << BLOCK_DAY | (daily ? 0 : 1 << BLOCK_MONTH);

	q->n = blocks_cover(days, units, q->block);
	for (size_t i = 0; i < q->n; i++)
		q->sums[i] = ask_conversion_ends(
			r->store, (struct conversion_ends_in){
					  r->viewer.read, q->block[i].unit,
					  q->block[i].from, q->block[i].to,
					  team_of(r, f), f->only[BY_SOURCE] });
}

static struct answer *ask_records(struct req *r, const struct numbers *n,
				  struct period days, enum which which)
{
	const int64_t *only = n->form->only;
	struct conversion_closed_in in = {
		.scope = r->viewer.read,
		.from = FIRST_DAY,
		.to = n->as_of + 1,
		.as_of = n->as_of,
		.end_from = days.from,
		.end_to = days.to,
		.team = only[BY_TEAM],
		.person = only[BY_PERSON],
		.source = only[BY_SOURCE],
		.campaign = only[BY_CAMPAIGN],
		.product = only[BY_PRODUCT],
		.segment = only[BY_SEGMENT],
		.state = "closed",
		.reason = EVERY_REASON,
	};

	switch (which) {
	case RECORDED:
		return ask_conversion_closed(r->store, in);
	case OWN:
		return ask_conversion_closed_mine(r->store, in);
	}
	BUG_IF(true);
}

struct ends_questions *ends_ask(struct req *r, const struct numbers *n,
				struct period days, bool daily)
{
	struct ends_questions *q = arena_zalloc(r->arena, sizeof(*q));
	bool kept = r->company.newest_day <= n->as_of;
	enum see see = (enum see)r->viewer.read.see;
	bool sums = kept && see != SEE_OWN && sums_know(r, n->form);

	if (days.to > n->as_of + 1)
		days.to = n->as_of + 1;
	if (days.to < days.from)
		days.to = days.from;
	if (sums)
		ask_sums(r, n->form, days, daily, q);
	if (kept && !sums && see != SEE_OWN)
		q->census = census_ended(r->store, r->viewer.read, days,
					 scan_only(n->form));
	else if (!sums || see != SEE_ALL)
		q->records = ask_records(r, n, days, kept ? OWN : RECORDED);
	return q;
}

static void add_end(struct req *r, struct ends *e, struct end end)
{
	e->end = arena_more(r->arena, e->end, e->n, sizeof(*e->end));
	e->end[e->n++] = end;
}

/* A day and a reason are small: one integer holds both. */
static int64_t key_of(int64_t day, int64_t reason)
{
	return day << 32 | (reason - ENDS_WON);
}

static void read_census(struct req *r, const struct ends_questions *q,
			struct ends *e)
{
	struct slots *slots = slots_new(r->arena);
	const struct prospect *p;
	size_t first = e->n;

	while ((p = census_next(q->census))) {
		int64_t reason =
			p->state == PROSPECT_WON ? ENDS_WON : p->reason;
		size_t i;

		i = first + slots_of(slots, key_of(p->end_day, reason));
		if (i == e->n)
			add_end(r, e, (struct end){ p->end_day, reason, 0, 0 });
		BUG_IF(!e->end);
		e->end[i].prospects++;
		e->end[i].revenue += p->revenue;
	}
}

struct ends ends_read(struct req *r, struct ends_questions *q)
{
	struct ends e = { .n = 0 };
	struct conversion_ends sum;
	struct conversion_closed row;

	for (size_t i = 0; i < q->n; i++)
		while (next_conversion_ends(q->sums[i], &sum))
			add_end(r, &e,
				(struct end){
					block_days(q->block[i].unit, sum.start)
						.from,
					sum.reason_id, sum.prospects,
					sum.revenue });
	if (q->census)
		read_census(r, q, &e);
	while (q->records && next_conversion_closed(q->records, &row))
		add_end(r, &e,
			(struct end){ row.day, row.reason_id, row.prospects,
				      row.revenue });
	return e;
}

int64_t ends_of(const struct ends *e, int64_t reason)
{
	int64_t n = 0;

	for (size_t i = 0; i < e->n; i++)
		if (e->end[i].reason == reason)
			n += e->end[i].prospects;
	return n;
}

int64_t ends_lost(const struct ends *e)
{
	int64_t n = 0;

	for (size_t i = 0; i < e->n; i++)
		if (e->end[i].reason != ENDS_WON)
			n += e->end[i].prospects;
	return n;
}
