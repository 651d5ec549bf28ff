/* total.c - how many prospects a list has: of what is kept the sums say it, so
 * that nobody counts a million rows to show fifty. */
#include "total.h"

#include "lib/ages.h"
#include "lib/blocks.h"

struct total {
	const struct list *list;
	struct answer *rows; /* counted one by one; NULL: not asked */
	struct answer *sums[BLOCKS_MOST];
	size_t n;
};

/* ---- one by one ---- */

static struct answer *ask_rows(struct req *r, const struct list *l,
			       enum from from)
{
	const struct form *f = l->form;
	struct lead_count_in in = { r->viewer.read, f->from,      f->to + 1,
				    l->as_of,       l->horizon,   f->team,
				    f->source,      list_state(f) };

	return from == RECORDS ? ask_lead_count(r->store, in)
			       : ask_lead_count_mine(r->store, in);
}

static int64_t read_rows(const struct total *t)
{
	struct lead_count row = { 0 };
	bool records = t->list->from == RECORDS;

	while (t->rows && (records ? next_lead_count(t->rows, &row)
				   : next_lead_count_mine(t->rows, &row))) {
	}
	return row.n;
}

/* ---- from the sums ---- */

/* The days of the list's prospects: of those who have had their time, if only
 * these are listed. */
static struct period days_of(const struct list *l)
{
	bool matured = l->form->state == MATURED || l->form->state == WON;
	int64_t end = l->as_of + 1 - (matured ? l->horizon : 0);
	struct period p = { l->form->from, l->form->to + 1 };

	if (p.to > end)
		p.to = end > p.from ? end : p.from;
	return p;
}

static struct answer *ask_sum(struct req *r, const struct form *f,
			      struct blocks b)
{
	if (f->state == WON)
		return ask_conversion_ages(
			r->store, (struct conversion_ages_in){
					  r->viewer.read, b.unit, b.from, b.to,
					  f->team, f->source });
	return ask_conversion_counts(
		r->store,
		(struct conversion_counts_in){ r->viewer.read, b.unit, b.from,
					       b.to, f->team, f->source });
}

static int64_t count_of(enum state state, const struct conversion_counts *row)
{
	switch (state) {
	case ALL:
	case MATURED:
		return row->valid;
	case ANY_WON:
		return row->won;
	case LOST:
		return row->lost;
	case OPEN:
		return row->valid - row->won - row->lost;
	case INVALID:
		return row->invalid;
	case WON: /* by their ages */
		break;
	}
	BUG_IF(true);
}

static int64_t won_within(const char *ages, int64_t horizon)
{
	struct age age;
	int64_t won = 0;

	while (ages_next(&ages, &age) && age.days <= horizon)
		won += age.won;
	return won;
}

static int64_t read_sum(const struct list *l, struct answer *a)
{
	struct conversion_counts count;
	struct conversion_ages ages;
	int64_t n = 0;

	if (l->form->state == WON)
		while (next_conversion_ages(a, &ages))
			n += won_within(ages.ages, l->horizon);
	else
		while (next_conversion_counts(a, &count))
			n += count_of((enum state)l->form->state, &count);
	return n;
}

/* ---- both ---- */

/* Sums are of teams: who sees one sees their own prospects elsewhere too. */
struct total *total_ask(struct req *r, const struct list *l)
{
	struct total *t = arena_zalloc(r->arena, sizeof(*t));
	struct blocks blocks[BLOCKS_MOST];

	t->list = l;
	if (l->from != KEPT || r->viewer.read.see != SEE_ALL)
		t->rows = ask_rows(r, l, l->from);
	if (l->from != KEPT)
		return t;
	t->n = blocks_cover(days_of(l), BLOCKS_ALL, blocks);
	for (size_t i = 0; i < t->n; i++)
		t->sums[i] = ask_sum(r, l->form, blocks[i]);
	return t;
}

int64_t total_read(const struct total *t)
{
	int64_t n = read_rows(t);

	for (size_t i = 0; i < t->n; i++)
		n += read_sum(t->list, t->sums[i]);
	return n;
}
