/* reach.h - the steps a prospect has reached on its way, and when.
 *
 * A step is reached by the prospect that gets there or further: a later step,
 * by its position, implies the earlier ones (definitions: C10).  Being
 * contacted is the step before the first.  What is recorded after a prospect
 * was won or lost does not count, nor anything of an invalid one.
 *
 * Beside the steps stands the first contact itself, which no later step
 * implies, in hours: how long people waited until
 * somebody recorded a contact or a step (C9). */
#ifndef REACH_H
#define REACH_H

#include "str.h"

/* Steps that are none of the company's. */
enum {
	REACH_CONTACT = -1, /* the first of all, after so many hours */
	REACH_CONTACTED = 0,
};

/* Of a list of steps: no company has more. */
enum { REACH_STEPS = 40 };

/* Hours are exact up to here, then whole days, which keeps the sums short. */
enum { REACH_EXACT = 72 };

/* A step and how long it took: days, or hours for REACH_CONTACT. */
struct reach {
	int64_t step, after;
};

/* Reads the next one of a text of reach_add and moves *text behind it; false
 * at the end. */
bool reach_next(const char **text, struct reach *reach);

/* Appends one; those of a text are by rising step. */
void reach_add(struct buf *b, const struct reach *reach);

/* The hours of so many seconds, as they are kept; a negative wait is none. */
int64_t reach_hours(int64_t seconds);

/* How many prospects reached a step after so long; how many of those that
 * ever did were won, or lost, so long after they came. */
struct reached {
	int64_t after;
	int64_t reached, won, lost;
};

/* Reads the next one of a row of sums (packed.h); false at the end. */
bool reach_sum_next(const char **text, struct reached *reached);

#endif
