/* forecast.c - how many open prospects will be won by a later day. */
#include "forecast.h"

#include <math.h>

static const double Z80 = 1.2815515655446004;

/* The curve of a kind by age, [0..oldest]. */
struct table {
	double *won, *left; /* shares */
	int64_t known_till; /* with enough at risk; -1: never */
};

static int64_t oldest_of(const struct forecast_kind *kind, size_t kinds)
{
	int64_t oldest = 0;

	for (size_t k = 0; k < kinds; k++)
		for (size_t i = 0; i < kind[k].n; i++)
			if (kind[k].row[i].days > oldest)
				oldest = kind[k].row[i].days;
	return oldest;
}

static int64_t size_of(const struct forecast_kind *kind)
{
	int64_t n = 0;

	for (size_t i = 0; i < kind->n; i++)
		n += kind->row[i].won + kind->row[i].lost + kind->row[i].open;
	return n;
}

static struct forecast_kind all_of(struct arena *a,
				   const struct forecast_kind *kind,
				   size_t kinds, int64_t oldest)
{
	size_t n = (size_t)oldest + 1;
	struct survival_row *row = arena_array(a, n, sizeof(*row));

	for (size_t i = 0; i < n; i++)
		row[i].days = (int64_t)i;
	for (size_t k = 0; k < kinds; k++)
		for (size_t i = 0; i < kind[k].n; i++) {
			struct survival_row *sum = &row[kind[k].row[i].days];

			sum->won += kind[k].row[i].won;
			sum->lost += kind[k].row[i].lost;
			sum->open += kind[k].row[i].open;
		}
	return (struct forecast_kind){ row, n };
}

static struct table table_of(struct arena *a, const struct forecast_kind *kind,
			     int64_t oldest)
{
	size_t n = (size_t)oldest + 1, next = 0;
	struct survival_point *point =
		arena_array(a, kind->n + 1, sizeof(*point));
	struct survival_curve c = survival_curve(kind->row, kind->n, point);
	struct table t = { .won = arena_array(a, n, sizeof(double)),
			   .left = arena_array(a, n, sizeof(double)),
			   .known_till = c.known_till };
	double won = 0, left = 1;

	for (size_t age = 0; age < n; age++) {
		for (; next < c.n && point[next].days <= (int64_t)age; next++) {
			won = point[next].won;
			left = point[next].left;
		}
		t.won[age] = won;
		t.left[age] = left;
	}
	return t;
}

/* Beyond the oldest nothing more is known to happen. */
static double chance(const struct table *t, int64_t age, int64_t by,
		     int64_t oldest)
{
	if (t->left[age] <= 0)
		return 0;
	if (by > oldest)
		by = oldest;
	return fmin(1, fmax(0, (t->won[by] - t->won[age]) / t->left[age]));
}

struct sum {
	double more, variance;
	int64_t open;
};

/* Returns how many nobody was watched for as long. */
static int64_t add_kind(const struct forecast_kind *kind, const struct table *t,
			int64_t oldest, int64_t days, struct sum *sum)
{
	int64_t beyond = 0;

	for (size_t i = 0; i < kind->n; i++) {
		int64_t age = kind->row[i].days, open = kind->row[i].open;

		if (age > t->known_till) {
			beyond += open;
			continue;
		}
		for (int64_t d = 0; open > 0 && d <= days; d++) {
			double p = chance(t, age, age + d, oldest);

			sum[d].more += (double)open * p;
			sum[d].variance += (double)open * p * (1 - p);
			sum[d].open += open;
		}
	}
	return beyond;
}

int64_t forecast_wins(struct arena *a, const struct forecast_kind *kind,
		      size_t kinds, int64_t days, struct forecast *out)
{
	int64_t oldest = oldest_of(kind, kinds), beyond = 0;
	struct forecast_kind all = all_of(a, kind, kinds, oldest);
	struct table together = table_of(a, &all, oldest);
	struct sum *sum = arena_array(a, (size_t)days + 1, sizeof(*sum));

	for (size_t k = 0; k < kinds; k++) {
		bool own = size_of(&kind[k]) >= FORECAST_LEAST;
		struct table t = own ? table_of(a, &kind[k], oldest) : together;

		beyond += add_kind(&kind[k], &t, oldest, days, sum);
	}
	for (int64_t d = 0; d <= days; d++) {
		double wide = Z80 * sqrt(sum[d].variance);

		out[d] = (struct forecast){
			sum[d].more,
			fmax(0, sum[d].more - wide),
			fmin((double)sum[d].open, sum[d].more + wide),
		};
	}
	return beyond;
}
