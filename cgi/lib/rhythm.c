/* rhythm.c - how long a customer may be silent before it is worth a call. */
#include "rhythm.h"

#include <math.h>

/* 90 % of a normal variable lie below this. */
static const double Z90 = 1.2815515655446004;

static int64_t whole(double x)
{
	return llround(x * RHYTHM_ONE);
}

void rhythm_add_gap(struct rhythm_sums *s, int64_t days)
{
	BUG_IF(days < 1);

	const double ln = log((double)days);

	s->gaps++;
	s->ln += whole(ln);
	s->ln_2 += whole(ln * ln);
}

/* Squares of ln(days) about the customer's own mean.  Equal gaps leave a
 * residue of either sign in place of 0. */
static double squares(struct rhythm_sums s)
{
	const double ln = (double)s.ln / RHYTHM_ONE;
	const double ln_2 = (double)s.ln_2 / RHYTHM_ONE;
	const double sum = ln_2 - ln * ln / (double)s.gaps;

	return sum < (double)s.gaps * 1e-9 ? 0 : sum;
}

void rhythm_add(struct rhythm_pool *pool, struct rhythm_sums s)
{
	BUG_IF(s.gaps < 0);
	if (s.gaps == 0)
		return;
	pool->gaps += s.gaps;
	pool->spare += s.gaps - 1;
	pool->ln += s.ln;
	pool->squares += whole(squares(s));
}

double rhythm_mean(const struct rhythm_pool *pool)
{
	if (pool->gaps == 0)
		return 0;
	return (double)pool->ln / RHYTHM_ONE / (double)pool->gaps;
}

double rhythm_sd(const struct rhythm_pool *pool)
{
	if (pool->spare == 0)
		return 0;
	return sqrt((double)pool->squares / RHYTHM_ONE / (double)pool->spare);
}

double rhythm_own(struct rhythm_sums s)
{
	return exp((double)s.ln / RHYTHM_ONE / (double)s.gaps);
}

/* The customer's mean of ln(days); both must have gaps. */
static double shrunken_mean(const struct rhythm_pool *pool,
			    struct rhythm_sums s)
{
	return ((double)s.ln / RHYTHM_ONE + RHYTHM_WEIGHT * rhythm_mean(pool)) /
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
	return (struct rhythm_days){
		true,
		exp(shrunken_mean(pool, s) + Z90 * rhythm_sd(pool)),
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
