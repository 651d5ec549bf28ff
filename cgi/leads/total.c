/* total.c - how many prospects a list has: of what is kept the sums say it, so
 * that nobody counts a million rows to show fifty. */
#include "total.h"

#include "lib/ages.h"
#include "lib/blocks.h"
#include "pass.h"

/* What sums are grouped by, as with/seen_key.sql knows it. */
enum { BY_TEAM = 0, BY_SOURCE = 2 };

struct total {
	const struct list *list;
	struct pass *pass;    /* over all that are kept; NULL: not asked */
	struct answer *rows;  /* counted one by one; NULL: not asked */
	struct answer **sums; /* [0..n) */
	size_t n;
};

/* ---- one by one ---- */

static struct answer *ask_rows(struct req *r, const struct list *l,
			       enum from from)
{
	const struct form *f = l->form;
	struct lead_count_in in = {
		.scope = r->viewer.read,
		.from = f->from,
		.to = f->to + 1,
		.as_of = l->as_of,
		.horizon = l->horizon,
		.team = f->team,
		.person = f->person,
		.source = f->source,
		.campaign = f->campaign,
		.product = f->product,
		.segment = f->segment,
		.state = leads_state(f),
		.reason = f->reason,
		.step = f->step,
	};

	switch (from) {
	case RECORDS:
		return ask_lead_count(r->store, in);
	case KEPT: /* all of them: pass.h */
		break;
	case OWN:
		return ask_lead_count_mine(r->store, in);
	}
	BUG_IF(true);
}

static int64_t read_rows(const struct total *t)
{
	struct lead_count row = { 0 };

	while (t->rows && next_lead_count(t->rows, &row)) {
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
					  r->viewer.read, BY_TEAM, b.unit,
					  b.from, b.to, f->team, f->source });
	return ask_conversion_counts(r->store, (struct conversion_counts_in){
						       r->viewer.read, BY_TEAM,
						       b.unit, b.from, b.to,
						       f->team, f->source });
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
	case CLOSED:
		return row->won + row->lost;
	case WAITING:
		return row->waiting;
	case UNCOSTED: /* month by month */
	case WON:      /* by their ages */
	case EARLY:    /* no sums of them */
		break;
	}
	BUG_IF(true);
}

static int64_t read_sum(const struct list *l, struct answer *a)
{
	struct conversion_counts count;
	struct conversion_ages ages;
	struct conversion_uncosted uncosted;
	int64_t n = 0;

	if (l->form->state == UNCOSTED)
		while (next_conversion_uncosted(a, &uncosted))
			n += uncosted.prospects;
	else if (l->form->state == WON)
		while (next_conversion_ages(a, &ages))
			n += ages_won_within(ages.ages, l->horizon);
	else
		while (next_conversion_counts(a, &count))
			n += count_of((enum state)l->form->state, &count);
	return n;
}

static void add_sum(struct req *r, struct total *t, struct answer *sum)
{
	t->sums = arena_more(r->arena, t->sums, t->n, sizeof(void *));
	t->sums[t->n++] = sum;
}

/* Prices are known or not month by month. */
static void ask_uncosted(struct req *r, const struct list *l, struct total *t)
{
	const struct form *f = l->form;
	struct period left = days_of(l);
	struct blocks blocks[BLOCKS_MOST];

	while (left.from < left.to) {
		struct period days = period_first_month(left);
		size_t n = blocks_cover(days, BLOCKS_MONTHS, blocks);

		for (size_t i = 0; i < n; i++)
			add_sum(r, t,
				ask_conversion_uncosted(
					r->store,
					(struct conversion_uncosted_in){
						r->viewer.read, BY_SOURCE,
						period_month(days.from),
						blocks[i].unit, blocks[i].from,
						blocks[i].to, f->team,
						f->source }));
		left.from = days.to;
	}
}

static void ask_sums(struct req *r, const struct list *l, struct total *t)
{
	struct blocks blocks[BLOCKS_MOST];
	size_t n;

	if (l->form->state == UNCOSTED) {
		ask_uncosted(r, l, t);
		return;
	}
	n = blocks_cover(days_of(l), BLOCKS_ALL, blocks);
	for (size_t i = 0; i < n; i++)
		add_sum(r, t, ask_sum(r, l->form, blocks[i]));
}

/* ---- both ---- */

static bool sums_know(const struct form *f)
{
	return f->person == EVERY && f->campaign == EVERY &&
	       f->product == EVERY && f->segment == EVERY &&
	       f->reason == EVERY && f->step == EVERY && f->state != EARLY;
}

bool total_may_be_rare(const struct list *l)
{
	return l->form->state == UNCOSTED ||
	       (l->from == KEPT && !sums_know(l->form));
}

/* Sums are of teams: who sees one sees their own prospects elsewhere too. */
struct total *total_ask(struct req *r, const struct list *l)
{
	struct total *t = arena_zalloc(r->arena, sizeof(*t));
	bool sums = l->from == KEPT && sums_know(l->form);

	t->list = l;
	if (!sums && l->from == KEPT)
		t->pass = pass_ask(r, l, days_of(l));
	else if (!sums || r->viewer.read.see != SEE_ALL)
		t->rows = ask_rows(r, l, sums ? OWN : l->from);
	if (sums)
		ask_sums(r, l, t);
	return t;
}

int64_t total_read(const struct total *t)
{
	int64_t n = read_rows(t);

	if (t->pass)
		n += pass_read(t->pass);
	for (size_t i = 0; i < t->n; i++)
		n += read_sum(t->list, t->sums[i]);
	return n;
}
