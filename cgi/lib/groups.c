/* groups.c - what became of the prospects of several groups, and how the
 * groups compare. */
#include "groups.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Below this share of matured prospects the estimate stands beside C1. */
static const double YOUNG = 0.8;

struct groups *groups_new(struct arena *a, const int64_t *id,
			  const char *const *name, size_t n, const char *nobody)
{
	struct groups *g = arena_zalloc(a, sizeof(*g));

	/* One place more, for prospects that belong to none. */
	g->group = arena_array(a, n + 1, sizeof(*g->group));
	g->n = n;
	for (size_t i = 0; i < n; i++) {
		BUG_IF(id[i] == 0);
		g->group[i].id = id[i];
		g->group[i].name = name[i];
	}
	g->group[n].name = nobody;
	return g;
}

struct group *groups_find(const struct groups *g, int64_t id)
{
	for (size_t i = 0; i < g->n; i++)
		if (g->group[i].id == id)
			return &g->group[i];
	return NULL;
}

/* The group a row counts for; nobody's joins the list when it is needed. */
static struct group *group_of(struct groups *g, int64_t id)
{
	struct group *found = groups_find(g, id);

	if (!found && g->group[g->n].id == 0 && id == 0)
		found = &g->group[g->n++];
	BUG_IF(!found); /* the list of groups must be complete */
	return found;
}

static void count_row(struct group *t, const struct groups_row *row,
		      int64_t horizon)
{
	if (row->fate == FATE_INVALID) {
		t->excluded += row->n;
		return;
	}
	t->prospects += row->n;
	t->won_any += row->fate == FATE_WON ? row->n : 0;
	t->lost += row->fate == FATE_LOST ? row->n : 0;
	t->open += row->fate == FATE_OPEN ? row->n : 0;
	if (!row->matured)
		return;
	t->matured += row->n;
	t->cost += (double)row->cost;
	if (row->fate == FATE_WON && row->days <= horizon) {
		t->won += row->n;
		t->revenue += row->revenue;
	}
}

/* ---- curves ------------------------------------------------------------ */

static int by_days(const void *a, const void *b)
{
	const struct survival_row *x = a, *y = b;

	return (x->days > y->days) - (x->days < y->days);
}

/* The rows of one group (or all: NULL) as ages, each once. */
static size_t ages(const struct groups_row *row, size_t n, const int64_t *group,
		   struct survival_row *out)
{
	size_t m = 0, k = 0;

	for (size_t i = 0; i < n; i++) {
		if (row[i].fate == FATE_INVALID ||
		    (group && row[i].group != *group))
			continue;
		out[m++] = (struct survival_row){
			.days = row[i].days,
			.won = row[i].fate == FATE_WON ? row[i].n : 0,
			.lost = row[i].fate == FATE_LOST ? row[i].n : 0,
			.open = row[i].fate == FATE_OPEN ? row[i].n : 0,
		};
	}
	if (m == 0)
		return 0;
	qsort(out, m, sizeof(*out), by_days);
	for (size_t i = 1; i < m; i++) {
		if (out[i].days != out[k].days) {
			out[++k] = out[i];
			continue;
		}
		out[k].won += out[i].won;
		out[k].lost += out[i].lost;
		out[k].open += out[i].open;
	}
	return k + 1;
}

/* The age by which half of C1's k had been won; the median of those who
 * bought, not of all. */
static struct survival_quantile median_won(const struct groups_row *row,
					   size_t n, const int64_t *group,
					   int64_t horizon, int64_t won,
					   struct survival_row *room)
{
	size_t m = 0;
	int64_t by = 0;

	for (size_t i = 0; i < n; i++)
		if (row[i].fate == FATE_WON && row[i].matured &&
		    row[i].days <= horizon &&
		    (!group || row[i].group == *group))
			room[m++] = (struct survival_row){ .days = row[i].days,
							   .won = row[i].n };
	if (m)
		qsort(room, m, sizeof(*room), by_days);
	for (size_t i = 0; i < m; i++) {
		by += room[i].won;
		if (2 * by >= won)
			return (struct survival_quantile){
				.known = true, .days = room[i].days
			};
	}
	return (struct survival_quantile){ .known = false };
}

/* ---- the numbers of one group ------------------------------------------ */

/* How many rows are of one group (or of any: NULL). */
static size_t rows_of(const struct groups_input *in, const int64_t *id)
{
	size_t n = 0;

	for (size_t i = 0; i < in->n; i++)
		n += !id || in->row[i].group == *id;
	return n;
}

