/* times.h - how long problems took to be solved, in one text (packed.h).
 *
 * Those that are solved stand under the days they took; open ones under the
 * day they were opened on, since they take a day longer every day. */
#ifndef TIMES_H
#define TIMES_H

#include "packed.h"

/* What a problem stands under: solved, days >= 0 after it was opened first; or
 * open since a day. */
int64_t times_solved(int64_t days);
int64_t times_open(int64_t day);

struct times {
	bool open;
	int64_t days;     /* it took; open: the day it was opened on */
	int64_t problems; /* how many */
	int64_t once;     /* of them, ever solved */
	int64_t again;    /* of them, opened anew */
};

/* Reads the next one and moves *text behind it; false at the end. */
bool times_next(const char **text, struct times *t);

#endif
