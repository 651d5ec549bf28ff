/* fair.c - evens out the kinds of prospects that groups have. */
#include "fair.h"

#include <string.h>

#include "cells.h"
#include "health.h"
#include "lib/app.h"

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

enum err fair_load(struct req *r, const struct form *form, struct fair *f)
{
	struct numbers *n = &f->numbers;
	struct cells cells;
	struct name_answers names;
	struct cells_questions *questions;
	struct health_questions *health;

	*f = (struct fair){ .n = 0 };
	if (numbers_days(r, form, n) != OK)
		return ERR_INPUT;
	names = numbers_ask_names(r);
	questions = cells_ask(r, n);
	health = health_ask(r, n);
	numbers_read_names(r, &names, n);
	cells = cells_read(r, n, questions);
	n->health = health_read(health);
	if (store_error(r->store) == OK)
		compare(r, &cells, f);
	return store_error(r->store);
}
