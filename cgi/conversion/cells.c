/* cells.c - the prospects that are old enough, by group and kind: from the sums
 * that are kept, or one by one. */
#include "cells.h"

#include "counted.h"
#include "lib/ages.h"
#include "lib/app.h"
#include "lib/blocks.h"

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
		[KEPT] = ask_conversion_cells_now,
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

/* ---- both -----------------------------------------------------------------
 */

struct cells_questions {
	struct kept kept;
	struct answer *own; /* NULL: not asked */
};

struct cells_questions *cells_ask(struct req *r, const struct numbers *n)
{
	struct cells_questions *q = arena_zalloc(r->arena, sizeof(*q));
	struct counted_from from = counted_from(r, n);

	if (from.sums)
		q->kept = ask_kept(r, n);
	if (from.records)
		q->own = ask_one_by_one(r, n, from.which);
	return q;
}

struct cells cells_read(struct req *r, const struct numbers *n,
			const struct cells_questions *q)
{
	struct cells cells = { .n = 0 };

	read_kept(r, n, &q->kept, &cells);
	read_one_by_one(r, q->own, &cells);
	return cells;
}

/* ---- how many -------------------------------------------------------------
 */

struct matured_questions {
	struct answer *sums[BLOCKS_MOST];
	size_t n;
	struct answer *own; /* NULL: not asked */
};

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
	while (q->own && next_conversion_cells(q->own, &row))
		n += row.matured;
	return n;
}
