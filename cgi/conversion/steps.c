/* steps.c - how far prospects got: from the sums that are kept, or one by one.
 *
 * Sums tell who reached a step after how long, and how many of those who ever
 * did were won: so who was won is taken off, and counted once. */
#include "steps.h"

#include "counted.h"
#include "lib/app.h"
#include "lib/blocks.h"
#include "lib/lang.h"
#include "lib/reach.h"
#include "scan.h"
#include "slots.h"

struct steps_questions {
	struct answer *sums[BLOCKS_MOST];
	size_t n;
	struct pass *pass;      /* NULL: not asked */
	struct answer *records; /* likewise */
};

/* ---- the gates ------------------------------------------------------------
 */

struct answer *gates_ask(struct req *r)
{
	return ask_step_all(r->store);
}

struct gates gates_read(struct req *r, struct answer *a)
{
	struct gates g = { arena_array(r->arena, REACH_STEPS, sizeof(*g.gate)),
			   1 };
	struct step_all row;

	g.gate[0] = (struct gate){ REACH_CONTACTED, 0, _("Contacted") };
	while (next_step_all(a, &row)) {
		BUG_IF(g.n == REACH_STEPS);
		g.gate[g.n++] = (struct gate){ row.id, row.position, row.name };
	}
	return g;
}

/* ---- asking ---------------------------------------------------------------
 */

static void ask_sums(struct req *r, const struct numbers *n, struct period days,
		     struct steps_questions *q)
{
	struct blocks block[BLOCKS_MOST];

	q->n = blocks_cover(counted_matured(n, days),
			    1 << BLOCK_DAY | 1 << BLOCK_MONTH, block);
	for (size_t i = 0; i < q->n; i++)
		q->sums[i] = ask_conversion_reach(
			r->store, (struct conversion_reach_in){
					  r->viewer.read, n->by, block[i].unit,
					  block[i].from, block[i].to,
					  n->form->only[BY_TEAM],
					  n->form->only[BY_SOURCE],
					  REACH_CONTACTED, INT64_MAX });
}

static struct answer *ask_records(struct req *r, const struct numbers *n,
				  struct period days, enum which which)
{
	static struct answer *(*const ask[])(
		struct store * s, struct conversion_by_fate_in in) = {
		[RECORDED] = ask_conversion_steps,
		[OWN] = ask_conversion_steps_mine,
	};

	return ask[which](r->store, counted_one_by_one(r, n, days));
}

/* ---- counting -------------------------------------------------------------
 */

/* Those of the i-th group met, i <= s->n. */
static int64_t *counts_at(struct req *r, struct steps *s,
			  const struct gates *gates, size_t i, int64_t group)
{
	if (i < s->n)
		return s->group[i].reached;
	s->group = arena_more(r->arena, s->group, s->n, sizeof(*s->group));
	s->group[s->n++] =
		(struct gate_counts){ group, arena_array(r->arena, gates->n,
							 sizeof(int64_t)) };
	return s->group[i].reached;
}

static int64_t *counts_of(struct req *r, struct steps *s,
			  const struct gates *gates, int64_t group)
{
	size_t i = 0;

	while (i < s->n && s->group[i].group != group)
		i++;
	return counts_at(r, s, gates, i, group);
}

/* ---- in a pass ------------------------------------------------------------
 */

/* Whoever was won in time is counted once, by who asks. */
struct pass {
	int64_t horizon;
	struct scan *scan;
	struct slots *slots;
	const struct gates *gates;
	struct steps *steps; /* by slot */
	struct req *req;
};

static void take(void *arg, const struct scanned *one)
{
	struct pass *q = arg;
	const struct prospect *p = one->prospect;
	int64_t *reached;

	if (!one->matured || p->state == PROSPECT_INVALID ||
	    (p->state == PROSPECT_WON && p->days <= q->horizon))
		return;
	reached = counts_at(q->req, q->steps, q->gates,
			    slots_of(q->slots, one->group), one->group);
	for (size_t i = 0; i < q->gates->n; i++)
		reached[i] += census_reached(one->census, q->gates->gate[i].id,
					     q->horizon);
}

static struct pass *ask_pass(struct req *r, const struct numbers *n,
			     struct period days)
{
	struct pass *q = arena_zalloc(r->arena, sizeof(*q));

	*q = (struct pass){ .horizon = n->horizon,
			    .scan = scan_of(r, n, days),
			    .slots = slots_new(r->arena),
			    .req = r };
	scan_join(q->scan, true, take, q);
	return q;
}

static void read_pass(struct pass *q, struct steps *s,
		      const struct gates *gates)
{
	q->steps = s;
	q->gates = gates;
	scan_run(q->scan);
}

/* ---- asking for all -------------------------------------------------------
 */

struct steps_questions *steps_ask(struct req *r, const struct numbers *n,
				  struct period days)
{
	struct steps_questions *q = arena_zalloc(r->arena, sizeof(*q));
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

static void add_record(struct req *r, struct steps *s,
		       const struct gates *gates,
		       const struct conversion_steps *row)
{
	int64_t *reached = counts_of(r, s, gates, row->group_id);

	for (size_t i = 0; i < gates->n && !row->won; i++)
		if (gates->gate[i].position <= row->position)
			reached[i] += row->prospects;
}

static void add_sum(struct req *r, struct steps *s, const struct gates *gates,
		    int64_t horizon, const struct conversion_reach *row)
{
	int64_t *reached = counts_of(r, s, gates, row->group_id);
	const char *text = row->reached;
	struct reached entry;

	for (size_t i = 0; i < gates->n; i++)
		if (gates->gate[i].id == row->step_id)
			while (reach_sum_next(&text, &entry) &&
			       entry.after <= horizon)
				reached[i] += entry.reached - entry.won;
}

struct steps steps_read(struct req *r, const struct numbers *n,
			struct steps_questions *q, const struct gates *gates)
{
	struct steps s = { .n = 0 };
	struct conversion_steps record;
	struct conversion_reach sum;

	if (q->pass)
		read_pass(q->pass, &s, gates);
	while (q->records && next_conversion_steps(q->records, &record))
		add_record(r, &s, gates, &record);
	for (size_t i = 0; i < q->n; i++)
		while (next_conversion_reach(q->sums[i], &sum))
			add_sum(r, &s, gates, n->horizon, &sum);
	return s;
}

int64_t steps_reached(const struct steps *s, int64_t group, size_t gate,
		      int64_t won)
{
	int64_t reached = won;

	for (size_t i = 0; i < s->n; i++)
		if (group == EVERY || s->group[i].group == group)
			reached += s->group[i].reached[gate];
	return reached;
}
