/* counted.c - the prospects of a period, from wherever they are counted. */
#include "counted.h"

#include <string.h>

#include "lib/app.h"

struct counted_questions {
	struct counted_from from;
	struct answer *prices;
	struct rollups *sums;   /* NULL: not asked */
	struct passed *passed;  /* NULL: not asked */
	struct records records; /* fates NULL: not asked */
};

void counted_reserve(struct req *r, struct counted *c, size_t n)
{
	struct groups_row *row;

	if (c->room - c->rows >= n)
		return;
	c->room = c->rows + n;
	row = arena_array(r->arena, c->room, sizeof(*row));
	if (c->rows)
		memcpy(row, c->row, c->rows * sizeof(*row));
	c->row = row;
}

struct groups_row *counted_row(struct req *r, struct counted *c)
{
	enum { FIRST = 64 };

	if (c->rows == c->room)
		counted_reserve(r, c, c->rows ? c->rows : FIRST);
	return &c->row[c->rows++];
}

struct day_count *counted_day(struct req *r, struct counted *c)
{
	c->day = arena_more(r->arena, c->day, c->days, sizeof(*c->day));
	return &c->day[c->days++];
}

struct groups_spend *counted_spend(struct req *r, struct counted *c)
{
	c->spend = arena_more(r->arena, c->spend, c->spends, sizeof(*c->spend));
	return &c->spend[c->spends++];
}

/* ---- what prospects cost --------------------------------------------------
 */

static struct answer *ask_prices(struct req *r, const struct numbers *n,
				 struct period days, bool kept)
{
	struct spend_by_month_in then = {
		period_month(days.from),
		period_month(days.to - 1),
		n->as_of,
	};
	struct spend_by_month_now_in now = { then.from_month, then.to_month };

	return kept ? ask_spend_by_month_now(r->store, now)
		    : ask_spend_by_month(r->store, then);
}

static void add_price(struct req *r, struct prices *p, struct spend_item item)
{
	p->item = arena_more(r->arena, p->item, p->n, sizeof(*p->item));
	p->item[p->n++] = item;
}

static struct prices read_prices(struct req *r, struct answer *a, bool kept)
{
	struct prices p = { .n = 0 };
	struct spend_by_month then;
	struct spend_by_month_now now;

	while (kept && next_spend_by_month_now(a, &now))
		add_price(r, &p,
			  (struct spend_item){ now.month, now.source_id,
					       now.campaign_id, now.amount,
					       now.prospects });
	while (!kept && next_spend_by_month(a, &then))
		add_price(r, &p,
			  (struct spend_item){ then.month, then.source_id,
					       then.campaign_id, then.amount,
					       then.prospects });
	return p;
}

/* ---- where from -----------------------------------------------------------
 */

/* Whether prospects are to be found by whose they are: their own for who sees
 * no more, or beside a team's, which is in the sums; or those of one person. */
static bool one_owner(const struct req *r, const struct numbers *n, bool known)
{
	switch ((enum see)r->viewer.read.see) {
	case SEE_OWN:
		return true;
	case SEE_TEAM:
		return known;
	case SEE_ALL:
		return n->form->only[BY_PERSON] > 0;
	}
	BUG_IF(true);
}

/* Who sees everything needs no look at their own: they are in the sums.  What
 * the sums do not tell apart is counted one by one. */
struct counted_from counted_from(const struct req *r, const struct numbers *n)
{
	bool known = rollups_know(n), own = one_owner(r, n, known);
	struct counted_from from = {
		.kept = r->company.newest_day <= n->as_of,
		.records = true,
		.which = RECORDED,
	};

	if (!from.kept)
		return from;
	from.sums = known && r->viewer.read.see != SEE_OWN;
	from.pass = !known && !own;
	from.which = OWN;
	from.records = own;
	return from;
}

struct conversion_by_fate_in counted_one_by_one(const struct req *r,
						const struct numbers *n,
						struct period days)
{
	const int64_t *only = n->form->only;

	return (struct conversion_by_fate_in){
		.scope = r->viewer.read,
		.from = days.from,
		.to = days.to,
		.as_of = n->as_of,
		.horizon = n->horizon,
		.by = n->by,
		.team = only[BY_TEAM],
		.person = only[BY_PERSON],
		.source = only[BY_SOURCE],
		.campaign = only[BY_CAMPAIGN],
		.product = only[BY_PRODUCT],
		.segment = only[BY_SEGMENT],
	};
}

struct period counted_matured(const struct numbers *n, struct period p)
{
	int64_t end = n->as_of - n->horizon + 1;

	if (p.to > end)
		p.to = end > p.from ? end : p.from;
	return p;
}

struct counted_questions *counted_ask(struct req *r, const struct numbers *n,
				      struct period days)
{
	struct counted_questions *q = arena_zalloc(r->arena, sizeof(*q));

	q->from = counted_from(r, n);
	q->prices = ask_prices(r, n, days, q->from.kept);
	if (q->from.records)
		q->records = records_ask(r, n, days, q->from.which);
	if (q->from.sums)
		q->sums = rollups_ask(r, n, days);
	if (q->from.pass)
		q->passed = passed_ask(r, n, days);
	return q;
}

struct counted counted_read(struct req *r, struct counted_questions *q)
{
	struct counted c = { .rows = 0 };
	struct prices prices = read_prices(r, q->prices, q->from.kept);

	if (q->sums)
		rollups_read(r, q->sums, &prices, &c);
	if (q->passed)
		passed_read(r, q->passed, &prices, &c);
	if (q->records.fates)
		records_read(r, &q->records, &prices, &c);
	return c;
}
