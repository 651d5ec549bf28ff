/* pass.c - how many prospects a list has, in a pass over all that are kept. */
#include "pass.h"

#include <stdlib.h>

#include "lib/census.h"

struct pass {
	const struct list *list;
	struct arena *arena;
	bool closed;                       /* found by when they closed */
	struct answer *priceless;          /* NULL: not asked */
	struct conversion_priceless *none; /* [0..n), by month and source */
	size_t n;
	struct census *census;
};

/* ---- asking ---------------------------------------------------------------
 */

static struct pass *begin(struct req *r, const struct list *l, bool closed)
{
	struct pass *p = arena_zalloc(r->arena, sizeof(*p));

	p->list = l;
	p->arena = r->arena;
	p->closed = closed;
	return p;
}

struct pass *pass_came(struct req *r, const struct list *l, struct period days)
{
	struct pass *p = begin(r, l, false);

	if (l->form->state == UNCOSTED)
		p->priceless = ask_conversion_priceless(
			r->store, (struct conversion_priceless_in){
					  period_month(days.from),
					  period_month(days.to) });
	p->census = census_came(r->store, r->viewer.read, days);
	if (l->form->step != EVERY)
		census_steps(p->census);
	return p;
}

struct pass *pass_closed(struct req *r, const struct list *l,
			 struct period days)
{
	struct pass *p = begin(r, l, true);

	p->census = census_ended(r->store, r->viewer.read, days);
	return p;
}

/* ---- which: as with/chosen.sql and with/ended.sql have it -----------------
 */

static bool is(int64_t only, int64_t id)
{
	return only == EVERY || only == id;
}

static bool is_picked(const struct form *f, const struct prospect *p)
{
	return is(f->team, p->team) && is(f->person, p->owner) &&
	       is(f->source, p->source) && is(f->campaign, p->campaign) &&
	       is(f->product, p->product) && is(f->segment, p->segment) &&
	       (f->reason == EVERY ||
		(p->state == PROSPECT_LOST && p->reason == f->reason));
}

static int by_key(const void *left, const void *right)
{
	const struct conversion_priceless *a = left, *b = right;

	if (a->month != b->month)
		return a->month < b->month ? -1 : 1;
	return a->source_id < b->source_id ? -1 : a->source_id > b->source_id;
}

static bool is_uncosted(const struct pass *q, const struct prospect *p)
{
	struct conversion_priceless key = { period_month(p->created_day),
					    p->source };

	return q->n && bsearch(&key, q->none, q->n, sizeof(key), by_key);
}

static bool has_state(const struct pass *q, const struct prospect *p)
{
	const struct list *l = q->list;
	bool valid = p->state != PROSPECT_INVALID;
	bool matured = valid && p->created_day + l->horizon <= l->as_of;
	bool won = p->state == PROSPECT_WON;

	switch ((enum state)l->form->state) {
	case ALL:
		return valid;
	case MATURED:
		return matured;
	case WON:
		return matured && won && p->days <= l->horizon;
	case ANY_WON:
		return won;
	case LOST:
		return p->state == PROSPECT_LOST;
	case OPEN:
		return p->state == PROSPECT_OPEN;
	case INVALID:
		return !valid;
	case CLOSED:
		return won || p->state == PROSPECT_LOST;
	case UNCOSTED:
		return valid && is_uncosted(q, p);
	case WAITING:
		return p->state == PROSPECT_OPEN && p->contact == NONE;
	case EARLY:
		return p->end_day != NONE && p->end_day < p->created_day;
	}
	BUG_IF(true);
}

static bool has_step(const struct pass *q, const struct prospect *p)
{
	const struct list *l = q->list;

	if (l->form->step == EVERY)
		return true;
	if (p->state == PROSPECT_INVALID ||
	    p->created_day + l->horizon > l->as_of)
		return false;
	return (p->state == PROSPECT_WON && p->days <= l->horizon) ||
	       census_reached(q->census, l->form->step, l->horizon);
}

/* Of those that closed, "won" means at any time. */
static bool has_closed(const struct pass *q, const struct prospect *p)
{
	switch ((enum state)q->list->form->state) {
	case WON:
	case ANY_WON:
		return p->state == PROSPECT_WON;
	case LOST:
		return p->state == PROSPECT_LOST;
	case ALL:
	case MATURED:
	case OPEN:
	case INVALID:
	case CLOSED:
	case UNCOSTED:
	case WAITING:
	case EARLY:
		return true;
	}
	BUG_IF(true);
}

/* ---- reading --------------------------------------------------------------
 */

static void read_priceless(struct pass *q)
{
	struct conversion_priceless row;

	while (q->priceless && next_conversion_priceless(q->priceless, &row)) {
		q->none = arena_more(q->arena, q->none, q->n, sizeof(row));
		q->none[q->n++] = row;
	}
}

int64_t pass_read(struct pass *q)
{
	const struct prospect *p;
	int64_t n = 0;

	read_priceless(q);
	while ((p = census_next(q->census)))
		n += is_picked(q->list->form, p) &&
		     (q->closed ? has_closed(q, p)
				: has_state(q, p) && has_step(q, p));
	return n;
}
