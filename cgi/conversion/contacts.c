/* contacts.c - how long prospects waited for the first contact: from the sums
 * that are kept, or one by one. */
#include "contacts.h"

#include "lib/app.h"
#include "lib/blocks.h"
#include "lib/reach.h"
#include "lib/waits.h"
#include "queries.h"
#include "scan.h"
#include "slots.h"

enum { HOURS_OF_DAY = 24 };

struct contacts_questions {
	struct answer *sums[BLOCKS_MOST];
	size_t n;
	struct pass *pass;      /* NULL: not asked */
	struct answer *records; /* likewise */
};

/* ---- groups ---------------------------------------------------------------
 */

/* A group as it is met. */
struct met {
	int64_t group, prospects, waiting;
	struct waits *waits;
};

struct all_met {
	struct arena *arena;
	struct met *group; /* [0..n) */
	size_t n;
	int64_t horizon;
};

/* The i-th group met, i <= m->n.  It stands until the next one is met. */
static struct met *met_at(struct all_met *m, size_t i, int64_t group)
{
	if (i < m->n)
		return &m->group[i];
	m->group = arena_more(m->arena, m->group, m->n, sizeof(*m->group));
	m->group[m->n] = (struct met){
		.group = group,
		.waits = waits_new(m->arena, m->horizon),
	};
	return &m->group[m->n++];
}

static struct met *met_of(struct all_met *m, int64_t group)
{
	size_t i = 0;

	while (i < m->n && m->group[i].group != group)
		i++;
	return met_at(m, i, group);
}

/* ---- asking ---------------------------------------------------------------
 */

static void ask_sums(struct req *r, const struct numbers *n, struct period days,
		     struct contacts_questions *q)
{
	struct blocks block[BLOCKS_MOST];

	q->n = blocks_cover(days, 1 << BLOCK_DAY | 1 << BLOCK_MONTH, block);
	for (size_t i = 0; i < q->n; i++)
		q->sums[i] = ask_conversion_reach(
			r->store, (struct conversion_reach_in){
					  r->viewer.read, n->by, block[i].unit,
					  block[i].from, block[i].to,
					  n->form->only[BY_TEAM],
					  n->form->only[BY_SOURCE],
					  REACH_CONTACT, REACH_CONTACT });
}

static struct answer *ask_records(struct req *r, const struct numbers *n,
				  struct period days, enum which which)
{
	const int64_t *only = n->form->only;
	struct conversion_contacts_in in = {
		.scope = r->viewer.read,
		.from = days.from,
		.to = days.to,
		.as_of = n->as_of,
		.by = n->by,
		.team = only[BY_TEAM],
		.person = only[BY_PERSON],
		.source = only[BY_SOURCE],
		.campaign = only[BY_CAMPAIGN],
		.product = only[BY_PRODUCT],
		.segment = only[BY_SEGMENT],
	};

	switch (which) {
	case RECORDED:
		return ask_conversion_contacts(r->store, in);
	case OWN:
		return ask_conversion_contacts_mine(r->store, in);
	}
	BUG_IF(true);
}

/* In a pass, which is over before anything is read. */
struct pass {
	struct all_met met;
	struct slots *slots;
};

static void take(void *arg, const struct scanned *one)
{
	struct pass *q = arg;
	const struct prospect *p = one->prospect;
	struct met *m;

	if (p->contact == NONE)
		return;
	m = met_at(&q->met, slots_of(q->slots, one->group), one->group);
	waits_contacted(m->waits, p->contact, 1);
	if (p->end_day != NONE)
		waits_unanswered(m->waits, p->days * HOURS_OF_DAY, -1);
}

static struct pass *ask_pass(struct req *r, const struct numbers *n,
			     struct period days)
{
	struct pass *q = arena_zalloc(r->arena, sizeof(*q));

	q->met = (struct all_met){ .arena = r->arena, .horizon = n->horizon };
	q->slots = slots_new(r->arena);
	scan_join(scan_of(r, n, days), false, take, q);
	return q;
}

struct contacts_questions *contacts_ask(struct req *r, const struct numbers *n,
					struct period days)
{
	struct contacts_questions *q = arena_zalloc(r->arena, sizeof(*q));
	struct counted_from from = counted_from(r, n);

	if (from.records)
		q->records = ask_records(r, n, days, from.which);
	if (from.sums)
		ask_sums(r, n, days, q);
	if (from.pass)
		q->pass = ask_pass(r, n, days);
	return q;
}

/* ---- reading --------------------------------------------------------------
 */

/* All valid prospects; those who closed are told as if nobody had contacted
 * them, which the ones who were contacted take back. */
static void add_counted(struct all_met *m, const struct counted *c)
{
	struct met *t = NULL;

	for (size_t i = 0; i < c->rows; i++) {
		const struct groups_row *row = &c->row[i];
		int64_t closed = row->won + row->lost;

		if (closed + row->open == 0)
			continue;
		/* Most rows follow others of their group. */
		if (!t || t->group != row->group)
			t = met_of(m, row->group);
		t->prospects += closed + row->open;
		t->waiting += row->waiting;
		waits_unanswered(t->waits, row->days * HOURS_OF_DAY,
				 closed + row->waiting);
	}
}

static void add_sum(struct all_met *m, const struct conversion_reach *row)
{
	struct waits *w = met_of(m, row->group_id)->waits;
	const char *text = row->reached;
	struct reached reached;

	while (reach_sum_next(&text, &reached)) {
		waits_contacted(w, reached.after, reached.reached);
		waits_unanswered(w, reached.after,
				 -(reached.won + reached.lost));
	}
}

static void add_record(struct all_met *m, const struct conversion_contacts *row)
{
	struct waits *w = met_of(m, row->group_id)->waits;

	waits_contacted(w, reach_hours(row->seconds), row->prospects);
	if (row->days >= 0)
		waits_unanswered(w, row->days * HOURS_OF_DAY, -row->prospects);
}

static struct contacts finish(struct req *r, const struct all_met *m)
{
	struct waits *all = waits_new(r->arena, m->horizon);
	struct contacts c = { arena_array(r->arena, m->n + 1, sizeof(*c.group)),
			      m->n,
			      { 0 } };

	for (size_t i = 0; i < c.n; i++) {
		const struct met *t = &m->group[i];

		c.group[i] = (struct contact){
			t->group,
			t->prospects,
			waits_in_time(t->waits),
			t->waiting,
			waits_median(t->waits),
		};
		waits_add(all, t->waits);
		c.all.prospects += t->prospects;
		c.all.waiting += t->waiting;
	}
	c.all.in_time = waits_in_time(all);
	c.all.median = waits_median(all);
	return c;
}

struct contacts contacts_read(struct req *r, const struct numbers *n,
			      struct contacts_questions *q,
			      const struct counted *counted)
{
	struct all_met m = { .arena = r->arena, .horizon = n->horizon };
	struct conversion_contacts record;
	struct conversion_reach sum;

	if (q->pass)
		m = q->pass->met;
	add_counted(&m, counted);
	while (q->records && next_conversion_contacts(q->records, &record))
		add_record(&m, &record);
	for (size_t i = 0; i < q->n; i++)
		while (next_conversion_reach(q->sums[i], &sum))
			add_sum(&m, &sum);
	return finish(r, &m);
}

struct contact contacts_of(const struct contacts *c, int64_t group)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->group[i].group == group)
			return c->group[i];
	return (struct contact){ .group = group };
}
