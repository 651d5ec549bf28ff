/* fair.c - reads prospects by group and kind, and evens out the kinds. */
#include "fair.h"

#include <string.h>

#include "counted.h"
#include "lib/ages.h"
#include "lib/app.h"
#include "lib/blocks.h"
#include "queries.h"

/* Prospects of one group and kind that are old enough. */
struct cell {
	int64_t group, kind;
	struct tally counts;
};

struct cells {
	struct cell *cell; /* [0..n), the same group and kind perhaps twice */
	size_t n;
};

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

struct one_by_one {
	enum which which;
	struct answer *answer; /* NULL: not asked */
};

static struct one_by_one ask_one_by_one(struct req *r, const struct numbers *n,
					enum which which)
{
	const int64_t *only = n->form->only;
	struct conversion_cells_in in = {
		.scope = r->viewer.read,
		.from = n->span.now.from,
		.to = n->span.now.to,
		.as_of = n->as_of,
		.horizon = n->horizon,
		.by = n->by,
		.team = only[BY_TEAM],
		.person = only[BY_PERSON],
		.source = only[BY_SOURCE],
		.campaign = only[BY_CAMPAIGN],
		.product = only[BY_PRODUCT],
	};
	struct one_by_one q = { .which = which };

	switch (which) {
	case RECORDED:
		q.answer = ask_conversion_cells(r->store, in);
		break;
	case KEPT:
		q.answer = ask_conversion_cells_now(r->store, in);
		break;
	case OWN:
		q.answer = ask_conversion_cells_mine(r->store, in);
		break;
	}
	return q;
}

static bool next_cell(const struct one_by_one *q, struct conversion_cells *row)
{
	switch (q->which) {
	case RECORDED:
		return next_conversion_cells(q->answer, row);
	case KEPT:
		return next_conversion_cells_now(q->answer, row);
	case OWN:
		return next_conversion_cells_mine(q->answer, row);
	}
	BUG_IF(true);
}

static void read_one_by_one(struct req *r, const struct one_by_one *q,
			    struct cells *cells)
{
	struct conversion_cells row;

	while (q->answer && next_cell(q, &row))
		add_cell(r, cells,
			 (struct cell){ row.group_id,
					row.kind_id,
					{ row.won, row.matured } });
}

/* ---- the comparison -------------------------------------------------------
 */

/* The place of an id in a list, where it is put if it is new. */
static size_t place(int64_t *list, size_t *n, int64_t id)
{
	for (size_t i = 0; i < *n; i++)
		if (list[i] == id)
			return i;
	list[*n] = id;
	return (*n)++;
}

static const char *name_of(const struct numbers *n, int64_t id)
{
	const struct names *names = &n->name[n->by];

	for (size_t i = 0; i < names->n; i++)
		if (names->list[i].id == id)
			return names->list[i].name;
	return words_nobody(n->by);
}

/* Those with enough leads first, by how likely they are better. */
static int by_surety(const void *left, const void *right)
{
	const struct fair_group *l = left, *r = right;
	bool few_l = l->mix.counts.leads < MANY_FEW;
	bool few_r = r->mix.counts.leads < MANY_FEW;

	if (few_l != few_r)
		return few_l - few_r;
	if (!few_l && l->mix.against.better != r->mix.against.better)
		return l->mix.against.better < r->mix.against.better ? 1 : -1;
	return strcmp(l->name, r->name);
}

static void compare(struct req *r, const struct cells *cells, struct fair *f)
{
	int64_t *group = arena_array(r->arena, cells->n + 1, sizeof(*group));
	int64_t *kind = arena_array(r->arena, cells->n + 1, sizeof(*kind));
	size_t groups = 0, kinds = 0;
	struct tally *table;
	struct mix *mix;

	for (size_t i = 0; i < cells->n; i++) {
		place(group, &groups, cells->cell[i].group);
		place(kind, &kinds, cells->cell[i].kind);
	}
	table = arena_array(r->arena, groups * kinds + 1, sizeof(*table));
	for (size_t i = 0; i < cells->n; i++) {
		const struct cell *c = &cells->cell[i];
		struct tally *t =
			&table[place(group, &groups, c->group) * kinds +
			       place(kind, &kinds, c->kind)];

		t->won += c->counts.won;
		t->leads += c->counts.leads;
		f->all.won += c->counts.won;
		f->all.leads += c->counts.leads;
	}
	mix = arena_array(r->arena, groups + 1, sizeof(*mix));
	mix_compare(r->arena, table, groups, kinds, mix);
	f->n = groups;
	f->group = arena_array(r->arena, groups + 1, sizeof(*f->group));
	for (size_t i = 0; i < groups; i++)
		f->group[i] = (struct fair_group){
			group[i], name_of(&f->numbers, group[i]), mix[i]
		};
	qsort(f->group, groups, sizeof(*f->group), by_surety);
}

enum err fair_load(struct req *r, const struct form *form, struct fair *fair)
{
	struct numbers *n = &fair->numbers;
	struct cells cells = { .n = 0 };
	struct name_answers names;
	struct kept kept = { .n = 0 };
	struct one_by_one own = { .answer = NULL };
	struct counted_from from;

	*fair = (struct fair){ .n = 0 };
	if (numbers_days(r, form, n) != OK)
		return ERR_INPUT;
	from = counted_from(r, n);
	names = numbers_ask_names(r);
	if (from.sums)
		kept = ask_kept(r, n);
	if (from.records)
		own = ask_one_by_one(r, n, from.which);
	numbers_read_names(r, &names, n);
	read_kept(r, n, &kept, &cells);
	read_one_by_one(r, &own, &cells);
	if (store_error(r->store) == OK)
		compare(r, &cells, fair);
	return store_error(r->store);
}
