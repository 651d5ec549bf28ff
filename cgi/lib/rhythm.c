/* rhythm.c - how long a customer may be silent before it is worth a call. */
#include "rhythm.h"

#include <math.h>

/* 90 % of a normal variable lie below this. */
static const double Z90 = 1.2815515655446004;

void rhythm_add_gap(struct rhythm_sums *s, int64_t days)
{
	BUG_IF(days < 1);

	const double ln = log((double)days);

	s->gaps++;
	s->ln += ln;
	s->ln_2 += ln * ln;
}

void rhythm_add(struct rhythm_pool *pool, struct rhythm_sums s)
{
	BUG_IF(s.gaps < 0);
	if (s.gaps == 0)
		return;
	pool->gaps += s.gaps;
	pool->spare += s.gaps - 1;
	pool->ln += s.ln;
	/* Equal gaps leave a residue of either sign in place of 0. */
	pool->squares += fmax(s.ln_2 - s.ln * s.ln / (double)s.gaps, 0);
}

/* The customer's mean of ln(days); both must have gaps. */
static double shrunken_mean(const struct rhythm_pool *pool,
			    struct rhythm_sums s)
{
	const double segment = pool->ln / (double)pool->gaps;

	return (s.ln + RHYTHM_WEIGHT * segment) /
	       ((double)s.gaps + RHYTHM_WEIGHT);
}

struct rhythm_days rhythm_usual(const struct rhythm_pool *pool,
				struct rhythm_sums s)
{
	if (s.gaps == 0 || pool->gaps == 0)
		return (struct rhythm_days){ .known = false };
	return (struct rhythm_days){ true, exp(shrunken_mean(pool, s)) };
}

struct rhythm_days rhythm_threshold(const struct rhythm_pool *pool,
				    struct rhythm_sums s,
				    struct rhythm_days returns)
{
	if (s.gaps == 0 || pool->spare == 0)
		return returns;

	const double sd = sqrt(pool->squares / (double)pool->spare);

	return (struct rhythm_days){
		true,
		exp(shrunken_mean(pool, s) + Z90 * sd),
	};
}

struct rhythm_days rhythm_return_by(const struct survival_curve *c)
{
	const double all = c->shown > 0 ? c->point[c->shown - 1].won : 0;

	if (all <= 0)
		return (struct rhythm_days){ .known = false };

	const struct survival_quantile q = survival_quantile(c, 0.9 * all);

	return (struct rhythm_days){ q.known, (double)q.days };
}

struct rhythm_days rhythm_window(const struct survival_curve *gaps)
{
	struct rhythm_days window = rhythm_return_by(gaps);

	if (window.known)
		window.days = fmax(window.days, RHYTHM_LEAST_WINDOW);
	return window;
}
