/* many.h - many groups side by side: which of them differ, and what to order
 * them by.
 *
 * Raw rates of many small groups mislead: the top of such a list is nearly
 * always a small group with luck.  So a page orders by many_shrunk, flags by
 * many_against_rest, and says first whether there is anything to see at all
 * (many_spread).  Nothing here returns NaN or infinity. */
#ifndef MANY_H
#define MANY_H

#include "arena.h"
#include "rate.h"

/* Groups smaller than this get counts only: no verdict. */
#define MANY_FEW 10

/* Fewer groups with leads than this teach nothing about their spread. */
#define MANY_LEAST_GROUPS 5

/* The prior never counts for more leads than this. */
#define MANY_MOST_STRENGTH 1e6

/*
 * many_adjust - Benjamini-Hochberg q values: flagging every q <= 0.05 makes
 * on average at most 5 % of the flags false.
 * p[0..n): p values in [0, 1], any order; q[0..n) is filled, same order.
 * Source: Y. Benjamini, Y. Hochberg, JRSS B 57 (1995) 289-300.
 */
void many_adjust(struct arena *a, const double *p, double *q, size_t n);

/* What may be said about one group against the rest. */
enum verdict {
	VERDICT_NO_DATA, /* the group or the rest has no leads */
	VERDICT_FEW,     /* the group or the rest has fewer than MANY_FEW */
	VERDICT_BETTER,
	VERDICT_WORSE,
	VERDICT_PERHAPS_BETTER,
	VERDICT_PERHAPS_WORSE,
	VERDICT_NO_DIFFERENCE, /* none visible; it may still exist */
};

/* One group against all others together. */
struct many_row {
	struct difference from_rest;
	double p, q;    /* of "no difference", alone and among all groups */
	double better;  /* chance in [0, 1] that the group beats the rest */
	int64_t needed; /* leads in each to show a gap like this; or NONE */
	enum verdict verdict;
};

/*
 * many_verdict - better or worse: the interval excludes 0 and q <= 0.05;
 * else perhaps so when the chance is 80 % or more; else no visible difference.
 */
enum verdict many_verdict(struct tally group, struct tally rest,
			  const struct many_row *row);

/*
 * many_against_rest - fills row[0..n) for group[0..n), same order.
 * The rest of a group is the sum of the others, so the list must be complete.
 * A group without leads, or without a rest, has p = q = 1 and better = 0.5 and
 * does not count among those that q is adjusted for.
 */
void many_against_rest(struct arena *a, const struct tally *group,
		       struct many_row *row, size_t n);

/* Whether groups differ by more than chance makes them. */
struct many_spread {
	bool known;  /* at least two groups have leads */
	int64_t df;  /* groups with leads, less one */
	double chi2; /* >= 0 */
	double p;    /* of "all share one rate"; 1 when nobody or all won */
};

/* many_spread - the chi-square test of equal rates over group[0..n). */
struct many_spread many_spread(const struct tally *group, size_t n);

/*
 * The common distribution of the true rates: Beta(alpha, beta), as far as the
 * groups show it.
 */
struct many_prior {
	bool known;         /* at least MANY_LEAST_GROUPS groups have leads */
	bool boundary;      /* no spread beyond chance: all share one rate */
	double mean;        /* in [0, 1] */
	double strength;    /* leads that the prior counts for: alpha + beta */
	double alpha, beta; /* at the boundary: Beta of the common rate */
	double sd;          /* of the true rates; 0 at the boundary */
};

/*
 * many_prior - fits the prior by maximum likelihood of the beta-binomial
 * distribution.  Groups without leads do not matter.
 * Do not mix groups of different business in one prior.
 * Sources: B. Efron, C. Morris, JASA 70 (1975) 311-319; for league tables
 * H. Goldstein, D. Spiegelhalter, JRSS A 159 (1996) 385-443.
 */
struct many_prior many_prior(const struct tally *group, size_t n);

/*
 * many_shrunk - the group's rate drawn towards the mean, the more the fewer
 * leads it has: (alpha + won)/(alpha + beta + leads), with the 2.5 % and
 * 97.5 % points of that beta distribution.  They take alpha and beta as
 * certain, so they are a little short.
 * At the boundary every group has the common rate and its limits.  A group
 * without leads has the mean.  known = false, [0, 1] when the prior is not.
 */
struct share many_shrunk(const struct many_prior *prior, struct tally group);

/*
 * many_chance_above - the chance in [0, 1] that the group's true rate is above
 * the mean; 0.5 at the boundary or without a prior.
 */
double many_chance_above(const struct many_prior *prior, struct tally group);

#endif
