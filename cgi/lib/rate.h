/* rate.h - shares won/leads of one and of two groups, and how sure they are.
 *
 * Intervals are two-sided 95 %.  Nothing here returns NaN or infinity: what
 * cannot be known has known = false.  Counts may be as large as 1e12; a tally
 * that breaks 0 <= won <= leads is a broken promise. */
#ifndef RATE_H
#define RATE_H

#include "base.h"

/* The normal quantile behind every 95 % interval: 97.5 % lie below it. */
#define RATE_Z95 1.959963984540054

/* From this many leads in both groups together rate_p uses the normal test. */
#define RATE_LARGE 100000

/* What a share is made of: 0 <= won <= leads. */
struct tally {
	int64_t won, leads;
};

/* A share in [0, 1] with its limits, low <= rate <= high. */
struct share {
	bool known;
	double rate, low, high;
};

/*
 * rate_share - the share k/n with its Wilson score interval.
 * k, n: counts, 0 <= k <= n.
 * Limits are exactly 0 at k = 0 and exactly 1 at k = n.
 * n == 0 gives known = false, rate 0 and the limits [0, 1].
 * Source: E. B. Wilson, JASA 22 (1927) 209-212.
 */
struct share rate_share(int64_t k, int64_t n);

/* Leads that one win takes. */
struct rate_per_win {
	bool known;         /* at least one win; else only low is valid */
	double leads, high; /* >= 1 */
	double low;         /* >= 1, always valid */
};

/*
 * rate_per_win - n/k with the reciprocals of the Wilson limits.
 * No win: no figure and no upper limit, but still "more than low".
 */
struct rate_per_win rate_per_win(int64_t k, int64_t n);

/* Money that one win takes, in minor units of the spend's currency. */
struct rate_cost {
	bool known;         /* at least one win; else only low is valid */
	int64_t each, high; /* >= 0 */
	int64_t low;        /* >= 0, always valid */
};

/*
 * rate_cost - spend/k, and cost per lead divided by the Wilson limits.
 * spend: minor units, >= 0, for exactly these n leads.
 * Rounded to the nearest unit, halves up; held below INT64_MAX.
 */
struct rate_cost rate_cost(int64_t spend, int64_t k, int64_t n);

/* A difference of two shares, each in [-1, 1]. */
struct difference {
	bool known; /* both groups have leads; else all is 0 and [-1, 1] */
	double by, low, high;
};

/*
 * rate_difference - the share of a minus the share of b, with the hybrid score
 * interval.
 * Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890, method 10.
 */
struct difference rate_difference(struct tally a, struct tally b);

/*
 * rate_p_midp - the two-sided mid-p value of "a and b share one rate": twice
 * the smaller tail of the hypergeometric distribution, counting half of the
 * observed table, at most 1.  A group without leads gives 1.
 * Time grows with the square root of the smaller group.
 * Source: H. O. Lancaster, JASA 56 (1961) 223-234.
 */
double rate_p_midp(struct tally a, struct tally b);

/*
 * rate_p_pooled - the two-sided p of the same, by the pooled normal test
 * without correction.  1 when nobody or everybody won, or no leads.
 */
double rate_p_pooled(struct tally a, struct tally b);

/* rate_p - the p to show: mid-p, from RATE_LARGE leads on the pooled one. */
double rate_p(struct tally a, struct tally b);

/*
 * rate_chance_better - the chance in [0, 1] that the true rate of a is above
 * that of b, each having a flat prior, so Beta(won + 1, leads - won + 1).
 * Exact: the chance equals a hypergeometric tail.  0.5 without any leads.
 * Source: P. M. E. Altham, JRSS B 31 (1969) 261-269.
 */
double rate_chance_better(struct tally a, struct tally b);

/*
 * rate_needed - the leads each of two groups needs to show the difference
 * between the true rates p and q: 80 % power, two-sided 5 % level.
 * p, q in [0, 1].  NONE when they are equal or it takes more than 1e12.
 * Source: J. L. Fleiss, Statistical Methods for Rates and Proportions.
 */
int64_t rate_needed(double p, double q);

#endif
