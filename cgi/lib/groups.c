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
	int64_t valid = row->won + row->lost + row->open;

	t->excluded += row->invalid;
	t->prospects += valid;
	t->won_any += row->won;
	t->lost += row->lost;
	t->open += row->open;
	if (!row->matured)
		return;
	t->matured += valid;
	t->cost += (double)row->cost;
	if (row->days <= horizon) {
		t->won += row->won;
		t->revenue += row->revenue;
	}
}

/* ---- curves ------------------------------------------------------------ */

/* Rows in the order of their groups. */
struct sorted {
	const struct groups_row **row; /* [0..n) */
	size_t *first;                 /* of each group; [g->n] is n */
	size_t n;
	int64_t oldest; /* the highest age of any */
};

static int64_t oldest_of(const struct groups_input *in)
{
	int64_t oldest = 0;

	for (size_t i = 0; i < in->n; i++)
		if (in->row[i].days > oldest)
			oldest = in->row[i].days;
	return oldest;
}

/* group[i]: the place of row i's group.  Each row is moved once. */
static struct sorted sort_rows(struct arena *a, const struct groups_input *in,
			       const size_t *group, size_t groups)
{
	struct sorted s = {
		.row = arena_array(a, in->n + 1, sizeof(const void *)),
		.first = arena_array(a, groups + 2, sizeof(*s.first)),
		.n = in->n,
		.oldest = oldest_of(in),
	};
	size_t *next = arena_array(a, groups + 1, sizeof(*next));

	for (size_t i = 0; i < in->n; i++)
		s.first[group[i] + 1]++;
	for (size_t g = 0; g < groups; g++) {
		s.first[g + 1] += s.first[g];
		next[g] = s.first[g];
	}
	for (size_t i = 0; i < in->n; i++)
		s.row[next[group[i]]++] = &in->row[i];
	return s;
}

/* Room for the prospects of one group by age, [0..oldest]. */
struct room {
	struct survival_row *age;
	struct survival_point *point;
	int64_t *in_time; /* those of C1's k */
	size_t ages;
};

static struct room room_new(struct arena *a, int64_t oldest)
{
	size_t ages = (size_t)oldest + 1;

	return (struct room){ arena_array(a, ages, sizeof(struct survival_row)),
			      arena_array(a, ages,
					  sizeof(struct survival_point)),
			      arena_array(a, ages, sizeof(int64_t)), ages };
}

static void add_age(struct room *room, const struct groups_row *row,
		    int64_t horizon)
{
	struct survival_row *age;

	BUG_IF(row->days < 0);
	age = &room->age[row->days];
	age->won += row->won;
	age->lost += row->lost;
	age->open += row->open;
	if (row->matured && row->days <= horizon)
		room->in_time[row->days] += row->won;
}

/* Fills the room; returns how many ages there are, each once. */
static size_t spread(struct room *room, const struct groups_row *const *row,
		     size_t n, int64_t horizon)
{
	size_t m = 0;

	memset(room->age, 0, room->ages * sizeof(*room->age));
	memset(room->in_time, 0, room->ages * sizeof(*room->in_time));
	for (size_t i = 0; i < n; i++)
		add_age(room, row[i], horizon);
	for (size_t i = 0; i < room->ages; i++) {
		struct survival_row age = room->age[i];

		age.days = (int64_t)i;
		if (age.won || age.lost || age.open)
			room->age[m++] = age;
	}
	return m;
}

/* The age by which half of C1's k had been won; the median of those who
 * bought, not of all. */
static struct survival_quantile median_won(const struct room *room, int64_t won)
{
	int64_t by = 0;

	for (size_t i = 0; won > 0 && i < room->ages; i++) {
		by += room->in_time[i];
		if (2 * by >= won)
			return (struct survival_quantile){ .known = true,
							   .days = (int64_t)i };
	}
	return (struct survival_quantile){ .known = false };
}

/* ---- the numbers of one group ------------------------------------------ */

