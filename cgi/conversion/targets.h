/* targets.h - what the rates of the conversion page are measured by: the target
 * of a team, or of all together, that holds on the last day of the period. */
#ifndef TARGETS_H
#define TARGETS_H

#include "numbers.h"

struct targets {
	struct target {
		int64_t team; /* 0: of all together */
		double rate;  /* in (0, 1] */
	} * target;           /* [0..n) */
	size_t n;
};

struct answer *targets_ask(struct req *r, const struct numbers *n);
struct targets targets_read(struct req *r, struct answer *a);

/* The target of a row of the page, or of its total (EVERY); 0: there is none.
 * A team without one of its own is measured by that of all together. */
double targets_of(const struct numbers *n, int64_t group);

#endif
