/* split.h - what a change of a rate comes from: other groups of leads (the mix)
 * or other rates within them.
 *
 * A rate can fall although every source converts as before, only because more
 * leads come from the weaker ones.  Source: E. M. Kitagawa, JASA 50 (1955)
 * 1168-1194; the two parts add up to the change exactly.  Pure. */
#ifndef SPLIT_H
#define SPLIT_H

#include "rate.h"

/* One group in two periods. */
struct split_group {
	struct tally before, now;
};

/* Parts of the change, in shares: 0.01 is one point. */
struct split {
	double mix;  /* from its share of all leads */
	double rate; /* from its own rate */
};

/*
 * split_change - the parts of each group, out[0..n), and their sum in *all:
 * all->mix + all->rate is the change of the rate of all groups together.
 * A group without leads in one period is taken to have had its other rate
 * then, so that it counts as mix alone.
 * false, and nothing filled, when a period had no leads at all.
 */
bool split_change(const struct split_group *group, size_t n, struct split *out,
		  struct split *all);

#endif
