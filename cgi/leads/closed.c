/* closed.c - the prospects that were won or lost in some days, whenever they
 * came; last closed first. */
#include "lib/blocks.h"
#include "list.h"
#include "pass.h"

enum { FIRST_DAY = -40000, WON_REASON = -1 };

/* What the statements call the state of an address. */
static const char *state_word(enum state state)
{
	switch (state) {
	case WON:
	case ANY_WON:
		return "won";
	case LOST:
		return "lost";
	case ALL:
	case MATURED:
	case OPEN:
	case INVALID:
	case CLOSED:
	case UNCOSTED:
	case WAITING:
	case EARLY:
		return "closed";
	}
	BUG_IF(true);
}

static struct lead_closed_in filters(const struct req *r, const struct list *l)
{
	const struct form *f = l->form;

	return (struct lead_closed_in){
		.scope = r->viewer.read,
		.from = FIRST_DAY,
		.to = l->as_of + 1,
		.as_of = l->as_of,
		.end_from = f->closed_from,
		.end_to = f->closed_to + 1,
		.team = f->team,
		.person = f->person,
		.source = f->source,
		.campaign = f->campaign,
		.product = f->product,
		.segment = f->segment,
		.state = state_word((enum state)f->state),
		.reason = f->reason,
		.after_day = f->after_day,
		.after_id = f->after_id,
	};
}

/* ---- how many --------------------------------------------------------------
 */

struct number {
	struct answer *sums[BLOCKS_MOST];
	size_t n;
	struct census *census; /* NULL: not asked */
	struct answer *rows;   /* likewise */
};

/* The sums are of teams or of sources, never of both at once. */
static bool sums_know(const struct req *r, const struct list *l)
{
	const struct form *f = l->form;

	return l->from == KEPT && r->viewer.read.see == SEE_ALL &&
	       f->person == EVERY && f->campaign == EVERY &&
	       f->product == EVERY && f->segment == EVERY &&
	       (f->team == EVERY || f->source == EVERY);
}

static struct answer *ask_rows(struct req *r, const struct list *l)
{
	struct lead_closed_in f = filters(r, l);
	struct conversion_closed_in in = {
		f.scope,   f.from,    f.to,     f.as_of,  f.end_from,
		f.end_to,  f.team,    f.person, f.source, f.campaign,
		f.product, f.segment, f.state,  f.reason,
	};

	switch (l->from) {
	case RECORDS:
		return ask_conversion_closed(r->store, in);
	case KEPT: /* all of them: census.h */
		break;
	case OWN:
		return ask_conversion_closed_mine(r->store, in);
	}
	BUG_IF(true);
}

static struct number ask_number(struct req *r, const struct list *l)
{
	const struct form *f = l->form;
	struct period days = { f->closed_from, f->closed_to + 1 };
	struct blocks block[BLOCKS_MOST];
	struct number q = { .n = 0 };

	if (!sums_know(r, l)) {
		if (l->from == KEPT)
			q.census = census_ended(r->store, r->viewer.read, days,
						pass_only(f));
		else
			q.rows = ask_rows(r, l);
		return q;
	}
	q.n = blocks_cover(days, 1 << BLOCK_DAY | 1 << BLOCK_MONTH, block);
	for (size_t i = 0; i < q.n; i++)
		q.sums[i] = ask_conversion_ends(
			r->store,
			(struct conversion_ends_in){
				r->viewer.read, block[i].unit, block[i].from,
				block[i].to, f->team, f->source });
	return q;
}

static bool listed(const struct form *f, int64_t reason)
{
	const char *state = state_word((enum state)f->state);
	bool won = reason == WON_REASON;

	if (f->reason != EVERY && reason != f->reason)
		return false;
	return *state == 'c' || (*state == 'w') == won;
}

static int64_t read_census(const struct list *l, struct census *c)
{
	const struct prospect *p;
	int64_t n = 0;

	while ((p = census_next(c)))
		n += listed(l->form,
			    p->state == PROSPECT_WON ? WON_REASON : p->reason);
	return n;
}

static int64_t read_number(const struct list *l, const struct number *q)
{
	struct conversion_ends sum;
	struct conversion_closed row;
	int64_t n = 0;

	for (size_t i = 0; i < q->n; i++)
		while (next_conversion_ends(q->sums[i], &sum))
			n += listed(l->form, sum.reason_id) ? sum.prospects : 0;
	if (q->census)
		n += read_census(l, q->census);
	while (q->rows && next_conversion_closed(q->rows, &row))
		n += row.prospects;
	return n;
}

/* ---- which -----------------------------------------------------------------
 */

static struct answer *ask_list(struct req *r, const struct list *l, size_t most)
{
	struct lead_closed_in in = filters(r, l);

	in.most = (int64_t)most + 1;
	switch (l->from) {
	case RECORDS:
		return ask_lead_closed(r->store, in);
	case KEPT:
		return ask_lead_closed_now(r->store, in);
	case OWN:
		return ask_lead_closed_mine(r->store, in);
	}
	BUG_IF(true);
}

enum err leads_closed(struct req *r, size_t most, struct list *l)
{
	struct number number = ask_number(r, l);
	struct answer *rows = ask_list(r, l, most);

	l->total = read_number(l, &number);
	leads_read(r, rows, most, l);
	return store_error(r->store);
}
