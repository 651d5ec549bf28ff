/* pass.c - how many prospects a list has, in a pass over all that are kept. */
#include "pass.h"

#include <stdlib.h>

struct pass {
	const struct list *list;
	struct arena *arena;
	struct answer *priceless;          /* NULL: not asked */
	struct conversion_priceless *none; /* [0..n), by month and source */
	size_t n;
	struct census *census;
};

/* ---- asking ---------------------------------------------------------------
 */

struct census_only pass_only(const struct form *f)
{
	return (struct census_only){ f->team,     f->person,  f->source,
				     f->campaign, f->product, f->segment };
}

struct pass *pass_ask(struct req *r, const struct list *l, struct period days)
{
	struct pass *p = arena_zalloc(r->arena, sizeof(*p));

	p->list = l;
	p->arena = r->arena;
	if (l->form->state == UNCOSTED)
		p->priceless = ask_conversion_priceless(
			r->store, (struct conversion_priceless_in){
					  period_month(days.from),
					  period_month(days.to) });
	p->census =
		census_came(r->store, r->viewer.read, days, pass_only(l->form));
	if (l->form->step != EVERY)
		census_steps(p->census);
	return p;
}

/* ---- which: as with/chosen.sql has it -------------------------------------
 */

static bool has_reason(const struct form *f, const struct prospect *p)
{
	return f->reason == EVERY ||
	       (p->state == PROSPECT_LOST && p->reason == f->reason);
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
		n += has_reason(q->list->form, p) && has_state(q, p) &&
		     has_step(q, p);
	return n;
}
