/* control.c - which weeks of a rate differ by more than chance. */
#include "control.h"

#include <math.h>

/* Mean distance of two values of one normal distribution, in deviations. */
static const double D2 = 1.128;

/* Beyond three deviations on one side. */
static const double TAIL = 0.00135;

static double deviation(double center, double n)
{
	return sqrt(center * (1 - center) / n);
}

static double z_of(double center, struct tally t)
{
	double n = (double)t.leads;

	return ((double)t.won / n - center) / deviation(center, n);
}

struct control control_of(const struct tally *base, size_t n)
{
	struct control c = { .wider = 1 };
	double won = 0, leads = 0, moves = 0;

	for (size_t i = 0; i < n; i++) {
		won += (double)base[i].won;
		leads += (double)base[i].leads;
	}
	if (n < CONTROL_LEAST || won <= 0 || won >= leads)
		return c;
	c.known = true;
	c.center = won / leads;
	for (size_t i = 1; i < n; i++)
		moves += fabs(z_of(c.center, base[i]) -
			      z_of(c.center, base[i - 1]));
	c.wider = fmax(1, moves / (double)(n - 1) / D2);
	return c;
}

/* The smallest k with P(X <= k) >= p, X binomial. */
static int64_t quantile(double p, int64_t n, double share)
{
	double term = exp((double)n * log1p(-share)), sum = term;
	int64_t k = 0;

	while (sum < p && k < n) {
		term *= (double)(n - k) / (double)(k + 1) * share / (1 - share);
		sum += term;
		k++;
	}
	return k;
}

/* Rare losses are counted instead of wins, so that no term vanishes. */
static struct control_limits exact(double center, int64_t n)
{
	double least = (double)n;

	if (center > 0.5) {
		struct control_limits lost = exact(1 - center, n);

		return (struct control_limits){ 1 - lost.high, 1 - lost.low };
	}
	return (struct control_limits){
		(double)quantile(TAIL, n, center) / least,
		(double)quantile(1 - TAIL, n, center) / least,
	};
}

struct control_limits control_limits(const struct control *c, int64_t n)
{
	double by = 3 * c->wider * deviation(c->center, (double)n);
	struct control_limits l = { fmax(0, c->center - by),
				    fmin(1, c->center + by) };
	double expected = (double)n * fmin(c->center, 1 - c->center);

	if (expected < 5) {
		struct control_limits e = exact(c->center, n);

		l.low = c->wider > 1 ? fmin(l.low, e.low) : e.low;
		l.high = c->wider > 1 ? fmax(l.high, e.high) : e.high;
	}
	return l;
}

/* 1 above the centre, -1 below, 0 on it or without leads. */
static int side_of(const struct control *c, struct tally t)
{
	double rate = t.leads ? (double)t.won / (double)t.leads : c->center;

	return (rate > c->center) - (rate < c->center);
}

void control_marks(const struct control *c, const struct tally *week, size_t n,
		   enum control_mark *out)
{
	size_t row = 0;

	for (size_t i = 0; i < n; i++) {
		double rate = week[i].leads ? (double)week[i].won /
						      (double)week[i].leads
					    : 0;
		struct control_limits l;
		int side = side_of(c, week[i]);

		row = side && i && side == side_of(c, week[i - 1]) ? row + 1
								   : side != 0;
		out[i] = row >= CONTROL_RUN ? CONTROL_IN_A_ROW : CONTROL_FINE;
		if (week[i].leads == 0)
			continue;
		l = control_limits(c, week[i].leads);
		if (rate < l.low || rate > l.high)
			out[i] = CONTROL_BEYOND;
	}
}
