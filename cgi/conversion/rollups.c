/* rollups.c - counts from the sums that are kept for the blocks of a period.
 *
 * A period falls into two parts: prospects that have had the horizon's days to
 * buy, and young ones.  Of the first kind it does not matter on which day they
 * came; of young ones that are open it does, for their age is how long they
 * have been watched. */
#include "counted.h"
#include "lib/ages.h"
#include "lib/app.h"
#include "lib/blocks.h"
#include "took.h"

/* A run of blocks and the answer about it. */
struct part {
	bool matured;
	int64_t month; /* all lie in it, where that matters */
	struct blocks blocks;
	struct answer *answer;
};

struct parts {
	struct part *part; /* [0..n) */
	size_t n;
};

struct rollups {
	int64_t as_of, horizon;
	struct parts counts, ages, bought, trend;
};

/* ---- cutting --------------------------------------------------------------
 */

static void add_part(struct req *r, struct parts *p, struct part part)
{
	p->part = arena_more(r->arena, p->part, p->n, sizeof(part));
	p->part[p->n++] = part;
}

static void cover(struct req *r, struct parts *p, struct period days,
		  unsigned units, bool matured)
{
	struct blocks blocks[BLOCKS_MOST];
	size_t n = blocks_cover(days, units, blocks);

	for (size_t i = 0; i < n; i++)
		add_part(r, p,
			 (struct part){ .matured = matured,
					.month = period_month(days.from),
					.blocks = blocks[i] });
}

/* Month by month, so that no block lies in two. */
static void cover_months(struct req *r, struct parts *p, struct period days,
			 unsigned units, bool matured)
{
	while (days.from < days.to) {
		struct period part = period_first_month(days);

		cover(r, p, part, units, matured);
		days.from = part.to;
	}
}

/* The part of a period that is not old enough, up to as_of. */
static struct period young_of(const struct numbers *n, struct period p)
{
	p.from = counted_matured(n, p).to;
	if (p.to > n->as_of + 1)
		p.to = n->as_of + 1;
	if (p.to < p.from)
		p.to = p.from;
	return p;
}

/* ---- asking ---------------------------------------------------------------
 */

static void ask_counts(struct req *r, const struct numbers *n, struct parts *p)
{
	for (size_t i = 0; i < p->n; i++) {
		struct blocks b = p->part[i].blocks;

		p->part[i].answer = ask_conversion_counts(
			r->store, (struct conversion_counts_in){
					  r->viewer.read, n->by, b.unit, b.from,
					  b.to, n->form->only[BY_TEAM],
					  n->form->only[BY_SOURCE] });
	}
}

static void ask_ages(struct req *r, const struct numbers *n, struct parts *p)
{
	for (size_t i = 0; i < p->n; i++) {
		struct blocks b = p->part[i].blocks;

		p->part[i].answer = ask_conversion_ages(
			r->store, (struct conversion_ages_in){
					  r->viewer.read, n->by, b.unit, b.from,
					  b.to, n->form->only[BY_TEAM],
					  n->form->only[BY_SOURCE] });
	}
}

static void ask_bought(struct req *r, const struct numbers *n, struct parts *p)
{
	for (size_t i = 0; i < p->n; i++) {
		struct blocks b = p->part[i].blocks;

		p->part[i].answer = ask_conversion_bought(
			r->store,
			(struct conversion_bought_in){
				r->viewer.read, n->by, p->part[i].month, b.unit,
				b.from, b.to, n->form->only[BY_TEAM],
				n->form->only[BY_SOURCE] });
	}
}

/* The team whose trend is drawn: the one asked for, or all in sight. */
static int64_t trend_team(const struct req *r, const struct form *f)
{
	if (f->only[BY_TEAM] != EVERY || r->viewer.read.see == SEE_ALL)
		return f->only[BY_TEAM];
	return r->viewer.read.my_team;
}

static void ask_trend(struct req *r, const struct numbers *n, struct parts *p)
{
	for (size_t i = 0; i < p->n; i++) {
		struct blocks b = p->part[i].blocks;

		p->part[i].answer = ask_conversion_trend(
			r->store, (struct conversion_trend_in){
					  r->viewer.read, b.unit, b.from, b.to,
					  trend_team(r, n->form),
					  n->form->only[BY_SOURCE] });
	}
}

bool rollups_know(const struct numbers *n)
{
	const int64_t *only = n->form->only;

	return (n->by == BY_TEAM || n->by == BY_SOURCE) &&
	       only[BY_PERSON] == EVERY && only[BY_CAMPAIGN] == EVERY &&
	       only[BY_PRODUCT] == EVERY && only[BY_SEGMENT] == EVERY;
}

struct rollups *rollups_ask(struct req *r, const struct numbers *n,
			    struct period p)
{
	struct rollups *q = arena_zalloc(r->arena, sizeof(*q));
	struct period old = counted_matured(n, p), young = young_of(n, p);
	unsigned units =
		numbers_weekly(n->form, p) ? BLOCKS_WEEKS : BLOCKS_MONTHS;