/* row[0..n): its rows. */
static void finish(struct group *t, const struct groups_row *const *row,
		   size_t n, int64_t horizon, struct room *room)
{
	size_t m = spread(room, row, n, horizon);
	struct survival_curve curve = survival_curve(room->age, m, room->point);

	t->conversion = rate_share(t->won, t->matured);
	t->estimate = survival_at(&curve, horizon);
	t->young = (double)t->matured < YOUNG * (double)t->prospects;
	t->per_win = rate_per_win(t->won, t->matured);
	t->cost_per_win = rate_cost(llround(t->cost), t->won, t->matured);
	t->time_to_win = median_won(room, t->won);
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

static bool is_only_won(const struct groups *g)
{
	bool others = false;
	int64_t won = 0;

	for (size_t i = 0; i < g->n; i++) {
		const struct group *t = &g->group[i];

		if (t->id == 0)
			others = t->won_any < t->prospects;
		else if (t->won_any < t->prospects)
			return false;
		else
			won += t->won_any;
	}
	return others && won >= MANY_FEW;
}

static void forget_rates(struct groups *g)
{
	g->spread.known = false;
	for (size_t i = 0; i < g->n; i++) {
		struct group *t = &g->group[i];

		t->unrated = true;
		t->conversion.known = t->shrunk.known = false;
		t->estimate.estimable = false;
		t->per_win.known = t->cost_per_win.known = false;
		t->against = (struct many_row){ .verdict = VERDICT_NO_DATA,
						.needed = NONE };
	}
}

bool groups_rated(const struct group *t)
{
	return t->matured >= MANY_FEW && !t->unrated;
}

/* Counts the rows, and returns the place of the group of each. */
static const size_t *count_rows(struct arena *a, struct groups *g,
				const struct groups_input *in)
{
	size_t *place = arena_array(a, in->n + 1, sizeof(*place));
	struct group *t = NULL;

	for (size_t i = 0; i < in->n; i++) {
		/* Most rows follow others of their group. */
		if (!t || t->id != in->row[i].group)
			t = group_of(g, in->row[i].group);
		count_row(t, &in->row[i], in->horizon);
		place[i] = (size_t)(t - g->group);
	}
	return place;
}

void groups_count(struct arena *a, struct groups *g,
		  const struct groups_input *in)
{
	const size_t *place = count_rows(a, g, in);
	struct sorted s;
	struct room room;

	for (size_t i = 0; i < in->m; i++)
		group_of(g, in->spend[i].group)->cost += in->spend[i].matured;
	s = sort_rows(a, in, place, g->n);
	room = room_new(a, s.oldest);
	for (size_t i = 0; i < g->n; i++) {
		finish(&g->group[i], s.row + s.first[i],
		       s.first[i + 1] - s.first[i], in->horizon, &room);
		add_up(&g->all, &g->group[i]);
	}
	finish(&g->all, s.row, s.n, in->horizon, &room);
	compare(a, g);
	g->only_won = is_only_won(g);
	if (g->only_won)
		forget_rates(g);
}

/* ---- order ------------------------------------------------------------- */

static int class_of(const struct group *t)
{
	return t->matured == 0 ? 2 : groups_rated(t) ? 0 : 1;
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

static int order(int64_t a, int64_t b)
{
	return a < b ? -1 : a > b;
}

static int by_month_and_source(const void *left, const void *right)
{
	const struct spend_item *a = left, *b = right;
	int month = order(a->month, b->month);

	return month ? month : order(a->source, b->source);
}

/* The first of item[0..n), sorted, that is not before a month and source. */
static size_t first_of(const struct spend_item *item, size_t n,
		       const struct spend_item *key)
{
	size_t from = 0, to = n;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (by_month_and_source(&item[middle], key) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

/* The price of one prospect: its part of what its source cost, and its
 * campaign. */
static double price_of(const struct spend_item *item, size_t n,
		       const struct spend_count *c)
{
	struct spend_item key = { .month = c->month, .source = c->source };
	double each = 0;

	for (size_t i = first_of(item, n, &key);
	     i < n && by_month_and_source(&item[i], &key) == 0; i++)
		if ((item[i].campaign == 0 ||
		     item[i].campaign == c->campaign) &&
		    item[i].prospects > 0)
			each += (double)item[i].amount /
				(double)item[i].prospects;
	return each;
}

struct groups_spend *groups_share_spend(struct arena *a,
					const struct spend_item *item, size_t n,
					const struct spend_count *count,
					size_t m)
{
	struct groups_spend *out = arena_array(a, m + 1, sizeof(*out));
	struct spend_item *sorted = arena_array(a, n + 1, sizeof(*sorted));

	if (n)
		memcpy(sorted, item, n * sizeof(*sorted));
	qsort(sorted, n, sizeof(*sorted), by_month_and_source);
	for (size_t k = 0; k < m; k++) {
		double each = price_of(sorted, n, &count[k]);

		out[k] = (struct groups_spend){
			.group = count[k].group,
			.all = each * (double)count[k].prospects,
			.matured = each * (double)count[k].matured,
		};
	}
	return out;
}
