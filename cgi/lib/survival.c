/* survival.c - what share of leads is won by a given age, judged while many
 * of them are still open. */
#include "survival.h"

#include <math.h>

#include "rate.h"

enum { YOUNG = 7 };

/*
 * The running state.  The variance is a sum over all earlier days of squares
 * that hold the present value of the curve; multiplied out, three sums that
 * do not hold it suffice, and one pass does.
 */
struct state {
	double left; /* share not ended */
	double won;
	double a, b, c;
	int64_t lost; /* leads lost so far */
};

static void step(struct state *s, const struct survival_row *row,
		 int64_t at_risk)
{
	const double n = (double)at_risk, won = (double)row->won;
	const double ended = won + (double)row->lost;
	const double before = s->left;

	if (row->won + row->lost == 0)
		return;
	s->lost += row->lost;
	s->left =
		row->won + row->lost == at_risk ? 0 : before * (1 - ended / n);
	s->won = fmin(s->won + before * won / n, 1);
	/* With one kind of end the two shares add up to 1, to the last bit. */
	if (s->lost == 0)
		s->won = 1 - s->left;

	/* When all end at once the curve moves no more: no later square. */
	const double g = s->left > 0 ? ended / (n * (n - ended)) : 0;
	const double jump = before * won / (n * n);

	s->a += g;
	s->b += s->won * g + jump;
	s->c += s->won * s->won * g + 2 * s->won * jump +
		before * before * (n - won) * won / (n * n * n);
}

static struct survival_point point_of(const struct state *s, int64_t days,
				      int64_t at_risk)
{
	const double f = s->won;
	const double variance = f * f * s->a - 2 * f * s->b + s->c;
	struct survival_point p = {
		.days = days,
		.at_risk = at_risk,
		.won = f,
		.left = s->left,
		.se = sqrt(fmax(variance, 0)),
		.bounded = f > 0 && f < 1,
		.low = f,
		.high = f,
	};

	if (p.bounded) {
		const double rest = log1p(-f);
		const double wide = exp(RATE_Z95 * p.se / ((1 - f) * -rest));

		p.low = -expm1(rest / wide);
		p.high = -expm1(rest * wide);
	}
	return p;
}

static int64_t leaving(const struct survival_row *row)
{
	return row->won + row->lost + row->open;
}

/* Leads at risk on the first day: all, less those who come later. */
static int64_t at_start(const struct survival_row *row, size_t n)
{
	int64_t leads = 0;

	for (size_t i = 0; i < n; i++) {
		BUG_IF(i > 0 && row[i].days <= row[i - 1].days);
		leads += leaving(&row[i]) - row[i].late;
	}
	return leads;
}

struct survival_curve survival_curve(const struct survival_row *row, size_t n,
				     struct survival_point *point)
{
	struct survival_curve c = {
		.point = point,
		.known_till = -1,
		.whole_till = INT64_MAX,
	};
	struct state s = { .left = 1 };
	int64_t at_risk = at_start(row, n);

	for (size_t i = 0; i < n; i++) {
		const bool enough = at_risk >= SURVIVAL_LEAST;

		BUG_IF(at_risk < row[i].won + row[i].lost);
		if (enough || c.n > 0) {
			step(&s, &row[i], at_risk);
			point[c.n++] = point_of(&s, row[i].days, at_risk);
		} else {
			c.known_from = row[i].days + 1;
		}
		if (enough && c.shown + 1 == c.n) {
			c.shown = c.n;
			c.known_till = row[i].days;
		}
		if ((row[i].open > 0 || row[i].late > 0) &&
		    row[i].days < c.whole_till)
			c.whole_till = row[i].days;
		at_risk += row[i].late - leaving(&row[i]);
	}
	return c;
}

/* How many of the points are at or before the day. */
static size_t points_until(const struct survival_curve *c, int64_t days)
{
	size_t low = 0, high = c->n;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;

		if (c->point[middle].days <= days)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct survival_estimate survival_at(const struct survival_curve *c,
				     int64_t days)
{
	const size_t n = points_until(c, days);
	const size_t next = n > 0 && c->point[n - 1].days == days ? n - 1 : n;
	struct survival_estimate e = {
		.estimable = c->n > 0 && days >= c->known_from &&
			     (days <= c->known_till || days <= c->whole_till),
		.at_risk = next < c->n ? c->point[next].at_risk : 0,
	};

	if (!e.estimable)
		return (struct survival_estimate){ .high = 1 };
	if (n == 0)
		return e;
	e.rate = c->point[n - 1].won;
	e.low = c->point[n - 1].low;
	e.high = c->point[n - 1].high;
	e.bounded = c->point[n - 1].bounded;
	return e;
}

/* A share that was summed up may miss the asked one by rounding. */
static bool reaches(double won, double share)
{
	return won >= share - 1e-12;
}

struct survival_quantile survival_quantile(const struct survival_curve *c,
					   double share)
{
	struct survival_quantile q = { .known = false };

	BUG_IF(!(share > 0 && share <= 1));
	for (size_t i = 0; i < c->shown; i++) {
		const struct survival_point *p = &c->point[i];

		if (!q.known && reaches(p->won, share)) {
			q.known = true;
			q.days = p->days;
		}
		if (!q.low_known && p->bounded && reaches(p->high, share)) {
			q.low_known = true;
			q.low = p->days;
		}
		if (!q.high_known && p->bounded && reaches(p->low, share)) {
			q.high_known = true;
			q.high = p->days;
		}
	}
	return q;
}

double survival_chance(const struct survival_curve *c, int64_t age, int64_t by)
{
	const size_t now = points_until(c, age), then = points_until(c, by);

	if (by <= age || then == 0)
		return 0;

	const double won = now > 0 ? c->point[now - 1].won : 0;
	const double left = now > 0 ? c->point[now - 1].left : 1;
	const double more = c->point[then - 1].won - won;

	return left > 0 && more > 0 ? fmin(more / left, 1) : 0;
}

struct survival_final survival_final(const struct survival_curve *c,
				     const struct survival_cohort *cohort,
				     int64_t horizon)
{
	const double leads = (double)cohort->leads;
	double won = (double)cohort->won;
	struct survival_final f = { .known = false };

	if (cohort->leads == 0)
		return f;
	f.booked = f.final = won / leads;
	if (cohort->leads < SURVIVAL_LEAST || cohort->days < YOUNG ||
	    !survival_at(c, horizon).estimable)
		return f;
	for (size_t i = 0; i < cohort->n; i++)
		won += (double)cohort->open[i].leads *
		       survival_chance(c, cohort->open[i].days, horizon);
	f.known = true;
	f.final = won / leads;
	return f;
}