	q->as_of = n->as_of;
	q->horizon = n->horizon;
	cover(r, &q->counts, old, BLOCKS_ALL, true);
	cover(r, &q->counts, young, BLOCKS_DAYS, false);
	cover(r, &q->ages, old, BLOCKS_ALL, true);
	cover(r, &q->ages, young, BLOCKS_ALL, false);
	cover_months(r, &q->bought, old, BLOCKS_MONTHS, true);
	cover_months(r, &q->trend, old, units, true);
	cover_months(r, &q->trend, young, units, false);
	ask_counts(r, n, &q->counts);
	ask_ages(r, n, &q->ages);
	ask_bought(r, n, &q->bought);
	ask_trend(r, n, &q->trend);
	return q;
}

/* ---- reading --------------------------------------------------------------
 */

/* All of them; how long it took those that were won or lost within the horizon
 * is told by their ages, which are read next. */
static void add_count(struct took *t, const struct rollups *q,
		      const struct conversion_counts *row)
{
	int64_t days = t->matured ? q->horizon : q->as_of - row->start;
	struct groups_row *longer = &t->age[q->horizon + 1];

	t->age[days].open += row->valid - row->won - row->lost;
	t->age[days].waiting += row->waiting;
	t->age[days].invalid += row->invalid;
	t->age[days].cost += row->cost;
	longer->won += row->won;
	longer->lost += row->lost;
}

static void read_counts(const struct rollups *q, struct tooks *t)
{
	for (size_t i = 0; i < q->counts.n; i++) {
		const struct part *p = &q->counts.part[i];
		struct conversion_counts row;

		while (next_conversion_counts(p->answer, &row))
			add_count(took_of(t, row.group_id, p->matured), q,
				  &row);
	}
}

/* What took longer than the horizon, half of a text, need not be read. */
static void add_ages(const struct rollups *q, struct took *t, const char *ages)
{
	struct groups_row *longer = &t->age[q->horizon + 1];
	struct age new;

	while (ages_next(&ages, &new) && new.days <= q->horizon) {
		struct groups_row *age = &t->age[new.days];

		age->won += new.won;
		age->lost += new.lost;
		age->revenue += new.revenue;
		longer->won -= new.won;
		longer->lost -= new.lost;
	}
}

/* A text is forgotten as soon as it is added: all of them are a megabyte. */
static void read_part(struct req *r, const struct rollups *q,
		      const struct part *p, struct tooks *t)
{
	struct arena_mark mark = arena_mark(r->arena);
	struct conversion_ages row;

	while (next_conversion_ages(p->answer, &row)) {
		size_t known = t->n;

		add_ages(q, took_of(t, row.group_id, p->matured), row.ages);
		if (t->n == known)
			arena_release(r->arena, mark);
		else
			mark = arena_mark(r->arena);
	}
}

static void read_ages(struct req *r, const struct rollups *q, struct tooks *t)
{
	for (size_t i = 0; i < q->ages.n; i++)
		read_part(r, q, &q->ages.part[i], t);
}

/* The price of one prospect by a spend of exactly this kind. */
static double price(const struct prices *prices, int64_t month,
		    const struct conversion_bought *row)
{
	for (size_t i = 0; i < prices->n; i++) {
		const struct spend_item *item = &prices->item[i];

		if (item->month == month && item->source == row->source_id &&
		    item->campaign == row->campaign_id && item->prospects > 0)
			return (double)item->amount / (double)item->prospects;
	}
	return 0;
}

static void read_bought(struct req *r, const struct rollups *q,
			const struct prices *prices, struct counted *c)
{
	for (size_t i = 0; i < q->bought.n; i++) {
		const struct part *p = &q->bought.part[i];
		struct conversion_bought row;

		while (next_conversion_bought(p->answer, &row)) {
			double all = price(prices, p->month, &row) *
				     (double)row.prospects;

			*counted_spend(r, c) =
				(struct groups_spend){ row.group_id, all, all };
		}
	}
}

static void read_trend(struct req *r, const struct rollups *q,
		       struct counted *c)
{
	for (size_t i = 0; i < q->trend.n; i++) {
		const struct part *p = &q->trend.part[i];
		struct conversion_trend row;

		while (next_conversion_trend(p->answer, &row))
			*counted_day(r, c) = (struct day_count){
				block_days(p->blocks.unit, row.start).from,
				row.prospects,
				p->matured ? row.prospects : 0,
				p->matured
					? ages_won_within(row.ages, q->horizon)
					: 0,
			};
	}
}

void rollups_read(struct req *r, struct rollups *q, const struct prices *prices,
		  struct counted *c)
{
	struct tooks t = tooks_new(r->arena, q->horizon);

	read_counts(q, &t);
	read_ages(r, q, &t);
	tooks_rows(r, &t, c);
	read_bought(r, q, prices, c);
	read_trend(r, q, c);
}
