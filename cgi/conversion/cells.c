/* cells.c - the prospects that are old enough, by group and kind: from the sums
 * that are kept, in a pass, or one by one. */
#include "cells.h"

#include "counted.h"
#include "lib/ages.h"
#include "lib/app.h"
#include "lib/blocks.h"
#include "lib/sums.h"
#include "scan.h"

static void add_cell(struct req *r, struct cells *c, struct cell cell)
{
	c->cell = arena_more(r->arena, c->cell, c->n, sizeof(*c->cell));
	c->cell[c->n++] = cell;
}

/* ---- from the sums that are kept ------------------------------------------
 */

struct kept {
	struct answer *answer[BLOCKS_MOST];
	size_t n;
};

static struct kept ask_kept(struct req *r, const struct numbers *n)
{
	struct blocks block[BLOCKS_MOST];
	struct kept k = { .n = 0 };

	k.n = blocks_cover(counted_matured(n, n->span.now), BLOCKS_ALL, block);
	for (size_t i = 0; i < k.n; i++)
		k.answer[i] = ask_conversion_cells_kept(
			r->store,
			(struct conversion_cells_kept_in){
				r->viewer.read, block[i].unit, block[i].from,
				block[i].to, n->form->only[BY_TEAM],
				n->form->only[BY_SOURCE] });
	return k;
}

static void read_kept(struct req *r, const struct numbers *n,
		      const struct kept *k, struct cells *cells)
{
	bool turned = n->by == BY_SOURCE;
	struct conversion_cells_kept row;

	for (size_t i = 0; i < k->n; i++)
		while (next_conversion_cells_kept(k->answer[i], &row))
			add_cell(
				r, cells,
				(struct cell){
					turned ? row.source_id : row.team_id,
					turned ? row.team_id : row.source_id,
					{ ages_won_within(row.ages, n->horizon),
					  row.prospects } });
}

/* ---- prospect by prospect -------------------------------------------------
 */

static struct answer *ask_one_by_one(struct req *r, const struct numbers *n,
				     enum which which)
{
	static struct answer *(*const ask[])(
		struct store * s, struct conversion_by_fate_in in) = {
		[RECORDED] = ask_conversion_cells,
		[OWN] = ask_conversion_cells_mine,
	};

	return ask[which](r->store, counted_one_by_one(r, n, n->span.now));
}

static void read_one_by_one(struct req *r, struct answer *own,
			    struct cells *cells)
{
	struct conversion_cells row;

	while (own && next_conversion_cells(own, &row))
		add_cell(r, cells,
			 (struct cell){ row.group_id,
					row.kind_id,
					{ row.won, row.matured } });
}

/* ---- in a pass ------------------------------------------------------------
 */

struct pass {
	bool turned; /* the kind is the team */
	int64_t horizon;
	struct sums *sums; /* {group, kind}: {matured, won} */
	struct scan *scan;
};

static void take(void *arg, const struct scanned *one)
{
	struct pass *q = arg;
	const struct prospect *p = one->prospect;
	struct sum sum = {
		.key = { one->group, q->turned ? p->team : p->source },
		.value = { 1,
			   p->state == PROSPECT_WON && p->days <= q->horizon },
	};

	if (!one->matured || p->state == PROSPECT_INVALID)
		return;
	if (!q->sums)
		q->sums = sums_new();
	sums_add(q->sums, &sum, 1);
}

static struct pass *ask_pass(struct req *r, const struct numbers *n)
{
	struct pass *q = arena_zalloc(r->arena, sizeof(*q));

	q->turned = n->by == BY_SOURCE;
	q->horizon = n->horizon;
	q->scan = scan_of(r, n, n->span.now);
	scan_join(q->scan, false, take, q);
	return q;
}

static void read_pass(struct req *r, struct pass *q, struct cells *cells)
{
	const struct sum *list;
	size_t n;

	scan_run(q->scan);
	if (!q->sums)
		return;
	n = sums_sorted(q->sums, &list);
	for (size_t i = 0; i < n; i++)
		add_cell(r, cells,
			 (struct cell){
				 list[i].key[0],
				 list[i].key[1],
				 { list[i].value[1], list[i].value[0] } });
	sums_free(q->sums);
}

/* ---- both -----------------------------------------------------------------
 */

struct cells_questions {
	struct kept kept;
	struct pass *pass;  /* NULL: not asked */
	struct answer *own; /* likewise */
};

struct cells_questions *cells_ask(struct req *r, const struct numbers *n)
{
	struct cells_questions *q = arena_zalloc(r->arena, sizeof(*q));
	struct counted_from from = counted_from(r, n);

	if (from.sums)
		q->kept = ask_kept(r, n);
	if (from.pass)
		q->pass = ask_pass(r, n);
	if (from.records)
		q->own = ask_one_by_one(r, n, from.which);
	return q;
}

struct cells cells_read(struct req *r, const struct numbers *n,
			const struct cells_questions *q)
{
	struct cells cells = { .n = 0 };

	read_kept(r, n, &q->kept, &cells);
	if (q->pass)
		read_pass(r, q->pass, &cells);
	read_one_by_one(r, q->own, &cells);
	return cells;
}

/* ---- how many -------------------------------------------------------------
 */

struct matured_questions {
	struct answer *sums[BLOCKS_MOST];
	size_t n;
	struct scan *scan;  /* NULL: not asked */
	int64_t passed;     /* those met in it */
	struct answer *own; /* NULL: not asked */
};

static void take_matured(void *arg, const struct scanned *one)
{
	struct matured_questions *q = arg;

	q->passed += one->matured && one->prospect->state != PROSPECT_INVALID;
}

struct matured_questions *matured_ask(struct req *r, const struct numbers *n)
{
	struct matured_questions *q = arena_zalloc(r->arena, sizeof(*q));
	struct counted_from from = counted_from(r, n);
	struct blocks block[BLOCKS_MOST];

	if (from.sums)
		q->n = blocks_cover(counted_matured(n, n->span.now), BLOCKS_ALL,
				    block);
	for (size_t i = 0; i < q->n; i++)
		q->sums[i] = ask_conversion_counts(
			r->store, (struct conversion_counts_in){
					  r->viewer.read, n->by, block[i].unit,
					  block[i].from, block[i].to,
					  n->form->only[BY_TEAM],
					  n->form->only[BY_SOURCE] });
	if (from.pass) {
		q->scan = scan_of(r, n, n->span.now);
		scan_join(q->scan, false, take_matured, q);
	}
	if (from.records)
		q->own = ask_one_by_one(r, n, from.which);
	return q;
}

int64_t matured_read(const struct matured_questions *q)
{
	struct conversion_counts sum;
	struct conversion_cells row;
	int64_t n = 0;

	for (size_t i = 0; i < q->n; i++)
		while (next_conversion_counts(q->sums[i], &sum))
			n += sum.valid;
	if (q->scan)
		scan_run(q->scan);
	n += q->passed;
	while (q->own && next_conversion_cells(q->own, &row))
		n += row.matured;
	return n;
}
