/* rhythm.h - how long a customer may be silent before it is worth a call.
 *
 * Everybody has an own rhythm: three weeks of silence mean nothing for one who
 * buys twice a year, and a lot for one who buys weekly.  Logarithms of the
 * gaps between purchase days are taken as normal, with a mean of each
 * customer and one spread for the segment; a mean from few gaps is drawn
 * towards the segment's.  One in ten ordinary gaps is longer than the
 * threshold.  Nothing here returns NaN or infinity. */
#ifndef RHYTHM_H
#define RHYTHM_H

#include "survival.h"

/* Gaps that the segment's mean counts for in the mean of one customer. */
#define RHYTHM_WEIGHT 4

/* Nobody is called silent before this many days. */
#define RHYTHM_LEAST_WINDOW 30

/* Logarithms are added up as integers of so many to one, so that a sum is the
 * same in whatever order it was made, and can be kept. */
#define RHYTHM_ONE 1e10

/* One customer's gaps between successive purchase days, each >= 1 day. */
struct rhythm_sums {
	int64_t gaps; /* how many */
	int64_t ln;   /* sum of ln(days), RHYTHM_ONE to one */
	int64_t ln_2; /* sum of ln(days) squared, likewise */
};

/* Adds one gap of so many days. */
void rhythm_add_gap(struct rhythm_sums *s, int64_t days);

/* The customers of a segment, summed up; starts as all zeroes. */
struct rhythm_pool {
	int64_t gaps;    /* of all */
	int64_t spare;   /* of all, less one per customer with gaps */
	int64_t ln;      /* sum of ln(days) over all gaps, RHYTHM_ONE to one */
	int64_t squares; /* of ln(days) about each customer's own mean */
};

/* Adds one customer; one without gaps changes nothing. */
void rhythm_add(struct rhythm_pool *pool, struct rhythm_sums s);

/* Mean and spread of ln(days) in a pool; 0 where it has too few gaps. */
double rhythm_mean(const struct rhythm_pool *pool);
double rhythm_sd(const struct rhythm_pool *pool);

/* Geometric mean of one customer's own gaps, > 0; they must have some. */
double rhythm_own(struct rhythm_sums s);

/* Days of something, if known. */
struct rhythm_days {
	bool known;
	double days; /* > 0 when known */
};

/*
 * rhythm_usual - the days the customer usually takes: exp of the shrunken
 * mean (sum ln + 4 segment mean)/(gaps + 4).  Unknown without gaps.
 */
struct rhythm_days rhythm_usual(const struct rhythm_pool *pool,
				struct rhythm_sums s);

/*
 * rhythm_threshold - silence of more days than this is an alert:
 * exp(shrunken mean + 1.2816 sd), sd pooled within the customers.
 * returns: for a customer without gaps, and while no customer of the segment
 * has two gaps, this is returned instead: rhythm_return_by of the gap from
 * the first purchase to the second.
 */
struct rhythm_days rhythm_threshold(const struct rhythm_pool *pool,
				    struct rhythm_sums s,
				    struct rhythm_days returns);

/*
 * rhythm_return_by - the days within which 90 % of those who return at all do
 * so.  Finished gaps alone would be too short, so the running ones belong into
 * the curve too, as open; `won` is the return, and the curve's last value that
 * may be shown is taken for all who return.
 * Unknown when nobody returned or fewer than SURVIVAL_LEAST are watched.
 */
struct rhythm_days rhythm_return_by(const struct survival_curve *c);

/*
 * rhythm_window - the active window of a segment without contracts: the larger
 * of RHYTHM_LEAST_WINDOW and rhythm_return_by over all its gaps.  Unknown as
 * that is.
 */
struct rhythm_days rhythm_window(const struct survival_curve *gaps);

#endif
