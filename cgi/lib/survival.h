/* survival.h - what share of leads is won by a given age, judged while many
 * of them are still open.
 *
 * Aalen-Johansen: leads end as won or as lost, which compete; open ones are
 * cut off at their age.  Without lost ones it is the Kaplan-Meier estimate, so
 * this module serves time to convert, time to the second purchase and time to
 * the first contact alike ("won" is what is waited for).
 *
 * Rules: on equal days ends come before cut-offs (a lead cut off on day t is
 * at risk on day t).  The curve begins on the first day, and is shown up to
 * the last day before it, with SURVIVAL_LEAST at risk; beyond that it is not
 * known yet, never flat.  Nothing here returns NaN or infinity.
 *
 * Sources: Putter, Fiocco, Geskus, Statistics in Medicine 26 (2007) 2389-2430;
 * Marubini, Valsecchi, Analysing Survival Data (1995), for the variance;
 * Kalbfleisch, Prentice, Statistical Analysis of Failure Time Data, for the
 * log-log limits. */
#ifndef SURVIVAL_H
#define SURVIVAL_H

#include "base.h"

/* With fewer at risk a curve stops; below SURVIVAL_GREY it is drawn grey. */
#define SURVIVAL_LEAST 10
#define SURVIVAL_GREY  30

/* How many leads ended, or were last seen, at one age. */
struct survival_row {
	int64_t days;      /* age, >= 0 */
	int64_t won, lost; /* ended at that age */
	int64_t open;      /* as old as that on the last day counted */
	/* Delayed entry, where ends are recorded only since some day: the
	 * leads, counted in any row above as well, that came under
	 * observation at the end of the day on which they had this age, and
	 * so are at risk from the next.  Leads that ended before they came
	 * under observation must not be counted at all. */
	int64_t late;
};

/* The curve after the ends of one age. */
struct survival_point {
	int64_t days;
	int64_t at_risk;  /* just before */
	double won, left; /* shares in [0, 1]: won; neither won nor lost */
	double se;        /* standard error of won, >= 0 */
	bool bounded;     /* limits exist: not while nobody or all won */
	double low, high; /* of won; equal to won when not bounded */
};

struct survival_curve {
	const struct survival_point *point; /* [0..n), by days; caller's */
	size_t n;
	size_t shown;       /* point[0..shown) may be shown */
	int64_t known_from; /* first day with enough at risk, mostly 0 */
	int64_t known_till; /* last day with enough at risk; -1: none */
	int64_t whole_till; /* till then nobody was cut off or late */
};

/*
 * survival_curve - the curve of row[0..n), in one pass.
 * row: by rising days, each age once; ages without anybody may be missing.
 * point: room for n, owned by the caller, must live as long as the curve.
 * Time 0 counts: a lead won on the day it came has days = 0.
 */
struct survival_curve survival_curve(const struct survival_row *row, size_t n,
				     struct survival_point *point);

/* The share won by one age. */
struct survival_estimate {
	bool estimable;  /* else: not known yet, and all below is 0 or 1 */
	int64_t at_risk; /* leads watched until that age */
	double rate, low, high;
	bool bounded; /* low and high are limits; else they equal rate */
};

/*
 * survival_at - the estimate at age `days`.
 * Estimable while enough are at risk, and also where nobody was cut off
 * earlier: then it is the plain share won of all, whatever is left at risk.
 */
struct survival_estimate survival_at(const struct survival_curve *c,
				     int64_t days);

/* The age by which a given share is won. */
struct survival_quantile {
	bool known, low_known, high_known; /* reached on the part shown */
	int64_t days, low, high;
};

/*
 * survival_quantile - the first age with at least `share` won; low and high
 * are where the limits of the curve cross it.
 * share: in (0, 1].
 */
struct survival_quantile survival_quantile(const struct survival_curve *c,
					   double share);

/*
 * survival_chance - the chance in [0, 1] that a lead open at age `age` is won
 * at the latest at age `by`; 0 when by <= age or none was ever open so long.
 */
double survival_chance(const struct survival_curve *c, int64_t age, int64_t by);

/* Leads of one cohort that are still open. */
struct survival_open {
	int64_t days, leads; /* their age; how many */
};

/* One cohort as of the last day counted. */
struct survival_cohort {
	int64_t days; /* since its first day */
	int64_t leads, won;
	const struct survival_open *open; /* [0..n) */
	size_t n;
};

/* What the cohort will have come to; known = false leaves final = booked. */
struct survival_final {
	bool known;
	double booked; /* share won so far, in [0, 1]; 0 without leads */
	double final;  /* expected share won at the horizon, >= booked */
};

/*
 * survival_final - won so far plus the chances of the open ones, over all.
 * Unknown for cohorts of fewer than SURVIVAL_LEAST leads or younger than 7
 * days, and when the curve does not reach the horizon.
 */
struct survival_final survival_final(const struct survival_curve *c,
				     const struct survival_cohort *cohort,
				     int64_t horizon);

#endif