static void finish(struct arena *a, struct group *t,
		   const struct groups_input *in, const int64_t *id)
{
	size_t n = rows_of(in, id);
	struct survival_row *age = arena_array(a, n + 1, sizeof(*age));
	struct survival_point *point = arena_array(a, n + 1, sizeof(*point));
	size_t m = ages(in->row, in->n, id, age);
	struct survival_curve curve = survival_curve(age, m, point);

	t->conversion = rate_share(t->won, t->matured);
	t->estimate = survival_at(&curve, in->horizon);
	t->young = (double)t->matured < YOUNG * (double)t->prospects;
	t->per_win = rate_per_win(t->won, t->matured);
	t->cost_per_win = rate_cost(llround(t->cost), t->won, t->matured);
	t->time_to_win =
		median_won(in->row, in->n, id, in->horizon, t->won, age);
}

static void add_up(struct group *all, const struct group *t)
{
	all->prospects += t->prospects;
	all->excluded += t->excluded;
	all->matured += t->matured;
	all->won += t->won;
	all->won_any += t->won_any;
	all->lost += t->lost;
	all->open += t->open;
	all->revenue += t->revenue;
	all->cost += t->cost;
}

/* Each against the rest, and all together. */
static void compare(struct arena *a, struct groups *g)
{
	struct tally *tally = arena_array(a, g->n + 1, sizeof(*tally));
	struct many_row *against = arena_array(a, g->n + 1, sizeof(*against));

	for (size_t i = 0; i < g->n; i++)
		tally[i] =
			(struct tally){ g->group[i].won, g->group[i].matured };
	many_against_rest(a, tally, against, g->n);
	g->spread = many_spread(tally, g->n);
	g->prior = many_prior(tally, g->n);
	for (size_t i = 0; i < g->n; i++) {
		g->group[i].against = against[i];
		g->group[i].shrunk = many_shrunk(&g->prior, tally[i]);
	}
}

void groups_count(struct arena *a, struct groups *g,
		  const struct groups_input *in)
{
	for (size_t i = 0; i < in->n; i++)
		count_row(group_of(g, in->row[i].group), &in->row[i],
			  in->horizon);
	for (size_t i = 0; i < in->m; i++)
		group_of(g, in->spend[i].group)->cost += in->spend[i].matured;
	for (size_t i = 0; i < g->n; i++) {
		finish(a, &g->group[i], in, &g->group[i].id);
		add_up(&g->all, &g->group[i]);
	}
	finish(a, &g->all, in, NULL);
	compare(a, g);
}

/* ---- order ------------------------------------------------------------- */

static int class_of(const struct group *t)
{
	return t->matured == 0 ? 2 : t->matured < MANY_FEW ? 1 : 0;
}

static double worth(const struct group *t)
{
	return t->shrunk.known ? t->shrunk.rate : t->conversion.rate;
}

static int by_worth(const void *a, const void *b)
{
	const struct group *x = a, *y = b;
	int by_class = class_of(x) - class_of(y);
	double d = worth(y) - worth(x);

	if (by_class)
		return by_class;
	if (class_of(x) == 0 && fabs(d) > 1e-12)
		return d > 0 ? 1 : -1;
	/* Where all share one rate, the raw one decides. */
	d = y->conversion.rate - x->conversion.rate;
	if (class_of(x) == 0 && fabs(d) > 1e-12)
		return d > 0 ? 1 : -1;
	return strcmp(x->name, y->name);
}

void groups_order(struct groups *g)
{
	qsort(g->group, g->n, sizeof(*g->group), by_worth);
}

/* ---- the price of prospects -------------------------------------------- */

static bool bears(const struct spend_count *c, const struct spend_item *i)
{
	return c->month == i->month && c->source == i->source &&
	       (i->campaign == 0 || c->campaign == i->campaign) &&
	       i->prospects > 0;
}

struct groups_spend *groups_share_spend(struct arena *a,
					const struct spend_item *item, size_t n,
					const struct spend_count *count,
					size_t m)
{
	struct groups_spend *out = arena_array(a, m + 1, sizeof(*out));

	for (size_t k = 0; k < m; k++) {
		double each = 0; /* price of one prospect */

		for (size_t i = 0; i < n; i++)
			if (bears(&count[k], &item[i]))
				each += (double)item[i].amount /
					(double)item[i].prospects;
		out[k] = (struct groups_spend){
			.group = count[k].group,
			.all = each * (double)count[k].prospects,
			.matured = each * (double)count[k].matured,
		};
	}
	return out;
}
