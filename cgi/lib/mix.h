/* mix.h - groups compared as if all of them had the same kinds of leads.
 *
 * A team that gets the recommendations looks good whoever is in it.  So each
 * group is compared with the others kind by kind (a source, a product), and the
 * comparisons are put together.  Pure; nothing returns NaN or infinity. */
#ifndef MIX_H
#define MIX_H

#include "many.h"

/* One group beside all others, its mix of kinds evened out. */
struct mix {
	struct tally counts; /* of all its kinds */

	/* The wins there would be if each of its leads were won as often as
	 * leads of its kind are won by all groups together. */
	double expected;

	/* counts.won / expected times the rate of all, at most 1: the rate
	 * with the kinds evened out (indirect standardisation). */
	bool rate_known; /* expected > 0 */
	double rate;     /* in [0, 1] */

	/* As many leads of the average kind would tell rate as surely: where
	 * the group stands in a funnel plot.  0 when nothing could differ. */
	double weight;

	/* The difference within kinds: Mantel-Haenszel, limits by Sato, p of
	 * Cochran, Mantel and Haenszel without correction, q over all groups;
	 * better = chance that the difference is above 0.  known = false when
	 * no other group has leads of its kinds.  needed is NONE. */
	struct many_row against;
};

/*
 * mix_compare - fills out[0..groups).
 * cell[g * kinds + k]: the leads of group g that are of kind k, 0 <= won <=
 * leads.  Every group must be there: the rest is the sum of the others.
 * Sources: N. Mantel, W. Haenszel, J. Natl. Cancer Inst. 22 (1959) 719-748;
 * T. Sato, Biometrics 45 (1989) 1323-1324; D. J. Spiegelhalter, Statistics in
 * Medicine 24 (2005) 1185-1202.
 */
void mix_compare(struct arena *a, const struct tally *cell, size_t groups,
		 size_t kinds, struct mix *out);

/* Where the rates of groups of equal chances lie, by how many leads they have.
 */
struct mix_limits {
	double low, high; /* in [0, 1] */
};

/* Quantiles of the two funnels: 95 % and 99.8 % lie between them. */
#define MIX_NEAR 1.959963984540054
#define MIX_FAR  3.090232306167814

/* mix_limits - of a rate in [0, 1] of all and a weight > 0. */
struct mix_limits mix_limits(double rate, double weight, double z);

#endif
